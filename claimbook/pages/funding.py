"""Who paid for the studies of a claim, as far as it is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.pages import address
from claimbook.pages.text import bullets, count

if TYPE_CHECKING:
    from claimbook.model import Claim, Source
    from claimbook.pages.book import Book

_PAYERS = {"manufacturer": "A manufacturer", "other": "Others than a manufacturer"}


def funding(book: Book, here: str, claim: Claim) -> str:
    """A line for each kind of payer; what is not known is said once, with its number."""
    cited = {item.source: book.library.sources[item.source or ""] for item in claim.evidence}
    studies = [source for source in cited.values() if not source.is_lay]
    if not studies:
        return ""
    lines = []
    for payer, name in _PAYERS.items():
        paid = [source for source in studies if _payer(source) == payer]
        links = [address.link(here, address.source(each.key), book.short(each)) for each in paid]
        lines += [f"**{name}:** {', '.join(links)}"] if links else []
    return f"## Who paid for the studies\n\n{bullets([*lines, *_unknown(studies)])}"


def _payer(source: Source) -> str | None:
    return source.study.funding if source.study else None


def _unknown(studies: list[Source]) -> list[str]:
    number = sum(_payer(source) is None for source in studies)
    if not number:
        return []
    if number == len(studies):
        return [f"Not known for {'any of the ' if number > 1 else ''}{count(number, 'source')} cited here."]
    return [f"Not known for the other {number:,}."]

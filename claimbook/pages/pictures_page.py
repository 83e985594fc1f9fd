"""The page of pictures: the whole base at a glance, each picture with its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.pages import address
from claimbook.pages.pictures import evidence_map, findings_by_year, ledger_verdicts, shown, stances
from claimbook.pages.text import front_matter, page

if TYPE_CHECKING:
    from claimbook.pages.book import Book

_OPENING = (
    "Four pictures of this base, made anew from its claims with every change. They show what stands here, not "
    "all that was ever studied. Each holds its citation, so a screenshot of it still says where it is from. "
    "The numbers of each stand below it as a table."
)


def pictures_page(book: Book) -> bytes:
    """The evidence map, the sides that studies take, findings by year, and the verdicts on lay pages."""
    here = address.PICTURES
    parts = (
        ("What is known, and how surely", book.once(evidence_map)),
        ("Where studies agree and disagree", book.once(stances)),
        ("How old the evidence is, and of what kind", book.once(findings_by_year)),
        ("What people are told", book.once(ledger_verdicts)),
    )
    drawn = [f"## {name}\n\n{shown(book, here, picture)}" for name, picture in parts if picture]
    return page(
        front_matter("Pictures", "The whole base in four pictures, with the numbers of each as a table."),
        "# Pictures",
        _OPENING if drawn else "There is nothing to draw in this base yet.",
        *drawn,
    )

"""Claims × studies: which study takes which side on which claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.grading import is_own
from claimbook.pages import address
from claimbook.pages.text import front_matter, grid, md, page
from claimbook.pages.words import statement

if TYPE_CHECKING:
    from claimbook.model import Claim, Source
    from claimbook.pages.book import Book

_CELLS = {"supports": "✓ for", "disputes": "✗ against", "qualifies": "± reserved"}
LEGEND = (
    "✓ for: it supports the claim. ✗ against: it disputes it. ± reserved: it says when or how far the claim "
    "holds. Where a study has several findings on one claim, each side is shown. In brackets: it studied others "
    "than the claim is about, and is not counted. Empty: it is not cited there."
)


def matrix(book: Book, here: str, claims: list[Claim]) -> str:
    """A numbered list of the claims that studies speak on, and a row for each study; empty without one."""
    cited = [claim for claim in claims if _studies(book, claim)]
    studies = sorted({source.key: source for claim in cited for source in _studies(book, claim)}.items())
    if not studies:
        return ""
    names = [
        f"{number}. {address.link(here, address.claim(claim.id), statement(claim))}"
        for number, claim in enumerate(cited, 1)
    ]
    head = ["Study", *(f"Claim {number}" for number in range(1, len(cited) + 1))]
    rows = [_row(book, here, source, cited) for _, source in studies]
    return "\n\n".join(("\n".join(names), '<div class="cb-grid" markdown="1">', grid(head, rows), "</div>"))


def _studies(book: Book, claim: Claim) -> list[Source]:
    sources = (book.library.sources[item.source or ""] for item in claim.evidence)
    return [source for source in sources if not source.is_lay]


def _row(book: Book, here: str, source: Source, claims: list[Claim]) -> list[str]:
    name = address.link(here, address.source(source.key), book.short(source))
    return [name, *(_cell(source, claim) for claim in claims)]


def _cell(source: Source, claim: Claim) -> str:
    """The sides that a study takes; one on other subjects than the claim's stands in brackets."""
    items = [item for item in claim.evidence if item.source == source.key]
    marks = dict.fromkeys((item.stance or "", is_own(claim, item, source)) for item in items)
    return " ".join(_mark(stance, own=own) for stance, own in marks)


def _mark(stance: str, *, own: bool) -> str:
    words = _CELLS[stance] if own else f"({_CELLS[stance]})"
    return f'<span class="cb-stance cb-stance--{stance}">{words}</span>'


def matrix_page(book: Book) -> bytes:
    """The matrix of every topic."""
    here = address.MATRIX
    parts = []
    for topic in book.library.topics:
        drawn = matrix(book, here, book.claims_by_topic.get(topic.id or "", []))
        if drawn:
            parts += [f"## {md(topic.title or '')}", drawn]
    return page(
        front_matter("Claims and studies", "Which study takes which side on which claim, topic by topic."),
        "# Claims and studies",
        LEGEND if parts else "No study stands in this base yet.",
        *parts,
    )

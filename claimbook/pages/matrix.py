"""Claims × studies: which study takes which side on which claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.grading import is_own
from claimbook.pages import address
from claimbook.pages.text import front_matter, grid, md, page
from claimbook.pages.words import statement

if TYPE_CHECKING:
    from claimbook.model import Claim
    from claimbook.pages.book import Book

_CELLS = {"supports": "✓ for", "disputes": "✗ against", "qualifies": "± reserved"}
LEGEND = (
    "✓ for: it supports the claim. ✗ against: it disputes it. ± reserved: it says when or how far the claim "
    "holds. Where a study has several findings on one claim, each side is shown. In brackets: it studied others "
    "than the claim is about, and is not counted. Empty: it is not cited there."
)


def matrix(book: Book, here: str, claims: list[Claim]) -> str:
    """A numbered list of the claims that studies speak on, and a row for each study; empty without one."""
    every = book.once(_every)
    sides = {claim.id: found for claim in claims if (found := every[claim.id])}
    if not sides:
        return ""
    names = [
        f"{number}. {address.link(here, address.claim(claim.id), statement(claim))}"
        for number, claim in enumerate((each for each in claims if each.id in sides), 1)
    ]
    head = ["Study", *(f"Claim {number}" for number in range(1, len(sides) + 1))]
    studies = sorted({key for found in sides.values() for key in found})
    rows = {key: [_name(book, here, key), *[""] * len(sides)] for key in studies}
    for number, found in enumerate(sides.values(), 1):
        for key, marks in found.items():
            rows[key][number] = marks
    return "\n\n".join(
        ("\n".join(names), '<div class="cb-grid" markdown="1">', grid(head, [*rows.values()]), "</div>")
    )


def _name(book: Book, here: str, key: str) -> str:
    return address.link(here, address.source(key), book.short(book.library.sources[key]))


def _every(book: Book) -> dict[str, dict[str, str]]:
    """The sides that studies take on each claim, by its id."""
    return {claim.id: _sides(book, claim) for claim in book.library.claims}


def _sides(book: Book, claim: Claim) -> dict[str, str]:
    """The sides that studies take, by key; one on other subjects than the claim's stands in brackets."""
    found: dict[str, dict[str, None]] = {}
    for item in claim.evidence:
        source = book.library.sources[item.source or ""]
        if not source.is_lay:
            mark = _mark(item.stance or "", own=is_own(claim, item, source))
            found.setdefault(source.key, {})[mark] = None
    return {key: " ".join(marks) for key, marks in found.items()}


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

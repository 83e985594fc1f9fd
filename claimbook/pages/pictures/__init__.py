"""Pictures of a whole base and of one topic, made while building: SVG for the page, with the same in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.pages.pictures.claims_map import claims_list, claims_map
from claimbook.pages.pictures.evidence import evidence_map
from claimbook.pages.pictures.frame import file, shown
from claimbook.pages.pictures.readings import ledger_verdicts
from claimbook.pages.pictures.sides import stances
from claimbook.pages.pictures.years import findings_by_year

if TYPE_CHECKING:
    from claimbook.pages.book import Book

__all__ = [
    "claims_list",
    "claims_map",
    "evidence_map",
    "findings_by_year",
    "ledger_verdicts",
    "picture_files",
    "shown",
    "stances",
]


def picture_files(book: Book) -> dict[str, bytes]:
    """Every picture as a file of its own, by path."""
    whole = (book.once(each) for each in (evidence_map, stances, findings_by_year, ledger_verdicts))
    topics = (claims_map(book, topic) for topic in book.library.topics)
    return {picture.path: file(book, picture) for picture in (*whole, *topics) if picture}

"""Records for reference managers: all sources in one file, and one file a source and a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.citing.records import written
from claimbook.pages import address, files
from claimbook.pages.cite import records

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimbook.pages.book import Book


def all_sources(ending: str) -> Callable[[Book], bytes]:
    """What makes the file of every source in one format, by their keys; lay pages are among them."""

    def make(book: Book) -> bytes:
        made = book.once(records)
        return written(ending, (made[address.source(key)][ending] for key in sorted(book.library.sources)))

    return make


def single_records(book: Book) -> dict[str, bytes]:
    """Each source and each claim's page as a file of its own in every format, by path."""
    return {
        files.beside(page, ending): written(ending, [text])
        for page, made in book.once(records).items()
        for ending, text in made.items()
    }

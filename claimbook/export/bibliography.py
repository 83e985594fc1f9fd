"""Records for reference managers: all sources in one file, and one file a source and a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.citing.records import FORMATS, written
from claimbook.pages import address, files
from claimbook.pages.cite import claim_record, source_record

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimbook.pages.book import Book


def all_sources(ending: str) -> Callable[[Book], bytes]:
    """What makes the file of every source in one format, by their keys; lay pages are among them."""

    def make(book: Book) -> bytes:
        sources = sorted(book.library.sources.values(), key=lambda source: source.key)
        return written(ending, [source_record(source) for source in sources])

    return make


def single_records(book: Book) -> dict[str, bytes]:
    """Each source and each claim's page as a file of its own in every format, by path."""
    records = {address.source(each.key): source_record(each) for each in book.library.sources.values()}
    records |= {address.claim(each.id): claim_record(each, book.site) for each in book.library.claims}
    return {
        files.beside(page, ending): written(ending, [record])
        for page, record in records.items()
        for ending in FORMATS
    }

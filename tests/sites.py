"""What a site of a tiny base is built from: the pages, and the files beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook import export, pages
from claimbook.pages.book import Book

if TYPE_CHECKING:
    from claimbook.checks import Facts


def content(facts: Facts) -> dict[str, bytes]:
    """By path, all that stands in build/docs but for what is written by hand."""
    book = Book(facts)
    return {**pages.make(book), **export.files(book)}

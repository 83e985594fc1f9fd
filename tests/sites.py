"""What a site of a tiny base is built from: the project's own assets, the pages, and the files beside them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claimbook import export, pages
from claimbook.pages.book import Book

if TYPE_CHECKING:
    from claimbook.checks import Facts

ASSETS = Path(__file__).parents[1] / "docs" / "assets"


def content(facts: Facts) -> dict[str, bytes]:
    """By path, all that stands in build/docs but for what is written by hand."""
    assets = {f"assets/{path.name}": path.read_bytes() for path in ASSETS.iterdir()}
    return {**assets, **pages.make(facts), **export.files(Book(facts))}

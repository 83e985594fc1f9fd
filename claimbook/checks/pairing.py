"""Lay pages and the texts kept beside them: which of either stands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.load.ids import proper_id

if TYPE_CHECKING:
    from claimbook.checks.whole import Whole

_MOST = 100  # so many pairs to compare are no slip


def lone_texts(whole: Whole) -> list[str]:
    """The keys of texts beside which no source stands, under this name or one that was meant to be it."""
    return [key for key in whole.base.held if key not in whole.base.listing.source_names]


def lone_pages(whole: Whole) -> list[str]:
    """The keys of lay pages beside which no text stands, readable or not."""
    pages = (note.key for note in whole.sources.values() if note.is_lay)
    return [key for key in pages if proper_id(key) not in whole.base.listing.text_names]


def misnamed_texts(whole: Whole) -> dict[str, str]:
    """Lone pages by the key of the lone text that is probably theirs, since it holds what is quoted of them.

    One of the two was renamed, and that is one fault.
    """
    texts, pages = lone_texts(whole), lone_pages(whole)
    if len(texts) * len(pages) > _MOST:
        return {}
    return {text: page for text in texts for page in pages if _belongs(whole, text, page)}


def _belongs(whole: Whole, key: str, page: str) -> bool:
    text, quoted = whole.text(key), whole.quotes.get(page, [])
    if not quoted:
        return key in whole.unknown_sources  # the page was renamed, and claims know it by its old key
    return text is not None and any(text.find(each.quote) for each in quoted)

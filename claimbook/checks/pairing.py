"""Lay pages and the texts kept beside them: which of either stands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.load.ids import proper_id

if TYPE_CHECKING:
    from claimbook.checks.facts import Facts

_MOST = 100  # so many pairs to compare are no slip


def lone_texts(facts: Facts) -> list[str]:
    """The keys of texts beside which no source stands, under this name or one that was meant to be it."""
    return [key for key in facts.library.held if key not in facts.source_names]


def lone_pages(facts: Facts) -> list[str]:
    """The keys of lay pages beside which no text stands, readable or not."""
    pages = (source.key for source in facts.library.sources.values() if source.is_lay)
    return [key for key in pages if facts.text_names.isdisjoint((key, proper_id(key)))]


def misnamed_texts(facts: Facts) -> dict[str, str]:
    """Lone pages by the key of the lone text that is probably theirs, since it holds what is quoted of them.

    One of the two was renamed, and that is one fault.
    """
    texts, pages = lone_texts(facts), lone_pages(facts)
    if len(texts) * len(pages) > _MOST:
        return {}
    return {text: page for text in texts for page in pages if _belongs(facts, text, page)}


def _belongs(facts: Facts, key: str, page: str) -> bool:
    text, quoted = facts.text(key), facts.quoted_by_source.get(page, [])
    if not quoted:
        return key in facts.unknown_sources  # the page was renamed, and claims know it by its old key
    return text is not None and any(text.find(each.quote) for each in quoted)

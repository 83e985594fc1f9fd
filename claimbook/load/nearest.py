"""Which known word a misspelt one was meant to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 60
_SHORT = 3
_LIKE, _LIKE_IF_SHORT = 0.6, 0.5  # the ratio of difflib; one slip in a word of two letters halves it


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like `word`, whatever its capitals, or None where nothing resembles it."""
    if len(word) > _LONGEST:
        return None
    from difflib import get_close_matches

    lowered = {each.lower(): each for each in known}
    cutoff = _LIKE_IF_SHORT if len(word) <= _SHORT else _LIKE
    found = get_close_matches(word.lower(), list(lowered), 1, cutoff)
    return lowered[found[0]] if found else None

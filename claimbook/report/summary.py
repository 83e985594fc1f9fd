"""The last line of a run: how much was found, and how much was looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def summary(counts: Mapping[str, int]) -> str:
    """Return the counts as one line of words, without a line break."""
    found = [_many(counts["errors"], "error"), _many(counts["warnings"], "warning")]
    seen = [
        _many(counts["claims"], "claim"),
        _many(counts["topics"], "topic"),
        _many(counts["sources"], "source"),
        _many(counts["evidence"], "evidence item"),
        _verified(counts, "quote"),
        _verified(counts, "passage"),
    ]
    return f"{', '.join(found)} · {', '.join(seen)}"


def _verified(counts: Mapping[str, int], noun: str) -> str:
    return f"{counts[f'{noun}s_verified']} of {_many(counts[f'{noun}s'], noun)} verified"


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

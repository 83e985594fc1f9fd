"""Which words a statement needs at each certainty (GRADE's informative statements)."""

from __future__ import annotations

import re

_VERY = re.compile(r"\bvery\s+uncertain\b", re.IGNORECASE)
_WEAK = re.compile(r"\b(?:may|might|could)\b")
_FAIR = re.compile(r"\b(?:probably|likely|unlikely)\b", re.IGNORECASE)

# What a statement must hold one of; weaker words are always fine, so each certainty admits those below it.
_WORDS = {
    "very-low": ("very uncertain",),
    "low": ("may", "might", "could"),
    "moderate": ("probably", "likely"),
}
_PATTERNS = {"very-low": (_VERY,), "low": (_VERY, _WEAK), "moderate": (_VERY, _WEAK, _FAIR)}


def allowed_words(certainty: str) -> tuple[str, ...]:
    """The words of which a statement of this certainty holds one; empty where it needs none."""
    return _WORDS.get(certainty, ())


def fits_wording(statement: str, certainty: str) -> bool:
    """Whether the statement is worded no surer than `certainty` (high, moderate, low, very-low or none)."""
    patterns = _PATTERNS.get(certainty, ())
    return not patterns or any(pattern.search(statement) for pattern in patterns)

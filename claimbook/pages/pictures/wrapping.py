"""Text into lines of a given width, without a font at hand: SVG has no line breaks of its own."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from claimbook.pages.text import clean

# Advance widths in em, rounded up from wide sans-serif fonts, so that a line ends too early, never too late.
_THIN = frozenset(" .,:;'|!()[]/ijlftrI")
_BROAD = frozenset("mwMW@%—…⊕◯")
_LINE = 1.2  # em from one line to the next


def width(text: str, size: float) -> float:
    """About how wide a text is, in the unit of `size`."""
    return sum(map(_advance, text)) * size


@lru_cache(maxsize=1 << 10)
def _advance(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if character in _THIN:
        return 0.42
    if character in _BROAD:
        return 1.0
    return 0.72 if character.isupper() else 0.64


def leading(size: float) -> float:
    """The distance between two lines."""
    return round(size * _LINE, 1)


def lines(text: str, room: float, size: float) -> list[str]:
    """The text in lines no wider than `room`; a word wider than a line is broken. Nothing is left out."""
    wrapped = [""]
    for word in clean(text).split():
        for piece in _broken(word, room, size):
            longer = f"{wrapped[-1]} {piece}".strip()
            if width(longer, size) <= room:
                wrapped[-1] = longer
            else:
                wrapped.append(piece)
    return [line for line in wrapped if line]


def _broken(word: str, room: float, size: float) -> list[str]:
    """A word in pieces, each of which fits a line; almost always the word itself."""
    if width(word, size) <= room:
        return [word]
    pieces = [""]
    for character in word:
        if pieces[-1] and width(pieces[-1] + character, size) > room:
            pieces.append("")
        pieces[-1] += character
    return pieces

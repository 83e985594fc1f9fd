"""Finds the stretch of a folded text that resembles a piece most; a suggestion, never a decision."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from claimbook.quoting.borders import inside
from claimbook.quoting.characters import is_word

if TYPE_CHECKING:
    from claimbook.quoting.rewriting import Stretch

# Of 100; two English passages of a line's length that share no more than their letters reach about 50.
_ALIKE = 60
# Longer texts are first narrowed down to where most of the piece's words stand; longer pieces are cut.
_LONG_TEXT = 20_000
_LONG_PIECE = 1_000
_WORD = re.compile(r"\w+")


def resembling(text: str, piece: str) -> Stretch | None:
    """The (start, end) of whole words of the text that are most like the piece; None if nothing is."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    piece = _lower(piece[:_LONG_PIECE])
    start, end = _promising(text, piece) if len(text) > _LONG_TEXT else (0, len(text))
    found = partial_ratio_alignment(piece, _lower(text[start:end]), score_cutoff=_ALIKE)
    if not found or found.dest_start == found.dest_end:
        return None
    return whole_words(text, start + found.dest_start, start + found.dest_end)


def whole_words(text: str, start: int, end: int) -> Stretch | None:
    """The stretch moved to the nearest borders, without white space or stray punctuation at its ends."""
    start, end = _border(text, start, -1), _border(text, end, 1)
    while start < end and (text[start] in " .,;:!?)]}" or text.startswith("- ", start)):
        start += 1
    while start < end and text[end - 1] in " ,;:([{":
        end -= 1
    while inside(text, start):
        start -= 1
    while inside(text, end):
        end += 1
    return (start, end) if any(map(is_word, text[start:end])) else None


def _border(text: str, at: int, outward: int) -> int:
    """The nearest border; outward counts as nearer, since half a number or word asks for the rest of it."""
    out = back = at
    while inside(text, out):
        out += outward
    while inside(text, back):
        back -= outward
    return out if abs(out - at) <= 3 * abs(back - at) else back


def _promising(text: str, piece: str) -> Stretch:
    """The stretch, a few times the piece's length, that holds most of its words; rare ones count more."""
    wanted = set(_WORD.findall(piece))
    hits = [(found.start(), found[0]) for found in _WORD.finditer(_lower(text)) if found[0] in wanted]
    often = Counter(word for _, word in hits)
    reach = 2 * len(piece)
    best, weight, most, first = 0, 0.0, 0.0, 0
    for at, word in hits:
        weight += 1 / often[word]
        while hits[first][0] < at - reach:
            weight -= 1 / often[hits[first][1]]
            first += 1
        if weight > most:
            best, most = at, weight
    return max(0, best - 2 * reach), min(len(text), best + reach)


def _lower(text: str) -> str:
    """Lower case, unless that would move the offsets."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text

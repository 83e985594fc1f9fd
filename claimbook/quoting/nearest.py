"""Shows of a quote that is not verbatim how far it runs true, and which passage of the text comes closest."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimbook.quoting.marked import LONGEST_GAP
from claimbook.quoting.marks import has_text, outside_marks
from claimbook.quoting.resembling import resembling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.quoting.rewriting import Stretch
    from claimbook.quoting.source import Match, SourceText

_ELISION = re.compile(r"\[\s*(?:\u2026|\.\.\.)\s*\]")
_TOKEN = re.compile(r"\S+")
_WORD = re.compile(r"\S*[^\W_]")
_SAYS_WORDS = 8
# Prefixes tried one by one; among more, the region of the longest is found by halving first.
_ONE_BY_ONE = 40
_MOST_PARTS = 12
# How far the beginning that runs true, or the ending, may lie from that of the closest passage.
_SLACK = 20
_ENDING = 2  # words


class NearMiss(NamedTuple):
    """How near a quote came to the source.

    `runs_true`: the longest beginning of the quote, up to a word's end, that the source has; it ends at the
    offset `at` of the quote. `says`: the few words that the source has there instead. `closest`: the passage
    most like the quote, its white space made single spaces, which `find` finds; `span`: its (start, end) in
    the original text. Both are None where nothing resembles the quote.
    """

    runs_true: str
    at: int
    says: str
    closest: str | None
    span: Stretch | None


def nearest(source: SourceText, quote: str) -> NearMiss:
    """How near the quote came, part by part where it has elisions."""
    if not has_text(quote):
        return NearMiss("", 0, "", None, None)
    parts = list(_parts(quote))
    span = _closest(source, [quote[start:end] for start, end in parts])
    at, match = _departure(source, quote, parts, span[0] if span else 0)
    if match and span and len(parts) == 1 and abs(match.spans[0][0] - span[0]) <= _SLACK:
        begins = (match.spans[0][0], span[1])
        span = begins if _found(source, begins) else span
    span = _with_ending(source, quote, span) if span else None
    says = source.text[match.spans[-1][1] :] if match else source.text[slice(*span)] if span else ""
    return NearMiss(
        quote[:at].strip(), at, _opening_words(says), _pasted(source, span) if span else None, span
    )


def _parts(quote: str) -> Iterator[Stretch]:
    """The stretches between the elision marks that hold any text."""
    start = 0
    for mark in [*_ELISION.finditer(quote), None]:
        end = mark.start() if mark else len(quote)
        if has_text(quote[start:end]):
            yield start, end
        start = mark.end() if mark else end


def _departure(source: SourceText, quote: str, parts: list[Stretch], near: int) -> tuple[int, Match | None]:
    """Where in the quote it stops running true, and the place in the source up to which it does.

    Of several places, the one nearest to the offset `near`.
    """
    true = bisect_left(parts, True, key=lambda part: not source.look_for(quote[: part[1]]))
    at, match = 0, None
    if true:
        at = len(quote[: parts[true - 1][1]].rstrip())
        match = _nearest_of(source.look_for(quote[:at]), near)
    if true < len(parts):
        start, end = parts[true]
        length, begun = _longest_prefix(source, quote[start:end])
        if begun and length < len(quote[start:end].rstrip()):
            return start + length, _nearest_of(begun, match.spans[-1][1] if match else near)
    return at, match


def _nearest_of(found: list[Match], offset: int) -> Match:
    return min(found, key=lambda match: abs(match.spans[0][0] - offset))


def _longest_prefix(source: SourceText, part: str) -> tuple[int, list[Match]]:
    """The length of the longest beginning of the part that the source has, and where it has it."""
    ends = sorted({found.end() for pattern in (_TOKEN, _WORD) for found in pattern.finditer(part)})
    top = len(ends)
    if top > _ONE_BY_ONE:
        lost = bisect_left(ends, True, key=lambda end: not source.look_for(part[:end]))
        top = min(top, lost + _ONE_BY_ONE)
    for end in reversed(ends[:top]):
        if found := source.look_for(part[:end]):
            return end, found
    return 0, []


def _opening_words(text: str) -> str:
    words = [found[0] for found, _ in zip(_TOKEN.finditer(text), range(_SAYS_WORDS), strict=False)]
    return " ".join(words)


def _closest(source: SourceText, parts: list[str]) -> Stretch | None:
    """The stretch of the original text from what is most like the first part to the like of the last."""
    alike: list[Stretch] = []
    for part in parts[:_MOST_PARTS]:
        after = alike[-1][1] if alike else 0
        if stretch := _likest(source, part, after):
            alike.append(stretch)
    if not alike:
        return None
    in_order = all(0 <= right[0] - left[1] <= LONGEST_GAP for left, right in pairwise(alike))
    start, end = (alike[0][0], alike[-1][1]) if in_order else max(alike, key=lambda span: span[1] - span[0])
    return next((span for span in ((start, end), source.sentence_at(start)) if _found(source, span)), None)


def _likest(source: SourceText, part: str, after: int) -> Stretch | None:
    """The stretch most like one part, word for word if it can be, then best after that offset."""
    exact = [(match.spans[0][0], match.spans[-1][1]) for match in source.find(part)]
    if exact:
        return next((span for span in exact if span[0] >= after), exact[0])
    window = resembling(source.folded, outside_marks(part))
    return source.original(*window) if window else None


def _with_ending(source: SourceText, quote: str, span: Stretch) -> Stretch:
    """The stretch up to the quote's last two words, where it falls a little short of them."""
    ends = (match.spans[-1][1] for match in source.look_for(" ".join(quote.split()[-_ENDING:])))
    longer = ((span[0], end) for end in ends if span[1] < end <= span[1] + _SLACK)
    return next((each for each in longer if _found(source, each)), span)


def _found(source: SourceText, span: Stretch | None) -> bool:
    """Whether this stretch, pasted as a quote, is found where it stands."""
    found = source.look_for(_pasted(source, span)) if span else []
    return any(match.spans == (span,) for match in found)


def _pasted(source: SourceText, span: Stretch) -> str:
    return " ".join(source.text[slice(*span)].split())

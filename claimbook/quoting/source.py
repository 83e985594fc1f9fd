"""A source's text: where a quote stands in it word for word, and what stands beside it."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimbook.quoting.borders import inside
from claimbook.quoting.characters import COMPARATORS, LETTER_OR_DIGIT, PERCENT, THOUSANDS, is_word
from claimbook.quoting.folding import fold, trace
from claimbook.quoting.marked import Bounds, find_marked
from claimbook.quoting.marks import has_text, take_apart, words
from claimbook.quoting.nearest import NearMiss, nearest
from claimbook.quoting.places import places

if TYPE_CHECKING:
    from claimbook.quoting.rewriting import Layer, Stretch

# Only a space of these kinds can be part of a number, 10 000; folded, it is one like others.
_GROUPED = re.compile(rf"(?<!\w)\d{{1,3}}(?:[{THOUSANDS}]\d{{3}})+(?!\w)")
_NEARBY = 200
# Several rules ask for the same quote; a text is asked for few different ones.
_MOST_KEPT = 1_000
# What of a sentence may stand after a part that is all of it: closing marks, and a note number that touches it.
_AFTER_ALL = re.compile(r"[^\w.!?]*(?:(?<=[^\w\s])\d{1,3}(?:[,\u2013-]\d{1,3})*[^\w.!?]*)?")


class Match(NamedTuple):
    """One place where a quote stands: the (start, end) of each of its parts in the original text."""

    spans: tuple[Stretch, ...]


class SourceText:
    """A text to find quotes in. Folding waits for the first quote; all offsets are of the original text."""

    __slots__ = ("_folded", "_found", "_layers", "_sentences", "_thousands", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded: str | None = None
        self._layers: list[Layer] = []
        self._found: dict[str, list[Match]] = {}
        self._sentences: list[Stretch] | None = None
        self._thousands: list[Stretch] = []

    @property
    def folded(self) -> str:
        """The text in its canonical form, for the modules of this package."""
        if self._folded is None:
            self._folded, self._layers = trace(self.text, broken_words=True)
            if any(space in self.text for space in THOUSANDS):
                self._thousands = [found.span() for found in _GROUPED.finditer(self.text)]
        return self._folded

    def find(self, quote: str) -> list[Match]:
        """All places where the quote stands word for word, in order; none: it is not verbatim.

        Typography is folded on both sides, never what carries meaning; a match begins and ends at whole
        words, numbers and ranges; a bracket is the source's own, or else an elision, insertion or case.
        """
        found = self._found.get(quote)
        if found is None:
            if len(self._found) >= _MOST_KEPT:
                self._found.clear()
            found = self._found[quote] = self.look_for(quote)
        return found.copy()

    def look_for(self, quote: str) -> list[Match]:
        """As `find`, without keeping what was found."""
        piece = fold(quote)
        if not (piece[:1].isalnum() or has_text(piece)):
            return []
        text = self._folded if self._folded is not None else self.folded
        matches: list[Match] = []
        for start, end in places(text, piece):
            if not (inside(text, start) or inside(text, end)):
                matches.append(Match((self.original(start, end),)))
        if "[" in piece:
            matches = self._with_marks(piece, matches)
        return list(filter(self._keeps_thousands, matches)) if self._thousands else matches

    def _with_marks(self, piece: str, literal: list[Match]) -> list[Match]:
        """The literal matches, and between them those in which a bracket is an editorial mark."""
        found = find_marked(self.folded, take_apart(piece), Bounds(self._gap, self._is_whole))
        matches = [Match(tuple(self.original(*part) for part in parts)) for parts in found]
        by_start = {match.spans[0][0]: match for match in [*matches, *literal]}
        return [by_start[start] for start in sorted(by_start)]

    def near_miss(self, quote: str) -> NearMiss:
        """For a quote that is not found: how far it runs true, and the passage that comes closest."""
        return nearest(self, quote)

    def beside(self, match: Match, before: str | None, after: str | None) -> bool:
        """Whether these words stand directly before and after the match; None, or no words: anything may.

        They are compared as quotes are; only white space and punctuation may lie between.
        """
        start, end = match.spans[0][0], match.spans[-1][1]
        if before:
            near = SourceText(self.text[max(0, start - _NEARBY - 4 * len(before)) : start])
            if not any(_bare(near.text[found.spans[-1][1] :]) for found in near.find(before)):
                return False
        if after:
            near = SourceText(self.text[end : end + _NEARBY + 4 * len(after)])
            if not any(_bare(near.text[: found.spans[0][0]]) for found in near.find(after)):
                return False
        return True

    def gaps(self, match: Match) -> list[Stretch]:
        """The (start, end) of each stretch that an elision of the quote leaves out."""
        return [(left[1], right[0]) for left, right in pairwise(match.spans)]

    def sentences(self) -> list[Stretch]:
        """The (start, end) of each sentence, as `claimbook.quoting.sentences` splits them."""
        if self._sentences is None:
            # Its patterns take longest to compile, and most commands split no text.
            from claimbook.quoting.sentences import sentences

            self._sentences = sentences(self.text)
        return self._sentences

    def sentence_at(self, offset: int) -> Stretch | None:
        """The sentence that holds this original offset; None between sentences."""
        found = self.sentences()
        number = bisect_right(found, (offset, len(self.text))) - 1
        return found[number] if number >= 0 and offset < found[number][1] else None

    def words_before(self, match: Match, count: int) -> str:
        """At most `count` words of the same sentence that stand before the match, folded."""
        start = match.spans[0][0]
        sentence = self.sentence_at(start)
        before = words(fold(self.text[sentence[0] : start])) if sentence else []
        return " ".join(before[-count:]) if count > 0 else ""

    def original(self, start: int, end: int) -> Stretch:
        """The original (start, end) of a stretch of the folded text."""
        for layer in self._layers:
            start, end = layer.before(start, end)
        return start, end

    def _keeps_thousands(self, match: Match) -> bool:
        return not any(
            start < at < end for start, end in self._thousands for span in match.spans for at in span
        )

    def _gap(self, end: int, start: int) -> int:
        return self.original(start, start)[0] - self.original(end, end)[1]

    def _is_whole(self, start: int, end: int) -> bool:
        start, end = self.original(start, end)
        sentence = self.sentence_at(start)
        return (
            sentence is not None
            and LETTER_OR_DIGIT.search(self.text, sentence[0], start) is None
            and _AFTER_ALL.fullmatch(self.text, end, max(end, sentence[1])) is not None
        )


def _bare(text: str) -> bool:
    """Whether nothing but white space and punctuation stands here."""
    return not any(is_word(char) or char in COMPARATORS + PERCENT for char in text)

"""Which sentences of a lay page are accounted for, and which may be where a reported fault hides it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimbook.checks.notes import QuoteNote, SourceNote
    from claimbook.checks.whole import Trace, Whole
    from claimbook.quoting import SourceText
    from claimbook.yamltext import TextFile

_WORD = re.compile(r"\w+")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_RUN = 3  # so many words in a row are no chance


class Page:
    """The sentences of a lay page, in order, numbered from 0."""

    def __init__(self, note: SourceNote, held: TextFile, whole: Whole) -> None:
        self.note = note
        self.held = held
        self.sentences = note.sentences
        self._whole = whole

    @property
    def text(self) -> SourceText:
        """Its text to find quotes in."""
        text = self._whole.text(self.note.key)
        assert text is not None, "it is held"
        return text

    def touched(self, spans: Iterable[tuple[int, int]]) -> set[int]:
        """The sentences of which a stretch holds a word, or a part of one."""
        return {number for start, end in spans for number in self._touched(start, end)}

    def found(self, quote: str) -> set[int]:
        """The sentences of which a quote holds a word, where it stands here."""
        return self.touched(span for match in self.text.find(quote) for span in match.spans)

    def meant(self, quote: str) -> set[int]:
        """The sentences that come closest to a quote which does not stand here; none where nothing does."""
        span = self.text.near_miss(quote).span
        return set(self._touched(*span)) if span else set()

    def _touched(self, start: int, end: int) -> Iterator[int]:
        number = max(0, bisect_right(self._starts, start) - 1)
        while number < len(self.sentences) and self._starts[number] < end:
            first, last = max(start, self._starts[number]), min(end, self.sentences[number][1])
            if _LETTER_OR_DIGIT.search(self.held.text, first, last):
                yield number
            number += 1

    def resembled(self, text: str) -> set[int]:
        """The sentences that share three words in a row with a text, or all their words if they are fewer."""
        words = _words(text)
        return {
            number
            for length in range(1, _RUN + 1)
            for run in _runs(words, length)
            for number in self._by_run.get(run, ())
        }

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    @cached_property
    def _by_run(self) -> dict[tuple[str, ...], set[int]]:
        index = defaultdict(set)
        for number, (start, end) in enumerate(self.sentences):
            words = _words(self.held.text[start:end])
            for run in _runs(words, min(_RUN, len(words))):
                index[run].add(number)
        return index


class Accounts:
    """What is quoted and set aside of the lay pages, and what may be."""

    def __init__(self, whole: Whole) -> None:
        self.whole = whole

    def page(self, note: SourceNote) -> Page | None:
        """The page of a source, or None where its text is not held; of a study's text it has no sentences."""
        held = self.whole.base.held.get(note.key)
        return Page(note, held, self.whole) if held is not None else None

    def untouched(self, page: Page) -> set[int]:
        """The sentences of which no quote that was found touches a word."""
        spans = (span for each in self._quoted(page) for span in each.spans)
        return set(range(len(page.sentences))) - page.touched(spans)

    def unaccounted(self, page: Page) -> list[int]:
        """The same, without those that something lost may have touched, in order."""
        rest = self.untouched(page)
        return sorted(rest - self._suspected(page, rest)) if rest else []

    def _suspected(self, page: Page, rest: set[int]) -> set[int]:
        """The sentences that a lost quote may have meant: all the rest where nothing tells which."""
        suspected: set[int] = set()
        for trace in [*self._traces[None], *self._traces[page.note.key]]:
            suspected |= page.resembled(trace.text) or (rest if trace.certain else set())
        for each in self._quoted(page):
            if each.is_lost:
                near = page.meant(each.quote) | page.resembled(each.quote)
                suspected |= page.found(each.quote) or near & rest or rest
        for quote in self.whole.strays:
            suspected |= page.found(quote)
        return suspected

    def _quoted(self, page: Page) -> list[QuoteNote]:
        return self.whole.quotes.get(page.note.key, [])

    @cached_property
    def _traces(self) -> dict[str | None, list[Trace]]:
        """By the page that a trace names, or None where it may have meant any."""
        groups: dict[str | None, list[Trace]] = defaultdict(list)
        for trace in self.whole.quote_traces:
            for key in trace.sources or (None,):
                groups[key].append(trace)
        return groups


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _runs(words: list[str], length: int) -> Iterator[tuple[str, ...]]:
    return (tuple(words[first : first + length]) for first in range(len(words) - length + 1))

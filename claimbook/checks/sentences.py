"""Which sentences of a lay page are accounted for, and which may be where a reported fault hides it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from claimbook.checks.traces import quote_traces, stray_quotes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimbook.checks.facts import Facts, Quoted
    from claimbook.checks.traces import Trace
    from claimbook.model import Source
    from claimbook.quoting import Match, SourceText
    from claimbook.yamltext import TextFile

_WORD = re.compile(r"\w+")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_RUN = 3  # so many words in a row are no chance


class Page:
    """The sentences of a lay page, in order, numbered from 0."""

    def __init__(self, source: Source, held: TextFile, text: SourceText) -> None:
        self.source = source
        self.held = held
        self.text = text
        self.sentences = text.sentences()

    def touched(self, matches: Iterable[Match]) -> set[int]:
        """The sentences of which a match holds a word, or a part of one."""
        spans = (span for match in matches for span in match.spans)
        return {number for start, end in spans for number in self._touched(start, end)}

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

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    def page(self, source: Source) -> Page | None:
        """The page of a source, or None where it is no lay page or its text is not held."""
        held, text = self.facts.library.held.get(source.key), self.facts.text(source.key)
        return Page(source, held, text) if source.is_lay and held is not None and text is not None else None

    def untouched(self, page: Page) -> set[int]:
        """The sentences of which no quote that was found touches a word."""
        found = (match for each in self._quoted(page) for match in each.matches)
        return set(range(len(page.sentences))) - page.touched(found)

    def unaccounted(self, page: Page) -> list[int]:
        """The same, without those that something lost may have touched, in order."""
        rest = self.untouched(page)
        return sorted(rest - self._suspected(page, rest)) if rest else []

    def _suspected(self, page: Page, rest: set[int]) -> set[int]:
        """The sentences that a lost quote may have meant: all the rest where nothing tells which."""
        suspected: set[int] = set()
        for trace in [*self._traces[None], *self._traces[page.source.key]]:
            suspected |= page.resembled(trace.text) or (rest if trace.certain else set())
        for each in self._quoted(page):
            if each.is_lost:
                near = page.meant(each.quote) | page.resembled(each.quote)
                suspected |= page.touched(page.text.find(each.quote)) or near & rest or rest
        for quote in self._strays:
            suspected |= page.touched(page.text.find(quote))
        return suspected

    def _quoted(self, page: Page) -> list[Quoted]:
        return self.facts.quoted_by_source.get(page.source.key, [])

    @cached_property
    def _traces(self) -> dict[str | None, list[Trace]]:
        """By the page that a trace names, or None where it may have meant any."""
        groups: dict[str | None, list[Trace]] = defaultdict(list)
        for trace in quote_traces(self.facts):
            for key in trace.sources or (None,):
                groups[key].append(trace)
        return groups

    @cached_property
    def _strays(self) -> list[str]:
        return stray_quotes(self.facts)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _runs(words: list[str], length: int) -> Iterator[tuple[str, ...]]:
    return (tuple(words[first : first + length]) for first in range(len(words) - length + 1))

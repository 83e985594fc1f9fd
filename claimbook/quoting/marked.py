"""Finds a quote with editorial marks: each bracket is the source's own, or else an editor's."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimbook.quoting.borders import inside
from claimbook.quoting.characters import BREAK
from claimbook.quoting.marks import words
from claimbook.quoting.places import places
from claimbook.quoting.readings import Done, State, has_word, readings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimbook.quoting.marks import Marked
    from claimbook.quoting.rewriting import Stretch

LONGEST_GAP = 600
FEWEST_WORDS = 3
# One character can fold to three.
_WINDOW = 3 * LONGEST_GAP + 3
# Readings tried for one quote; one with a hundred marks in an ordinary text needs a few hundred.
_MOST_STEPS = 40_000
_PLACES_A_STEP = 10


class Bounds(NamedTuple):
    """What only the original text can answer, asked in offsets of the folded one."""

    gap: Callable[[int, int], int]  # from the end of a part to the start of the next, in characters
    whole: Callable[[int, int], bool]  # is this part a whole sentence?


class _Opening(NamedTuple):
    """What a part may begin with, the number of the quote's text that this ends in, and what precedes it."""

    words: str
    text: int
    elided: bool


def find_marked(source: str, quote: Marked, bounds: Bounds) -> list[list[Stretch]]:
    """The parts of the quote, for each place in the folded source where it stands.

    Each next part is as near as it can be. In a contrived text, the search ends after so many readings.
    """
    return _Search(source, quote, bounds).run()


class _Search:
    """One quote looked for in one source: depth first, no reading tried twice, and only so many."""

    def __init__(self, source: str, quote: Marked, bounds: Bounds) -> None:
        self.source = source
        self.quote = quote
        self.last = len(quote.brackets)
        self.bounds = bounds
        self.seen: set[tuple[object, ...]] = set()
        self.steps = _MOST_STEPS

    def run(self) -> list[list[Stretch]]:
        found: list[list[Stretch]] = []
        for openings in self._openings(0):
            for opening in openings:
                starts = self._begin(opening, 0, None, None)
                found += [parts for start in starts if (parts := self._finish(start))]
            if found:
                break
        return found

    def _finish(self, start: State) -> list[Stretch] | None:
        """The parts of the first complete reading that begins so."""
        pending: list[Iterator[State]] = [iter([start])]
        path: list[tuple[object, ...]] = []
        while pending:
            state = next(pending[-1], None) if self.steps > 0 else None
            if state is None:
                pending.pop()
                del path[-1:]
            elif state.text == self.last:
                if state.start < 0 or self._can_end(state):
                    # Another start may well complete in the same way.
                    self.seen.difference_update(path)
                    return _parts(state)
            elif (key := state[:-1]) not in self.seen:
                self.steps -= 1
                self.seen.add(key)
                path.append(key)
                pending.append(self._next(state))
        return None

    def _next(self, state: State) -> Iterator[State]:
        yield from readings(self.source, self.quote, state)
        if self.quote.brackets[state.text].leaves_out and self._can_end(state._replace(elided=True)):
            yield from self._after_elision(state)

    def _after_elision(self, state: State) -> Iterator[State]:
        """The beginnings of the next part within reach; if none is to come, the end of the quote."""
        done = Done((state.start, state.at), state.done)
        last = True
        for openings in self._openings(state.text + 1):
            last = False
            for opening in openings:
                high = state.at + _WINDOW + len(opening.words)
                for begun in self._begin(opening, state.at, high, done):
                    if self.bounds.gap(state.at, begun.start) <= LONGEST_GAP:
                        yield begun
        if last:
            yield state._replace(text=self.last, start=-1, done=done)

    def _openings(self, text: int) -> Iterator[list[_Opening]]:
        """How a part can begin at the quote's text of that number, the best reading first."""
        texts, brackets = self.quote
        elided = text > 0
        while not (here := texts[text].lstrip(" ")):
            if text == self.last:
                return
            bracket, after = brackets[text], texts[text + 1]
            yield [_Opening(bracket.text + after, text + 1, elided)]
            if letter := bracket.letter:
                cases = {letter.lower(), letter.upper()}
                yield [_Opening(case + after, text + 1, elided) for case in cases]
            if not bracket.leaves_out:
                return
            text, elided = text + 1, True
        yield [_Opening(here, text, elided)]

    def _begin(self, opening: _Opening, low: int, high: int | None, done: Done | None) -> Iterator[State]:
        """A state for each place in this stretch of the source where a part can begin so."""
        piece = opening.words.rstrip(" ")
        gap = piece != opening.words
        found = places(self.source, piece, low, high)
        self.steps -= len(found) // _PLACES_A_STEP
        for start, end in found:
            if self.steps <= 0:
                return
            if not inside(self.source, start):
                yield State(opening.text, end, start, gap, has_word(piece), opening.elided, done)

    def _can_end(self, state: State) -> bool:
        """Whether a part can end here: at a border, and long enough if something is left out beside it."""
        if inside(self.source, state.at):
            return False
        part = self.source[state.start : state.at].replace(BREAK, "") if state.elided else ""
        return (
            not state.elided or len(words(part)) >= FEWEST_WORDS or self.bounds.whole(state.start, state.at)
        )


def _parts(state: State) -> list[Stretch]:
    """The parts of a complete reading, first one first."""
    parts = [(state.start, state.at)] if state.start >= 0 else []
    done = state.done
    while done:
        parts.append(done.part)
        done = done.before
    return parts[::-1]

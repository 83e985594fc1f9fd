"""What one bracket of a quote can be at one place of the source, other than an elision."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimbook.quoting.borders import inside
from claimbook.quoting.characters import LETTER_OR_DIGIT, is_word
from claimbook.quoting.places import reads

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.quoting.marks import Marked
    from claimbook.quoting.rewriting import Stretch


class Done(NamedTuple):
    """A part that is complete, and those before it."""

    part: Stretch
    before: Done | None


class State(NamedTuple):
    """How far a reading has come: the quote's texts up to `text` are read, the source up to `at`."""

    text: int
    at: int
    start: int  # where this part began; -1: the quote has ended with an elision
    gap: bool  # the quote has a space here for which the source has not been asked
    after_word: bool  # a word of the quote stands between the last bracket and here
    elided: bool  # an elision stands before this part
    done: Done | None


def readings(source: str, quote: Marked, state: State) -> Iterator[State]:
    """The states after the next bracket and the text behind it, the best reading first."""
    yield from _as_it_stands(source, quote, state)
    yield from _as_case(source, quote, state)
    yield from _as_insertion(source, quote, state)


def has_word(text: str) -> bool:
    """Whether a letter or digit is in it."""
    return LETTER_OR_DIGIT.search(text) is not None


def _as_it_stands(source: str, quote: Marked, state: State) -> Iterator[State]:
    """The bracket is the source's own."""
    bracket, after = quote.brackets[state.text].text, quote.texts[state.text + 1]
    piece = " " * state.gap + bracket + after.rstrip(" ")
    yield from _read(source, piece, state.at, after, state._replace(after_word=has_word(bracket + after)))


def _as_case(source: str, quote: Marked, state: State) -> Iterator[State]:
    """The bracket holds the first letter of a word, in another case."""
    letter, after = quote.brackets[state.text].letter, quote.texts[state.text + 1]
    at = state.at + state.gap
    if not letter or not source.startswith(" " * state.gap, state.at) or inside(source, at):
        return
    if source[at : at + 1].casefold() == letter.casefold():
        yield from _read(source, after.rstrip(" "), at + 1, after, state._replace(after_word=True))


def _as_insertion(source: str, quote: Marked, state: State) -> Iterator[State]:
    """The bracket holds words that the source has not; they follow a word of the quote and touch none."""
    bracket, after = quote.brackets[state.text], quote.texts[state.text + 1]
    touches = (not state.gap and is_word(source[state.at - 1])) or is_word(after[:1])
    if touches or not state.after_word or not bracket.inserts:
        return
    piece = after.strip(" ")
    state = state._replace(after_word=has_word(piece))
    if not piece:
        yield state._replace(text=state.text + 1, gap=state.gap or after != "")
    elif after.startswith(" ") and not source.startswith("--", state.at - 2):
        yield from _read(source, " " + piece, state.at, after, state)
    elif not inside(source, state.at):
        yield from _read(source, piece, state.at, after, state)


def _read(source: str, piece: str, at: int, after: str, state: State) -> Iterator[State]:
    """The state after the quote's text `after`, if the source reads `piece` from `at` on."""
    end = reads(source, piece, at)
    if end >= 0:
        yield state._replace(text=state.text + 1, at=end, gap=after.endswith(" "))

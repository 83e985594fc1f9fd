"""What the views of one run look things up in, and how it is told that an answer is still the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.load.contents import digest
from claimbook.load.placing import VOCABULARY
from claimbook.load.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from claimbook.load import Base
    from claimbook.quoting import SourceText


class Shelf:
    """A base and the day on which it is checked."""

    def __init__(self, base: Base, today: date) -> None:
        self.base = base
        self.today = today
        self.words = Words(base.vocabulary)
        self._texts: dict[str, SourceText | None] = {}
        self._answers = _Answers(self)

    def text(self, key: str) -> SourceText | None:
        """A source's text, folded at most once a run."""
        if key not in self._texts:
            from claimbook.quoting import SourceText  # not needed where every look still holds

            held = self.base.held.get(key)
            text = held.text if held is not None else self.base.at_hand.get(key)
            self._texts[key] = None if text is None else SourceText(text)
        return self._texts[key]

    def is_past(self, day: tuple[int, int, int]) -> bool:
        """Whether the day of the check comes after this one."""
        return day < (self.today.year, self.today.month, self.today.day)

    def stamp(self, path: str, asked: list[str]) -> str:
        """A digest of a record's file and of the answers to these questions."""
        told = [self.base.contents.digest(path), *map(self._answers.__getitem__, asked)]
        return digest("\n".join(told).encode())

    def answer(self, question: str) -> str:
        """The answer to a question of a `View`, or what it follows from: a file's content, by its digest.

        Raises KeyError for a question that no view asks.
        """
        kind, _, name = question.partition(" ")
        return _ANSWERS[kind](self, name)

    def _source(self, key: str) -> str:
        path = self.base.listing.sources.get(key)
        return self.base.contents.digest(path) if path else ""

    def _text(self, key: str) -> str:
        held = self.base.held.get(key)
        text = held.text if held is not None else self.base.at_hand.get(key)
        return "" if text is None else digest(text.encode())

    def _past(self, day: str) -> str:
        year, month, number = map(int, day.split("-"))
        return str(self.is_past((year, month, number)))


class _Answers(dict[str, str]):
    """The answers by question, each worked out once."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def __missing__(self, question: str) -> str:
        self[question] = self._shelf.answer(question)
        return self[question]


_ANSWERS: dict[str, Callable[[Shelf, str], str]] = {
    "source": Shelf._source,
    "text": Shelf._text,
    "file": lambda shelf, key: str(key in shelf.base.listing.source_names),
    "held": lambda shelf, key: str(key in shelf.base.listing.text_names),
    "keys": lambda shelf, _: digest("\n".join(shelf.base.listing.sources).encode("utf-8", "surrogatepass")),
    "treatment": lambda shelf, word: str(shelf.words.may_hold("treatment", word)),
    "safety": lambda shelf, word: str(shelf.words.may_hold("safety", word)),
    "words": lambda shelf, _: shelf.base.contents.digest(VOCABULARY),
    "past": Shelf._past,
    "today": lambda shelf, _: shelf.today.isoformat(),
}

"""What an edit of a quote is made of: patterns replaced one by one or all at once, and cuts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator, Sequence

    New = str | Callable[[re.Match[str]], str]
    Make = Callable[[str, "Chance"], Iterator[str]]


class Chance(NamedTuple):
    """Where an edit takes what it puts in: a seeded source of chance, and words of the same text."""

    random: random.Random
    words: Sequence[str]


class Edit(NamedTuple):
    """One kind of edit; `make` gives every text that it makes of a quote, none where it does not apply.

    None takes whole words off an end: what is left would be a shorter quote, still word for word.
    """

    name: str
    make: Make


def each(pattern: str, *news: New) -> Make:
    """Each match of the pattern replaced alone, once by each new text."""
    seek = re.compile(pattern)

    def make(text: str, chance: Chance) -> Iterator[str]:
        for found in seek.finditer(text):
            for new in news:
                put = new(found) if callable(new) else found.expand(new)
                yield text[: found.start()] + put + text[found.end() :]

    return make


def every(pattern: str, *news: New) -> Make:
    """All matches of the pattern replaced at once, by each new text in turn."""

    def make(text: str, chance: Chance) -> Iterator[str]:
        for new in news:
            yield re.sub(pattern, new if callable(new) else lambda _, put=new: put, text)

    return make


def cut(pattern: str) -> Make:
    """At each place that the pattern finds: what stands before it, and what after it, if three words or more.

    Less is too short for a quote anyway, and may well stand elsewhere: the "I" that "Inside" begins with.
    """
    seek = re.compile(pattern)

    def make(text: str, chance: Chance) -> Iterator[str]:
        for found in seek.finditer(text):
            sides = (text[: found.start()], text[found.end() :])
            yield from (side for side in sides if len(side.split()) > 2)

    return make


def whole(change: Callable[[str], str]) -> Make:
    """The whole text changed in one way."""

    def make(text: str, chance: Chance) -> Iterator[str]:
        yield change(text)

    return make


def made(edit: Edit, text: str, chance: Chance) -> list[str]:
    """Every other text that the edit makes of this one, each once."""
    return [new for new in dict.fromkeys(edit.make(text, chance)) if new != text]

"""Stance by topic: how many studies are for its claims, against them, or for them with reservations."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimbook.pages import address
from claimbook.pages.pictures.frame import Numbers, Picture
from claimbook.pages.pictures.layers import WIDTH, bars, chart, labels, rows, words
from claimbook.pages.text import count
from claimbook.pages.words import STANCES

if TYPE_CHECKING:
    from claimbook.model import Topic
    from claimbook.pages.book import Book
    from claimbook.pages.pictures.drawing import Spec
    from claimbook.pages.pictures.layers import Values

_COLOURS = ("for", "against", "reserved")  # in the order of STANCES
_LEFT, _TOP, _NUMBER = 122, 36, 30
_ACROSS = (WIDTH - _LEFT) / len(STANCES)


def stances(book: Book) -> Picture | None:
    """Each topic a row, each stance a column of bars."""
    found = _numbers(book)
    if not any(found.sums):
        return None
    sides = ", ".join(f"{name.lower()}: {n}" for name, n in zip(found.columns, found.sums, strict=True))
    return Picture(
        "stances",
        "Which side the studies take, topic by topic",
        "Each study, label or guideline counts once for each claim on which it speaks. "
        "One that studied others than the claim is about is not counted.",
        f"Bars for each topic. Studies take a side {count(sum(found.sums), 'time')} in all; {sides}.",
        _spec(found.names, found.counts),
        found,
    )


def _numbers(book: Book) -> Numbers:
    lines = [
        (topic.title or "", address.topic(topic.id or ""), _counts(book, topic))
        for topic in book.library.topics
    ]
    return Numbers("Topic", [*STANCES.values()], lines)


def _counts(book: Book, topic: Topic) -> list[int]:
    claims = book.claims_by_topic.get(topic.id or "", [])
    found = Counter(voice.stance for claim in claims for voice in book.facts.voices(claim) if voice.own)
    return [found[stance] for stance in STANCES]


def _spec(titles: list[str], found: list[list[int]]) -> Spec:
    most = max(map(max, found))
    lines = rows(titles, _LEFT - 8, _TOP)
    heads: Values = [
        {"x": _LEFT + place * _ACROSS, "y": 16, "text": name.split(" ", 1)}
        for place, name in enumerate(STANCES.values())
    ]
    parts = [words(heads), labels(lines)]
    for place, colour in enumerate(_COLOURS):
        low = _LEFT + place * _ACROSS
        values: Values = [
            {"y": row.middle, "n": counts[place]} for row, counts in zip(lines, found, strict=True)
        ]
        parts += bars(values, most, low, low + _ACROSS - _NUMBER, colour)
    return chart(lines[-1].bottom, *parts)

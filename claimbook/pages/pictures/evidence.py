"""The evidence map: how many claims of each topic we are how sure of."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimbook.fields import CERTAINTIES
from claimbook.pages import address
from claimbook.pages.pictures.drawing import PALETTE, STEPS
from claimbook.pages.pictures.frame import Numbers, Picture
from claimbook.pages.pictures.layers import SMALL, WIDTH, chart, given, labels, rows, words
from claimbook.pages.text import count

if TYPE_CHECKING:
    from claimbook.pages.book import Book
    from claimbook.pages.pictures.drawing import Spec
    from claimbook.pages.pictures.layers import Row, Values

_HEADS = {
    "high": ["High"],
    "moderate": ["Moderate"],
    "low": ["Low"],
    "very-low": ["Very", "low"],
    "none": ["No", "study"],
}
_LEFT, _TOP = 122, 36
_ACROSS = (WIDTH - _LEFT) / len(CERTAINTIES)


def evidence_map(book: Book) -> Picture | None:
    """Each topic a row, each certainty a column."""
    found = _numbers(book)
    if not any(found.sums):
        return None
    sure = ", ".join(f"{name.lower()}: {n}" for name, n in zip(found.columns, found.sums, strict=True))
    return Picture(
        "evidence-map",
        "How sure we are, topic by topic",
        "Each number counts claims; the darker its field, the more. No study: only web pages say it.",
        f"A grid of topics and how sure we are. Of {count(sum(found.sums), 'claim')}, {sure}.",
        _spec(found),
        found,
    )


def _numbers(book: Book) -> Numbers:
    """For each topic, in order: claims by certainty."""
    lines = []
    for topic in book.library.topics:
        counts = Counter(claim.certainty or "none" for claim in book.claims_by_topic.get(topic.id or "", []))
        page = address.topic(topic.id or "")
        lines.append((topic.title or "", page, [counts[name] for name in CERTAINTIES]))
    return Numbers("Topic", [" ".join(head) for head in _HEADS.values()], lines)


def _spec(found: Numbers) -> Spec:
    most = max(map(max, found.counts))
    lines = rows([*found.names, "All topics"], _LEFT - 8, _TOP)
    fields = [
        cell for row, counts in zip(lines, found.counts, strict=False) for cell in _cells(row, counts, most)
    ]
    sums: Values = [
        {"x": _middle(place), "y": lines[-1].middle, "text": str(total)}
        for place, total in enumerate(found.sums)
    ]
    heads: Values = [
        {"x": _middle(place), "y": 16, "text": head} for place, head in enumerate(_HEADS.values())
    ]
    return chart(
        lines[-1].bottom,
        _fields(fields),
        words(heads, align="center", size=SMALL),
        labels(lines),
        words([cell for cell in fields if cell["n"]], align="center", size=13),
        words([cell for cell in fields if not cell["n"]], align="center", colour="quiet"),
        words(sums, align="center", size=13, bold=True),
    )


def _cells(row: Row, counts: list[int], most: int) -> Values:
    """Where each number stands, and the shade of its field: the first for none, the last for the most."""
    return [
        {
            "x": _middle(place),
            "left": _middle(place) - _ACROSS / 2 + 1,
            "right": _middle(place) + _ACROSS / 2 - 1,
            "y": row.middle,
            "top": row.top + 1,
            "bottom": row.bottom - 1,
            "n": number,
            "text": str(number),
            "shade": PALETTE[STEPS[-(-number * (len(STEPS) - 1) // most)]],
        }
        for place, number in enumerate(counts)
    ]


def _middle(place: int) -> float:
    return _LEFT + (place + 0.5) * _ACROSS


def _fields(cells: Values) -> Spec:
    ends = {"x": given("left"), "x2": {"field": "right"}, "y": given("top"), "y2": {"field": "bottom"}}
    shade = {"field": "shade", "type": "nominal", "scale": None}
    return {"data": {"values": cells}, "mark": "rect", "encoding": {**ends, "fill": shade}}

"""Findings by year and kind of study: how old the evidence is, and of what kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.pages.pictures.drawing import PALETTE
from claimbook.pages.pictures.frame import Numbers, Picture
from claimbook.pages.pictures.kinds import dated
from claimbook.pages.pictures.layers import SMALL, WIDTH, chart, given, measured, words
from claimbook.pages.text import count

if TYPE_CHECKING:
    from claimbook.pages.book import Book
    from claimbook.pages.pictures.drawing import Spec
    from claimbook.pages.pictures.kinds import Dated, Stretches
    from claimbook.pages.pictures.layers import Values

_HIGH, _PITCH, _ABOVE = 36, 90, 36  # the highest bar; from one kind to the next; from its top to its bars
_AXIS = 18
_APART = 40  # the least between two years on the axis
_NO_YEAR = "no year known"


def findings_by_year(book: Book) -> Picture | None:
    """Under the name of each kind of study, a bar for each stretch of years."""
    stretches, found = dated(book)
    if not stretches.number:
        return None
    each = "A bar is one year" if stretches.step == 1 else f"A bar is {stretches.step} years"
    undated = sum(kind.undated for kind in found)
    left_out = f" Not drawn: {count(undated, 'finding')}, {_NO_YEAR}." if undated else ""
    kinds = ". ".join(f"{kind.name}: {kind.total}" for kind in found)
    return Picture(
        "findings",
        "Findings by year and kind of study",
        f"{each}. Its number counts findings that claims here cite, by year of publication.{left_out}",
        f"Bars by year, {stretches.start} to {stretches.end - 1}, for each kind of study. {kinds}.",
        _spec(stretches, found),
        _numbers(stretches, found),
    )


def _numbers(stretches: Stretches, found: list[Dated]) -> Numbers:
    rows = [
        (stretches.name(index), "", [kind.counts[index] for kind in found])
        for index in range(stretches.number)
    ]
    if any(kind.undated for kind in found):
        rows.append((_NO_YEAR.capitalize(), "", [kind.undated for kind in found]))
    return Numbers("Years", [kind.name for kind in found], rows)


def _spec(stretches: Stretches, found: list[Dated]) -> Spec:
    across = WIDTH / stretches.number
    most = max(max(kind.counts) for kind in found)
    foot = (len(found) - 1) * _PITCH + _ABOVE + _HIGH
    heads: Values = []
    ends: Values = []
    layers: list[Spec] = []
    for place, kind in enumerate(found):
        base = place * _PITCH + _ABOVE + _HIGH
        heads.append({"x": 0, "y": base - _HIGH - 25, "text": f"{kind.name}: {kind.total}"})
        ends += _ends(kind, across, base, _HIGH / max(most, 1))
        layers += [_columns(kind, across, most, base), _rule(0, WIDTH, base)]
    layers += [words(heads, bold=True), words(ends, align="center", size=SMALL)]
    return chart(foot + _AXIS, *layers, *_axis(stretches, across, foot))


def _columns(kind: Dated, across: float, most: int, base: float) -> Spec:
    values = [
        {"left": index * across + 1, "right": (index + 1) * across - 1, "n": number}
        for index, number in enumerate(kind.counts)
        if number
    ]
    encoding = {
        "x": given("left"),
        "x2": {"field": "right"},
        "y": measured("n", most, base, base - _HIGH),
        "y2": {"datum": 0},
    }
    return {
        "data": {"values": values},
        "mark": {"type": "rect", "fill": PALETTE["bar"]},
        "encoding": encoding,
    }


def _ends(kind: Dated, across: float, base: float, scale: float) -> Values:
    """The number on each bar."""
    return [
        {"x": (index + 0.5) * across, "y": base - number * scale - 7, "text": str(number)}
        for index, number in enumerate(kind.counts)
        if number
    ]


def _rule(left: float, right: float, y: float) -> Spec:
    values = [{"left": left, "right": right, "y": y}]
    encoding = {"x": given("left"), "x2": {"field": "right"}, "y": given("y")}
    return {
        "data": {"values": values},
        "mark": {"type": "rule", "stroke": PALETTE["line"]},
        "encoding": encoding,
    }


def _axis(stretches: Stretches, across: float, foot: float) -> list[Spec]:
    """Years under the bars, each where its stretch begins; the first and the last that there is room for."""
    every = max(1, -int(-_APART // across))
    places = range(0, stretches.number, every)
    values: Values = [
        {"x": place * across, "y": foot + 11, "text": str(stretches.start + place * stretches.step)}
        for place in places
    ]
    return [words(values, colour="quiet", size=SMALL)]

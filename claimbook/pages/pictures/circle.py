"""The claims of a topic as numbered dots around a circle, joined by lines and arrows."""

from __future__ import annotations

from math import atan2, cos, degrees, pi, sin
from typing import TYPE_CHECKING, NamedTuple

from claimbook.pages.pictures.drawing import PALETTE
from claimbook.pages.pictures.layers import SMALL, WIDTH, chart, given, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimbook.pages.pictures.drawing import Spec
    from claimbook.pages.pictures.layers import Values

_DOT, _APART, _HEAD = 12.0, 34.0, 9.0  # a dot's radius; from dot to dot along the circle; an arrow's head

Spot = tuple[float, float]


class Link(NamedTuple):
    """One claim's relation to another of its topic, by their ids; an arrow points from `here` to `there`."""

    here: str
    relation: str
    there: str


def circle(ids: Sequence[str], found: Sequence[Link]) -> Spec:
    """Dots in the order of `ids`, numbered from 1; as large as they need, up to the picture's width."""
    radius = min(WIDTH / 2 - _DOT - 1, max(3 * _DOT, len(ids) * _APART / (2 * pi)))
    centre = (WIDTH / 2, radius + _DOT + 1)
    turns = (2 * pi * place / len(ids) - pi / 2 for place in range(len(ids)))
    spots = [(centre[0] + radius * cos(turn), centre[1] + radius * sin(turn)) for turn in turns]
    places = dict(zip(ids, spots, strict=True))
    bows: dict[str, list[list[Spot]]] = {"see-also": [], "explains": [], "conflicts-with": []}
    for link in found:
        bows[link.relation].append(_bow(places[link.here], places[link.there], centre))
    dots: Values = [{"x": x, "y": y, "text": str(number)} for number, (x, y) in enumerate(spots, 1)]
    return chart(
        round(2 * centre[1], 1),
        _lines(bows["see-also"], "quiet", 1),
        _lines(bows["explains"], "bar", 2),
        _lines(bows["conflicts-with"], "against", 2, [5, 4]),
        _heads(bows["explains"]),
        _dots(dots),
        words(dots, align="center", size=SMALL, bold=True),
    )


def _bow(begins: Spot, ends: Spot, centre: Spot) -> list[Spot]:
    """Where a line begins, the point towards which it bends (so that it keeps off the dots between), its end."""
    bends = [0.4 * (begins[axis] + ends[axis]) + 0.2 * centre[axis] for axis in (0, 1)]
    return [begins, (bends[0], bends[1]), ends]


def _lines(bows: Sequence[list[Spot]], colour: str, wide: float, dashes: Sequence[int] = ()) -> Spec:
    """Curves from dot to dot; the dots are drawn over their ends."""
    values: Values = [
        {"line": line, "step": step, "x": x, "y": y}
        for line, bow in enumerate(bows)
        for step, (x, y) in enumerate(bow)
    ]
    look: Spec = {"stroke": PALETTE[colour], "strokeWidth": wide}
    if dashes:
        look["strokeDash"] = [*dashes]
    order = {
        "order": {"field": "step", "type": "quantitative"},
        "detail": {"field": "line", "type": "nominal"},
    }
    return {
        "data": {"values": values},
        "mark": {"type": "line", "interpolate": "basis", **look},
        "encoding": {"x": given("x"), "y": given("y"), **order},
    }


def _heads(bows: Sequence[list[Spot]]) -> Spec:
    """An arrow's head where its line meets the edge of the dot to which it points."""
    values: Values = []
    for _, (from_x, from_y), (x, y) in bows:
        turn = atan2(y - from_y, x - from_x)
        values.append({"x": x - _DOT * cos(turn), "y": y - _DOT * sin(turn), "turn": degrees(turn)})
    mark = {"type": "point", "shape": "M0,0L-1,-0.5V0.5Z", "size": (2 * _HEAD) ** 2, "filled": True}
    angle = {"field": "turn", "type": "quantitative", "scale": None}
    return {
        "data": {"values": values},
        "mark": {**mark, "fill": PALETTE["bar"], "opacity": 1},
        "encoding": {"x": given("x"), "y": given("y"), "angle": angle},
    }


def _dots(dots: Values) -> Spec:
    look = {"fill": PALETTE["step1"], "stroke": PALETTE["bar"], "strokeWidth": 1, "opacity": 1}
    mark = {"type": "point", "shape": "circle", "size": pi * _DOT**2, "filled": True, **look}
    return {"data": {"values": dots}, "mark": mark, "encoding": {"x": given("x"), "y": given("y")}}

"""The parts of which our charts are made, as Vega-Lite's layers; lengths are in the picture's own units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from claimbook.pages.pictures.drawing import PALETTE
from claimbook.pages.pictures.wrapping import leading, lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimbook.pages.pictures.drawing import Spec

WIDTH = 340  # as wide as a phone's column of text, so that a letter there is as large as it says here
SIZE, SMALL = 12.0, 11.0

Values = list[dict[str, Any]]


class Row(NamedTuple):
    """A row of a chart: its words in lines, and where it begins and ends."""

    words: list[str]
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        """Half way down."""
        return (self.top + self.bottom) / 2


def rows(labels: Iterable[str], room: float, top: float, least: float = 24) -> list[Row]:
    """A row for each label, one under the other, as high as its words need."""
    found: list[Row] = []
    for label in labels:
        words = lines(label, room, SIZE)
        begins = found[-1].bottom if found else top
        found.append(Row(words, begins, begins + max(least, len(words) * leading(SIZE) + 8)))
    return found


def chart(height: float, *layers: Spec) -> Spec:
    """A chart in which nothing is measured by a font: what Vega draws is the same on every machine."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
        "width": WIDTH,
        "height": height,
        "padding": 0,
        "autosize": "none",
        "background": None,
        "config": {"aria": False, "view": {"stroke": None}},
        "layer": list(layers),
        "resolve": {"scale": {"x": "independent", "y": "independent", "fill": "independent"}},
    }


def words(
    values: Values, *, colour: str = "ink", size: float = SIZE, align: str = "left", bold: bool = False
) -> Spec:
    """Text at `x` and `y`, the middle of its lines in height; `text` is a string or a list of lines."""
    placed = [{**each, "y": each["y"] - (_count(each) - 1) * leading(size) / 2} for each in values]
    mark = {
        "type": "text",
        "align": align,
        "baseline": "middle",
        "fill": PALETTE[colour],
        "fontSize": size,
        "lineHeight": leading(size),
    }
    if bold:
        mark["fontWeight"] = 600
    encoding = {"x": given("x"), "y": given("y"), "text": {"field": "text", "type": "nominal"}}
    return {"data": {"values": placed}, "mark": mark, "encoding": encoding}


def _count(value: dict[str, Any]) -> int:
    return len(value["text"]) if isinstance(value["text"], list) else 1


def labels(rows: Iterable[Row]) -> Spec:
    """The words of rows, at the left."""
    return words([{"x": 0, "y": row.middle, "text": row.words} for row in rows])


def given(field: str) -> dict[str, Any]:
    """A place that was worked out already."""
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def measured(field: str, most: float, low: float, high: float) -> dict[str, Any]:
    """A length or height by number: 0 stands at `low`, `most` at `high`."""
    scale = {"domain": [0, max(most, 1)], "range": [low, high], "nice": False}
    return {"field": field, "type": "quantitative", "scale": scale, "axis": None}


def bars(values: Values, most: float, low: float, high: float, colour: str) -> tuple[Spec, Spec]:
    """Bars that lie at `y` and grow from `low`, where `most` would reach `high`; and the number `n` at their ends."""
    scale = (high - low) / max(most, 1)
    mark = {"type": "rect", "height": 11, "fill": PALETTE[colour]}
    encoding = {"x": measured("n", most, low, high), "x2": {"datum": 0}, "y": given("y")}
    ends = [
        {"x": low + each["n"] * scale + 5 * bool(each["n"]), "y": each["y"], "text": str(each["n"])}
        for each in values
    ]
    longer = {"data": {"values": [each for each in values if each["n"]]}, "mark": mark, "encoding": encoding}
    return longer, words(ends)

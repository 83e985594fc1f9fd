"""Draws the house as SVG: floors with their rooms, and an arrow from each room to what it imports.

Arrows run together on their way to the same room. The order on each floor follows the method
of Sugiyama, Tagawa and Toda (1981): sort by the mean place of the neighbours, floor by floor, a few times.
"""

from __future__ import annotations

from html import escape
from itertools import combinations, pairwise
from statistics import mean
from typing import TYPE_CHECKING

from tests.house import Graph, described, imports, reduced, rooms

if TYPE_CHECKING:
    from collections.abc import Mapping

# Pixels; no two places of a floor stand nearer than the gap.
LEFT, MARGIN, FLOOR, BOX, GAP = 76, 14, 84, 30, 5
LETTER, PADDING, THREAD = 7.9, 18, 6  # pixels: a letter's width, a room's padding, an arrow passing a floor
SWEEPS = 16

Step = tuple[str, str]  # from a room, or an arrow passing a floor ("errors@3"), to one on the next floor down
Row = list[str]
Spots = dict[str, tuple[float, float]]


def drawing(floors: Mapping[str, int]) -> str:
    """The house as SVG, with a text alternative; `floors` tells each room's floor, from 0."""
    steps = cut(reduced(imports()), floors)
    order = sorted_rows(first_rows(steps, floors), steps)
    top, width = len(order) - 1, across(order)
    spots = {
        place: (x, MARGIN + FLOOR * (top - floor + 0.5))
        for floor, row in enumerate(order)
        for place, x in placed(row, width).items()
    }
    parts = [
        *(_ground(floor, top, width) for floor in range(len(order))),
        *(_arrow(spots, *step) for step in steps),
        *(_thread(*spot) for place, spot in spots.items() if "@" in place),
        *(_room(place, *spot) for place, spot in spots.items() if "@" not in place),
    ]
    words = escape(described(imports(), floors))
    return _SVG.format(
        width=f"{width:.0f}", height=2 * MARGIN + FLOOR * len(order), words=words, parts="\n".join(parts)
    )


def cut(graph: Graph, floors: Mapping[str, int]) -> list[Step]:
    """Each arrow as steps of one floor; those to the same room share their steps."""
    steps: set[Step] = set()
    for room, targets in graph.items():
        for target in targets:
            passed = (f"{target}@{floor}" for floor in range(floors[room] - 1, floors[target], -1))
            steps.update(pairwise([room, *passed, target]))
    return sorted(steps)


def first_rows(steps: list[Step], floors: Mapping[str, int]) -> list[Row]:
    """The rooms and passing arrows of each floor, from the ground up, by name."""
    found: list[Row] = [[] for _ in range(max(floors.values()) + 1)]
    for place in sorted({*floors, *(place for step in steps for place in step)}):
        found[int(place.partition("@")[2] or floors[place])].append(place)
    return found


def sorted_rows(order: list[Row], steps: list[Step]) -> list[Row]:
    """The same rows in an order in which few steps cross."""
    best = order
    for sweep in range(SWEEPS):
        order = swept(order, steps, upwards=sweep % 2 == 0)
        best = min(best, order, key=lambda each: crossings(each, steps))
    return best


def swept(order: list[Row], steps: list[Step], *, upwards: bool) -> list[Row]:
    """Each row sorted by the mean place of its neighbours in the row before it."""
    done: list[Row] = []
    before: dict[str, float] = {}
    width = across(order)
    for row in order if upwards else reversed(order):
        near = {place: [x] for place, x in placed(row, width).items()}
        for high, low in steps:
            own, other = (high, low) if upwards else (low, high)
            if own in near and other in before:
                near[own].append(before[other])
        done.append(sorted(row, key=lambda place, near=near: (mean(near[place][1:] or near[place]), place)))
        before = placed(done[-1], width)
    return done if upwards else done[::-1]


def crossings(order: list[Row], steps: list[Step]) -> int:
    """How many pairs of steps cross."""
    at = {place: (floor, x) for floor, row in enumerate(order) for x, place in enumerate(row)}
    return sum(
        at[a][0] == at[c][0] and (at[a][1] - at[c][1]) * (at[b][1] - at[d][1]) < 0
        for (a, b), (c, d) in combinations(steps, 2)
    )


def across(order: list[Row]) -> float:
    """The width of the house: what its fullest floor needs."""
    return LEFT + max(sum(map(wide, row)) + GAP * (len(row) + 1) for row in order)


def placed(row: Row, width: float) -> dict[str, float]:
    """The middle of each place of a floor, spread over the width of the house."""
    gap = (width - LEFT - sum(map(wide, row))) / (len(row) + 1)
    left, middles = LEFT + gap, {}
    for place in row:
        middles[place] = left + wide(place) / 2
        left += wide(place) + gap
    return middles


def wide(place: str) -> float:
    """How much of its floor a place takes, in pixels."""
    return THREAD if "@" in place else len(rooms()[place]) * LETTER + PADDING


def _ground(floor: int, top: int, width: float) -> str:
    y = MARGIN + FLOOR * (top - floor)
    ground = f'<rect class="ground" y="{y}" width="{width:.0f}" height="{FLOOR}"/>' if floor % 2 else ""
    return f'{ground}<text x="12" y="{y + FLOOR // 2 + 5}">floor {floor}</text>'


def _arrow(spots: Spots, start: str, end: str) -> str:
    (x, y), (to_x, to_y) = spots[start], spots[end]
    y, to_y = y + BOX / 2, to_y - BOX / 2
    half = (y + to_y) / 2
    head = "" if "@" in end else ' marker-end="url(#head)"'
    return (
        f'<path d="M{x:.0f} {y:.0f}C{x:.0f} {half:.0f} {to_x:.0f} {half:.0f} {to_x:.0f} {to_y:.0f}"{head}/>'
    )


def _thread(x: float, y: float) -> str:
    return f'<path d="M{x:.0f} {y - BOX / 2:.0f}v{BOX}"/>'


def _room(room: str, x: float, y: float) -> str:
    width, name = wide(room), rooms()[room]
    box = f'x="{x - width / 2:.0f}" y="{y - BOX / 2:.0f}" width="{width:.0f}" height="{BOX}" rx="4"'
    return f'<rect {box}/><text x="{x:.0f}" y="{y + 4:.0f}" text-anchor="middle">{escape(name)}</text>'


# It brings its own ground, so that it reads alike on a light page and on a dark one.
_SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"
  role="img" aria-labelledby="title words">
<title id="title">The house of claimbook: its floors, and which room imports which</title>
<desc id="words">{words}</desc>
<style>
text {{ font: 13px ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #16303f; }}
rect {{ fill: #fff; stroke: #16506b; stroke-width: 1.2; }}
.ground {{ fill: #eaf1f5; stroke: none; }}
path {{ fill: none; stroke: #47687a; stroke-width: 1.4; }}
marker path {{ fill: #47687a; stroke: none; }}
</style>
<marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">
<path d="M0 0l8 4-8 4z"/>
</marker>
<rect width="{width}" height="{height}" rx="10" style="fill: #fafcfd; stroke: #b9c9d2"/>
{parts}
</svg>
"""

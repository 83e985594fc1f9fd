"""Replaces stretches of a text and keeps the way back from the new offsets to the old."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

Stretch = tuple[int, int]
Spot = tuple[int, int, str]


class Layer(NamedTuple):
    """The replaced stretches of one rewriting, in order: where they stand after it and before it."""

    starts: list[int]
    ends: list[int]
    old_starts: list[int]
    old_ends: list[int]

    def before(self, start: int, end: int) -> Stretch:
        """Where the characters that now stand from `start` to `end` stood; `end` is not before `start`."""
        starts, ends, old_starts, old_ends = self
        spot = bisect_right(starts, start) - 1
        last = bisect_left(starts, end) - 1
        if spot >= 0:
            past = start - ends[spot]
            start = old_starts[spot] if past < 0 else old_ends[spot] + past
        if last >= 0:
            end = old_ends[last] + max(0, end - ends[last])
        return start, end


def rewrite(text: str, spots: list[Spot]) -> tuple[str, Layer]:
    """The text with each (start, end, new) replaced; spots stand in order and do not overlap."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = length = 0
    for start, end, new in spots:
        pieces += (text[done:start], new)
        length += start - done
        starts.append(length)
        length += len(new)
        ends.append(length)
        done = end
    pieces.append(text[done:])
    return "".join(pieces), Layer(starts, ends, [spot[0] for spot in spots], [spot[1] for spot in spots])

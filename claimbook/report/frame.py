"""Draws one line of a file with carets under the stretch that a problem is about."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from claimbook.problem import Span
from claimbook.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 100  # columns of a file's line that are shown; a longer line is cut around the carets
TAB = " " * 4
CUT = "…"
_NO_WIDTH = frozenset("\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff")


def frame(where: Span, file: Sequence[str]) -> list[str]:
    """Return the lines of the drawing, without line breaks.

    `file` holds the file's lines. Empty for a problem of a whole file (1:1 without an end),
    and where the file has no such line.
    """
    if where == Span(where.path) or where.line > len(file):
        return []
    line = file[where.line - 1]
    start = min(where.column - 1, len(line))
    shown, before, under = _window(line, start, max(start, _end(where, line)))
    number = str(where.line)
    gutter = " " * len(number)
    carets = " " * before + "^" * max(1, under) + _onward(where)
    return [f"{gutter} |", f"{number} | {shown}".rstrip(), f"{gutter} | {carets}"]


def _end(where: Span, line: str) -> int:
    """Where the carets end on the first line, as an offset."""
    if where.end_line is None or where.end_column is None:
        return 0
    if where.end_line > where.line:
        return len(line.rstrip())
    return min(where.end_column - 1, len(line))


def _onward(where: Span) -> str:
    """Tell where a span of several lines ends; one that ends before a first column ends on the line above."""
    if where.end_line is None or where.end_column is None:
        return ""
    if where.end_column > 1:
        last, place = where.end_line, f"line {where.end_line}, column {where.end_column - 1}"
    else:
        last, place = where.end_line - 1, f"the end of line {where.end_line - 1}"
    return f" … to {place}" if last > where.line else ""


def _window(line: str, start: int, end: int) -> tuple[str, int, int]:
    """Return the part of the line to show, the columns before the carets, and the columns under them."""
    low, high = max(0, start - WIDTH), min(len(line), start + WIDTH)
    cells = [TAB if char == "\t" else visible(char) for char in line[low:high]]
    widths = [_width(cell) for cell in cells]
    at = start - low
    first, last = _fitting(widths, at)
    left = CUT if low + first else ""
    right = CUT if low + last < len(line) else ""
    shown = left + "".join(cells[first:last]) + right
    return shown, len(left) + sum(widths[first:at]), sum(widths[at : min(end - low, last)])


def _fitting(widths: Sequence[int], at: int) -> tuple[int, int]:
    """Choose the cells to show: a third of the width before `at`, or more where little follows."""
    before = max(WIDTH // 3, WIDTH - sum(widths[at:]))
    first = at - _fit(widths[:at][::-1], before)
    return first, at + _fit(widths[at:], WIDTH - sum(widths[first:at]))


def _fit(widths: Sequence[int], room: int) -> int:
    """How many of these cells, from the first on, fit into `room` columns."""
    for count, total in enumerate(accumulate(widths)):
        if total > room:
            return count
    return len(widths)


def _width(cell: str) -> int:
    """Columns on a terminal: wide East Asian characters (UAX #11) take two, combining marks none."""
    if cell.isascii():
        return len(cell)
    import unicodedata

    if cell in _NO_WIDTH or unicodedata.category(cell) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(cell) in {"W", "F"} else 1

"""A file's text, and the values in it, each with the place where it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from claimbook.problem import Span
from claimbook.yamltext.scalars import BadDate, Typed


class Scalar(NamedTuple):
    """One value, and where it stands (offsets in characters)."""

    value: Typed
    start: int
    end: int


class Sequence(NamedTuple):
    """A list of values."""

    items: list[Value]
    start: int
    end: int


class Mapping(NamedTuple):
    """Named values; `keys` tells where each name stands, `repeated` which names stand twice or more.

    Of a repeated name, `values` and `keys` hold the first.
    """

    values: dict[str, Value]
    keys: dict[str, Scalar]
    start: int
    end: int
    repeated: frozenset[str] = frozenset()


Value = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file's text under its path relative to the root; turns character offsets into lines and columns.

    A line ends where editors end it: at LF, CR LF or CR.
    """

    path: str
    text: str
    _starts: list[int] = field(default_factory=list, compare=False, repr=False)

    def span(self, start: int, end: int) -> Span:
        """The stretch from `start` to `end`, both offsets in characters."""
        line, column = self._position(start)
        end_line, end_column = self._position(max(start, end))
        return Span(self.path, line, column, end_line, end_column)

    def _position(self, offset: int) -> tuple[int, int]:
        if not self._starts:
            self._starts.append(0)
            self._starts.extend(found.end() for found in re.finditer(r"\r\n?|\n", self.text))
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def plain(value: Value) -> object:
    """The value without its places: dict, list, str, int, float, bool, date or None."""
    if isinstance(value, Mapping):
        return {key: plain(inner) for key, inner in value.values.items()}
    if isinstance(value, Sequence):
        return [plain(item) for item in value.items]
    return value.value.text if isinstance(value.value, BadDate) else value.value

"""Where a record stands in its file, and which of its fields were reported."""

from __future__ import annotations

from dataclasses import dataclass

from claimbook.problem import Problem, Span
from claimbook.yamltext import Mapping, Scalar, Sequence, TextFile, Value, mappings


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Origin:
    """Where a mapping stands (offsets in characters), and which of its fields were reported while reading.

    The places of its values are read again when a problem needs one: kept, they would take more memory than
    all else, and most files never need any.
    """

    file: TextFile
    start: int
    end: int
    faults: frozenset[str] = frozenset()

    @property
    def mapping(self) -> Mapping:
        """Its values with their places; empty where no mapping stands there."""
        return mappings(self.file).get(self.start) or Mapping({}, {}, self.start, self.end)

    def span(self, *path: str | int) -> Span:
        """The value at `path`; where it is absent, the name that leads to it or the mapping's first name."""
        value: Value = self.mapping
        shown: Scalar | Mapping | Sequence = self.mapping
        for step in path:
            if isinstance(value, Mapping) and isinstance(step, str) and step in value.values:
                value = shown = value.values[step]
            elif isinstance(value, Sequence) and isinstance(step, int) and step < len(value.items):
                value = shown = value.items[step]
            else:
                break
        first = next(iter(shown.keys.values()), None) if isinstance(shown, Mapping) else None
        return self.file.span(*((first.start, first.end) if first else (shown.start, shown.end)))

    def whole(self) -> Span:
        """The whole mapping."""
        return self.file.span(self.start, self.end)

    def problem(self, rule: str, path: str | int | tuple[str | int, ...], message: str, hint: str) -> Problem:
        """A problem at the value at `path`."""
        steps = path if isinstance(path, tuple) else (path,)
        return Problem(self.span(*steps), rule, message, hint)

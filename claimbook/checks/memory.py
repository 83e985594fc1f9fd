"""The looks of earlier runs, of which those still hold that would turn out the same; and the looks of this one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claimbook.checks.looking import look, restored, written
from claimbook.checks.sharing import shared_out

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimbook.checks.looking import Look
    from claimbook.checks.shelf import Shelf


class Memory:
    """Looks as lines of JSON: those that an earlier run kept, and those that this one used."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        self.kept = list(lines)
        self._values: dict[str, tuple[list[Any], str]] = {}
        self._lines: dict[str, str] = {}
        self._shelf: Shelf | None = None
        self._looks: list[Look] = []

    @property
    def used(self) -> dict[str, str]:
        """The lines of this run's looks, by path; whoever keeps nothing need not have them written."""
        for each in self._looks:
            if self._shelf and each.path not in self._lines:
                self._lines[each.path] = written(self._shelf, each)
        return {each.path: self._lines[each.path] for each in self._looks}

    @property
    def is_as_kept(self) -> bool:
        """Whether the lines used are just those that were kept."""
        return list(self.used.values()) == self.kept

    def looks(self, shelf: Shelf, processes: int = 1) -> list[Look]:
        """A look at every claim and every source of a base, in their order; made by so many processes if many."""
        values = json.loads(f"[{','.join(self.kept)}]")
        self._values = {each[0]: (each, line) for each, line in zip(values, self.kept, strict=True)}
        self._shelf, self._lines = shelf, {}
        listing = shelf.base.listing
        paths = [*listing.claims, *listing.sources.values()]
        found = {path: each for path in paths if (each := self._recalled(shelf, path)) is not None}
        missing = [path for path in paths if path not in found]
        for line in shared_out(shelf, missing, processes):
            each = restored(json.loads(line))
            found[each.path], self._lines[each.path] = each, line
        found |= {path: look(shelf, path) for path in missing if path not in found}
        self._looks = [found[path] for path in paths]
        return self._looks

    def _recalled(self, shelf: Shelf, path: str) -> Look | None:
        """The look that was kept, if the file and all that was asked are the same."""
        values, line = self._values.get(path, (None, ""))
        if values is None or shelf.stamp(path, values[2]) != values[1]:
            return None
        self._lines[path] = line
        return restored(values)

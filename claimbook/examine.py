"""One look at a whole base: read it, check it, count it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from claimbook.checks import Facts, check, counts
from claimbook.load import Base

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from claimbook.checks import Memory
    from claimbook.problem import Problem


class Examined:
    """What is known of a base after a look: every problem, sorted by place, and the facts for its pages.

    Raises `CannotRunError` where the base, or a text at hand, cannot be read.
    """

    def __init__(
        self, root: Path, today: date, texts: Path | None, memory: Memory | None, processes: int
    ) -> None:
        self._today = today
        self._base = Base(root, texts)
        self._whole, self.problems = check(self._base, today, memory, processes)

    @cached_property
    def facts(self) -> Facts:
        """The whole library, read if it was not, and what follows from it."""
        return Facts(self._base.library(), self._today)

    def counts(self, shown: list[Problem]) -> dict[str, int]:
        """What was looked at, and how many of the problems shown are errors and warnings."""
        return counts(self._whole, shown)

    def texts(self, shown: Iterable[Problem]) -> dict[str, str]:
        """The texts of the files in which these problems stand, by path."""
        paths = {problem.where.path for problem in shown} & self._base.files
        return {path: self._base.contents.text(path) for path in paths}

    @property
    def has_errors(self) -> bool:
        """Whether anything stands in the way of building."""
        return any(problem.is_error for problem in self.problems)


def examine(
    root: Path, today: date, texts: Path | None = None, memory: Memory | None = None, processes: int = 1
) -> Examined:
    """Read and check the base below `root`; `texts` is a folder of further source texts.

    A `memory` of earlier looks and more `processes` make it quicker and change nothing else.
    """
    return Examined(root, today, texts, memory, processes)


def at(problems: Iterable[Problem], places: Iterable[str]) -> list[Problem]:
    """The problems in these files and folders (relative to the root; an empty one is the root itself)."""
    wanted = list(places)
    return [
        problem
        for problem in problems
        if any(not place or f"{problem.where.path}/".startswith(f"{place}/") for place in wanted)
    ]

"""One look at a whole base: read it, check it, count it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimbook.checks import Facts, check, counts
from claimbook.load import load

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from claimbook.load import Memory
    from claimbook.problem import Problem


class Examined(NamedTuple):
    """What is known of a base after a look: its facts and every problem, sorted by place."""

    facts: Facts
    problems: list[Problem]

    def counts(self, shown: list[Problem]) -> dict[str, int]:
        """What was looked at, and how many of the problems shown are errors and warnings."""
        return counts(self.facts, shown)

    @property
    def has_errors(self) -> bool:
        """Whether anything stands in the way of building."""
        return any(problem.is_error for problem in self.problems)


def examine(root: Path, today: date, texts: Path | None = None, memory: Memory | None = None) -> Examined:
    """Read and check the base below `root`; `texts` is a folder of further source texts.

    A `memory` of earlier looks makes it quicker and changes nothing else.
    """
    library, reading = load(root, texts, memory)
    facts = Facts(library, today)
    return Examined(facts, check(facts, reading))


def at(problems: Iterable[Problem], places: Iterable[str]) -> list[Problem]:
    """The problems in these files and folders (relative to the root; an empty one is the root itself)."""
    wanted = list(places)
    return [
        problem
        for problem in problems
        if any(not place or f"{problem.where.path}/".startswith(f"{place}/") for place in wanted)
    ]

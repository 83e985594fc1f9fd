"""The rules: one a file, each with its explanation and an example that its test runs."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from claimbook.checks.allowing import excuse
from claimbook.checks.counting import counts
from claimbook.checks.facts import Facts
from claimbook.problem import RULES, Problem, place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from claimbook.checks.example import Example

__all__ = ["Facts", "Rule", "check", "counts", "rule"]


class Rule(Protocol):
    """A rule's module: its docstring is the page that explains it, `EXAMPLE` shows it.

    `find` yields its problems; the shape rules have none, since reading itself meets their faults.
    """

    __doc__: str | None
    EXAMPLE: Example


@cache
def rule(name: str) -> Rule:
    """The module of a rule. Raises KeyError where there is no such rule."""
    if name not in RULES:
        raise KeyError(name)
    return cast("Rule", import_module(f"claimbook.checks.{name.replace('-', '_')}"))


def check(facts: Facts, reading: Iterable[Problem]) -> list[Problem]:
    """Every problem of the library, those met while reading it among them, sorted by place."""
    found = list(reading)
    for name in RULES:
        find: Callable[[Facts], Iterator[Problem]] | None = getattr(rule(name), "find", None)
        if find is not None:
            found.extend(find(facts))
    return sorted(excuse(facts, found), key=place)

"""The rules' modules, found by the names in `claimbook.problem.RULES`."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

from claimbook.problem import RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimbook.checks.example import Example
    from claimbook.problem import Problem


class Rule(Protocol):
    """A rule's module: its docstring is the page that explains it, `EXAMPLE` shows it.

    `of_claim` and `of_source` take one record and a `View` and yield its problems, `find` those that only a
    look across the base shows, from a `Whole`; the shape rules have none, since reading itself meets their
    faults.
    """

    __doc__: str | None
    EXAMPLE: Example


@cache
def rule(name: str) -> Rule:
    """The module of a rule. Raises KeyError where there is no such rule."""
    if name not in RULES:
        raise KeyError(name)
    return cast("Rule", import_module(f"claimbook.checks.{name.replace('-', '_')}"))


@cache
def functions(name: str) -> tuple[Callable[..., Iterator[Problem]], ...]:
    """The functions of this name that rules have: ``of_claim``, ``of_source`` or ``find``."""
    found: list[Any] = [getattr(rule(each), name, None) for each in RULES]
    return tuple(each for each in found if each is not None)

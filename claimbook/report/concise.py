"""One line a problem, for grep and for editors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.report.summary import summary
from claimbook.report.visible import one_line, visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimbook.problem import Problem


def render(problems: Sequence[Problem], counts: Mapping[str, int], texts: Mapping[str, str]) -> str:
    """Print ``path:line:column: code rule: message`` a problem, then the counts; shows no file's text."""
    found = [_line(problem) for problem in problems] or ["No problems."]
    return "\n".join([*found, summary(counts)]) + "\n"


def _line(problem: Problem) -> str:
    path, line, column, *_ = problem.where
    place = f"{visible(path)}:{line}:{column}"
    return f"{place}: {problem.code} {problem.rule}: {one_line(problem.message)}"

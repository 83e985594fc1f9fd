"""Workflow commands, which GitHub Actions turns into annotations beside the changed lines.

Syntax and escapes: "Workflow commands for GitHub Actions" in GitHub's documentation, and its runner's parser.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.report.summary import summary
from claimbook.report.visible import lines, visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimbook.problem import Problem


def render(problems: Sequence[Problem], counts: Mapping[str, int], texts: Mapping[str, str]) -> str:
    """Print one command a problem, errors first, then the counts as a plain line; shows no file's text.

    Errors come first because GitHub keeps only the first annotations of a step.
    """
    ordered = sorted(problems, key=lambda problem: not problem.is_error)
    found = [_command(problem) for problem in ordered] or ["No problems."]
    return "\n".join([*found, summary(counts)]) + "\n"


def _command(problem: Problem) -> str:
    where = problem.where
    properties = {
        "file": where.path,
        "line": where.line,
        "col": where.column,
        "endLine": where.end_line,
        "endColumn": where.end_column,
        "title": f"{problem.code} {problem.rule}",
    }
    given = (f"{name}={_property(value)}" for name, value in properties.items() if value is not None)
    text = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    return f"::{problem.severity} {','.join(given)}::{_data(text)}"


def _property(value: object) -> str:
    return visible(str(value)).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")


def _data(text: str) -> str:
    return "%0A".join(visible(line).replace("%", "%25") for line in lines(text))

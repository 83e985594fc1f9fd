"""The format for people: each problem with its line, carets under the spot, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.report.frame import frame
from claimbook.report.summary import summary
from claimbook.report.visible import lines, visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimbook.problem import Problem


def render(problems: Sequence[Problem], counts: Mapping[str, int], texts: Mapping[str, str]) -> str:
    """Draw every problem, a blank line between two, and close with the counts."""
    paths = {problem.where.path for problem in problems} & texts.keys()
    files = {path: lines(texts[path]) for path in paths}
    blocks = [draw(problem, files.get(problem.where.path, [])) for problem in problems]
    return "\n\n".join([*(blocks or ["No problems."]), summary(counts)]) + "\n"


def draw(problem: Problem, file: Sequence[str]) -> str:
    """One problem, without a line break at its end; `file` are the lines of its file, if known."""
    where = problem.where
    place = f"{visible(where.path)}:{where.line}:{where.column}"
    drawn = frame(where, file)
    gutter = " " * (len(str(where.line)) + 1) if drawn else ""
    said = [visible(line) for line in lines(problem.message)]
    body = [*said, *drawn, *_help(problem.hint, gutter)]
    head = f"{place}: {problem.severity}: {problem.rule} ({problem.code})"
    return "\n".join([head, *(f"  {line}".rstrip() for line in body)])


def _help(hint: str | None, gutter: str) -> list[str]:
    if not hint:
        return []
    mark = f"{gutter}= help: "
    first, *rest = (visible(line) for line in lines(hint))
    return [mark + first, *(" " * len(mark) + line for line in rest)]

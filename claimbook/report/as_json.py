"""The format for programs: every problem and the counts as one JSON object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.report.visible import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimbook.problem import Problem


def render(problems: Sequence[Problem], counts: Mapping[str, int], texts: Mapping[str, str]) -> str:
    """Print the problems in their order and the counts in theirs; shows no file's text."""
    return dump({"problems": [_fields(problem) for problem in problems], "counts": dict(counts)})


def dump(value: object) -> str:
    """Return JSON in UTF-8's own letters; only what is unseen, or no letter at all, is escaped."""
    import json
    import re

    def escape(found: re.Match[str]) -> str:
        return found[0] if found[0] == "\n" else json.dumps(found[0])[1:-1]

    return re.sub(UNSEEN, escape, json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def _fields(problem: Problem) -> dict[str, object]:
    return {
        "code": problem.code,
        "rule": problem.rule,
        "severity": problem.severity,
        **problem.where._asdict(),
        "message": problem.message,
        "hint": problem.hint,
    }

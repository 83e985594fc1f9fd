"""For the tests of the evidence rules: bases that differ from the good one, and what is found in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import BASE, LAY_TEXT
from tests.bases import base, changed, problems

if TYPE_CHECKING:
    from pathlib import Path

    from claimbook.problem import Problem

QUOTE = "Tea keeps everybody awake all night"
FINDING = "In 48 adults, those given green tea fell asleep 20 minutes later."
PASSAGE = "{section: Results, starts: Adults who drank, ends: than with water}"


def edit(path: str, *pairs: tuple[str, str]) -> str:
    text = BASE[path]
    for old, new in pairs:
        text = changed(text, old, new)
    return text


def found(tmp_path: Path, changes: dict, texts: dict[str, str] | None = None) -> list[Problem]:
    return problems(base(tmp_path, changes), folder(tmp_path, texts))


def folder(tmp_path: Path, texts: dict[str, str] | None) -> Path | None:
    if texts is None:
        return None
    (tmp_path / "texts").mkdir()
    for key, text in texts.items():
        (tmp_path / "texts" / f"{key}.txt").write_text(text, encoding="utf-8")
    return tmp_path / "texts"


def names(each: list[Problem]) -> list[str]:
    return [problem.rule for problem in each]


def shown(problem: Problem, changes: dict) -> str:
    """What the problem's span covers."""
    where = problem.where
    text = changes.get(where.path, BASE.get(where.path))
    lines = (text if isinstance(text, str) else edit(where.path, text)).splitlines()
    assert where.line == where.end_line
    return lines[where.line - 1][where.column - 1 : where.end_column - 1]


TWICE = {
    LAY_TEXT: f"{QUOTE}, and a dog is awake all night too. Subscribe to our letter!\n",
}

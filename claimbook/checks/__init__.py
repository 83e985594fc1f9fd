"""The rules: one a file, each with its explanation and an example that its test runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.allowing import excuse
from claimbook.checks.counting import counts
from claimbook.checks.facts import Facts
from claimbook.checks.memory import Memory
from claimbook.checks.notes import ClaimNote, SourceNote
from claimbook.checks.rules import Rule, functions, rule
from claimbook.checks.shelf import Shelf
from claimbook.checks.whole import Whole
from claimbook.load.ids import claim_problems
from claimbook.problem import place

if TYPE_CHECKING:
    from datetime import date

    from claimbook.load import Base
    from claimbook.problem import Problem

__all__ = ["Facts", "Memory", "Rule", "check", "counts", "rule"]


def check(
    base: Base, today: date, memory: Memory | None = None, processes: int = 1
) -> tuple[Whole, list[Problem]]:
    """Every problem of the base, those met while reading it among them, sorted by place; and what was looked at.

    A `memory` of earlier looks and more `processes` make it quicker and change nothing else.
    """
    shelf = Shelf(base, today)
    looks = (memory or Memory()).looks(shelf, processes)
    notes = [each.note for each in looks]
    claims = [note for note in notes if isinstance(note, ClaimNote)]
    whole = Whole(shelf, claims, [note for note in notes if isinstance(note, SourceNote)])
    found = [*base.problems, *claim_problems(claims, whole.claim)]
    for each in looks:
        found += each.problems
    for find in functions("find"):
        found += find(whole)
    return whole, sorted(excuse(whole, found), key=place)

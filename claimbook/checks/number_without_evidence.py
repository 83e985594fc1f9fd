"""The statement gives a number that none of its evidence holds.

A number looks exact, and readers carry it off. So every number in a statement must stand in a quote, a
finding or a figure of the claim's own evidence, where it can be looked up. Digits that are part of a name,
as in COVID-19 or vitamin B12, do not count; 63.0 and 63 are the same number.

Correct the number, or add the figure to the evidence that it comes from. Where the number is no finding,
such as the year of an event, excuse it: `allow: [{rule: number-without-evidence, because: …}]`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimbook.checks.example import BASE, CLAIM, swap
from claimbook.checks.numbers import numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.view import View
    from claimbook.model import Claim, Evidence
    from claimbook.problem import Problem

EXAMPLE = swap(
    CLAIM,
    "awake for 20 minutes longer",
    "awake for 30 minutes longer",
    {CLAIM: BASE[CLAIM].replace("awake for longer", "awake for 20 minutes longer")},
)

_READ = ("quote", "finding", "figures")
_BRACKET = re.compile(r"\[[^\[\]]*\]")


def of_claim(claim: Claim, view: View) -> Iterator[Problem]:
    """A problem for each such number; silent where a passage that might hold it was itself reported."""
    stated = {value: shown for shown, value in numbers(claim.statement or "")}
    if stated and _is_all_read(view, claim):
        held = {value for text in _texts(view, claim) for _, value in numbers(text)}
        for value in stated.keys() - held:
            yield _problem(claim, stated[value])


def _problem(claim: Claim, number: str) -> Problem:
    message = f"no quote, finding or figure of this claim's evidence holds the number {number}"
    hint = "correct it, or add it to the figures of the evidence that it comes from"
    return claim.origin.problem("number-without-evidence", "statement", message, hint)


def _is_all_read(view: View, claim: Claim) -> bool:
    if not claim.evidence or claim.faulty("evidence"):
        return False
    return not any(
        ((each := view.quoted_in(item)) and each.is_lost) or _is_reported(view, item)
        for item in claim.evidence
    )


def _is_reported(view: View, item: Evidence) -> bool:
    """Whether what the item says was reported, or is missing; of an unknown source, either text will do."""
    if not item.origin.faults.isdisjoint(_READ):
        return True
    source = view.source(item)
    if source is None or source.kind is None:
        return item.quote is None and item.finding is None
    return (item.quote if source.is_lay else item.finding) is None


def _texts(view: View, claim: Claim) -> Iterator[str]:
    """All that the evidence says; of a quote the source's words only, not what an editor put in."""
    for item in claim.evidence:
        yield from (item.finding or "", *item.figures)
        each = view.quoted_in(item)
        if each and each.text:  # and stands there: lost quotes silence the rule
            yield from (each.text.text[start:end] for start, end in each.matches[0].spans)
        else:
            yield _BRACKET.sub(" ", item.quote or "")

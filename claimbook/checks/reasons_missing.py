"""A claim is less sure than its studies allow, or surer than a review's authors were, and does not say why.

The kinds of studies behind a claim give the most certainty that it may have. There can be good grounds to
go lower: few people, results that differ, another group than the one meant. Readers can only follow if
they are told. The same holds where the authors of a cited review gave their finding less certainty
(`graded`) than the claim has.

Add `reasons`, each with one of the domains of GRADE and a note in a line. Without such grounds, take the
certainty that the studies allow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import BASE, CLAIM, swap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.view import View
    from claimbook.model import Claim
    from claimbook.problem import Problem

_UNSURE = BASE[CLAIM].replace(
    "Green tea may keep people awake for longer.",
    "It is very uncertain whether green tea keeps people awake.",
)
EXAMPLE = swap(CLAIM, "certainty: low", "certainty: very-low", {CLAIM: _UNSURE})


def of_claim(claim: Claim, view: View) -> Iterator[Problem]:
    """A problem for each claim below its ceiling, or above what a review's authors gave, without a reason."""
    verdict = view.verdict
    if verdict and verdict.rule == "reasons-missing":
        if verdict.graded:
            message = f"the authors of a cited review gave {verdict.graded}, the claim {claim.certainty}"
        else:
            message = f"the certainty is {claim.certainty}, and the studies cited allow {verdict.ceiling}"
        hint = "add 'reasons', each with a domain and a note that says why"
        yield claim.origin.problem("reasons-missing", "certainty", message, hint)

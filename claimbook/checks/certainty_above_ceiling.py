"""A claim is surer than the designs behind it allow.

The ceiling follows from the studies that support the claim: one randomized trial allows `low`, a review
of randomized trials `moderate`, and so on; the page on grading has the table. A curator may go below the
ceiling, never above it: sureness that nobody can trace is what this knowledge base is there to prevent.

Take the certainty that the problem names and word the statement to fit, or cite the studies that carry
more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import CLAIM, swap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.view import View
    from claimbook.model import Claim
    from claimbook.problem import Problem

EXAMPLE = swap(CLAIM, "certainty: low", "certainty: moderate")


def of_claim(claim: Claim, view: View) -> Iterator[Problem]:
    """A problem for each claim above its ceiling, unless a narrower rule says why."""
    verdict = view.verdict
    if verdict and verdict.rule == "certainty-above-ceiling":
        message = f"the certainty is {claim.certainty}; the studies cited allow {verdict.ceiling} at most"
        hint = f"write {verdict.ceiling} and word the statement to fit, or cite the studies that carry more"
        yield claim.origin.problem("certainty-above-ceiling", "certainty", message, hint)

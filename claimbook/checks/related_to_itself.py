"""A claim is linked to itself.

The list `related` leads a reader from one claim to others, and this link leads back to the page it
stands on. Most often a claim was begun as a copy of another one, and the copied link now names the
claim itself.

Name the claim that was meant, or take the link out. A link need stand in one of the two claims only:
the page of the other shows it as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import CLAIM, swap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.view import View
    from claimbook.model import Claim
    from claimbook.problem import Problem

EXAMPLE = swap(CLAIM, "claim: mice-run-on-tea", "claim: tea-keeps-awake")


def of_claim(claim: Claim, view: View) -> Iterator[Problem]:
    """A problem for each link to the claim's own id, or to one that it had before."""
    for link in claim.related:
        if link.claim == claim.id or link.claim in claim.formerly:
            hint = "name the claim that was meant, or take the link out"
            yield link.origin.problem("related-to-itself", "claim", "this claim links to itself", hint)

"""Studies speak on this claim, none of them supports it, and yet it is more than very uncertain.

Where the studies found otherwise, or only partly what the statement says, the statement has no certainty
to claim. Mostly it repeats what a web page says. Readers are better served by what was found.

Turn the statement round, so that it says what the studies found: they then support it, and the web page's
quote disputes it. Or leave it as it is, with the certainty `very-low` and the words that go with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import CLAIM, swap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.view import View
    from claimbook.model import Claim
    from claimbook.problem import Problem

_STUDY = "  - source: kim2019\n    stance: "

EXAMPLE = swap(CLAIM, f"{_STUDY}supports", f"{_STUDY}disputes")


def of_claim(claim: Claim, view: View) -> Iterator[Problem]:
    """A problem for each claim that studies speak against or only qualify, above very-low."""
    verdict = view.verdict
    if verdict and verdict.rule == "against-above-very-low":
        message = f"no study cited supports this, and its certainty is {claim.certainty}"
        hint = "say in the statement what the studies found, and let the lay quote dispute it"
        yield claim.origin.problem("against-above-very-low", "certainty", message, hint)

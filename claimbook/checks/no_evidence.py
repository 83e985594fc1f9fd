"""A claim has no evidence at all.

Every claim here must show where it comes from, so that a reader can go and look.
A claim without one passage is only an opinion, however sensible it sounds.

Add at least one item to `evidence`: a passage of a web page that says so, with its exact words,
or a study with its finding in your own words. If nobody has said it or studied it, take the claim out,
or write it as a question under `gaps` of its topic.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import HEARSAY, HEARSAY_EVIDENCE, HEARSAY_TEXT, swap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.view import View
    from claimbook.model import Claim
    from claimbook.problem import Problem

EXAMPLE = swap(HEARSAY, f"evidence:\n{HEARSAY_EVIDENCE}", "evidence: []\n", {HEARSAY: HEARSAY_TEXT})


def of_claim(claim: Claim, view: View) -> Iterator[Problem]:
    """A problem for each claim whose list of evidence is there and empty."""
    if not claim.evidence and not claim.faulty("evidence"):
        hint = "add the passage of a web page or the finding of a study that bears on it"
        yield claim.origin.problem("no-evidence", "evidence", "this claim has no evidence", hint)

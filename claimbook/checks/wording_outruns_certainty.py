"""A statement sounds surer than its certainty.

Most readers see only the sentence, so the sentence itself has to say how sure it is. A claim of low
certainty says “may”, “might” or “could”; one of moderate certainty “probably” or “likely”; one of very
low certainty says that it is “very uncertain”. Only a claim of high certainty, and one that tells what a
label or guideline asks, speaks plainly.

Put the word into the statement, or look again whether the certainty is right. Weaker words than the
certainty allows are always fine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import CLAIM, swap
from claimbook.grading import allowed_words, fits_wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.view import View
    from claimbook.model import Claim
    from claimbook.problem import Problem

EXAMPLE = swap(CLAIM, "Green tea may keep people", "Green tea keeps people")


def of_claim(claim: Claim, view: View) -> Iterator[Problem]:
    """A problem for each statement without the words of its certainty; guidance needs none.

    Where another rule speaks of the certainty, only if mending that would not mend the wording too.
    """
    found = view.verdict
    mended = found.ceiling if found and found.rule and not found.graded else claim.certainty
    if not (_fits(claim, claim.certainty) or _fits(claim, mended)):
        words = " or ".join(f"“{word}”" for word in allowed_words(claim.certainty or ""))
        message = f"the certainty is {claim.certainty}, and the statement is worded more surely"
        hint = f"say {words}"
        yield claim.origin.problem("wording-outruns-certainty", "statement", message, hint)


def _fits(claim: Claim, certainty: str | None) -> bool:
    """Whether the wording suits the certainty, as it does where a value needed to tell was reported."""
    if claim.statement is None or certainty is None or claim.about in (None, "guidance"):
        return True
    return fits_wording(claim.statement, certainty)

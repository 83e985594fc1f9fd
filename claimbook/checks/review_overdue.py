"""Nobody has looked at this claim for more than two years.

Studies go on. What was the best answer two years ago may by now have been confirmed, refuted or
withdrawn, and a page shows the day on which it was last read against its sources so that readers can
judge how fresh it is.

Read the claim against its sources again, look for newer studies, and set `reviewed` to that day. This is
a warning only: an old claim is not wrong for being old.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import CLAIM, swap

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from claimbook.checks.view import View
    from claimbook.model import Claim
    from claimbook.problem import Problem

EXAMPLE = swap(CLAIM, "reviewed: 2026-11-01", "reviewed: 2021-11-01")

_YEARS = 2


def of_claim(claim: Claim, view: View) -> Iterator[Problem]:
    """A problem for each claim last reviewed more than two years before the day of the check."""
    if claim.reviewed is not None and view.is_past(due(claim.reviewed)):
        message = f"last reviewed on {claim.reviewed}, more than two years before {view.today}"
        hint = "read it against its sources again, look for newer studies, and set 'reviewed' to that day"
        yield claim.origin.problem("review-overdue", "reviewed", message, hint)


def due(reviewed: date) -> tuple[int, int, int]:
    """Year, month and day after which a claim is overdue; of 29 February, a day that the year may not have."""
    return reviewed.year + _YEARS, reviewed.month, reviewed.day

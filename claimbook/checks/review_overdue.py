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

    from claimbook.checks.facts import Facts
    from claimbook.problem import Problem

EXAMPLE = swap(CLAIM, "reviewed: 2026-11-01", "reviewed: 2021-11-01")

_YEARS = 2


def find(facts: Facts) -> Iterator[Problem]:
    """A problem for each claim last reviewed more than two years before the day of the check."""
    for claim in facts.library.claims:
        if claim.reviewed is not None and is_overdue(claim.reviewed, facts.today):
            message = f"last reviewed on {claim.reviewed}, more than two years before {facts.today}"
            hint = "read it against its sources again, look for newer studies, and set 'reviewed' to that day"
            yield claim.origin.problem("review-overdue", "reviewed", message, hint)


def is_overdue(reviewed: date, today: date) -> bool:
    """Whether two years have passed, and a day; what was reviewed on 29 February is overdue on 1 March."""
    return (reviewed.year + _YEARS, reviewed.month, reviewed.day) < (today.year, today.month, today.day)

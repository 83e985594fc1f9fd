"""A web page is quoted, but nothing says how its telling compares with the studies.

A web page shows what people are told, not what was found. So each quote of one carries a `reading`:
`accurate` (it says what the studies cited here found), `overstated` (the same direction, but more or surer),
`contradicted` (they found otherwise), `out-of-context` (it lost its subject or a condition)
or `unsupported` (no study in this base speaks of it).

Compare the quote with the studies of this claim and choose the word that fits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import CLAIM, swap
from claimbook.fields import READINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.view import View
    from claimbook.model import Claim
    from claimbook.problem import Problem

EXAMPLE = swap(CLAIM, "    reading: overstated\n", "")


def of_claim(claim: Claim, view: View) -> Iterator[Problem]:
    """A problem for each item on a lay page without `reading`; none where the source's kind is unknown."""
    for item in claim.evidence:
        source = view.source(item)
        if source and source.is_lay and item.lacks("reading"):
            message = f"{source.key} is a lay page, and no reading says how it compares with the studies"
            hint = f"add 'reading': one of {', '.join(READINGS)}"
            yield item.origin.problem("reading-missing", "reading", message, hint)

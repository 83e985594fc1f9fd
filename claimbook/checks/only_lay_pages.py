"""A claim rests on web pages alone, and yet it is given a certainty.

A web page of unknown origin shows what people are told, not what was found. However often something is
told, no certainty follows from it.

Write `certainty: none`: readers then see that only web pages say so. Or cite a study that speaks of it,
with what it found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import BASE, CLAIM, STUDY, swap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.view import View
    from claimbook.model import Claim
    from claimbook.problem import Problem

_BEFORE, _, _REST = BASE[CLAIM].partition("  - source: kim2019")
_LAY_ONLY = _BEFORE + _REST[_REST.index("related:") :]
EXAMPLE = swap(
    CLAIM,
    "certainty: none",
    "certainty: low",
    {
        CLAIM: _LAY_ONLY.replace("certainty: low", "certainty: none").replace("overstated", "unsupported"),
        STUDY: None,
    },
)


def of_claim(claim: Claim, view: View) -> Iterator[Problem]:
    """A problem for each claim whose sources are all lay pages, and whose certainty is not none."""
    verdict = view.verdict
    if verdict and verdict.rule == "only-lay-pages":
        message = f"only web pages speak of this, and its certainty is {claim.certainty}"
        hint = "write 'certainty: none', or cite a study"
        yield claim.origin.problem("only-lay-pages", "certainty", message, hint)

"""A `reading` stands on a study, and only a web page has one.

A reading says how a web page's telling compares with what studies found. A study is what the page
is compared with, so a reading on it would measure the yardstick.

Take the reading out. If the study's own result needs a caution, write it under `limits`;
if the study speaks against the statement, choose another `stance`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import CLAIM, swap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.view import View
    from claimbook.model import Claim
    from claimbook.problem import Problem

_FIGURES = '    figures: ["48 adults", "20 minutes"]\n'
EXAMPLE = swap(CLAIM, _FIGURES, f"{_FIGURES}    reading: accurate\n")


def of_claim(claim: Claim, view: View) -> Iterator[Problem]:
    """A problem for each item on a study that has a `reading`; silent where the source's kind is unknown."""
    for item in claim.evidence:
        source = view.source(item)
        if source and source.is_study and item.reading is not None:
            message = f"{source.key} is no lay page, so it has no reading"
            hint = "take 'reading' out; write what weakens the finding under 'limits'"
            yield item.origin.problem("reading-on-study", "reading", message, hint)

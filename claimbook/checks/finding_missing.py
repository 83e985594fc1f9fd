"""A study is cited, but what it found is not told.

The knowledge base may not copy the sentences of a study, so each study that is cited
carries a `finding`: what was found, in our own words, with its figures.
Without it a reader sees that a study exists, and not what it says.

Write one or two sentences: who was looked at, what was compared, what came out.
Web pages need no finding; they are quoted word for word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import CLAIM, swap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.view import View
    from claimbook.model import Claim
    from claimbook.problem import Problem

EXAMPLE = swap(CLAIM, "    finding: In 48 adults, those given green tea fell asleep 20 minutes later.\n", "")


def of_claim(claim: Claim, view: View) -> Iterator[Problem]:
    """A problem for each item on a study that has no `finding`; silent where the source's kind is unknown."""
    for item in claim.evidence:
        source = view.source(item)
        if source and source.is_study and item.lacks("finding"):
            message = f"{source.key} is a study, and this does not tell what it found"
            hint = "add 'finding': what was found, in your own words, with its figures"
            yield item.origin.problem("finding-missing", "finding", message, hint)

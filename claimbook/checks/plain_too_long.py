"""The plain version of a claim has more than 60 words.

`plain` is for somebody who wants to know what it means for them, perhaps tired or unwell. Sixty words are
about half a minute's reading; more than that is mostly detail that the evidence shows anyway.

Keep what was found, in whom, and how sure it is. Words are counted as they stand between spaces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import CLAIM, swap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.view import View
    from claimbook.model import Claim
    from claimbook.problem import Problem

EXAMPLE = swap(
    CLAIM,
    "People who drank green tea fell asleep later. One study looked at this.",
    "People who drank green tea fell asleep later." + " Only one study looked at this so far." * 7,
)

_MOST = 60


def of_claim(claim: Claim, view: View) -> Iterator[Problem]:
    """A problem for each `plain` of more than 60 words."""
    words = len((claim.plain or "").split())
    if words > _MOST:
        message = f"this has {words} words, and {_MOST} are the most"
        hint = f"cut {words - _MOST}: keep what was found, in whom, and how sure it is"
        yield claim.origin.problem("plain-too-long", "plain", message, hint)

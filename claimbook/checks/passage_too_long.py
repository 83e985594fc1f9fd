"""A passage is marked with more of the study's own words than the five that are needed.

The words of a study belong to others. We therefore keep only an anchor: the first three to five words
of the passage and its last three to five. That is enough for a reader to jump to it
and for a machine to find it again, and it copies nothing.

Shorten `starts` to its first five words, or `ends` to its last five. Words are separated by spaces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import CLAIM, swap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.view import View
    from claimbook.model import Claim, Passage
    from claimbook.problem import Problem

EXAMPLE = swap(CLAIM, "starts: Adults who drank", "starts: Adults who drank two cups at night")

LONGEST = 5
_FIRST, _LAST = slice(LONGEST), slice(-LONGEST, None)


def of_claim(claim: Claim, view: View) -> Iterator[Problem]:
    """A problem for each anchor of more than five words."""
    for item in claim.evidence:
        if item.passage:
            yield from _too_long(item.passage)


def _too_long(passage: Passage) -> Iterator[Problem]:
    for field, text, kept in (("starts", passage.starts, _FIRST), ("ends", passage.ends, _LAST)):
        words = (text or "").split()
        if len(words) > LONGEST:
            message = f"'{field}' holds {len(words)} words of the study; five are the most"
            hint = f"write: {' '.join(words[kept])}"
            yield passage.origin.problem("passage-too-long", field, message, hint)

"""The first and last words given for a passage do not stand in the text as they should.

A passage tells where in a study a finding stands, by its first and last few words. Readers jump there by
these words, so they must be the study's own, in this order, and near each other: from the first word to the
last there may be 90 words at most.

Open the study at the passage and copy its first three to five words into `starts` and its last three to five
into `ends`. This can only be checked where the text is at hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import CLAIM, STUDY_TEXT, swap
from claimbook.checks.passage_too_long import LONGEST
from claimbook.quoting import find_passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.view import View
    from claimbook.model import Claim, Passage
    from claimbook.problem import Problem
    from claimbook.quoting import SourceText

EXAMPLE = swap(
    CLAIM,
    "starts: Adults who drank",
    "starts: People who drank",
    {STUDY_TEXT: "Adults who drank green tea slept later than with water.\n"},
)


def of_claim(claim: Claim, view: View) -> Iterator[Problem]:
    """A problem for each passage that the text at hand does not hold; none for reported anchors."""
    for item in claim.evidence:
        source, passage = view.source(item), item.passage
        text = view.text(source.key) if source else None
        if source and text and passage and _is_sound(passage):
            yield from _misplaced(source.key, text, passage)


def _is_sound(passage: Passage) -> bool:
    anchors = (passage.starts, passage.ends)
    return all(anchor is not None and len(anchor.split()) <= LONGEST for anchor in anchors)


def _misplaced(key: str, text: SourceText, passage: Passage) -> Iterator[Problem]:
    starts, ends = passage.starts or "", passage.ends or ""
    if find_passage(text, starts, ends):
        return
    for field, anchor in (("starts", starts), ("ends", ends)):
        if not text.find(anchor):
            message = f"these words do not stand in the text of {key}"
            closest = text.near_miss(anchor).closest
            there = f"; closest to them come: {closest}" if closest else ""
            hint = f"copy them from the passage, letter by letter{there}"
            yield passage.origin.problem("passage-not-in-text", field, message, hint)
            return
    message = f"in the text of {key}, no passage of at most 90 words begins and ends so"
    hint = "look whether both belong to one passage, and which of them stands first"
    yield passage.origin.problem("passage-not-in-text", "ends", message, hint)

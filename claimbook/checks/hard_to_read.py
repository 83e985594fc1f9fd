"""The plain version of a claim is hard to read.

It is measured by LIX: the words in an average sentence, plus how many in 100 words have more than six
letters (C.-H. Björnsson, Läsbarhet, 1968). Children's books stand at about 25, newspapers between 40 and
50; this warns above 40. It is a rough measure and knows nothing of sense: a text may score well and be
dark, or need its one long name.

Make two sentences of a long one, and take short words for long ones: “helps” for “is effective”. Where a
long name has to stand, `allow` can say so. Texts of fewer than 25 words are not measured, since a single
word would sway them.
"""

from __future__ import annotations

import re
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
    "Participants consuming green tea experienced significantly prolonged sleep latency, although "
    "uncertainty concerning methodological limitations, particularly insufficient participant numbers and "
    "inadequate concealment, necessitates considerable interpretative caution.",
)

_MOST = 40
_FEWEST_WORDS = 25
_LONG = 7  # letters
_LONGEST_TEXT = 60  # words; beyond it plain-too-long speaks
_WORD = re.compile(r"\w[\w'’-]*")
_END = re.compile(r"[.!?](?=\s|$)")


def of_claim(claim: Claim, view: View) -> Iterator[Problem]:
    """A warning for each `plain` that scores above 40, unless it is already too long."""
    text = claim.plain or ""
    score = lix(text) if len(text.split()) <= _LONGEST_TEXT else None
    if score is not None and score > _MOST:
        message = f"this is hard to read: LIX {score:.0f}, and {_MOST} are the most"
        hint = "shorter sentences and shorter words make it easier"
        yield claim.origin.problem("hard-to-read", "plain", message, hint)


def lix(text: str) -> float | None:
    """Words for each sentence plus long words in 100; None for a text too short, or without a sentence."""
    words, ends = _WORD.findall(text), len(_END.findall(text))
    if len(words) < _FEWEST_WORDS or not ends:
        return None
    return len(words) / ends + 100 * sum(len(word) >= _LONG for word in words) / len(words)

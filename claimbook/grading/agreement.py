"""Whether the studies of a claim agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimbook.grading.voices import Voice

# The first that fits is the verdict; the sentence is what readers see.
AGREEMENTS = {
    "no-study": "No study in this base speaks of it",
    "against": "The studies speak against it",
    "only-qualified": "The studies only qualify it",
    "one-study": "One study only",
    "split": "The studies are split",
    "qualified": "Supported with reservations",
    "mostly": "The studies mostly agree",
    "agree": "The studies agree",
}


def agreement(voices: Iterable[Voice]) -> str:
    """The verdict, a key of `AGREEMENTS`, over the voices of the claim's own subjects."""
    stances = [voice.stance for voice in voices if voice.own]
    supports, disputes, qualifies = (stances.count(each) for each in ("supports", "disputes", "qualifies"))
    verdicts = (
        ("no-study", not stances),
        ("against", not supports and disputes > 0),
        ("only-qualified", not supports),
        ("one-study", len(stances) == 1),
        ("split", disputes * 4 > supports + disputes),
        ("qualified", qualifies >= supports),
        ("mostly", disputes + qualifies > 0),
        ("agree", True),
    )
    return next(name for name, fits in verdicts if fits)

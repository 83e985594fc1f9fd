"""More than seven words in a row are the study's own.

What a study found may be told by anybody; its sentences belong to its authors. This knowledge base tells
every finding in its own words, and its reader needs plainer ones anyway. Numbers are no words here: figures
should be exact.

Say it in another way, not by changing every eighth word: close the study and write down what you remember,
then check the figures. This can only be found where the study's text is at hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import CLAIM, STUDY_TEXT, swap
from claimbook.quoting import copied_run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.view import View
    from claimbook.model import Claim, Evidence, Origin, Reason
    from claimbook.problem import Problem
    from claimbook.quoting import SourceText

EXAMPLE = swap(
    CLAIM,
    "those given green tea fell asleep 20 minutes later",
    "those who drank green tea late at night slept 20 minutes less",
    {STUDY_TEXT: "Adults who drank green tea late at night slept 20 minutes less than with water.\n"},
)

_OF_CLAIM = ("statement", "plain", "would_change")
_OF_ITEM = ("finding", "fit", "limits")


def of_claim(claim: Claim, view: View) -> Iterator[Problem]:
    """A problem, at most one a field, for each that shares such a run with a study cited in the claim."""
    studies = _studies(view, claim)
    for origin, path, own in _owned(claim) if studies else ():
        found = ((key, copied_run(own, text)) for key, text in studies.items())
        key, run = next((each for each in found if each[1]), ("", None))
        if run:
            message = f"these words stand in {key} just so: “{run}”"
            hint = "say it in your own words; at most seven in a row may be the study's"
            yield origin.problem("copied-words", path, message, hint)


def _studies(view: View, claim: Claim) -> dict[str, SourceText]:
    """The texts at hand of the studies that the claim cites."""
    sources = (view.source(item) for item in claim.evidence)
    keys = [source.key for source in sources if source is not None and source.is_study]
    return {key: text for key in keys if (text := view.text(key)) is not None}


def _owned(claim: Claim) -> Iterator[tuple[Origin, tuple[str | int, ...], str]]:
    """What curators wrote in a claim in their own words: where it stands, and the text."""
    holders: list[tuple[Claim | Reason | Evidence, tuple[str, ...]]] = [(claim, _OF_CLAIM)]
    holders += [(reason, ("note",)) for reason in claim.reasons]
    holders += [(item, _OF_ITEM) for item in claim.evidence]
    for holder, names in holders:
        for name in names:
            if own := getattr(holder, name):
                yield holder.origin, (name,), own
    for item in claim.evidence:
        for number, figure in enumerate(item.figures):
            exact = "figures" not in item.origin.faults
            yield item.origin, ("figures", number) if exact else ("figures",), figure

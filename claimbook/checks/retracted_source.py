"""A claim cites a publication that was retracted.

A retraction means that its own journal no longer stands behind the work. So it never counts for how
sure a claim may be, whatever it found. It may still be worth showing, for instance where a web page
rests on it.

Look at each claim that the problem names. Take the evidence out where it is not needed, rest the claim
on other studies, and let its text say that this one was retracted. If it is cited on purpose, excuse
the problem with `allow` in the source's own file and say why. This is a warning only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import BASE, CLAIM, swap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.whole import Whole
    from claimbook.problem import Problem

_SOURCE = "sources/silva2022.yaml"
_SOURCE_TEXT = """\
kind: article
csl: {type: article-journal, title: Tea late in the day, DOI: 10.1234/late.2022}
study: {design: randomized-trial, subjects: people, participants: 20, treatment: [green-tea]}
status: {is: corrected}
"""
_EVIDENCE = """\
  - source: silva2022
    stance: supports
    finding: In 20 adults, green tea put sleep off by a quarter of an hour.
    passage: {section: Results, starts: Sleep came later, ends: after green tea}
related:
"""

EXAMPLE = swap(
    _SOURCE,
    "is: corrected",
    "is: retracted",
    {_SOURCE: _SOURCE_TEXT, CLAIM: BASE[CLAIM].replace("related:\n", _EVIDENCE)},
)

_NAMED = 3


def find(whole: Whole) -> Iterator[Problem]:
    """A problem for each retracted source that any claim cites, at its status."""
    retracted = [note.key for note in whole.sources.values() if note.is_retracted]
    for key in retracted:
        citing = [note.id for note in whole.claims if key in note.cited]
        status = whole.source(key).status
        if citing and status:
            message = f"this was retracted, and is cited by {_listed(citing)}"
            hint = "rest those claims on other sources, or excuse it with 'allow' and say why"
            yield status.origin.problem("retracted-source", "is", message, hint)


def _listed(names: list[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")

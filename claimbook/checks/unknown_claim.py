"""A claim is linked to another that does not exist.

Links between claims let a reader go on to what explains, opposes or follows from a claim. A link that
leads nowhere helps nobody, and mostly it is a slip of the pen in the other claim's id: the id is the
name of that claim's file, without “.yaml”.

Where another id looks much like this one, the problem names it. Where the other claim was renamed, the
problem gives its new id: the old one still works as a web address, but links here use the new one. Mend
the id, write the missing claim, or take the link out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import CLAIM, swap
from claimbook.load.nearest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.whole import Whole
    from claimbook.model import Related
    from claimbook.problem import Problem

EXAMPLE = swap(CLAIM, "claim: mice-run-on-tea", "claim: mice-sleep-on-tea")

_HINTED = 20  # looking for a like id takes its time in a large base


def find(whole: Whole) -> Iterator[Problem]:
    """A problem for each link to an id that no claim has, nor a file that could not be read."""
    known = whole.base.listing.claim_names
    renamed = {old: note.id for note in whole.claims for old in note.formerly}
    ids = [note.id for note in whole.claims]
    found = 0
    for note in whole.claims:
        unknown = {name for name in note.related if name not in known and name not in note.formerly}
        for link in whole.claim(note.path).related if unknown else ():  # else it is related-to-itself
            if link.claim in unknown:
                found += 1
                yield _problem(link, _hint(link.claim, ids if found <= _HINTED else [], renamed))


def _problem(link: Related, hint: str) -> Problem:
    message = f"there is no claim '{(link.claim or '')[:60]}'"
    return link.origin.problem("unknown-claim", "claim", message, hint)


def _hint(name: str, ids: list[str], renamed: dict[str, str]) -> str:
    if name in renamed:
        return f"it is now called '{renamed[name]}'"
    guess = nearest(name, ids)
    if guess:
        return f"did you mean '{guess}'?"
    return "the id of a claim is the name of its file, without .yaml; take the link out if that claim is gone"

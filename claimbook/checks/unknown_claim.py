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

    from claimbook.checks.facts import Facts
    from claimbook.model import Related
    from claimbook.problem import Problem

EXAMPLE = swap(CLAIM, "claim: mice-run-on-tea", "claim: mice-sleep-on-tea")

_HINTED = 20  # looking for a like id takes its time in a large base


def find(facts: Facts) -> Iterator[Problem]:
    """A problem for each link to an id that no claim has, nor a file that could not be read."""
    renamed = {old: claim.id for claim in facts.library.claims for old in claim.formerly}
    found = 0
    for claim in facts.library.claims:
        for link in claim.related:
            unknown = link.claim is not None and link.claim not in facts.claim_names
            if unknown and link.claim not in claim.formerly:  # else it is related-to-itself
                found += 1
                yield _problem(link, _hint(link.claim or "", facts, renamed, found <= _HINTED))


def _problem(link: Related, hint: str) -> Problem:
    message = f"there is no claim '{(link.claim or '')[:60]}'"
    return link.origin.problem("unknown-claim", "claim", message, hint)


def _hint(name: str, facts: Facts, renamed: dict[str, str], search: bool) -> str:
    if name in renamed:
        return f"it is now called '{renamed[name]}'"
    guess = nearest(name, facts.library.by_id) if search else None
    if guess:
        return f"did you mean '{guess}'?"
    return "the id of a claim is the name of its file, without .yaml; take the link out if that claim is gone"

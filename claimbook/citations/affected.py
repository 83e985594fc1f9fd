"""The claims that cite a source in question, and what would change for each if that source fell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook import grading
from claimbook.citations.finding import Affected
from claimbook.grading import AGREEMENTS, rank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimbook.checks import Facts
    from claimbook.grading import Fall
    from claimbook.model import Claim


def affected(facts: Facts, keys: Iterable[str]) -> Iterator[Affected]:
    """One entry for each of the sources `keys` and each claim that cites it, in the order of both."""
    for key in keys:
        for claim in facts.library.claims:
            stances = [item.stance for item in claim.evidence if item.source == key]
            if stances:
                certainty, statement = claim.certainty or "none", claim.statement or claim.id
                told = tuple(dict.fromkeys(stance for stance in stances if stance))
                changes = tuple(_changes(facts, claim, key))
                yield Affected(key, claim.id, claim.path, statement, certainty, told, changes)


def _changes(facts: Facts, claim: Claim, key: str) -> Iterator[str]:
    fall = _fall(facts, claim, key)
    if fall is None:
        return
    now, agreement = claim.certainty or "none", grading.agreement(facts.voices(claim))
    if rank(fall.ceiling) < rank(now):
        yield f"certainty {_plain(fall.ceiling)} at most, now {_plain(now)}"
    if fall.agreement != agreement:
        yield f"“{AGREEMENTS[fall.agreement]}”, now “{AGREEMENTS[agreement]}”"


def _fall(facts: Facts, claim: Claim, key: str) -> Fall | None:
    """The claim without the source; a source that is part of another falls by itself."""
    if not grading.speaks(facts.library.sources.get(key)):
        return None  # a lay page, or one that is known to be retracted, carries nothing
    domains = [reason.domain for reason in claim.reasons if reason.domain]
    about, heard = claim.about or "", facts.voices(claim)
    known = next((each for each in grading.falls(about, heard, domains) if each.key == key), None)
    if known is not None:
        return known
    others = {name: source for name, source in facts.library.sources.items() if name != key}
    rest = grading.voices(claim, others)
    return grading.Fall(key, grading.ceiling(about, rest, domains), grading.agreement(rest))


def _plain(certainty: str) -> str:
    return certainty.replace("-", " ")

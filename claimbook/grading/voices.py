"""Who speaks on a claim: each source once, with one stance, whatever number of findings it has."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimbook.model import Claim, Evidence, Source


class Finding(NamedTuple):
    """One finding as it counts: its own design where that differs from its study's."""

    stance: str
    design: str
    of: str | None
    participants: int
    graded: str | None


class Voice(NamedTuple):
    """A source with those that are part of it: its key, its stance and the findings behind it.

    `own` tells whether it studied the claim's own subjects; only such a voice counts.
    """

    key: str
    stance: str
    findings: tuple[Finding, ...]
    own: bool


def speaks(source: Source | None) -> bool:
    """Whether a source counts at all: lay pages and retracted sources never do."""
    return source is not None and source.study is not None and not source.is_lay and not source.is_retracted


def voices(claim: Claim, sources: Mapping[str, Source]) -> list[Voice]:
    """The claim's voices in the order of its evidence; of one source, own subjects and others apart."""
    groups: dict[tuple[str, bool], list[Finding]] = {}
    for item in claim.evidence:
        source = sources.get(item.source or "")
        if source is None or not speaks(source):
            continue
        found = _finding(item, source)
        if found is not None:
            groups.setdefault((_root(source, sources), is_own(claim, item, source)), []).append(found)
    return [Voice(key, _stance(found), tuple(found), own) for (key, own), found in groups.items()]


def _finding(item: Evidence, source: Source) -> Finding | None:
    study = source.study
    design = item.design or (study.design if study else None)
    if study is None or design is None or item.stance is None:
        return None
    return Finding(item.stance, design, study.of, study.participants or 0, item.graded)


def is_own(claim: Claim, item: Evidence, source: Source) -> bool:
    """Guidance speaks for whomever it is issued; every other claim needs its own subjects."""
    subjects = item.subjects or (source.study.subjects if source.study else ())
    return claim.about == "guidance" or claim.about in subjects


def _root(source: Source, sources: Mapping[str, Source]) -> str:
    """The source that this one is part of, through any number of steps; a circle ends where it closes."""
    seen: list[str] = []
    here: Source | None = source
    while here is not None and here.key not in seen:
        seen.append(here.key)
        parent = here.study.part_of if here.study else None
        here = sources.get(parent) if parent else None
    return min(seen[seen.index(here.key) :]) if here is not None else seen[-1]


def _stance(findings: list[Finding]) -> str:
    stances = {finding.stance for finding in findings}
    if {"supports", "disputes"} <= stances:
        return "qualifies"
    return next(stance for stance in ("disputes", "supports", "qualifies") if stance in stances)

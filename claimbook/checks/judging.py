"""What a claim's evidence says of its certainty, whatever its reported values were meant to be."""

from __future__ import annotations

from collections import ChainMap
from itertools import chain, product
from math import prod
from typing import TYPE_CHECKING, NamedTuple

from claimbook import grading
from claimbook.checks.meanings import meanings
from claimbook.grading import rank

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimbook.checks.meanings import Meaning
    from claimbook.model import Claim, Source

_MOST = 400  # readings of one claim; with more than one or two faults nothing can be said of it anyway


class Verdict(NamedTuple):
    """The rule that speaks of a claim's certainty, if any, with what its message needs.

    `graded` is the least certainty that the authors of a cited review gave, where that is below the claim's.
    """

    rule: str | None
    ceiling: str
    graded: str | None = None


def verdict(claim: Claim, sources: Mapping[str, Source]) -> Verdict | None:
    """The verdict that holds in every way in which reported values may have been meant; None if none does."""
    if claim.certainty is None or claim.faulty("evidence") or not claim.evidence:
        return None
    if not all(_is_sound(sources.get(item.source or "")) for item in claim.evidence):
        return None
    slots = list(meanings(claim, sources))
    if prod(map(len, slots)) > _MOST:
        return None
    found = [_judge(*_changed(claim, sources, each)) for each in product(*slots)]
    same = all(each.rule == found[0].rule for each in found)
    return max(found, key=lambda each: rank(each.ceiling)) if same else None


def _is_sound(source: Source | None) -> bool:
    """Whether it is known what a source is, and a study's details could be read at all."""
    return source is not None and (source.is_lay or (source.is_study and source.study is not None))


def _changed(
    claim: Claim, sources: Mapping[str, Source], chosen: tuple[Meaning, ...]
) -> tuple[Claim, Mapping[str, Source]]:
    for each in chosen:
        claim = each.claim(claim) if each.claim else claim
        if each.source:
            key, change = each.source
            sources = ChainMap({key: change(sources[key])}, sources)  # type: ignore[arg-type]
    return claim, sources


def _judge(claim: Claim, sources: Mapping[str, Source]) -> Verdict:
    certainty = rank(claim.certainty or "none")
    if all(sources[item.source or ""].is_lay for item in claim.evidence):
        return Verdict("only-lay-pages" if certainty else None, "none")
    heard = grading.voices(claim, sources)
    domains = [reason.domain for reason in claim.reasons if reason.domain]
    ceiling = grading.ceiling(claim.about or "", heard, domains)
    if certainty > rank("very-low") and _is_against(heard):
        return Verdict("against-above-very-low", ceiling)
    if certainty > rank(ceiling):
        return Verdict("certainty-above-ceiling", ceiling)
    given = _least_graded(heard)
    graded = given if given and rank(given) < certainty else None
    needs_reason = certainty < rank(ceiling) or graded is not None
    return Verdict("reasons-missing" if needs_reason and not claim.reasons else None, ceiling, graded)


def _is_against(heard: list[grading.Voice]) -> bool:
    """Whether studies speak and none of the claim's own subjects (or none at all) supports it."""
    own = [voice for voice in heard if voice.own]
    return bool(heard) and all(voice.stance != "supports" for voice in own or heard)


def _least_graded(heard: list[grading.Voice]) -> str | None:
    found = chain.from_iterable(_grades(voice) for voice in heard if voice.own)
    return min(found, key=rank, default=None)


def _grades(voice: grading.Voice) -> Iterator[str]:
    return (finding.graded for finding in voice.findings if finding.graded)

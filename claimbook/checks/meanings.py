"""What a reported value may have been meant to be, so that one fault hides no other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from claimbook.fields import CLAIM, DESIGNS, POOLED, STANCES, SUBJECTS
from claimbook.model import Reason, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from claimbook.model import Claim, Evidence, Source, Study

_MANY = 1000  # people enough for any rule that counts them
_WHO = (*((one,) for one in SUBJECTS), SUBJECTS)
_OF_ITEM: dict[str, tuple[object, ...]] = {
    "stance": STANCES,
    "design": DESIGNS,
    "subjects": _WHO,
    "graded": (None, "very-low"),
}
_OF_STUDY: dict[str, tuple[object, ...]] = {
    "design": DESIGNS,
    "subjects": _WHO,
    "of": (None, *POOLED),
    "participants": (1, _MANY),
}


class Meaning(NamedTuple):
    """One way to read a reported value: what it makes of the claim, or of the source of a key."""

    claim: Callable[[Claim], Claim] | None = None
    source: tuple[str, Callable[[Source], Source]] | None = None


def meanings(claim: Claim, sources: Mapping[str, Source]) -> Iterator[list[Meaning]]:
    """For each reported value that grading reads, all its readings; its evidence's sources must be known."""
    yield from _of_claim(claim)
    cited = {item.source or "": sources[item.source or ""] for item in claim.evidence}
    for number, item in enumerate(claim.evidence):
        if not cited[item.source or ""].is_lay:  # a lay page never counts
            yield from _of_item(number, item)
    for source in cited.values():
        if source.study and not source.is_lay:
            yield from _of_study(source, source.study)
            yield from _of_part(source, source.study, sources, cited)
            yield from _of_status(source)


def _of_claim(claim: Claim) -> Iterator[list[Meaning]]:
    if claim.about is None:
        yield [Meaning(_claim_with(about=about)) for about in CLAIM["about"].options]
    if claim.faulty("reasons") or any(reason.domain is None for reason in claim.reasons):
        raised = Reason(claim.origin, "large-effect")
        yield [Meaning(), Meaning(_claim_with(reasons=(*claim.reasons, raised)))]


def _of_item(number: int, item: Evidence) -> Iterator[list[Meaning]]:
    for name, values in _OF_ITEM.items():
        if name in item.origin.faults:
            yield [Meaning(_item_with(number, **{name: value})) for value in values]


def _of_study(source: Source, study: Study) -> Iterator[list[Meaning]]:
    for name, values in _OF_STUDY.items():
        if name in study.origin.faults:
            yield [_study_with(source.key, **{name: value}) for value in values]


def _of_part(
    source: Source, study: Study, sources: Mapping[str, Source], cited: Iterable[str]
) -> Iterator[list[Meaning]]:
    """Where it cannot be told which source this one is part of, it may be any that the claim cites."""
    is_unknown = study.part_of is not None and study.part_of not in sources
    if is_unknown or "part_of" in study.origin.faults:
        yield [_study_with(source.key, part_of=key) for key in (None, *cited)]


def _of_status(source: Source) -> Iterator[list[Meaning]]:
    if "status" in source.origin.faults or (source.status and source.status.value is None):
        retracted = Status(source.origin, "retracted")
        yield [Meaning(), Meaning(source=(source.key, lambda each: replace(each, status=retracted)))]


def _claim_with(**values: Any) -> Callable[[Claim], Claim]:
    return lambda claim: replace(claim, **values)


def _item_with(number: int, **values: Any) -> Callable[[Claim], Claim]:
    def change(claim: Claim) -> Claim:
        items = list(claim.evidence)
        items[number] = replace(items[number], **values)
        return replace(claim, evidence=tuple(items))

    return change


def _study_with(key: str, **values: Any) -> Meaning:
    def change(source: Source) -> Source:
        return replace(source, study=replace(source.study, **values)) if source.study else source

    return Meaning(source=(key, change))

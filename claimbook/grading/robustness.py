"""What would become of a claim if one of its sources fell."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimbook.grading.agreement import agreement
from claimbook.grading.ceiling import ceiling, rank

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimbook.grading.voices import Voice


class Fall(NamedTuple):
    """Ceiling and agreement without one source."""

    key: str
    ceiling: str
    agreement: str


def falls(about: str, voices: Iterable[Voice], domains: Iterable[str]) -> list[Fall]:
    """One `Fall` for each source that speaks, in the order of the evidence."""
    heard, reasons = list(voices), list(domains)
    keys = dict.fromkeys(voice.key for voice in heard)
    without = {key: [voice for voice in heard if voice.key != key] for key in keys}
    return [Fall(key, ceiling(about, rest, reasons), agreement(rest)) for key, rest in without.items()]


def rests_on(certainty: str, each: Iterable[Fall]) -> list[str]:
    """The sources without which the claim could not be as certain as it says."""
    return [fall.key for fall in each if rank(fall.ceiling) < rank(certainty)]

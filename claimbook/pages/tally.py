"""The studies of a claim, counted: each source once, by the side it takes and by its design."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.fields import DESIGNS
from claimbook.pages.text import count
from claimbook.pages.words import DESIGN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimbook.grading import Voice
    from claimbook.model import Claim

_SIDES = {"supports": "for", "disputes": "against", "qualifies": "with reservations"}


def sides(claim: Claim, voices: Iterable[Voice]) -> str:
    """`3 studies for, 1 against, 2 with reservations`, over the voices that count."""
    one, many = ("source", "sources") if claim.about == "guidance" else ("study", "studies")
    stances = [voice.stance for voice in voices if voice.own]
    if not stances:
        return f"no {one} of its own subjects"
    named = [(stances.count(stance), word) for stance, word in _SIDES.items() if stance in stances]
    number, word = named[0]
    first = f"{count(number, one, many)} {word}"
    return ", ".join((first, *(f"{number:,} {word}" for number, word in named[1:])))


def designs(voices: Iterable[Voice], stance: str) -> str:
    """`2 randomized trials and 1 cohort study`: what takes this side, the strongest designs first."""
    return listed(design for voice in voices if voice.stance == stance for design in _design(voice))


def listed(designs: Iterable[str]) -> str:
    """Designs counted and named, in the order of the table of designs."""
    found = list(designs)
    words = [count(found.count(name), *DESIGN[name]) for name in DESIGNS if name in found]
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _design(voice: Voice) -> list[str]:
    """The strongest design by which a source takes its side."""
    taking = [each.design for each in voice.findings if each.stance == voice.stance]
    return sorted(taking or [each.design for each in voice.findings], key=DESIGNS.index)[:1]

"""Topics, and the base's own words: dangers, treatments, and where to get help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from claimbook.model.origin import Origin


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Topic:
    """A subject, in the order in which readers meet it."""

    origin: Origin
    id: str | None = None
    title: str | None = None
    question: str | None = None
    summary: str | None = None
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SafetyWord:
    """A word for a danger, the line that it shows, and whether help is named with it."""

    origin: Origin
    id: str | None = None
    line: str | None = None
    help: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TreatmentWord:
    """A word for a treatment, and its name."""

    origin: Origin
    id: str | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class HelpLine:
    """Where to get help now, in one country."""

    origin: Origin
    country: str | None = None
    name: str | None = None
    how: str | None = None
    url: str | None = None
    checked: date | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LeftOut:
    """A publication that was found and left out, and why."""

    origin: Origin
    title: str | None = None
    why: str | None = None
    doi: str | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Method:
    """How the studies were found, up to which day, and what was left out."""

    origin: Origin
    found: str | None = None
    until: date | None = None
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Vocabulary:
    """The base's own words; `known` is False where its file could not be read."""

    safety: tuple[SafetyWord, ...] = ()
    treatments: tuple[TreatmentWord, ...] = ()
    known: bool = True

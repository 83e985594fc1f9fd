"""A claim and its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from claimbook.model.origin import Origin
    from claimbook.model.parts import Allow, Context, Passage


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Evidence:
    """One passage of one source, and what it does for the statement."""

    origin: Origin
    source: str | None = None
    stance: str | None = None
    quote: str | None = None
    context: Context | None = None
    elision: str | None = None
    reading: str | None = None
    fit: str | None = None
    finding: str | None = None
    figures: tuple[str, ...] = ()
    passage: Passage | None = None
    limits: str | None = None
    graded: str | None = None
    subjects: tuple[str, ...] = ()
    design: str | None = None
    allow: tuple[Allow, ...] = ()

    def lacks(self, name: str) -> bool:
        """Whether this field is simply absent, and not for a fault that was reported while reading."""
        return getattr(self, name) is None and name not in self.origin.faults


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Reason:
    """A GRADE domain that makes the evidence weaker or stronger."""

    origin: Origin
    domain: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Related:
    """A typed link to another claim."""

    origin: Origin
    claim: str | None = None
    relation: str | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Change:
    """When a conclusion changed, and why."""

    origin: Origin
    date: date | None = None
    what: str | None = None
    why: str | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Claim:
    """One fact, its evidence and how sure it is; its id is the file's stem, its topic the folder."""

    origin: Origin
    id: str
    topic: str
    statement: str | None = None
    about: str | None = None
    plain: str | None = None
    certainty: str | None = None
    reasons: tuple[Reason, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    related: tuple[Related, ...] = ()
    treatment: tuple[str, ...] = ()
    safety: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    would_change: str | None = None
    changes: tuple[Change, ...] = ()
    formerly: tuple[str, ...] = ()
    allow: tuple[Allow, ...] = ()
    reviewed: date | None = None

    @property
    def path(self) -> str:
        """The file, relative to the root."""
        return self.origin.file.path

    def faulty(self, *names: str) -> bool:
        """Whether one of these fields was reported while reading."""
        return not self.origin.faults.isdisjoint(names)

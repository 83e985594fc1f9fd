"""Sources: studies, labels, guidelines, makers' pages and lay pages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from claimbook.fields import LAY_PAGE

if TYPE_CHECKING:
    from collections.abc import Mapping as Map
    from datetime import date

    from claimbook.model.origin import Origin
    from claimbook.model.parts import Allow, Context

_OPEN_LICENSES = ("CC0", "CC-BY", "CC-BY-SA")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Study:
    """How a study was done, and on whom."""

    origin: Origin
    design: str | None = None
    subjects: tuple[str, ...] = ()
    of: str | None = None
    population: str | None = None
    participants: int | None = None
    treatment: tuple[str, ...] = ()
    funding: str | None = None
    registration: str | None = None
    part_of: str | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Access:
    """How much of a study the curators read, and its licence where known."""

    origin: Origin
    read: str | None = None
    license: str | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Status:
    """What became of a publication: corrected, concern or retracted."""

    origin: Origin
    value: str | None = None
    notice: str | None = None
    date: date | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Lay:
    """Who put a lay page out, and the signs of machine paraphrase."""

    origin: Origin
    publisher: str | None = None
    paraphrased: bool | None = None
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Aside:
    """A stretch of a lay page that states nothing, and why."""

    origin: Origin
    quote: str | None = None
    reason: str | None = None
    context: Context | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Source:
    """A study, label, guideline, maker's page or lay page; its key is the file's stem."""

    origin: Origin
    key: str
    kind: str | None = None
    csl: Map[str, object] | None = None
    more_authors: bool = False
    study: Study | None = None
    access: Access | None = None
    status: Status | None = None
    lay: Lay | None = None
    set_aside: tuple[Aside, ...] = ()
    allow: tuple[Allow, ...] = ()

    @property
    def path(self) -> str:
        """The file, relative to the root."""
        return self.origin.file.path

    @property
    def text_path(self) -> str:
        """Where its text stands, if we hold it."""
        return f"sources/{self.key}.txt"

    @property
    def is_lay(self) -> bool:
        """Whether it only tells what people are told."""
        return self.kind == LAY_PAGE

    @property
    def is_study(self) -> bool:
        """Whether it tells what was found; neither this nor `is_lay` where its kind could not be read."""
        return self.kind is not None and not self.is_lay

    @property
    def is_retracted(self) -> bool:
        """Whether it was retracted, so that it never counts."""
        return self.status is not None and self.status.value == "retracted"

    @property
    def is_open(self) -> bool:
        """Whether its licence lets us quote it: CC0, CC-BY or CC-BY-SA, any version."""
        words = ((self.access and self.access.license) or "").upper().replace(" ", "-").split("-")
        while words and words[-1].replace(".", "").isdigit():
            words.pop()
        return "-".join(words) in _OPEN_LICENSES

    @cached_property
    def title(self) -> str:
        """Its title, or its key where the record has none."""
        title = (self.csl or {}).get("title")
        return title if isinstance(title, str) and title.strip() else self.key

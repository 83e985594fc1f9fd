"""The small records that stand in claims and sources alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimbook.model.origin import Origin


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Allow:
    """An excuse for a rule's problems in the mapping that it stands in."""

    origin: Origin
    rule: str | None = None
    because: str | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Passage:
    """Where a finding stands in its study: section, first and last words."""

    origin: Origin
    section: str | None = None
    starts: str | None = None
    ends: str | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Context:
    """The words beside a quote, which tell which of several occurrences is meant."""

    origin: Origin
    before: str | None = None
    after: str | None = None

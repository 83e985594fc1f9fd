"""What pages, exports and comparisons need to know of the library, worked out once."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from claimbook import grading
from claimbook.checks.quoted import quoted_by_claim, quoted_by_source
from claimbook.quoting import SourceText

if TYPE_CHECKING:
    from datetime import date

    from claimbook.checks.quoted import Quoted
    from claimbook.grading import Voice
    from claimbook.model import Claim, Library


class Facts:
    """The library, the day on which it is looked at, and what follows from both."""

    def __init__(self, library: Library, today: date) -> None:
        self.library = library
        self.today = today
        self._texts: dict[str, SourceText | None] = {}
        self._voices: dict[str, list[Voice]] = {}
        self._ceilings: dict[str, str] = {}

    def text(self, key: str) -> SourceText | None:
        """A source's text, folded at most once a run."""
        if key not in self._texts:
            text = self.library.text(key)
            self._texts[key] = None if text is None else SourceText(text)
        return self._texts[key]

    @cached_property
    def claims_quoted(self) -> list[Quoted]:
        """Every quote that a claim's evidence has of a known source, in the order of claims."""
        sources = self.library.sources
        return [each for claim in self.library.claims for each in quoted_by_claim(claim, sources, self.text)]

    @cached_property
    def quoted_by_source(self) -> dict[str, list[Quoted]]:
        """The same and what sources set aside, by the source's key."""
        sources = self.library.sources.values()
        asides = [each for source in sources for each in quoted_by_source(source, self.text)]
        groups: dict[str, list[Quoted]] = defaultdict(list)
        for each in [*self.claims_quoted, *asides]:
            groups[each.source.key].append(each)
        return groups

    def voices(self, claim: Claim) -> list[Voice]:
        """Who speaks on the claim."""
        if claim.path not in self._voices:
            self._voices[claim.path] = grading.voices(claim, self.library.sources)
        return self._voices[claim.path]

    def ceiling(self, claim: Claim) -> str:
        """The highest certainty that the claim's evidence allows."""
        if claim.path not in self._ceilings:
            domains = [reason.domain for reason in claim.reasons if reason.domain]
            self._ceilings[claim.path] = grading.ceiling(claim.about or "", self.voices(claim), domains)
        return self._ceilings[claim.path]

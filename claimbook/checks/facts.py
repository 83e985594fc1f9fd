"""What several rules need to know of the library, worked out once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from claimbook import grading
from claimbook.checks.judging import verdict
from claimbook.load import LISTS
from claimbook.load.files import Found
from claimbook.load.ids import proper_id
from claimbook.load.placing import misplaced_claim
from claimbook.load.words import Known
from claimbook.quoting import SourceText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from claimbook.checks.judging import Verdict
    from claimbook.grading import Voice
    from claimbook.model import Claim, Context, Evidence, Library, Origin, Source
    from claimbook.quoting import Match


@dataclass(frozen=True, eq=False, slots=True)
class Quoted:
    """A quote of a known source: of a claim's evidence, or of a set-aside (then `claim` and `item` are None).

    `text` is None where none is at hand; `matches` are the places that also fit its `context`.
    """

    claim: Claim | None
    item: Evidence | None
    origin: Origin
    source: Source
    quote: str
    context: Context | None
    text: SourceText | None
    matches: list[Match]

    @property
    def is_lost(self) -> bool:
        """Whether its text is at hand and does not hold it; then `quote-not-in-source` alone speaks."""
        return self.text is not None and not self.matches


class Facts:
    """The library, the day on which it is checked, and what follows from both."""

    def __init__(self, library: Library, today: date) -> None:
        self.library = library
        self.today = today
        self._texts: dict[str, SourceText | None] = {}
        self._voices: dict[str, list[Voice]] = {}

    def text(self, key: str) -> SourceText | None:
        """A source's text, folded at most once a run."""
        if key not in self._texts:
            text = self.library.text(key)
            self._texts[key] = None if text is None else SourceText(text)
        return self._texts[key]

    def source(self, item: Evidence) -> Source | None:
        """The source of an evidence item, or None where it is unknown or could not be read."""
        return self.library.sources.get(item.source or "")

    @cached_property
    def quoted(self) -> list[Quoted]:
        """Every quote of a known source, in the order of claims, then of sources' set-asides."""
        return [*self._of_claims(), *self._of_asides()]

    @cached_property
    def claims_quoted(self) -> list[Quoted]:
        """Only those of claims."""
        return [each for each in self.quoted if each.claim is not None]

    @cached_property
    def quoted_by_source(self) -> dict[str, list[Quoted]]:
        """The same, by the source's key."""
        groups: dict[str, list[Quoted]] = defaultdict(list)
        for each in self.quoted:
            groups[each.source.key].append(each)
        return groups

    def voices(self, claim: Claim) -> list[Voice]:
        """Who speaks on the claim."""
        if claim.path not in self._voices:
            self._voices[claim.path] = grading.voices(claim, self.library.sources)
        return self._voices[claim.path]

    def ceiling(self, claim: Claim) -> str:
        """The highest certainty that the claim's evidence allows."""
        domains = [reason.domain for reason in claim.reasons if reason.domain]
        return grading.ceiling(claim.about or "", self.voices(claim), domains)

    def verdicts(self, rule: str) -> Iterator[tuple[Claim, Verdict]]:
        """The claims of whose certainty this rule speaks."""
        return ((claim, found) for claim, found in self._verdicts if found.rule == rule)

    @cached_property
    def _verdicts(self) -> list[tuple[Claim, Verdict]]:
        found = ((claim, verdict(claim, self.library.sources)) for claim in self.library.claims)
        return [(claim, each) for claim, each in found if each is not None]

    @cached_property
    def mended(self) -> dict[str, str]:
        """By path, the certainty that a claim is told to have, where a rule speaks of the one that it has."""
        told = ((claim, found) for claim, found in self._verdicts if found.rule and not found.graded)
        return {claim.path: found.ceiling for claim, found in told}

    @cached_property
    def unknown_sources(self) -> frozenset[str]:
        """Keys that evidence names and no file in sources/ has."""
        named = {item.source for claim in self.library.claims for item in claim.evidence if item.source}
        return frozenset(key for key in named if not self.has_file(key))

    def has_file(self, key: str) -> bool:
        """Whether a source of this key exists, readable or not, perhaps misplaced or misnamed."""
        return key in self.source_names

    @cached_property
    def claim_names(self) -> frozenset[str]:
        """The ids that a claim's file bears or was meant to bear, readable or not."""
        return self._names("claims/", (".yaml", ".yml"), (claim.path for claim in self.library.claims))

    @cached_property
    def source_names(self) -> frozenset[str]:
        """The keys that a source's file bears or was meant to bear, readable or not."""
        read = (source.path for source in self.library.sources.values())
        return self._names("sources/", (".yaml", ".yml"), read)

    @cached_property
    def text_names(self) -> frozenset[str]:
        """The keys for which a text is held, readable or not."""
        return self._names("sources/", (".txt",), (file.path for file in self.library.held.values()))

    def is_treatment(self, word: str) -> bool:
        """Whether the word was not reported as none of the vocabulary's treatments."""
        return not self.library.vocabulary.known or self._treatments.may_hold(word)

    @cached_property
    def _treatments(self) -> Known:
        return Known(self.library.vocabulary.treatments)

    def _names(self, folder: str, endings: tuple[str, ...], read: Iterable[str]) -> frozenset[str]:
        unread = (path for path in self.library.unread - LISTS if path.startswith(folder))
        paths = (path for path in chain(read, unread) if path.lower().endswith(endings))
        stems = {path.rpartition("/")[2].rpartition(".")[0] for path in paths}
        return frozenset(stems | {proper_id(stem) for stem in stems})

    @cached_property
    def cited(self) -> frozenset[str]:
        """Keys that evidence names, or another source as what it is part of."""
        studies = (source.study for source in self.library.sources.values() if source.study)
        evidence = (item.source for claim in self.library.claims for item in claim.evidence)
        keys = chain(evidence, (study.part_of for study in studies))
        return frozenset(key for key in keys if key is not None)

    @cached_property
    def unread_claims(self) -> list[str]:
        """The files below claims/ of which no claim could be made and which are none of its lists."""
        paths = sorted(path for path in self.library.unread - LISTS if path.startswith("claims/"))
        faults = {path: misplaced_claim(Found(path, tuple(path.split("/")))) for path in paths}
        return [path for path, fault in faults.items() if not (fault and fault.meant)]

    @cached_property
    def claims_unread(self) -> bool:
        """Whether evidence may be missing from the library, because a claim or a list could not be read."""
        return bool(self.unread_claims) or any(
            claim.faulty("evidence")
            or not claim.evidence
            or any("source" in item.origin.faults for item in claim.evidence)
            for claim in self.library.claims
        )

    def _of_claims(self) -> Iterator[Quoted]:
        for claim in self.library.claims:
            for item in claim.evidence:
                source = self.source(item)
                if source is not None and item.quote is not None:
                    yield self._quoted(claim, item, item, source)

    def _of_asides(self) -> Iterator[Quoted]:
        for source in self.library.sources.values():
            for aside in source.set_aside:
                if aside.quote is not None:
                    yield self._quoted(None, None, aside, source)

    def _quoted(self, claim: Claim | None, item: Evidence | None, holder: object, source: Source) -> Quoted:
        origin, quote, context = holder.origin, holder.quote, holder.context  # type: ignore[attr-defined]
        text = self.text(source.key)
        found = text.find(quote) if text else []
        if text and context and (context.before or context.after):
            found = [match for match in found if text.beside(match, context.before, context.after)]
        return Quoted(claim, item, origin, source, quote, context, text, found)

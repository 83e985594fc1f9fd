"""What all pages share: the library, the grades of its claims, the links back, the lay pages' ledgers."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from claimbook import citing, grading
from claimbook.pages.ledger import Ledger
from claimbook.pages.published import Site
from claimbook.pages.words import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimbook.checks import Facts
    from claimbook.model import Claim, Evidence, Source, Topic


Made = TypeVar("Made")


class Citation(NamedTuple):
    """One evidence item, seen from its source."""

    claim: Claim
    item: Evidence


class Book:
    """Looks up whatever a page needs; works each thing out once."""

    def __init__(self, facts: Facts, site: Site | None = None) -> None:
        self.facts = facts
        self.site = site or Site()
        self.library = facts.library
        self._made: dict[object, Any] = {}

    def once(self, make: Callable[[Book], Made]) -> Made:
        """What a function makes of this book, made when it is first asked for."""
        if make not in self._made:
            self._made[make] = make(self)
        made: Made = self._made[make]
        return made

    def topic(self, claim: Claim) -> Topic:
        """The claim's topic."""
        return self._topics[claim.topic]

    @cached_property
    def treatments(self) -> dict[str, str]:
        """What each treatment is called, by its word."""
        return {word.id or "": word.name or "" for word in self.library.vocabulary.treatments}

    @cached_property
    def _topics(self) -> dict[str | None, Topic]:
        return {topic.id: topic for topic in reversed(self.library.topics)}

    @cached_property
    def claims_by_topic(self) -> dict[str, list[Claim]]:
        """Claims by topic, in order."""
        groups: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.library.claims:
            groups[claim.topic].append(claim)
        return groups

    @cached_property
    def citations(self) -> dict[str, list[Citation]]:
        """Every use of a source, by its key."""
        groups: dict[str, list[Citation]] = defaultdict(list)
        for claim in self.library.claims:
            for item in claim.evidence:
                groups[item.source or ""].append(Citation(claim, item))
        return groups

    @cached_property
    def relations(self) -> dict[str, list[tuple[str, Claim]]]:
        """For each claim (name of the relation, other claim), both ways, each once."""
        found: dict[str, dict[tuple[str, str], Claim]] = defaultdict(dict)
        for claim in self.library.claims:
            for link in claim.related:
                other = self.library.by_id[link.claim or ""]
                there, back = RELATIONS[link.relation or ""]
                found[claim.id].setdefault((there, other.id), other)
                found[other.id].setdefault((back, claim.id), claim)
        return {key: _told_once(links) for key, links in found.items()}

    @cached_property
    def lay_pages(self) -> list[Source]:
        """The lay pages, by key."""
        return [source for source in self.library.sources.values() if source.is_lay]

    @cached_property
    def studies(self) -> list[Source]:
        """All other sources, by key."""
        return [source for source in self.library.sources.values() if not source.is_lay]

    @cached_property
    def ledgers(self) -> dict[str, Ledger]:
        """The ledger of each lay page, by key."""
        return {source.key: Ledger(self.facts, source) for source in self.lay_pages}

    @cached_property
    def _anchors(self) -> dict[int, str]:
        found: dict[int, str] = {}
        for ledger in self.ledgers.values():
            for sentence in ledger.sentences:
                for quote in sentence.quotes:
                    if quote.item is not None:
                        found.setdefault(id(quote.item), sentence.anchor)
        return found

    def anchor(self, item: Evidence) -> str:
        """`#s3`, the sentence of the ledger in which a lay quote begins."""
        anchor = self._anchors.get(id(item))
        return f"#{anchor}" if anchor else ""

    def agreement(self, claim: Claim) -> str:
        """The verdict on the studies of a claim."""
        return self._agreements[claim.path]

    @cached_property
    def _agreements(self) -> dict[str, str]:
        return {each.path: grading.agreement(self.facts.voices(each)) for each in self.library.claims}

    def falls(self, claim: Claim) -> list[grading.Fall]:
        """What would become of the claim without each of its sources."""
        return self._falls[claim.path]

    @cached_property
    def _falls(self) -> dict[str, list[grading.Fall]]:
        return {each.path: self._without(each) for each in self.library.claims}

    def _without(self, claim: Claim) -> list[grading.Fall]:
        domains = [reason.domain for reason in claim.reasons if reason.domain]
        return grading.falls(claim.about or "", self.facts.voices(claim), domains)

    def short(self, source: Source) -> str:
        """`Kim and others 2019`; a lay page's title."""
        return self._names[source.key]

    @cached_property
    def _names(self) -> dict[str, str]:
        studies = {each.key: citing.authors_short(each.csl or {}, each.more_authors) for each in self.studies}
        return {**studies, **{each.key: each.title for each in self.lay_pages}}

    @cached_property
    def references(self) -> dict[str, str]:
        """The reference line of each source, by key."""
        sources = self.library.sources.items()
        return {key: citing.reference(each.csl or {}, each.more_authors) for key, each in sources}


def _told_once(links: dict[tuple[str, str], Claim]) -> list[tuple[str, Claim]]:
    """The links of one claim; a mere "See also" is left out beside a closer relation to the same claim."""
    loose = RELATIONS["see-also"][0]
    close = {other for name, other in links if name != loose}
    return [(name, claim) for (name, other), claim in links.items() if name != loose or other not in close]

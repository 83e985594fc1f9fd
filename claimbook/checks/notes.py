"""What the rules that look across the base need to know of each claim and source: little, and kept by the cache."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimbook.checks.identifiers import sound
from claimbook.checks.traces import hidden_quotes, lost_asides, lost_evidence
from claimbook.citing import canonical_doi
from claimbook.quoting import find_passage, fold

if TYPE_CHECKING:
    from claimbook.checks.quoted import Quoted
    from claimbook.checks.view import View
    from claimbook.model import Claim, Evidence, Source

    Spans = list[tuple[int, int]]


class QuoteNote(NamedTuple):
    """A quote of a known source: the source's key, the words, the same folded, where they stand.

    `is_lost`: its text is at hand and does not hold it.
    """

    source: str
    quote: str
    folded: str
    spans: Spans
    is_lost: bool


class Counted(NamedTuple):
    """How much there was to look at, and how much of it was verified."""

    evidence: int
    quotes: int
    quotes_verified: int
    passages: int
    passages_verified: int


class ClaimNote(NamedTuple):
    """Of a claim: what it names, what it quotes, and what a fault hides.

    `cited` are keys, `related` and `formerly` ids; `strays` quotes that another page may hold; `lost` stretches
    of the file of which no evidence could be made; `hidden` stretches in which a quote of a lay page (by key)
    may stand. `is_unsure`: evidence may be missing. `has_allow`: something may be excused in it.
    """

    path: str
    id: str
    cited: list[str]
    related: list[str]
    formerly: list[str]
    quotes: list[QuoteNote]
    strays: list[str]
    lost: list[str]
    hidden: list[tuple[str, str]]
    is_unsure: bool
    has_allow: bool
    counted: Counted


class SourceNote(NamedTuple):
    """Of a source: what it is, what it names, what it sets aside, and what a fault hides.

    `identifiers` are (name, value) in the form in which they compare; `lost` stretches of the file in which a
    set-aside may stand, and whether one surely does; `sentences` those of a lay page's text, if it is held.
    `parts_lost`: what it is part of could not be read.
    """

    path: str
    key: str
    is_lay: bool
    is_retracted: bool
    part_of: str | None
    parts_lost: bool
    identifiers: list[tuple[str, str]]
    asides: list[QuoteNote]
    lost: list[tuple[str, bool]]
    sentences: Spans
    has_allow: bool
    counted: Counted


def note_of_claim(claim: Claim, view: View) -> ClaimNote:
    """What is kept of a claim."""
    items = claim.evidence
    return ClaimNote(
        path=claim.path,
        id=claim.id,
        cited=list(dict.fromkeys(item.source for item in items if item.source is not None)),
        related=[link.claim for link in claim.related if link.claim is not None],
        formerly=list(claim.formerly),
        quotes=[_noted(each) for each in view.quoted],
        strays=_strays(claim, view),
        lost=list(lost_evidence(claim)),
        hidden=list(hidden_quotes(claim, view)),
        is_unsure=_is_unsure(claim),
        has_allow=_has_allow(claim) or any(map(_has_allow, items)),
        counted=Counted(
            len(items),
            sum(item.quote is not None for item in items),
            sum(bool(each.matches) for each in view.quoted),
            sum(item.passage is not None for item in items),
            sum(_is_verified(item, view) for item in items),
        ),
    )


def note_of_source(source: Source, view: View) -> SourceNote:
    """What is kept of a source."""
    study = source.study
    return SourceNote(
        path=source.path,
        key=source.key,
        is_lay=source.is_lay,
        is_retracted=source.is_retracted,
        part_of=study.part_of if study else None,
        parts_lost="study" in source.origin.faults or bool(study and "part_of" in study.origin.faults),
        identifiers=_identifiers(source),
        asides=[_noted(each) for each in view.quoted],
        lost=[] if view.is_sound or not source.is_lay else list(lost_asides(source)),
        sentences=_sentences(source, view),
        has_allow=_has_allow(source),
        counted=Counted(0, len(view.quoted), sum(bool(each.matches) for each in view.quoted), 0, 0),
    )


def _noted(each: Quoted) -> QuoteNote:
    spans = [span for match in each.matches for span in match.spans]
    return QuoteNote(each.source.key, each.quote, fold(each.quote), spans, each.is_lost)


def _has_allow(holder: Claim | Evidence | Source) -> bool:
    return bool(holder.allow) or "allow" in holder.origin.faults


def _strays(claim: Claim, view: View) -> list[str]:
    """Quotes that their source does not hold or that name none: another page may hold them."""
    homeless = [item.quote for item in claim.evidence if item.quote is not None and view.source(item) is None]
    lost = [
        each.quote for each in view.quoted if each.is_lost or (each.text is None and not each.source.is_open)
    ]
    return [*homeless, *lost]


def _is_unsure(claim: Claim) -> bool:
    unread = any("source" in item.origin.faults for item in claim.evidence)
    return unread or not claim.evidence or claim.faulty("evidence")


def _is_verified(item: Evidence, view: View) -> bool:
    passage = item.passage
    text = view.text(item.source or "") if passage and passage.starts and passage.ends else None
    return bool(text and passage and find_passage(text, passage.starts or "", passage.ends or ""))


def _identifiers(source: Source) -> list[tuple[str, str]]:
    """The sound DOI and PMID of a source, in the form in which they compare."""
    doi, pmid = sound(source, "DOI"), sound(source, "PMID")
    return [*([("DOI", canonical_doi(doi))] if doi else ()), *([("PMID", pmid)] if pmid else ())]


def _sentences(source: Source, view: View) -> Spans:
    """Those of a lay page's text."""
    text = view.text(source.key) if source.is_lay else None
    return text.sentences() if text is not None else []

"""The evidence and the sources as tables beside that of the claims: CSV, each row with a key of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook import citing
from claimbook.citing.fields import text
from claimbook.export.as_csv import table
from claimbook.export.claim_data import where
from claimbook.pages import address

if TYPE_CHECKING:
    from claimbook.model import Claim, Evidence, Source
    from claimbook.pages.book import Book

EVIDENCE_CSV = "evidence.csv"
SOURCES_CSV = "sources.csv"

EVIDENCE_HEAD = (
    *("claim", "number", "source", "kind", "stance", "finding", "figures"),
    *("section", "starts", "ends", "limits", "graded", "design", "subjects"),
    *("quote", "reading", "fit", "url"),
)
SOURCES_HEAD = (
    *("key", "kind", "title", "citation", "year", "doi", "pmid", "pmcid", "read_at"),
    *("design", "of", "subjects", "population", "participants", "treatment", "funding", "registration"),
    *("part_of", "read", "license", "status", "notice", "publisher", "paraphrased", "url"),
)


def evidence_csv(book: Book) -> bytes:
    """One row for each use of a source by a claim, numbered within the claim."""
    rows = (
        _used(book, claim, number, item)
        for claim in book.library.claims
        for number, item in enumerate(claim.evidence, 1)
    )
    return table(EVIDENCE_HEAD, rows)


def sources_csv(book: Book) -> bytes:
    """One row a source, by key."""
    sources = sorted(book.library.sources.values(), key=lambda source: source.key)
    return table(SOURCES_HEAD, (_source(book, source) for source in sources))


def _used(book: Book, claim: Claim, number: int, item: Evidence) -> list[str]:
    source, passage = book.library.sources[item.source or ""], item.passage
    place = (passage.section, passage.starts, passage.ends) if passage else (None, None, None)
    lay = source.is_lay
    url = address.ledger(source.key) + book.anchor(item) if lay else address.source(source.key)
    return [
        *(claim.id, str(number), source.key, "lay" if lay else "study", item.stance or ""),
        *(item.finding or "", "; ".join(item.figures)),
        *(each or "" for each in (*place, item.limits, item.graded, item.design)),
        "; ".join(item.subjects),
        *(each or "" for each in (item.quote, item.reading, item.fit)),
        where(book, url),
    ]


def _source(book: Book, source: Source) -> list[str]:
    csl = source.csl or {}
    return [
        *(source.key, source.kind or "", source.title),
        *(book.references[source.key], citing.year(csl) or ""),
        *(text(csl, name) for name in ("DOI", "PMID", "PMCID")),
        citing.primary_url(csl) or "",
        *_study(source),
        *_known(source),
        where(book, address.source(source.key)),
    ]


def _study(source: Source) -> list[str]:
    study = source.study
    if study is None:
        return [""] * 9
    number = "" if study.participants is None else str(study.participants)
    return [
        *(study.design or "", study.of or "", "; ".join(study.subjects), study.population or "", number),
        *("; ".join(study.treatment), study.funding or "", study.registration or "", study.part_of or ""),
    ]


def _known(source: Source) -> list[str]:
    """How much was read, what became of it, and who put a lay page out."""
    access, status, lay = source.access, source.status, source.lay
    paraphrased = lay.paraphrased if lay else None
    return [
        *((access.read or "", access.license or "") if access else ("", "")),
        *((status.value or "", status.notice or "") if status else ("", "")),
        (lay.publisher or "") if lay else "",
        "" if paraphrased is None else str(paraphrased).lower(),
    ]

"""A source as a schema.org node: its type, identifiers, kind of study, and whether it still stands."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from claimbook import citing
from claimbook.citing.fields import date_parts, people, text
from claimbook.citing.names import authors_line
from claimbook.pages.jsonld import kept
from claimbook.pages.study import KIND
from claimbook.pages.words import DESIGN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimbook.model import Source
    from claimbook.pages.book import Book
    from claimbook.pages.jsonld import Node

_TYPES = {
    "article": "ScholarlyArticle",
    "article-journal": "ScholarlyArticle",
    "book": "Book",
    "chapter": "Chapter",
    "paper-conference": "ScholarlyArticle",
    "report": "Report",
    "review": "ScholarlyArticle",
    "thesis": "Thesis",
    "webpage": "WebPage",
}

# Publication types as MeSH names them; the other designs have none there.
_MESH = {
    "meta-analysis": "Meta-Analysis",  # D017418
    "systematic-review": "Systematic Review",  # D000078182
    "randomized-trial": "Randomized Controlled Trial",  # D016449
    "narrative-review": "Review",  # D016454
    "cohort": "Observational Study",  # D064888
    "cross-sectional": "Observational Study",
    "case-report": "Case Reports",  # D002363
}
_RETRACTED = "Retracted Publication"  # D016441
_STATUS = {"corrected": "Corrected", "concern": "Expression of concern", "retracted": "Retracted"}


def briefs(book: Book) -> dict[str, Node]:
    """Each source in brief, by key: it stands on every page that cites it."""
    return {key: kept(_brief(source)) for key, source in book.library.sources.items()}


def _brief(source: Source) -> Node:
    """What tells a source from others, and a trial from a case report, in a list of citations."""
    csl = source.csl or {}
    design = source.study.design if source.study else None
    mesh = _publication_types(source, design or "")
    plain = _TYPES.get(text(csl, "type"), "CreativeWork")
    return {
        "@type": "MedicalScholarlyArticle" if mesh and plain == "ScholarlyArticle" else plain,
        "@id": next(iter(_addresses(csl)), ""),
        "name": text(csl, "title") or source.key,
        "datePublished": _published(csl),
        "publicationType": mesh if plain == "ScholarlyArticle" else [],
        "genre": DESIGN[design][0] if design else KIND[source.kind or "article"],
        "creativeWorkStatus": _STATUS.get((source.status and source.status.value) or "", ""),
    }


def works(book: Book) -> dict[str, Node]:
    """Each source as all that its record holds and schema.org has a word for, by key."""
    return {key: kept(_work(book, source)) for key, source in book.library.sources.items()}


def _work(book: Book, source: Source) -> Node:
    csl = source.csl or {}
    return {
        **book.once(briefs)[source.key],
        "author": [_person(one) for one in people(csl, "author")],
        "creditText": authors_line(csl, True) if source.more_authors else "",
        "publisher": {"@type": "Organization", "name": text(csl, "publisher", "authority")},
        "isPartOf": _journal(csl),
        "pagination": text(csl, "page"),
        "identifier": [
            {"@type": "PropertyValue", "propertyID": name, "value": text(csl, name)}
            for name in ("DOI", "PMID", "PMCID")
            if text(csl, name)
        ],
        "sameAs": _addresses(csl),
        **_notice(source),
    }


def _publication_types(source: Source, design: str) -> list[str]:
    """An article's types in the MeSH catalogue; that it was retracted is one of them."""
    types = (_MESH.get(design, ""), _RETRACTED if source.is_retracted else "")
    return [name for name in types if name and source.kind == "article"]


def _addresses(csl: Mapping[str, object]) -> list[str]:
    """The addresses that its identifiers stand for, the version of record first."""
    ways = (("DOI", citing.doi_url), ("PMID", citing.pubmed_url), ("PMCID", citing.pmc_url), ("URL", str))
    return [address(given) for name, address in ways if (given := text(csl, name))]


def _published(csl: Mapping[str, object]) -> str:
    """The day, the month or the year (ISO 8601), as exact as the record is."""
    parts = [part.zfill(2) for part in takewhile(str.isdecimal, date_parts(csl, "issued"))]
    return "-".join(parts) or citing.year(csl) or ""


def _person(one: Mapping[str, object]) -> Node:
    """A name in full; CSL writes that of a body as `literal`."""
    if literal := text(one, "literal"):
        return {"@type": "Organization", "name": literal}
    names = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    whole = " ".join(filter(None, (text(one, name) for name in names)))
    return {
        "@type": "Person",
        "name": whole,
        "givenName": text(one, "given"),
        "familyName": text(one, "family"),
    }


def _journal(csl: Mapping[str, object]) -> Node:
    """The journal, and around it the volume and the issue where they are known."""
    journal = text(csl, "type").startswith("article")
    node: Node = {"@type": "Periodical" if journal else "CreativeWork", "name": text(csl, "container-title")}
    for name, part in (("volume", "Volume"), ("issue", "Issue")):
        if number := text(csl, name):
            node = {"@type": f"Publication{part}", f"{name}Number": number, "isPartOf": node}
    return node


def _notice(source: Source) -> Node:
    """The notice of a correction, a concern or a retraction."""
    status = source.status
    if status is None or not status.notice:
        return {}
    corrected = status.value == "corrected"
    kind = "CorrectionComment" if corrected else "ScholarlyArticle"
    told = {"@type": kind, "url": citing.doi_url(status.notice), "datePublished": status.date}
    return {"correction" if corrected else "subjectOf": told}

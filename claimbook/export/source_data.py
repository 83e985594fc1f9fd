"""A source as plain data: its record, how it was done and on whom, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimbook import citing
from claimbook.citing.csl_json import csl_item
from claimbook.export.claim_data import where
from claimbook.export.terms import design_terms
from claimbook.pages import address
from claimbook.pages.words import DESIGN

if TYPE_CHECKING:
    from claimbook.model import Source
    from claimbook.pages.book import Book

Data = dict[str, Any]


def source_data(book: Book, source: Source) -> Data:
    """The source; `study` is None for a lay page, `lay` for anything else."""
    csl = source.csl or {}
    access = source.access
    return {
        "key": source.key,
        "kind": source.kind,
        "url": where(book, address.source(source.key)),
        "read_at": citing.primary_url(csl),
        "citation": book.references[source.key],
        "authors_cut": source.more_authors,
        "csl": csl_item(source.key, csl, source.more_authors),
        "study": _study(source),
        "lay": _lay(source),
        "access": {"read": access.read, "license": access.license} if access else None,
        "status": _status(source),
    }


def _study(source: Source) -> Data | None:
    study = source.study
    if study is None:
        return None
    design = study.design or ""
    return {
        "design": {"value": study.design, "label": DESIGN[design][0], "terms": design_terms(design)},
        "subjects": list(study.subjects),
        "pools": study.of,
        "population": study.population,
        "participants": study.participants,
        "treatment": list(study.treatment),
        "funding": study.funding,
        "registration": study.registration,
        "part_of": study.part_of,
    }


def _lay(source: Source) -> Data | None:
    lay = source.lay
    if lay is None:
        return None
    return {"publisher": lay.publisher, "paraphrased": lay.paraphrased, "signs": list(lay.signs)}


def _status(source: Source) -> Data | None:
    status = source.status
    if status is None:
        return None
    return {
        "is": status.value,
        "notice": status.notice,
        "date": str(status.date) if status.date else None,
    }

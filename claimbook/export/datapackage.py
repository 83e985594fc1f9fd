"""The tables as a Data Package (Frictionless Data): what each column holds, and how the tables hang together."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claimbook import citing, fields
from claimbook.export.as_csv import HEAD
from claimbook.export.linked import license_url
from claimbook.export.tables import EVIDENCE_CSV, EVIDENCE_HEAD, SOURCES_CSV, SOURCES_HEAD
from claimbook.pages.files import CLAIMS_CSV
from claimbook.pages.text import clean

if TYPE_CHECKING:
    from claimbook.fields import Shape
    from claimbook.pages.book import Book

DATAPACKAGE = "datapackage.json"

Data = dict[str, Any]

# What is no field of a file, or means more here than in one; the rest is told as to curators.
_CLAIMS = {
    "id": "the claim's name in its address",
    "topic": "the topic that it belongs to",
    "statement": "the claim; begins with “A web page says:” where only web pages say it. "
    "Never to be told without its certainty",
    "certainty_label": "how sure, in a reader's words",
    "agreement": "whether the studies agree",
    "agreement_label": "the same in a reader's words",
    "verdict_label": "the least flattering word that fits the claim",
    "studies_for": "how many studies support it",
    "studies_against": "how many dispute it",
    "studies_qualifying": "how many support it with reservations",
    "readings": "how each web page's telling compares with the studies",
    "sources": "the keys of its sources",
    "url": "its page",
}
_EVIDENCE = {
    "claim": "the claim's id",
    "number": "counts the evidence of a claim, from 1",
    "kind": "study or lay; a lay page adds nothing to certainty",
    "url": "the page on the source; of a lay page, the sentence in its text",
}
_SOURCES = {
    "key": "the source's name in this base",
    "kind": "what it is; a lay page adds nothing to certainty",
    "title": "its title",
    "citation": "a reference in full",
    "year": "when it was published",
    "doi": "its DOI",
    "pmid": "its PubMed number",
    "pmcid": "its number at PubMed Central",
    "read_at": "where it can be read",
    "status": "what became of it, where anything is known",
    "url": "its page",
}
_COUNTED = ("studies_for", "studies_against", "studies_qualifying", "number", "participants")
_KINDS = {**dict.fromkeys(_COUNTED, "integer"), "reviewed": "date", "paraphrased": "boolean"}


def datapackage(book: Book) -> bytes:
    """The description of the three tables that stand beside it."""
    url, home = license_url(book), book.site.url
    passage = fields.EVIDENCE["passage"].shape or {}
    source = {**fields.STUDY, **fields.ACCESS, **fields.STATUS, **fields.LAY}
    used = {"claim": "claims", "source": "sources"}
    package: Data = {
        "profile": "tabular-data-package",
        "name": "claims-and-evidence",
        "title": clean(book.site.name) or "Claims and their evidence",
        **({"homepage": home} if home and citing.url_fault(home) is None else {}),
        **({"licenses": [{"path": url}]} if url else {}),
        "resources": [
            _resource(CLAIMS_CSV, ["id"], _columns(HEAD, _CLAIMS, fields.CLAIM)),
            _resource(
                EVIDENCE_CSV,
                ["claim", "number"],
                _columns(EVIDENCE_HEAD, _EVIDENCE, {**fields.EVIDENCE, **passage}),
                used,
            ),
            _resource(SOURCES_CSV, ["key"], _columns(SOURCES_HEAD, _SOURCES, source)),
        ],
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _columns(head: tuple[str, ...], own: dict[str, str], told: Shape) -> list[Data]:
    return [
        {
            "name": name,
            "type": _KINDS.get(name, "string"),
            "description": own[name] if name in own else told[name].about,
        }
        for name in head
    ]


def _resource(path: str, key: list[str], columns: list[Data], used: dict[str, str] | None = None) -> Data:
    """A table by its key; `used` are the columns that name rows of other tables, by their single key."""
    keys = {"claims": "id", "sources": "key"}
    foreign = [
        {"fields": [name], "reference": {"resource": other, "fields": [keys[other]]}}
        for name, other in (used or {}).items()
    ]
    return {
        "name": path.removesuffix(".csv"),
        "path": path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": columns,
            "missingValues": [""],
            "primaryKey": key,
            **({"foreignKeys": foreign} if foreign else {}),
        },
    }

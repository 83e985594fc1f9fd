"""The base in the formats of others: `{path: bytes}`; pure, so that two runs give the same bytes.

A format is a module with a function from the `Book` to bytes, and a line in `FORMATS`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.citing import records
from claimbook.export.annotations import ANNOTATIONS, web_annotations
from claimbook.export.as_csv import claims_csv
from claimbook.export.as_json import claims_json, claims_schema, single_claims
from claimbook.export.as_jsonld import CLAIMS_JSONLD, claims_jsonld
from claimbook.export.bibliography import all_sources, single_records
from claimbook.export.data_page import data_page
from claimbook.export.datapackage import DATAPACKAGE, datapackage
from claimbook.export.feed import feed
from claimbook.export.format import Format
from claimbook.export.llms import llms_txt
from claimbook.export.nanopubs import NANOPUBS, nanopubs
from claimbook.export.scifact import CLAIMS, CORPUS, scifact_claims, scifact_corpus
from claimbook.export.tables import EVIDENCE_CSV, SOURCES_CSV, evidence_csv, sources_csv
from claimbook.export.twin import twins
from claimbook.pages import address
from claimbook.pages import files as places

if TYPE_CHECKING:
    from claimbook.pages.book import Book

__all__ = ["FORMATS", "Format", "files", "twins"]

FORMATS = (
    Format(
        places.CLAIMS_JSON, "application/json", "every claim with its evidence, and every source", claims_json
    ),
    Format(
        "claims.schema.json",
        "application/schema+json",
        "how these files are built, as JSON Schema",
        claims_schema,
    ),
    Format(places.CLAIMS_CSV, "text/csv", "the claims as a table, one a row", claims_csv),
    Format(EVIDENCE_CSV, "text/csv", "each use of a source by a claim, one a row", evidence_csv),
    Format(SOURCES_CSV, "text/csv", "the sources as a table, one a row", sources_csv),
    Format(DATAPACKAGE, "application/json", "what each column of the tables holds", datapackage),
    Format(CLAIMS_JSONLD, "application/ld+json", "claims, sources and citations as one graph", claims_jsonld),
    Format(NANOPUBS, "application/trig", "the claims as nanopublications", nanopubs),
    Format(ANNOTATIONS, "application/ld+json", "the quotes of web pages as Web Annotations", web_annotations),
    Format(CLAIMS, "application/jsonl", "the claims as SciFact has them, one a line", scifact_claims),
    Format(
        CORPUS, "application/jsonl", "what each study found, one a line, as SciFact has it", scifact_corpus
    ),
    *(
        Format(f"{places.SOURCES}.{end}", each.kind, f"every source as {each.name}", all_sources(end))
        for end, each in records.FORMATS.items()
    ),
    Format(places.FEED, "application/atom+xml", "conclusions that changed, as an Atom feed", feed),
)


def files(book: Book) -> dict[str, bytes]:
    """Every file that is offered beside the pages, by its path from the home page, and the page on them.

    `book` is that of a base without errors. Addresses are absolute where the site has one, else seen from
    the home page.
    """
    return {
        **{each.path: each.make(book) for each in FORMATS},
        **single_claims(book),
        **single_records(book),
        places.LLMS: llms_txt(book, FORMATS),
        address.DATA: data_page(book, FORMATS),
    }

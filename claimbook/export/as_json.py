"""The claims as JSON: all in one file, and one file a claim; a claim or a source a line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.export.claim_data import claim_data
from claimbook.export.linewise import file, line, listed, named
from claimbook.export.source_data import source_data
from claimbook.pages import files

if TYPE_CHECKING:
    from claimbook.pages.book import Book

_SCHEMA = Path(__file__).parent.parent / "data" / "claims.schema.json"


def claims_json(book: Book) -> bytes:
    """Every claim in reading order, and every source once, by its key."""
    claims, sources = listed(book.once(_claims).values()), named(book.once(_sources))
    return file({**_about(book), "claims": claims, "sources": sources})


def claims_schema(_: Book) -> bytes:
    """The JSON Schema (draft-07) of both kinds of file, which is the same for every base."""
    return _SCHEMA.read_bytes()


def single_claims(book: Book) -> dict[str, bytes]:
    """Each claim with the sources that it cites, by path; at its older addresses the same file stands."""
    found = {}
    about, claims, sources = _about(book), book.once(_claims), book.once(_sources)
    for claim in book.library.claims:
        cited = {key: sources[key] for key in sorted({item.source or "" for item in claim.evidence})}
        data = file({**about, "claim": claims[claim.id], "sources": named(cited)})
        found.update({files.claim_json(name): data for name in (claim.id, *claim.formerly)})
    return found


def _about(book: Book) -> dict[str, str]:
    site = book.site
    told = {"name": site.name, "site": site.url or None, "license": site.license or None}
    return {name: line(value) for name, value in told.items()}


def _claims(book: Book) -> dict[str, str]:
    """Each claim by its id, as JSON: it stands in the file of all and in its own."""
    return {claim.id: line(claim_data(book, claim)) for claim in book.library.claims}


def _sources(book: Book) -> dict[str, str]:
    """Each source by its key, as JSON: it stands in the file of each claim that cites it."""
    return {key: line(source_data(book, source)) for key, source in sorted(book.library.sources.items())}

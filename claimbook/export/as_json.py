"""The claims as JSON: all in one file, and one file a claim."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimbook.export.claim_data import claim_data
from claimbook.export.source_data import source_data
from claimbook.pages import files

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimbook.model import Claim
    from claimbook.pages.book import Book

_SCHEMA = Path(__file__).parent.parent / "data" / "claims.schema.json"


def claims_json(book: Book) -> bytes:
    """Every claim in reading order, and every source once, by its key."""
    claims = [claim_data(book, claim) for claim in book.library.claims]
    return _written({**_about(book), "claims": claims, "sources": _sources(book, book.library.sources)})


def claims_schema(_: Book) -> bytes:
    """The JSON Schema (draft-07) of both kinds of file, which is the same for every base."""
    return _SCHEMA.read_bytes()


def single_claims(book: Book) -> dict[str, bytes]:
    """Each claim with the sources that it cites, by path; at its older addresses the same file stands."""
    found = {}
    for claim in book.library.claims:
        data = _single(book, claim)
        found.update({files.claim_json(name): data for name in (claim.id, *claim.formerly)})
    return found


def _single(book: Book, claim: Claim) -> bytes:
    cited = dict.fromkeys(item.source or "" for item in claim.evidence)
    return _written({**_about(book), "claim": claim_data(book, claim), "sources": _sources(book, cited)})


def _about(book: Book) -> dict[str, Any]:
    site = book.site
    return {"name": site.name, "site": site.url or None, "license": site.license or None}


def _sources(book: Book, keys: Iterable[str]) -> dict[str, Any]:
    return {key: source_data(book, book.library.sources[key]) for key in sorted(keys)}


def _written(data: dict[str, Any]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")

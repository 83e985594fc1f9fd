"""The claims as JSON: all in one file, and one file a claim."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.export.claim_data import claim_data
from claimbook.export.source_data import source_data
from claimbook.pages import files

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimbook.pages.book import Book

_SCHEMA = Path(__file__).parent.parent / "data" / "claims.schema.json"


def claims_json(book: Book) -> bytes:
    """Every claim in reading order, and every source once, by its key."""
    claims = [claim_data(book, claim) for claim in book.library.claims]
    return _file({**_about(book), "claims": _text(claims), "sources": _object(_sources(book))})


def claims_schema(_: Book) -> bytes:
    """The JSON Schema (draft-07) of both kinds of file, which is the same for every base."""
    return _SCHEMA.read_bytes()


def single_claims(book: Book) -> dict[str, bytes]:
    """Each claim with the sources that it cites, by path; at its older addresses the same file stands."""
    found = {}
    about, sources = _about(book), _sources(book)
    for claim in book.library.claims:
        cited = {key: sources[key] for key in sorted({item.source or "" for item in claim.evidence})}
        data = _file({**about, "claim": _text(claim_data(book, claim)), "sources": _object(cited)})
        found.update({files.claim_json(name): data for name in (claim.id, *claim.formerly)})
    return found


def _about(book: Book) -> dict[str, str]:
    site = book.site
    told = {"name": site.name, "site": site.url or None, "license": site.license or None}
    return {name: _text(value) for name, value in told.items()}


def _sources(book: Book) -> dict[str, str]:
    """Each source by its key, as JSON: it stands in the file of each claim that cites it."""
    return {key: _text(source_data(book, source)) for key, source in sorted(book.library.sources.items())}


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _object(parts: Mapping[str, str]) -> str:
    """An object whose values are JSON already; no text of JSON has a line's end in it."""
    lines = (f"{_text(name)}: {value}".replace("\n", "\n ") for name, value in parts.items())
    return "{\n " + ",\n ".join(lines) + "\n}" if parts else "{}"


def _file(parts: Mapping[str, str]) -> bytes:
    return f"{_object(parts)}\n".encode("utf-8", "replace")

"""What is known of each page of a built site, so that the next build makes only the pages that changed.

It is a pure speed-up, kept beside the site and never relied upon. A page is taken over where its Markdown and all
else that it hangs on (`terms`) are what they were, and the file in the site is byte by byte the one that was made.
So a record that is spoilt, of another engine or of another site costs time only, and so does a site that was
touched by hand.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from claimbook.encoded import encoded
from claimbook.htmlpage import Page
from claimbook.policy import Seen
from claimbook.takingover.terms import engine

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class Made(NamedTuple):
    """A page: a digest of its Markdown, and what was seen of it as it stands in the site."""

    source: str
    seen: Seen


class Record(NamedTuple):
    """A digest of all that the pages hang on together; the pages, and digests of the search index, by path."""

    terms: str
    pages: dict[str, Made]
    search: dict[str, str]


def digest(content: bytes) -> str:
    """A name for the content."""
    return sha256(content).hexdigest()


def recalled(file: Path | None) -> Record:
    """The record of the last build; an empty one where there is none that can be used. Raises nothing."""
    nothing = Record("", {}, {})
    if file is None:
        return nothing
    try:
        raw = file.read_bytes() if file.is_file() else b""
    except OSError:
        return nothing
    checksum, _, rest = raw.partition(b"\n")
    return _read(json.loads(rest)) if _checksum(rest) == checksum else nothing


def keep(file: Path | None, record: Record) -> None:
    """Write the record whole in place of an earlier one. Raises nothing."""
    if file is None:
        return
    rest = encoded(_written(record)).encode("utf-8", "surrogatepass")
    new = file.with_name(f"{file.name}.{os.getpid()}")  # should it be left behind half, nobody reads it
    try:
        new.write_bytes(_checksum(rest) + b"\n" + rest)
        new.replace(file)
    except OSError:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def _checksum(rest: bytes) -> bytes:
    """Of what is written, and of what wrote it: a record of another engine may have another form."""
    return digest(engine().encode() + rest).encode()


def _written(record: Record) -> dict[str, Any]:
    """As JSON; each text stands once, since most links and ids stand on many pages."""
    texts: dict[str, int] = {}

    def numbers(each: Iterable[str]) -> list[int]:
        return [texts.setdefault(text, len(texts)) for text in each]

    pages = {
        path: [
            made.source,
            seen.digest,
            *map(numbers, (seen.hashes, seen.page.links, seen.page.ids.elements())),
        ]
        for path, made in record.pages.items()
        for seen in (made.seen,)
    }
    return {"terms": record.terms, "pages": pages, "texts": list(texts), "search": record.search}


def _read(held: dict[str, Any]) -> Record:
    texts = held["texts"]
    pages = {}
    for path, (source, html, *rest) in held["pages"].items():
        hashes, links, ids = ([texts[number] for number in each] for each in rest)
        pages[path] = Made(source, Seen(hashes, Page(links, Counter(ids)), html))
    return Record(held["terms"], pages, held["search"])

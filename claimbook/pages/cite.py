"""The "cite this" boxes: a source in two styles, a claim's own page, and both for reference managers."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from claimbook.citing.formatted import formatted
from claimbook.citing.records import FORMATS, Record, texts
from claimbook.pages import address, files
from claimbook.pages.words import statement

if TYPE_CHECKING:
    from claimbook.model import Claim, Source
    from claimbook.pages.book import Book

_TITLE = "## Cite this"
# As in `pages.text`, but a line may begin with spaces, and lines stay apart.
_UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def cite_source(book: Book, source: Source) -> str:
    """The source as a reference after Vancouver and APA, and as BibTeX, RIS and CSL-JSON."""
    here = address.source(source.key)
    every = files.links(here, *(f"{files.SOURCES}.{ending}" for ending in FORMATS))
    return f"{_box(book, here, _source(source))}\n\nAll sources: {every}."


def cite_claim(book: Book, claim: Claim) -> str:
    """The claim's page as something to cite, and the files that hold the claim."""
    here = address.claim(claim.id)
    own = files.links(here, files.claim_json(claim.id))
    every = files.links(here, files.CLAIMS_JSON, files.CLAIMS_CSV)
    more = address.link(here, address.DATA, "Use the data")
    data = f"This claim as data: {own}. All claims: {every}. {more} tells what they hold."
    return f"{_box(book, here, _claim(book, claim))}\n\n{data}"


def records(book: Book) -> dict[str, dict[str, str]]:
    """The texts of each source's and each claim's record, by the path of its page."""
    library = book.library
    sources = {address.source(key): texts(_source(each)) for key, each in sorted(library.sources.items())}
    return sources | {address.claim(each.id): texts(_claim(book, each)) for each in library.claims}


def _source(source: Source) -> Record:
    """A source's record under its key."""
    return Record(source.key, source.csl or {}, source.more_authors)


def _claim(book: Book, claim: Claim) -> Record:
    """A claim's page as a record; the day of its review stands as its date."""
    day, site = claim.reviewed, book.site
    csl: dict[str, object] = {"type": "webpage", "title": statement(claim)}
    if site.name:
        csl["container-title"] = site.name
    if day:
        csl["issued"] = {"date-parts": [[day.year, day.month, day.day]]}
    if url := site.address(address.claim(claim.id)):
        csl["URL"] = url
    return Record(claim.id, csl)


def _box(book: Book, here: str, record: Record) -> str:
    """The record in each style, then in each format behind its name, then as files to download."""
    cited = formatted(record.csl, record.more_authors)
    styles = [f"<dt>{name}</dt>\n<dd>{each.html}</dd>" for name, each in cited.items()]
    found = book.once(records)[here]
    folded = [_folded(each.name, each.file([found[ending]])) for ending, each in FORMATS.items()]
    own = files.links(here, *(files.beside(here, ending) for ending in FORMATS))
    listed = "\n".join(('<dl class="cb-cite">', *styles, "</dl>"))
    return "\n\n".join((_TITLE, listed, *folded, f"Download: {own}."))


def _folded(name: str, text: str) -> str:
    """The text of a format, closed at first; the site's own search passes over it."""
    lines = text.replace("\r\n", "\n").strip("\n")
    if not lines.replace("\n", "").isprintable():  # far sooner answered than by the pattern
        lines = _UNSEEN.sub("\ufffd", lines)
    opening = f'<details class="cb-format" data-pagefind-ignore>\n<summary>{name}</summary>\n'
    return f"{opening}<pre><code>{html.escape(lines)}</code></pre>\n</details>"

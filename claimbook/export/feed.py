"""Conclusions that changed, as an Atom feed (RFC 4287)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit
from xml.etree import ElementTree as Xml

from claimbook.export.claim_data import where
from claimbook.pages import address, files
from claimbook.pages.text import clean
from claimbook.pages.words import statement

if TYPE_CHECKING:
    from datetime import date

    from claimbook.model import Change, Claim
    from claimbook.pages.book import Book

_SPACE = "http://www.w3.org/2005/Atom"
# The year from which on this program has named feeds; part of every id, so it never changes (RFC 4151).
_SINCE = "2026"
_NOWHERE = "localhost"
_NEVER = "1970-01-01"


class _Entry(NamedTuple):
    claim: Claim
    change: Change
    id: str


def feed(book: Book) -> bytes:
    """The changes of all claims, the newest first; dates are those of the entries, at midnight UTC.

    Without a change the feed is empty and dated by the latest review.
    """
    entries = sorted(_entries(book), key=_newest_first)
    root = Xml.Element("feed", {"xmlns": _SPACE, "xml:lang": "en"})
    _text(root, "id", _tag(book, "changes"))
    _text(
        root, "title", f"{book.site.name}: changed conclusions" if book.site.name else "Changed conclusions"
    )
    _text(root, "updated", _moment(_latest(book, entries)))
    _text(Xml.SubElement(root, "author"), "name", book.site.name or "The editors")
    _link(root, "self", where(book, files.FEED), "application/atom+xml")
    _link(root, "alternate", where(book, address.HOME) or "./", "text/html")
    for entry in entries:
        _write(root, entry, book)
    Xml.indent(root)
    text: bytes = Xml.tostring(root, "utf-8", xml_declaration=False)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + text + b"\n"


def _entries(book: Book) -> list[_Entry]:
    """Each change with its id: the claim, the day, and a number where a day has several."""
    found = []
    for claim in book.library.claims:
        days: Counter[str] = Counter()
        for change in claim.changes:
            days[str(change.date)] += 1
            number = days[str(change.date)]
            name = f"claims/{claim.id}/{change.date}" + (f"/{number}" if number > 1 else "")
            found.append(_Entry(claim, change, _tag(book, name)))
    return found


def _newest_first(entry: _Entry) -> tuple[int, str]:
    return -entry.change.date.toordinal() if entry.change.date else 0, entry.id


def _write(root: Xml.Element, entry: _Entry, book: Book) -> None:
    element = Xml.SubElement(root, "entry")
    _text(element, "id", entry.id)
    _text(element, "title", statement(entry.claim))
    _text(element, "updated", _moment(entry.change.date))
    _link(element, "alternate", where(book, address.claim(entry.claim.id)), "text/html")
    _text(element, "content", f"{entry.change.what} {entry.change.why}", type="text")


def _latest(book: Book, entries: list[_Entry]) -> date | None:
    changed = [entry.change.date for entry in entries if entry.change.date]
    reviewed = [claim.reviewed for claim in book.library.claims if claim.reviewed]
    return max(changed or reviewed, default=None)


def _moment(day: date | None) -> str:
    return f"{day or _NEVER}T00:00:00Z"


def _tag(book: Book, name: str) -> str:
    return f"tag:{urlsplit(book.site.url).hostname or _NOWHERE},{_SINCE}:{name}"


def _text(parent: Xml.Element, name: str, text: str, **attributes: str) -> None:
    Xml.SubElement(parent, name, attributes).text = clean(text)


def _link(parent: Xml.Element, relation: str, href: str, kind: str) -> None:
    Xml.SubElement(parent, "link", {"rel": relation, "href": href, "type": kind})

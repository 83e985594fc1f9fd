"""Records in single lines: text that no format can mistake for its own marks, and names in their parts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimbook.citing.fields import date_parts, people, plain, text, year

if TYPE_CHECKING:
    from collections.abc import Mapping

OTHERS = "others"  # stands last where a list of authors is cut; BibTeX's word, which other readers took over

_IDENTIFIERS = ("DOI", "URL", "PMID", "PMCID")
_JOINERS = "\u200c\u200d"  # invisible, but part of how Persian and Indic names are spelt
_PAGES = re.compile(r"\s*[-‐‑‒–—]+\s*")


class Person(NamedTuple):
    """A name in its parts; one that has no parts, as of an institution, is all `family` and `whole`."""

    particle: str
    family: str
    given: str
    suffix: str
    whole: bool


class Work(NamedTuple):
    """A record's key and what its lines say in several formats; empty where it is not known.

    `more_authors` says that the list of authors is cut.
    """

    key: str
    csl: Mapping[str, object]
    more_authors: bool
    type: str
    is_article: bool
    authors: list[Person]
    editors: list[Person]
    title: str
    container: str
    publisher: str
    place: str
    issued: When
    volume: str
    issue: str
    edition: str
    pages: list[str]
    identifiers: Mapping[str, str]


class When(NamedTuple):
    """A date as far as it is known: year, month (1-12), day (1-31)."""

    year: str | None
    month: int | None
    day: int | None


def work(key: str, csl: Mapping[str, object], more_authors: bool = False) -> Work:
    """The record `csl` under its key, each text as one line."""
    return Work(
        key=key,
        csl=csl,
        more_authors=more_authors,
        type=field(csl, "type"),
        is_article=is_article(csl),
        authors=persons(csl, "author"),
        editors=persons(csl, "editor"),
        title=field(csl, "title", "title-short", "shortTitle"),
        container=field(csl, "container-title", "container-title-short", "journalAbbreviation"),
        publisher=field(csl, "publisher", "authority"),
        place=field(csl, "publisher-place"),
        issued=issued(csl),
        volume=field(csl, "volume"),
        issue=field(csl, "issue"),
        edition=field(csl, "edition"),
        pages=pages(csl),
        identifiers={name: field(csl, name) for name in _IDENTIFIERS},
    )


def line(value: object) -> str:
    """Text or a number as one line, without CSL's markup and without characters that cannot be seen."""
    return _seen(plain(value))


@lru_cache(maxsize=1 << 14)
def _seen(value: str) -> str:
    if value.isprintable():
        return value.strip()
    return "".join(sign for sign in value if sign.isprintable() or sign in _JOINERS).strip()


def field(csl: Mapping[str, object], *names: str) -> str:
    """The first of the named fields that says anything, as one line, or ''."""
    said = text(csl, *names)
    return line(said) if said else ""


def persons(csl: Mapping[str, object], role: str) -> list[Person]:
    """The names under `role` (author, editor) in order; empty ones are left out."""
    found = (_person(one) for one in people(csl, role))
    return [person for person in found if person.family]


def _person(one: Mapping[str, object]) -> Person:
    family, given = line(one.get("family")), line(one.get("given"))
    if literal := line(one.get("literal")):
        return Person("", literal, "", "", True)
    particles = (line(one.get(name)) for name in ("dropping-particle", "non-dropping-particle"))
    particle, suffix = " ".join(filter(None, particles)), line(one.get("suffix"))
    if family and given:
        return Person(particle, family, given, suffix, False)
    return Person("", " ".join(filter(None, [particle, family or given, suffix])), "", "", True)


def issued(csl: Mapping[str, object], name: str = "issued") -> When:
    """When it came out, in whole numbers; what is no month or day of a calendar is left out."""
    parts = date_parts(csl, name)
    numbers = [int(part) if part.isdecimal() else 0 for part in parts]
    month, day = (*numbers[1:3], 0, 0)[:2]
    known_month = month if month in range(1, 13) else None
    known_day = day if known_month and day in range(1, 32) else None
    found = next(iter(parts), "") or (year(csl) if name == "issued" else "")
    return When(line(found) or None, known_month, known_day)


def is_article(csl: Mapping[str, object]) -> bool:
    """Whether it stands in a periodical, where a number stands in place of pages."""
    return text(csl, "type").startswith("article")


def pages(csl: Mapping[str, object]) -> list[str]:
    """First and last page, or the one page or article number that is given; a last page in full."""
    given = field(csl, "page", "page-first") or (field(csl, "number") if is_article(csl) else "")
    parts = _PAGES.split(given)
    if len(parts) != len(("first", "last")) or not all(parts):
        return [given] if given else []
    first, last = parts
    if first.isdecimal() and last.isdecimal() and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return [first, last]

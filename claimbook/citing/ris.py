"""A record in RIS, the tagged lines that reference managers exchange (Research Information Systems, 2001)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.citing.lines import OTHERS, field, is_article, issued, pages, persons

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimbook.citing.lines import Person

_TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "paper-conference": "CONF",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "thesis": "THES",
    "webpage": "ELEC",
}
# C2 and AN are where readers of RIS look for the numbers of PubMed Central and PubMed.
_IDENTIFIERS = (("DO", "DOI"), ("UR", "URL"), ("AN", "PMID"), ("C2", "PMCID"))


def ris(key: str, csl: Mapping[str, object], more_authors: bool = False) -> str:
    """Return the lines from `TY  - ` to `ER  - `, each with CR LF; fields that are not known are left out.

    `more_authors` says that the list of authors is cut: its last one is then "others".
    """
    kind = _TYPES.get(field(csl, "type"), "JOUR" if is_article(csl) else "GEN")
    rows = [
        ("TY", kind),
        ("ID", key),
        *_people(csl, more_authors),
        ("TI", field(csl, "title", "title-short", "shortTitle")),
        ("T2", field(csl, "container-title", "container-title-short", "journalAbbreviation")),
        *_when(csl),
        ("VL", field(csl, "volume")),
        ("IS", field(csl, "issue")),
        *zip(("SP", "EP"), pages(csl), strict=False),
        ("ET", field(csl, "edition")),
        ("PB", field(csl, "publisher", "authority")),
        ("CY", field(csl, "publisher-place")),
        *((tag, field(csl, name)) for tag, name in _IDENTIFIERS),
    ]
    lines = [f"{tag}  - {value}" for tag, value in rows if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def _people(csl: Mapping[str, object], more: bool) -> list[tuple[str, str]]:
    authors = [("AU", _name(person)) for person in persons(csl, "author")]
    cut = [("AU", OTHERS)] if more and authors else []
    return [*authors, *cut, *(("ED", _name(person)) for person in persons(csl, "editor"))]


def _name(person: Person) -> str:
    last = f"{person.particle} {person.family}".strip()
    return ", ".join(filter(None, [last, person.given, person.suffix]))


def _when(csl: Mapping[str, object]) -> list[tuple[str, str]]:
    """The year, and the date where more than the year is known: year/month/day/."""
    when = issued(csl)
    if not when.year or not when.month:
        return [("PY", when.year or "")]
    day = f"{when.day:02}" if when.day else ""
    return [("PY", when.year), ("DA", f"{when.year}/{when.month:02}/{day}/")]

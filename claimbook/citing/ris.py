"""A record in RIS, the tagged lines that reference managers exchange (Research Information Systems, 2001)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.citing.lines import OTHERS

if TYPE_CHECKING:
    from claimbook.citing.lines import Person, When, Work

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


def ris(work: Work) -> str:
    """Return the lines from `TY  - ` to `ER  - `, each with CR LF; fields that are not known are left out.

    The last one of a list of authors that is cut is "others".
    """
    kind = _TYPES.get(work.type, "JOUR" if work.is_article else "GEN")
    rows = [
        ("TY", kind),
        ("ID", work.key),
        *_people(work),
        ("TI", work.title),
        ("T2", work.container),
        *_when(work.issued),
        ("VL", work.volume),
        ("IS", work.issue),
        *zip(("SP", "EP"), work.pages, strict=False),
        ("ET", work.edition),
        ("PB", work.publisher),
        ("CY", work.place),
        *[(tag, work.identifiers[name]) for tag, name in _IDENTIFIERS],
    ]
    lines = [f"{tag}  - {value}" for tag, value in rows if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def _people(work: Work) -> list[tuple[str, str]]:
    authors = [("AU", _name(person)) for person in work.authors]
    cut = [("AU", OTHERS)] if work.more_authors and authors else []
    return [*authors, *cut, *[("ED", _name(person)) for person in work.editors]]


def _name(person: Person) -> str:
    last = f"{person.particle} {person.family}".strip()
    return ", ".join(filter(None, [last, person.given, person.suffix]))


def _when(when: When) -> list[tuple[str, str]]:
    """The year, and the date where more than the year is known: year/month/day/."""
    if not when.year or not when.month:
        return [("PY", when.year or "")]
    day = f"{when.day:02}" if when.day else ""
    return [("PY", when.year), ("DA", f"{when.year}/{when.month:02}/{day}/")]

"""A record as a BibTeX entry (O. Patashnik, "BibTeXing", 1988; doi, url, pmid as later tools read them)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimbook.citing.lines import OTHERS, field, is_article, issued, pages, persons

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimbook.citing.lines import Person

_TYPES = {
    "book": "book",
    "chapter": "incollection",
    "entry-encyclopedia": "incollection",
    "paper-conference": "inproceedings",
    "thesis": "phdthesis",
    "report": "techreport",
}
# BibTeX counts braces even behind a backslash, so a brace has to be written as a word.
_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        **{sign: f"\\{sign}" for sign in "#$%&_"},
    }
)
_VERBATIM = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D"})
_SPLITS_NAMES = re.compile(r",|\band\b", re.IGNORECASE)


def bibtex(key: str, csl: Mapping[str, object], more_authors: bool = False) -> str:
    """Return the entry `key`, one field a line, in UTF-8; fields that are not known are left out.

    `more_authors` says that the list of authors is cut: it ends with "and others". The title keeps its
    capitals (a second pair of braces). DOI and address stand as they are, since tools read them verbatim.
    """
    kind = "article" if is_article(csl) else _TYPES.get(field(csl, "type"), "misc")
    fields = {**_people(csl, more_authors), **_work(csl, kind), **_place(csl), **_identifiers(csl)}
    rows = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{key},", ",\n".join(rows), "}"]) + "\n"


def _tex(text: str) -> str:
    return text.translate(_TEX)


def _people(csl: Mapping[str, object], more: bool) -> dict[str, str]:
    authors = [_name(person) for person in persons(csl, "author")]
    cut = [OTHERS] if more and authors else []
    editors = [_name(person) for person in persons(csl, "editor")]
    return {"author": " and ".join([*authors, *cut]), "editor": " and ".join(editors)}


def _name(person: Person) -> str:
    if person.whole:
        return f"{{{_tex(person.family)}}}"
    last = f"{person.particle} {person.family}".strip()
    return ", ".join(_part(each) for each in (last, person.suffix, person.given) if each)


def _part(text: str) -> str:
    """A part of a name; braces keep "and" and commas in it from splitting the list."""
    return f"{{{_tex(text)}}}" if _SPLITS_NAMES.search(text) else _tex(text)


def _work(csl: Mapping[str, object], kind: str) -> dict[str, str]:
    container = {"article": "journal", "misc": "howpublished"}.get(kind, "booktitle")
    publisher = {"techreport": "institution", "phdthesis": "school"}.get(kind, "publisher")
    title = field(csl, "title", "title-short", "shortTitle")
    return {
        "title": f"{{{_tex(title)}}}" if title else "",
        container: _tex(field(csl, "container-title", "container-title-short", "journalAbbreviation")),
        publisher: _tex(field(csl, "publisher", "authority")),
        "address": _tex(field(csl, "publisher-place")),
    }


def _place(csl: Mapping[str, object]) -> dict[str, str]:
    when = issued(csl)
    volume, number = field(csl, "volume"), field(csl, "issue")
    return {
        "year": _tex(when.year or ""),
        "month": str(when.month or ""),
        "volume": _tex(volume),
        "number": _tex(number if is_article(csl) else field(csl, "number")),
        "pages": "--".join(_tex(page) for page in pages(csl)),
        "edition": _tex(field(csl, "edition")),
    }


def _identifiers(csl: Mapping[str, object]) -> dict[str, str]:
    names = ("DOI", "URL", "PMID", "PMCID")
    return {name.lower(): field(csl, name).translate(_VERBATIM) for name in names}

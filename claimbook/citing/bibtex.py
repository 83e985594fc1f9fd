"""A record as a BibTeX entry (O. Patashnik, "BibTeXing", 1988; doi, url, pmid as later tools read them)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimbook.citing.lines import OTHERS, field

if TYPE_CHECKING:
    from claimbook.citing.lines import Person, Work

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


def bibtex(work: Work) -> str:
    """Return the entry under its key, one field a line, in UTF-8; fields that are not known are left out.

    A list of authors that is cut ends with "and others". The title keeps its capitals (a second pair of
    braces). DOI and address stand as they are, since tools read them verbatim.
    """
    kind = "article" if work.is_article else _TYPES.get(work.type, "misc")
    fields = {**_people(work), **_work(work, kind), **_place(work), **_identifiers(work)}
    rows = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{work.key},", ",\n".join(rows), "}"]) + "\n"


def _tex(text: str) -> str:
    return text.translate(_TEX)


def _people(work: Work) -> dict[str, str]:
    authors = [_name(person) for person in work.authors]
    cut = [OTHERS] if work.more_authors and authors else []
    editors = [_name(person) for person in work.editors]
    return {"author": " and ".join([*authors, *cut]), "editor": " and ".join(editors)}


def _name(person: Person) -> str:
    if person.whole:
        return f"{{{_tex(person.family)}}}"
    last = f"{person.particle} {person.family}".strip()
    return ", ".join(_part(each) for each in (last, person.suffix, person.given) if each)


def _part(text: str) -> str:
    """A part of a name; braces keep "and" and commas in it from splitting the list."""
    return f"{{{_tex(text)}}}" if _SPLITS_NAMES.search(text) else _tex(text)


def _work(work: Work, kind: str) -> dict[str, str]:
    container = {"article": "journal", "misc": "howpublished"}.get(kind, "booktitle")
    publisher = {"techreport": "institution", "phdthesis": "school"}.get(kind, "publisher")
    return {
        "title": f"{{{_tex(work.title)}}}" if work.title else "",
        container: _tex(work.container),
        publisher: _tex(work.publisher),
        "address": _tex(work.place),
    }


def _place(work: Work) -> dict[str, str]:
    return {
        "year": _tex(work.issued.year or ""),
        "month": str(work.issued.month or ""),
        "volume": _tex(work.volume),
        "number": _tex(work.issue if work.is_article else field(work.csl, "number")),
        "pages": "--".join([_tex(page) for page in work.pages]),
        "edition": _tex(work.edition),
    }


def _identifiers(work: Work) -> dict[str, str]:
    return {name.lower(): said.translate(_VERBATIM) for name, said in work.identifiers.items()}

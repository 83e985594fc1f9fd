"""RIS as Zotero and others export it → works, read record by record with rispy."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from claimbook.importing.cleaning import BrokenError, Work, csl_item
from claimbook.importing.files import broken, stretches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.importing.files import Made

_BEGINS = re.compile(r"^TY {0,2}- ", re.MULTILINE)
_SPACED = "TY  - "  # the form that rispy reads
_TAG = re.compile(r"^([A-Z][A-Z0-9]) {0,2}- ", re.MULTILINE)
_END = re.compile(r"^ER {0,2}-[ \t]*$", re.MULTILINE)
_TYPES = {
    "JOUR": "article-journal",
    "JFULL": "article-journal",
    "EJOUR": "article-journal",
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    "INPR": "article-journal",
    "UNPB": "manuscript",
    "BOOK": "book",
    "CHAP": "chapter",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "RPRT": "report",
    "GOVDOC": "report",
    "STAND": "standard",
    "THES": "thesis",
    "ELEC": "webpage",
    "DATA": "dataset",
}
# rispy's names for tags, by our own; the first that holds anything is taken.
_FIELDS = {
    "title": ("title", "primary_title"),
    "container-title": ("secondary_title", "journal_name", "alternate_title3", "alternate_title2"),
    "publisher": ("publisher",),
    "volume": ("volume",),
    "issue": ("number",),
    "DOI": ("doi",),
    "PMCID": ("custom2",),
}


def ris_entries(text: str) -> Iterator[tuple[str, Made]]:
    """Where each record stands, and how a work is made of it."""
    for line, record in stretches(text.replace("\r\n", "\n"), _BEGINS):
        end = _END.search(record)
        if not _BEGINS.match(record):
            yield f"line {line}", broken("it does not begin with TY")
        elif end is None:
            yield f"line {line}", broken("it breaks off: ER is missing at its end")
        else:
            yield f"line {line}", partial(_work, record[: end.end()])
            if record[end.end() :].strip():
                yield f"the record after that of line {line}", broken("it does not begin with TY")


def _work(record: str) -> Work:
    import rispy  # type: ignore[import-untyped]

    if not record.startswith(_SPACED):
        record = _TAG.sub(r"\1  - ", record)
    try:
        told: dict[str, Any] = rispy.loads(_END.sub("ER  - ", record) + "\n")[0]
    except Exception as error:  # among others of lines without a tag, where it expects none
        raise BrokenError("a line of it is none of RIS") from error
    fields = {
        name: next((told[tag] for tag in tags if told.get(tag)), None) for name, tags in _FIELDS.items()
    }
    notes = "\n".join(told.get("notes") or ())
    raw = {
        **fields,
        "type": _TYPES.get(told.get("type_of_reference", ""), "document"),
        "author": [_person(name) for name in told.get("authors") or told.get("first_authors") or ()],
        "issued": _date(str(told.get("date") or told.get("year") or "")),
        "page": "-".join(filter(None, (told.get("start_page"), told.get("end_page")))),
        "URL": next(iter(told.get("urls") or ()), None),
        "note": notes,
    }
    return Work(csl_item(raw))


def _person(name: str) -> dict[str, str]:
    family, comma, rest = name.partition(",")
    if not comma:
        return {"literal": name}
    given, _, suffix = rest.partition(",")
    return {"family": family, "given": given, "suffix": suffix}


def _date(text: str) -> dict[str, object]:
    numbers = re.match(r"(\d{4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?(?!\d)", text)
    if numbers is None:
        return {"literal": text}
    return {"date-parts": [[part for part in numbers.groups() if part]]}

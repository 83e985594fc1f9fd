"""BibTeX as Zotero and others export it → works, read with bibtexparser; LaTeX becomes plain text."""

from __future__ import annotations

import logging
import re
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from claimbook.importing.cleaning import BrokenError, Work, csl_item
from claimbook.importing.files import broken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from claimbook.importing.files import Made

_TYPES = {
    "article": "article-journal",
    "book": "book",
    "incollection": "chapter",
    "inbook": "chapter",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "techreport": "report",
    "report": "report",
    "online": "webpage",
    "unpublished": "manuscript",
}
_FIELDS = {
    "title": ("title",),
    "container-title": ("journal", "journaltitle", "booktitle"),
    "publisher": ("publisher", "institution", "school"),
    "volume": ("volume",),
    "issue": ("number", "issue"),
    "note": ("note",),
}
_VERBATIM = {"DOI": ("doi",), "PMID": ("pmid",), "PMCID": ("pmcid", "pmc"), "URL": ("url",)}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = re.compile(r"@\s*\w+\s*[{(]\s*([^\s,{}]+)")
_ENDS = re.compile(r"\s+and\s+others\s*$", re.IGNORECASE)


def bibtex_entries(text: str) -> Iterator[tuple[str, Made]]:
    """Where each entry stands, and how a work is made of it, in their order."""
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.model import DuplicateBlockKeyBlock, Entry

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # what it logs, the entry itself says
    library = parse_string(text)
    for block in sorted([*library.entries, *library.failed_blocks], key=lambda block: block.start_line or 0):
        where, entry = _where(block), block
        if isinstance(block, DuplicateBlockKeyBlock):  # an entry all the same: here the keys are our own
            entry = next(iter(parse_string(block.raw or "").entries), block)
        if isinstance(entry, Entry):
            values = {field.key.lower(): str(field.value) for field in entry.fields}
            yield where, partial(_work, entry.entry_type.lower(), values)
        else:
            yield where, broken(_complaint(entry))


def _where(block: Any) -> str:
    named = _NAMED.match((block.raw or "").lstrip())
    line = (block.start_line or 0) + 1
    return f"line {line} ({named[1]})" if named else f"line {line}"


def _complaint(block: Any) -> str:
    """Why the parser gave a block up, in its own words where it has any."""
    from bibtexparser.model import DuplicateFieldKeyBlock

    if isinstance(block, DuplicateFieldKeyBlock):
        return f"a field stands twice: {', '.join(sorted(block.duplicate_keys))}"
    said = " ".join(str(getattr(block.error, "abort_reason", "")).split())
    why = ": a brace or a quotation mark in it is not closed" if "looking for" in said else ""
    return f"it cannot be read{why}" + (f" ({said})" if said else "")


def _work(kind: str, values: Mapping[str, str]) -> Work:
    text = {name: _tex(_first(values, names)) for name, names in _FIELDS.items()}
    plain = {name: _first(values, names).replace("\\_", "_") for name, names in _VERBATIM.items()}
    authors = values.get("author", "")
    raw = {
        **text,
        **plain,
        "type": _TYPES.get(kind, "document"),
        "author": _people(_ENDS.sub("", authors)),
        "editor": _people(_ENDS.sub("", values.get("editor", ""))),
        "issued": _date(values),
        "page": _tex(values.get("pages", "")),
    }
    return Work(csl_item(raw), more_authors=_ENDS.search(authors) is not None)


def _first(values: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((values[name] for name in names if values.get(name)), "")


@cache
def _decoder() -> Callable[[str], str]:
    from pylatexenc.latex2text import LatexNodes2Text  # type: ignore[import-untyped]

    decode: Callable[[str], str] = LatexNodes2Text(math_mode="verbatim").latex_to_text
    return decode


def _tex(value: str) -> str:
    return _decoder()(value).strip() if re.search(r"[\\{}~$]|--|``|''", value) else value.strip()


def _people(value: str) -> list[dict[str, str]]:
    from bibtexparser.middlewares.names import split_multiple_persons_names

    return [_person(name) for name in split_multiple_persons_names(value)]


def _person(name: str) -> dict[str, str]:
    from bibtexparser.middlewares.names import InvalidNameError, parse_single_name_into_parts

    if re.fullmatch(r"\{[^{}]*\}", name.strip()):
        return {"literal": _tex(name)}
    try:
        parts = parse_single_name_into_parts(name, strict=True)
    except InvalidNameError as error:
        raise BrokenError(f"the name '{name}' cannot be read") from error
    pairs = {
        "family": parts.last,
        "given": parts.first,
        "non-dropping-particle": parts.von,
        "suffix": parts.jr,
    }
    return {part: _tex(" ".join(words)) for part, words in pairs.items() if words}


def _date(values: Mapping[str, str]) -> dict[str, object]:
    numbers = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", values.get("date", ""))
    if numbers:
        return {"date-parts": [[part for part in numbers.groups() if part]]}
    month = _month(values.get("month", ""))
    parts = [values.get("year", ""), *([month] if month else [])]
    return {"date-parts": [parts]} if parts[0].isdecimal() else {"literal": parts[0]}


def _month(text: str) -> str:
    short = text.strip('{}" ').lower()[:3]
    return str(_MONTHS.index(short) + 1) if short in _MONTHS else short if short.isdecimal() else ""

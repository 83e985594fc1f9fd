"""Records in the formats of reference managers: what each is called, and how its files are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimbook.citing.bibtex import bibtex
from claimbook.citing.csl_json import csl_file, csl_json
from claimbook.citing.lines import work
from claimbook.citing.ris import ris

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from claimbook.citing.lines import Work


class Record(NamedTuple):
    """A CSL-JSON record with its key; `more_authors` says that the list of authors is cut."""

    key: str
    csl: Mapping[str, object]
    more_authors: bool = False


class Format(NamedTuple):
    """A format's name, its media type, and what makes the text of a record, and of such texts that of a file."""

    name: str
    kind: str
    one: Callable[[Work], str]
    file: Callable[[Iterable[str]], str]


# By the ending of a file's name. RIS and BibTeX have no registered media type; these are in wide use.
FORMATS = {
    "bib": Format("BibTeX", "application/x-bibtex", bibtex, "\n".join),
    "ris": Format("RIS", "application/x-research-info-systems", ris, "\r\n".join),
    "csl.json": Format("CSL-JSON", "application/vnd.citationstyles.csl+json", csl_json, csl_file),
}


def texts(record: Record) -> dict[str, str]:
    """Return the record in each format, by the ending of a file's name."""
    made = work(*record)
    return {ending: each.one(made) for ending, each in FORMATS.items()}


def written(ending: str, records: Iterable[str]) -> bytes:
    """Return a file of records' `texts` in UTF-8; a half of a surrogate pair becomes a question mark."""
    return FORMATS[ending].file(records).encode("utf-8", "replace")

"""Records in the formats of reference managers: what each is called, and how its files are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimbook.citing.bibtex import bibtex
from claimbook.citing.csl_json import csl_item, csl_json
from claimbook.citing.ris import ris

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


class Record(NamedTuple):
    """A CSL-JSON record with its key; `more_authors` says that the list of authors is cut."""

    key: str
    csl: Mapping[str, object]
    more_authors: bool = False


class Format(NamedTuple):
    """A format's name, its media type, and what makes the text of a file of records."""

    name: str
    kind: str
    text: Callable[[Sequence[Record]], str]


def _bibtex(records: Sequence[Record]) -> str:
    return "\n".join(bibtex(*each) for each in records)


def _ris(records: Sequence[Record]) -> str:
    return "\r\n".join(ris(*each) for each in records)


def _csl_json(records: Sequence[Record]) -> str:
    return csl_json(csl_item(*each) for each in records)


# By the ending of a file's name. RIS and BibTeX have no registered media type; these are in wide use.
FORMATS = {
    "bib": Format("BibTeX", "application/x-bibtex", _bibtex),
    "ris": Format("RIS", "application/x-research-info-systems", _ris),
    "csl.json": Format("CSL-JSON", "application/vnd.citationstyles.csl+json", _csl_json),
}


def written(ending: str, records: Sequence[Record]) -> bytes:
    """Return a file of records in UTF-8; a half of a surrogate pair becomes a question mark."""
    return FORMATS[ending].text(records).encode("utf-8", "replace")

"""Where the record of a new source comes from: a file, Crossref or PubMed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from claimbook.cite_online import one_answer
from claimbook.citing import doi_fault, pmid_fault
from claimbook.errors import CannotRunError, explained
from claimbook.importing import (
    CROSSREF,
    PUBMED,
    BrokenError,
    Entry,
    NoRecordsError,
    read_entries,
    work_of_doi,
    work_of_pmid,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimbook.importing import Work

_MOST = 16 << 20  # bytes of a file of records


def entries_of_file(path: Path) -> list[Entry]:
    """The entries of a file that a reference manager exported. Raises `CannotRunError` where it holds none."""
    with explained(f"cannot read {path}"):
        if path.stat().st_size > _MOST:
            raise CannotRunError(f"{path} holds more than {_MOST >> 20} MiB; export fewer records")
        raw = path.read_bytes()
    try:
        return read_entries(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise CannotRunError(f"{path} is no UTF-8 text; choose that encoding when exporting") from None
    except NoRecordsError as error:
        raise CannotRunError(f"{path} cannot be read: {error}") from None


def entry_of_doi(doi: str, email: str | None, crossref: str | None) -> Entry:
    """What Crossref holds on a DOI, written with or without its address.

    Raises `CannotRunError` where that is no DOI, where Crossref knows none such, or does not answer.
    """
    meant = _meant(doi, doi_fault(doi))
    ask = partial(work_of_doi, meant, partial(one_answer, "Crossref", email=email), crossref or CROSSREF)
    return _entry(
        f"DOI {meant}", ask, "Crossref knows no such DOI; if it is right, give the record with --file"
    )


def entry_of_pmid(pmid: str, email: str | None, pubmed: str | None) -> Entry:
    """What PubMed holds on a number. Raises as `entry_of_doi`."""
    meant = _meant(pmid, pmid_fault(pmid))
    ask = partial(work_of_pmid, meant, partial(one_answer, "PubMed", email=email), pubmed or PUBMED, email)
    return _entry(f"PMID {meant}", ask, "PubMed knows no such number")


def _meant(given: str, fault: tuple[str, str | None] | None) -> str:
    if fault is None:
        return given
    if fault[1] is None:
        raise CannotRunError(f"{fault[0]}; this is '{given}'")
    return fault[1]


def _entry(where: str, ask: Callable[[], Work | None], unknown: str) -> Entry:
    try:
        work = ask()
    except BrokenError as error:
        raise CannotRunError(f"{where}: its record cannot be used: {error}") from None
    if work is None:
        raise CannotRunError(f"{where}: {unknown}")
    return Entry(where, work)

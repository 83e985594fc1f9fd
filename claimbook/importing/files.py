"""A file as a reference manager exports it → its entries, the broken ones named among the good."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimbook.importing.cleaning import BrokenError, Work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Made = Callable[[], Work]


class NoRecordsError(ValueError):
    """A text that is none of the three formats."""


class Entry(NamedTuple):
    """One entry: where it stands, and the work that it describes or why there is none."""

    where: str
    work: Work | None
    fault: str = ""


def read_entries(text: str) -> list[Entry]:
    """The entries of a CSL-JSON, BibTeX or RIS text, in their order; which it is, the text tells.

    Raises `NoRecordsError` where it is none of them, or holds no entry at all.
    """
    entries = [_entry(where, made) for where, made in _reader(text)(text)]
    if not entries:
        raise NoRecordsError("it holds no entry")
    return entries


def _reader(text: str) -> Callable[[str], Iterable[tuple[str, Made]]]:
    """The reader of a format, imported only when it is needed."""
    if text.lstrip()[:1] in ("[", "{"):
        from claimbook.importing.csl_json import csl_json_entries

        return csl_json_entries
    if re.search(r"^TY {0,2}- ", text, re.MULTILINE):
        from claimbook.importing.ris import ris_entries

        return ris_entries
    if re.search(r"^\s*@\s*\w+\s*[{(]", text, re.MULTILINE):
        from claimbook.importing.bibtex import bibtex_entries

        return bibtex_entries
    raise NoRecordsError("it is no CSL-JSON, BibTeX or RIS")


def _entry(where: str, made: Made) -> Entry:
    try:
        return Entry(where, made())
    except BrokenError as error:
        return Entry(where, None, str(error))


def broken(message: str) -> Made:
    """Stands for the work of an entry that could not even be read."""

    def refuse() -> Work:
        raise BrokenError(message)

    return refuse


def line_of(text: str, offset: int) -> int:
    """The line, from 1, at an offset."""
    return text.count("\n", 0, offset) + 1


def stretches(text: str, begins: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """The line and text of each stretch from one match of `begins` to the next, the text before it first."""
    starts = [0, *(found.start() for found in begins.finditer(text)), len(text)]
    for start, end in pairwise(starts):
        stretch = text[start:end].lstrip()
        if stretch:
            yield line_of(text, end - len(stretch)), stretch

"""One look at each claim and source: what its rules find, what is kept of it, and what all that hangs on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from claimbook.checks.notes import (
    ClaimNote,
    Counted,
    QuoteNote,
    SourceNote,
    note_of_claim,
    note_of_source,
)
from claimbook.checks.rules import functions
from claimbook.checks.view import View
from claimbook.load.kinds import kind_problems
from claimbook.load.listing import stem
from claimbook.load.words import word_problems
from claimbook.model import Claim
from claimbook.problem import Problem, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.shelf import Shelf
    from claimbook.model import Source

    Note = ClaimNote | SourceNote


_QUOTES, _ASIDES = ClaimNote._fields.index("quotes"), SourceNote._fields.index("asides")


class Look(NamedTuple):
    """What came of looking at the file at `path`.

    It holds as long as the file and the answers to what was `asked` are the same. `note` is None where nothing
    could be made of the file.
    """

    path: str
    asked: list[str]
    problems: list[Problem]
    note: Note | None


def look(shelf: Shelf, path: str) -> Look:
    """Look at the claim or source in a file."""
    record: Claim | Source | None
    record = shelf.base.claim(path) if _is_claim(path) else shelf.base.source(stem(path))
    problems, asked, note = list(shelf.base.reading(path)), list[str](), None
    if record is not None:
        view = View(shelf, record)
        problems.extend(_problems(record, view))
        note = note_of_claim(record, view) if isinstance(record, Claim) else note_of_source(record, view)
        asked = list(view.asked)
    return Look(path, asked, problems, note)


def _problems(record: Claim | Source, view: View) -> Iterator[Problem]:
    yield from word_problems(record, view.words)
    if isinstance(record, Claim):
        yield from kind_problems(record, view.sources)
    for of_record in functions("of_claim" if isinstance(record, Claim) else "of_source"):
        yield from of_record(record, view)


def written(shelf: Shelf, found: Look) -> str:
    """A look as a line of JSON, with the stamp that is the same as long as the look holds."""
    path, asked, *rest = found
    return json.dumps((path, shelf.stamp(path, asked), asked, *rest))


def restored(values: list[Any]) -> Look:
    """The look that was written as these values."""
    path, _, asked, problems, note = values
    told = [Problem(Span(*where), *rest) for where, *rest in problems]
    kept = None if note is None else _claim_note(note) if _is_claim(path) else _source_note(note)
    return Look(path, asked, told, kept)


def _claim_note(values: list[Any]) -> ClaimNote:
    values[_QUOTES] = [QuoteNote._make(each) for each in values[_QUOTES]]
    values[-1] = Counted._make(values[-1])
    return ClaimNote._make(values)


def _source_note(values: list[Any]) -> SourceNote:
    values[_ASIDES] = [QuoteNote._make(each) for each in values[_ASIDES]]
    values[-1] = Counted._make(values[-1])
    return SourceNote._make(values)


def _is_claim(path: str) -> bool:
    return path.startswith("claims/")

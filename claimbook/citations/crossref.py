"""Crossref's JSON on one work, as its REST interface answers (`/works/{doi}`), into a `Published`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from claimbook.citations.published import LONGEST, Notice, Published
from claimbook.citations.words import is_marked_retracted, unmarked
from claimbook.citing.fields import date_parts, people, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.citations.published import Asked

_DATES = ("issued", "published", "published-print", "published-online", "posted")
# Crossref's kinds of updates; a partial retraction leaves the rest standing, so it asks for a second look.
_KINDS = {
    **dict.fromkeys(("retraction", "removal", "withdrawal"), "retracted"),
    **dict.fromkeys(("expression-of-concern", "partial-retraction"), "concern"),
    **dict.fromkeys(("correction", "corrigendum", "erratum", "addendum", "clarification"), "corrected"),
    **dict.fromkeys(("new-version", "new-edition"), ""),
}


def read_work(body: bytes, asked: Asked) -> Published:
    """The work of an answer; ValueError where it is none."""
    work = _message(body)
    titles = [_cut(one) for one in _texts(work, "title")]
    subtitles = [_cut(one) for one in _texts(work, "subtitle")]
    if not titles and not text(work, "DOI"):
        raise ValueError("it describes no work")
    marked = [Notice("retracted", "its title begins with “retracted”")] if _is_marked(titles) else []
    return Published(
        asked,
        titles=(*titles, *(f"{title}: {rest}" for title in titles for rest in subtitles)),
        years=frozenset(_years(work)),
        author=_first_author(work),
        notices=tuple(_updates(work, "updated-by")) or tuple(marked),
        is_notice=tuple(_updates(work, "update-to")),
    )


def read_agency(body: bytes) -> str:
    """Who registered a DOI, by an answer of `/works/{doi}/agency`; ValueError where it does not say."""
    agency = _message(body).get("agency")
    named = text(agency, "label", "id") if isinstance(agency, Mapping) else ""
    if not named:
        raise ValueError("it names no agency")
    return _cut(named)


def _message(body: bytes) -> Mapping[str, object]:
    try:
        answer = json.loads(body)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    message = answer.get("message") if isinstance(answer, dict) else None
    if not isinstance(message, dict):
        raise ValueError("it holds no message")
    return message


def _texts(work: Mapping[str, object], name: str) -> list[str]:
    given = work.get(name)
    several = given if isinstance(given, list) else [given]
    return [unmarked(one) for one in several if isinstance(one, str) and one.strip()]


def _cut(words: str) -> str:
    return words[:LONGEST]


def _is_marked(titles: list[str]) -> bool:
    return any(is_marked_retracted(title) for title in titles)


def _years(work: Mapping[str, object]) -> Iterator[int]:
    issue = work.get("journal-issue")
    for record in (work, issue if isinstance(issue, Mapping) else {}):
        for name in _DATES:
            parts = date_parts(record, name)
            if parts and parts[0].isdecimal() and len(parts[0]) == len("2000"):
                yield int(parts[0])


def _first_author(work: Mapping[str, object]) -> str:
    authors = people(work, "author")
    first = [one for one in authors if one.get("sequence") == "first"] or authors
    return _cut(unmarked(text(first[0], "family", "name", "literal"))) if first else ""


def _updates(work: Mapping[str, object], name: str) -> Iterator[Notice]:
    """The updates under `name`; new versions and editions are none that a reader must be warned of."""
    for update in people(work, name):
        kind = text(update, "type").lower().replace("_", "-").replace(" ", "-")
        what = _KINDS.get(kind, "unknown")
        if what:
            when = "-".join(part.zfill(2) for part in date_parts(update, "updated"))
            word = _cut(text(update, "label", "type")) or "update"
            yield Notice(what, word, _cut(text(update, "DOI")) or None, when or None)

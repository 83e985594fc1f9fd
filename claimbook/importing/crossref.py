"""What Crossref answers about a DOI (REST API, /works/{doi}) → a work."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimbook.importing.cleaning import BrokenError, Notice, Work, csl_item

if TYPE_CHECKING:
    from collections.abc import Mapping

_TYPES = {
    "journal-article": "article-journal",
    "posted-content": "article",
    "proceedings-article": "paper-conference",
    "book-chapter": "chapter",
    "reference-entry": "entry-encyclopedia",
    "book": "book",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "report": "report",
    "dissertation": "thesis",
    "dataset": "dataset",
    "standard": "standard",
    "peer-review": "review",
}
# Crossref's words for what a later notice does to a work, the gravest first.
_NOTICES = {
    "retraction": "retracted",
    "withdrawal": "retracted",
    "removal": "retracted",
    "expression_of_concern": "concern",
    "correction": "corrected",
    "corrigendum": "corrected",
    "erratum": "corrected",
}
_SAME = ("volume", "issue", "page", "publisher", "DOI", "URL")


def from_crossref(answer: bytes) -> Work:
    """The work. Raises `BrokenError` where the answer is cut off, or describes none."""
    try:
        told = json.loads(answer)
    except (ValueError, RecursionError) as error:
        raise BrokenError("Crossref's answer is no whole JSON") from error
    message = told.get("message") if isinstance(told, dict) else None
    if not isinstance(message, dict):
        raise BrokenError("Crossref's answer holds no record")
    kind = _TYPES.get(str(message.get("type")), "document")
    raw: dict[str, object] = {name: message.get(name) for name in _SAME}
    if kind == "article-journal":
        raw["publisher"] = None  # a reference to an article does not name it
    raw |= {
        "type": kind,
        "title": _title(message),
        "container-title": _first(message.get("container-title")),
        "author": _people(message.get("author")),
        "editor": _people(message.get("editor")),
        "issued": message.get("issued"),
    }
    return Work(csl_item(raw), notice=_notice(message), called=(str(message.get("type")),))


def _title(message: Mapping[str, object]) -> str:
    title, subtitle = _first(message.get("title")), _first(message.get("subtitle"))
    return f"{title}: {subtitle}" if title and subtitle and subtitle not in title else title


def _first(value: object) -> str:
    return str(value[0]) if isinstance(value, list) and value else ""


def _people(value: object) -> list[object]:
    """Crossref gives a group's name as `name`."""
    entries = value if isinstance(value, list) else []
    return [
        {"literal": entry["name"]} if isinstance(entry, dict) and entry.get("name") else entry
        for entry in entries
    ]


def _notice(message: Mapping[str, object]) -> Notice | None:
    updates = message.get("updated-by")
    entries = [each for each in updates if isinstance(each, dict)] if isinstance(updates, list) else []
    for kind, value in _NOTICES.items():
        for each in entries:
            if each.get("type") == kind:
                return Notice(value, str(each["DOI"]) if each.get("DOI") else None)
    return None

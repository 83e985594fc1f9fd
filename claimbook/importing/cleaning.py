"""A record as another program gives it → a CSL-JSON item with clean text and canonical identifiers."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from claimbook.citing import canonical_doi, csl_faults, doi_fault, pmcid_fault, pmid_fault

# What a reader needs in order to find the work, in the order in which sources have it.
_TEXTS = ("title", "container-title", "publisher", "volume", "issue", "page", "DOI", "PMID", "PMCID", "URL")
_ORDER = ("type", "title", "author", "editor", "container-title", "publisher", "issued", *_TEXTS[3:])
_NAMES = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")
_FAULTS = {"DOI": doi_fault, "PMID": pmid_fault, "PMCID": pmcid_fault}
_TAG = re.compile(r"</?(?!(?:i|b|sc|sub|sup)>)[A-Za-z][\w:.-]*(?:\s[^<>]*)?/?>")
_IN_NOTE = re.compile(r"^\s*(PMC?ID)\s*:\s*(\S+)\s*$", re.MULTILINE | re.IGNORECASE)
_RANGE = re.compile(r"\s*[-‐‑–—]+\s*")
_NUMBER = re.compile(r"[0-9]{1,6}")
_MONTHS, _DAYS = 12, 31


class BrokenError(ValueError):
    """An entry of which no record can be made; its text says why."""


class Notice(NamedTuple):
    """What became of a publication: corrected, concern or retracted, and the DOI of the notice."""

    value: str
    doi: str | None = None


class Work(NamedTuple):
    """A publication: its CSL-JSON item without `id`, and what else its record tells."""

    csl: dict[str, object]
    more_authors: bool = False
    notice: Notice | None = None
    called: tuple[str, ...] = ()  # the kinds of publication by the service's own names


def csl_item(raw: Mapping[str, object]) -> dict[str, object]:
    """The fields of a CSL-JSON item that this base keeps, cleaned, in its order.

    Identifiers in a note, as reference managers put them there, become fields.
    Raises `BrokenError` where there is no title, or the item is no CSL-JSON.
    """
    noted = {name.upper(): value for name, value in _IN_NOTE.findall(str(raw.get("note") or ""))}
    found: dict[str, object] = {name: _text(name, raw.get(name) or noted.get(name)) for name in _TEXTS}
    found["type"] = raw.get("type") or "document"
    found |= {role: _people(raw.get(role)) for role in ("author", "editor")}
    found["issued"] = issued(raw.get("issued"))
    if any(found[name] for name in _FAULTS) and str(found["type"]).startswith("article"):
        found["URL"] = ""  # the identifier leads there, and mostly lasts longer
    item = {name: found[name] for name in _ORDER if found[name]}
    if "title" not in item:
        raise BrokenError("it has no title")
    faults = csl_faults(item)
    if faults:
        raise BrokenError(faults[0][1])
    return item


def clean(text: str) -> str:
    """One line without entities, invisible characters, or markup other than CSL's own."""
    unescaped = _TAG.sub("", html.unescape(text))
    shown = (sign if sign.isspace() or unicodedata.category(sign)[0] != "C" else "" for sign in unescaped)
    return " ".join("".join(shown).split())


def issued(value: object) -> dict[str, object] | None:
    """A date as CSL-JSON has it: year, month and day as numbers where it names them, else its words."""
    if not isinstance(value, Mapping):
        return None
    parts = value.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    numbers = [int(part) for part in map(str, first) if _NUMBER.fullmatch(part)]
    if numbers and len(numbers) == len(first):
        return {"date-parts": [day(numbers)]}
    words = clean(str(value.get("literal") or value.get("raw") or ""))
    return {"literal": words} if words else None


def day(numbers: list[int]) -> list[int]:
    """Year, month and day as far as they can be ones of a calendar."""
    bounds = (9999, _MONTHS, _DAYS)
    sound = [1 <= number <= most for number, most in zip(numbers, bounds, strict=False)]
    return numbers[: sound.index(False)] if False in sound else numbers[:3]


def _text(name: str, value: object) -> str:
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return ""
    text = clean(str(value))
    fault = _FAULTS[name](text) if name in _FAULTS and text else None
    sound = (fault[1] or text) if fault else text
    return canonical_doi(sound) if name == "DOI" else _RANGE.sub("-", sound) if name == "page" else sound


def _people(value: object) -> list[dict[str, str]]:
    entries = value if isinstance(value, list) else []
    named = [_person(entry) for entry in entries if isinstance(entry, Mapping)]
    return [name for name in named if name]


def _person(entry: Mapping[str, object]) -> dict[str, str]:
    parts = {name: clean(str(entry[name])) for name in _NAMES if entry.get(name)}
    return {name: part for name, part in parts.items() if part}

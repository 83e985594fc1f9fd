"""What is wrong with a bibliographic record, in words for the person who wrote it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from math import isfinite
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimbook.citing.schema import Shape

_KINDS: dict[type, str] = {
    str: "string",
    bool: "boolean",
    int: "number",
    float: "number",
    list: "array",
    tuple: "array",
    dict: "object",
    type(None): "null",
}
_WORDS = {
    "string": "text",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a mapping",
    "null": "nothing",
    "date": "a date",
    "other": "a value of another kind",
}
_LIKENESS = 0.7  # under this, a guess at the meant name misleads more often than it helps
_LONGEST = 60  # characters; no known name is nearly as long


def kind_of(value: object) -> str:
    """The JSON Schema type of `value`, `date` for a date, or `other`; a whole number is a `number`."""
    kind = _KINDS.get(type(value))
    if kind is None:
        bases = ((str, "string"), (date, "date"), ((int, float), "number"), ((list, tuple), "array"))
        kind = next((name for base, name in bases if isinstance(value, base)), "other")
        if isinstance(value, Mapping):
            return "object"
    return kind


def in_json(value: object) -> bool:
    """Whether JSON can hold this one value (of a list or mapping: its entries are not looked at)."""
    if isinstance(value, float):
        return isfinite(value)
    return kind_of(value) not in {"date", "other"}


def label(path: tuple[str | int, ...]) -> str:
    """Name the place of a fault: the innermost field, or an entry of it."""
    name = next((part for part in reversed(path) if isinstance(part, str)), None)
    if name is None:
        return "the record"
    return name if path[-1] == name else f"an entry of {name}"


def wrong_kind(path: tuple[str | int, ...], value: object, shape: Shape) -> str:
    """Say which kind of value is asked for, and what to do where that can be told."""
    name, got = label(path), kind_of(value)
    if value is None:
        return f"{name} has no value; give it one or leave it out"
    if "date-parts" in shape.fields or "date-parts" in path:
        return f"{path[0]}: a date must be given as date-parts, {_date_example(value)}"
    wanted = " or ".join(word for kind, word in _WORDS.items() if kind in shape.kinds)
    if "string" in shape.kinds and got in {"number", "boolean", "date"}:
        return f"{name} must be {wanted}; put it in quotes"
    if "family" in shape.fields:
        wanted += " such as {family: …, given: …}"
    return f"{name} must be {wanted}, not {_WORDS[got]}"


def _date_example(value: object) -> str:
    if isinstance(value, date):
        return f"{{date-parts: [[{value.year}, {value.month}, {value.day}]]}}"
    return "such as {date-parts: [[2018, 5, 1]]}"


def unknown_choice(path: tuple[str | int, ...], value: str, choices: Iterable[str]) -> str:
    """Name a word that is none of the allowed ones, and the nearest that is."""
    return f"'{value[:_LONGEST]}' is no known {label(path)}{_meant(nearest(value, choices))}"


def unknown_field(name: str, guess: str | None) -> str:
    """Name a field that CSL-JSON does not have, and the one that may be meant."""
    return f"CSL-JSON has no field '{name[:_LONGEST]}' here{_meant(guess)}"


def missing(path: tuple[str | int, ...], name: str) -> str:
    """Name a field that must be there."""
    return f"{label(path)} has no {name}"


def wrong_length(path: tuple[str | int, ...], shape: Shape) -> str:
    """Say how many entries a list may have."""
    return f"{label(path)} must have {shape.least} to {shape.most} entries"


def endless(path: tuple[str | int, ...]) -> str:
    """Name a number that JSON cannot hold."""
    return f"{label(path)} must be a number with an end"


def not_json(path: tuple[str | int, ...], value: object) -> str:
    """Name a value that JSON cannot hold."""
    if isinstance(value, float):
        return endless(path)
    return f"{label(path)} must be text or a number, not {_WORDS[kind_of(value)]}; put it in quotes"


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name most like `name`, whatever its case, its hyphens and the order of its words."""
    return _nearest(_folded(name[:_LONGEST]), tuple(known))


@lru_cache(maxsize=256)  # the same slip often runs through a whole base
def _nearest(name: str, known: tuple[str, ...]) -> str | None:
    from difflib import get_close_matches

    folded = {_folded(one): one for one in sorted(known)}
    close = get_close_matches(name, folded, n=1, cutoff=_LIKENESS)
    return folded[close[0]] if close else None


def _folded(name: str) -> str:
    return "-".join(sorted(name.lower().replace("_", "-").replace(" ", "-").split("-")))


def _meant(guess: str | None) -> str:
    return f"; did you mean '{guess}'?" if guess else ""

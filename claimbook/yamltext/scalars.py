"""What an unquoted scalar means.

Typed by the core schema of YAML 1.2, with two additions of YAML 1.1: dates, and yes/no/on/off,
which are truth values to many readers and so are never taken for words. A number with a point is one
only where it comes back as it was written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("~", "null", "Null", "NULL", "")),
    **dict.fromkeys(("yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"), True),
    **dict.fromkeys(("no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"), False),
}
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})$")
# Neither 12.10 nor 2.0: as numbers they would be shown as 12.1 and 2, which are other issues and editions.
_FLOAT = re.compile(r"-?[0-9]{1,17}\.[0-9]{0,17}[1-9]$")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MAYBE_NUMBER = frozenset("0123456789+-.")
# What libyaml refuses when it stands in a file, although it can be written as an escape in double quotes.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class BadDate:
    """A plain scalar in the form of a date that no calendar has, such as 2026-02-30."""

    text: str


Typed = str | int | float | bool | date | BadDate | None


def typed(text: str) -> Typed:
    """The value of an unquoted scalar."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _MAYBE_NUMBER:
        return text
    if _DATE.fullmatch(text):
        return calendar_date(text) or BadDate(text)
    if _INT.match(text):
        return int(text)
    if _FLOAT.match(text):
        number = float(text)
        return number if str(number) == text else text
    return text


def calendar_date(text: str) -> date | None:
    """The day that a text of the form YYYY-MM-DD names; None where there is none."""
    try:
        return date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        return None


def control_character(text: str) -> int | None:
    """The offset of the first character that no text should hold, such as NUL or a lone surrogate."""
    found = _CONTROL.search(text)
    return found.start() if found else None

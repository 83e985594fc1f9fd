"""Read single fields out of a CSL-JSON item, passing over whatever is absent or of the wrong kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

_MARKUP = re.compile(r"</?(?:i|b|sc|sub|sup|span)(?:\s[^<>]*)?>")
_RAISED = re.compile(r"<(sup|sub)>([0-9+−-]+)</\1>")
_SIGNS = "0123456789+-−"
_SHIFTED = {
    "sup": str.maketrans(_SIGNS, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻"),
    "sub": str.maketrans(_SIGNS, "₀₁₂₃₄₅₆₇₈₉₊₋₋"),
}
_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_BOUND = 10**15  # no bibliographic number is as large; Python refuses to write out much larger ones


def plain(value: object) -> str:
    """Return text or a number as one line without CSL's markup; anything else as ''.

    Raised and lowered digits become their own characters, so that 10<sup>3</sup> does not turn into 103.
    """
    if isinstance(value, str):
        return _one_line(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool) and -_BOUND < value < _BOUND:
        return str(int(value)) if value == int(value) else str(value)
    return ""


@lru_cache(maxsize=1 << 14)  # each field is asked for by page, file and format
def _one_line(value: str) -> str:
    shifted = _RAISED.sub(lambda found: found[2].translate(_SHIFTED[found[1]]), value)
    return " ".join(_MARKUP.sub("", shifted).split())


def text(csl: Mapping[str, object], *names: str) -> str:
    """Return the first of the named fields that says anything, as `plain` text, or ''."""
    for name in names:
        if name in csl and (said := plain(csl[name])):
            return said
    return ""


def people(csl: Mapping[str, object], role: str) -> list[Mapping[str, object]]:
    """Return the names given under `role` (author, editor, ...) that are mappings."""
    given = csl.get(role)
    entries = given if isinstance(given, (list, tuple)) else ()
    return [entry for entry in entries if isinstance(entry, Mapping)]


def date_parts(csl: Mapping[str, object], name: str) -> list[str]:
    """Return year, month and day of a date, as many as are given; of a range, those of its beginning."""
    when = csl.get(name)
    parts = when.get("date-parts") if isinstance(when, Mapping) else None
    first = parts[0] if isinstance(parts, (list, tuple)) and parts else None
    return [plain(part) for part in first] if isinstance(first, (list, tuple)) else []


def year(csl: Mapping[str, object]) -> str | None:
    """Return the year of publication: of `date-parts`, or the first in a date's own words; else None."""
    parts = date_parts(csl, "issued")
    if parts and parts[0]:
        return parts[0]
    issued = csl.get("issued")
    words = text(issued, "literal", "raw") if isinstance(issued, Mapping) else ""
    found = _YEAR.search(words)
    return found[0] if found else None

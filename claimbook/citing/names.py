"""How a record's authors are named: in full for a reference line, in short for a running text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimbook.citing.fields import people, plain, text, year

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_AUTHOR = "[no author named]"
NO_TITLE = "[no title]"

_PARTICLES = ("dropping-particle", "non-dropping-particle")
_BREAKS = re.compile(r"[\s.\-‐]+")
_MOST_INITIALS = 3  # given as NR or JFK; a longer word in capitals is a name
_TITLE_WORDS = 5


def authors_line(csl: Mapping[str, object], more_authors: bool) -> str:
    """Return every author given ("Williams NR, Heifets BD, and others"), else the editors, else ''."""
    if authors := _full_names(csl, "author"):
        return _listed(authors, more_authors)
    editors = _full_names(csl, "editor")
    if not editors:
        return ""
    role = "editors" if more_authors or len(editors) > 1 else "editor"
    return f"{_listed(editors, more_authors)}, {role}"


def authors_short(csl: Mapping[str, object], more_authors: bool) -> str:
    """Return how running text names the work: "Two & Three 2019", "Williams and others 2018".

    Without authors and editors it is the title's first words; without a year none is named.
    """
    names = _short_names(csl, "author") or _short_names(csl, "editor")
    who = _shortened(names, more_authors) if names else _title_start(csl)
    return " ".join(filter(None, [who, year(csl)]))


def _listed(names: list[str], more: bool) -> str:
    if not more:
        return ", ".join(names)
    return f"{names[0]} and others" if len(names) == 1 else f"{', '.join(names)}, and others"


def _shortened(names: list[str], more: bool) -> str:
    if more or len(names) > 2:
        return f"{names[0]} and others"
    return " & ".join(names)


def _title_start(csl: Mapping[str, object]) -> str:
    words = text(csl, "title-short", "shortTitle", "title").split()
    start = " ".join(words[:_TITLE_WORDS])
    return f"{start.rstrip('.,:;–—- ')}…" if len(words) > _TITLE_WORDS else start or NO_TITLE


def _full_names(csl: Mapping[str, object], role: str) -> list[str]:
    return [name for one in people(csl, role) if (name := _full_name(one))]


def _full_name(one: Mapping[str, object]) -> str:
    if literal := plain(one.get("literal")):
        return literal
    initials = _initials(plain(one.get("given"))) if one.get("family") else plain(one.get("given"))
    parts = [*map(one.get, _PARTICLES), one.get("family"), initials, one.get("suffix")]
    return " ".join(filter(None, map(plain, parts)))


def _short_names(csl: Mapping[str, object], role: str) -> list[str]:
    return [name for one in people(csl, role) if (name := _short_name(one))]


def _short_name(one: Mapping[str, object]) -> str:
    family = " ".join(filter(None, [text(one, "non-dropping-particle"), text(one, "family")]))
    return family or text(one, "literal", "given")


def _initials(given: str) -> str:
    """Turn "Nolan R." into "NR"; initials, and names of scripts without capitals, stay as they are."""
    if given.lower() == given.upper():
        return given
    return "".join(
        word if word.isupper() and len(word) <= _MOST_INITIALS else word[0].upper()
        for word in _BREAKS.split(given)
        if word
    )

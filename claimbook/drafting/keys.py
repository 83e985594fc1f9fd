"""The key of a new source: its first author and year, as `williams2018`."""

from __future__ import annotations

import re
import unicodedata
from string import ascii_lowercase
from typing import TYPE_CHECKING

from claimbook.citing import year

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

# Letters that no decomposition takes apart.
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_SMALL_WORDS = frozenset(("a", "an", "the", "of", "on", "and", "for"))


def free_key(csl: Mapping[str, object], taken: Collection[str]) -> str:
    """A key that is free: of a second work of the same author and year it ends in b, of a third in c.

    After z come numbers behind a hyphen.
    """
    key: str = f"{_name(csl)}{year(csl) or ''}"
    letters = [letter for letter in ascii_lowercase if key + letter in taken]
    if key not in taken and not letters:
        return key
    following = ascii_lowercase.index(max(letters, default="a")) + 1
    ends: tuple[str, ...] = (
        *ascii_lowercase[following:],
        *(f"-{number}" for number in range(27, len(taken) + 28)),
    )
    return next(key + end for end in ends if key + end not in taken)


def _name(csl: Mapping[str, object]) -> str:
    """The first author's name, else the title's first word that means something, in plain letters."""
    for role in ("author", "editor"):
        people = csl.get(role)
        for person in people if isinstance(people, list) else ():
            found = _plain(f"{person.get('non-dropping-particle', '')}{person.get('family', '')}")
            if found or (found := _first_word(str(person.get("literal", "")))):
                return found
    return _first_word(str(csl.get("title", ""))) or "source"


def _first_word(text: str) -> str:
    words = [_plain(word) for word in text.split() if word.lower() not in _SMALL_WORDS]
    return next((word for word in words if word), "")


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    return re.sub(r"[^a-z0-9]", "", folded)

"""Titles and names brought into a form in which only a difference in words remains."""

from __future__ import annotations

import html
import re
import unicodedata
from difflib import SequenceMatcher

_MARKUP = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_WORD = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
_RETRACTED = re.compile(r"\W*(?:retracted(?: article| paper)?|withdrawn)\s*[:\-–—\]]\W*", re.IGNORECASE)
_GREEK = {
    letter: unicodedata.name(letter).rsplit(" ", 1)[-1].lower() for letter in "αβγδεζηθικλμνξοπρστυφχψω"
}


def unmarked(text: str) -> str:
    """The text as one line, without markup (HTML, MathML) and with its entities resolved."""
    return " ".join(html.unescape(_MARKUP.sub("", html.unescape(text))).split())


def folded(text: str) -> list[str]:
    """Its words: case, accents, punctuation and markup gone, Greek letters spelt out."""
    plain = unicodedata.normalize("NFKD", unmarked(text).casefold()).translate(_LETTERS)
    bare = "".join(_GREEK.get(sign, sign) for sign in plain if not unicodedata.combining(sign))
    return _WORD.findall(bare)


def likeness(one: str, other: str) -> float:
    """How alike two titles are once folded, from 0 to 1 (Ratcliff and Obershelp's measure)."""
    first, second = " ".join(folded(one)), " ".join(folded(other))
    if first == second or first.replace(" ", "") == second.replace(" ", ""):
        return 1.0
    # Rounded down, so that 1 means alike in every word.
    return int(SequenceMatcher(None, first, second, autojunk=False).ratio() * 100) / 100


def same_name(one: str, other: str) -> bool:
    """Whether two family names are the same: particles may be left out and umlauts be spelt out."""
    first, second = ({_plain(word) for word in folded(name)} for name in (one, other))
    return bool(first and second) and (first <= second or second <= first)


def _plain(word: str) -> str:
    for pair, letter in _UMLAUTS:
        word = word.replace(pair, letter)
    return word


def is_marked_retracted(title: str) -> bool:
    """Whether a title begins with a word that publishers put before those of retracted papers."""
    return bool(_RETRACTED.match(title))


def without_mark(title: str) -> str:
    """The title without that word."""
    marked = _RETRACTED.match(title)
    return title[marked.end() :] if marked else title

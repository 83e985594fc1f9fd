"""Folds what a reader cannot tell apart to one form, keeping the way back to the original offsets."""

from __future__ import annotations

import re
import unicodedata

from claimbook.quoting.characters import (
    BREAK,
    INVISIBLE,
    ONE_FOR_ONE,
    ONE_FOR_SOME,
    SOFT_HYPHEN,
    is_mark,
)
from claimbook.quoting.rewriting import Layer, Spot, rewrite

_ASCII = bytes(range(128))
_ASCII_BLANKS = [(old, new) for old, new in ONE_FOR_ONE.items() if old.isascii()]
# Most texts have no others, so that nothing more need be asked of them.
_COMMON = [(old, ONE_FOR_ONE[old]) for old in "\u2019\u201c\u201d\u2013\u2018"]
_SOFT_BREAK = re.compile(f"{SOFT_HYPHEN} *\n *")
_BROKEN_WORD = re.compile(r"-(?<=[^\W_]-) *\n *(?=[^\W_])")
_HIDDEN = re.compile(f"[{INVISIBLE}]+")
_BLANKS = re.compile("   *")
_MOST_ACCENTS = 30  # as in Unicode's Stream-Safe Text Format: putting a million in order would take hours


def fold(text: str) -> str:
    """The one form of all texts that look the same to a reader; folding it again changes nothing."""
    return trace(text)[0].strip(" ")


def trace(text: str, *, broken_words: bool = False) -> tuple[str, list[Layer]]:
    """The folded text, its ends not stripped, and the layers that lead back to the original, last one first.

    With `broken_words`, a hyphen at a line's end inside a word becomes `BREAK`: it can be read in three ways.
    """
    text, strange = _one_for_one(text)
    layers: list[Layer] = []
    if strange:
        text = _apply(text, _strange_spots(text, strange), layers)
    if "\n" in text:
        if broken_words and "-" in text:
            text = _apply(text, _each(_BROKEN_WORD, text, BREAK), layers)
        text = text.replace("\n", " ")
    if "  " in text:
        text = _apply(text, _each(_BLANKS, text, " "), layers)
    if "--" in text:
        text = _apply(text, _dash_spots(text), layers)
    return text, layers


def _apply(text: str, spots: list[Spot], layers: list[Layer]) -> str:
    if spots:
        text, layer = rewrite(text, spots)
        layers.insert(0, layer)
    return text


def _each(pattern: re.Pattern[str], text: str, new: str) -> list[Spot]:
    return [(found.start(), found.end(), new) for found in pattern.finditer(text)]


def _one_for_one(text: str) -> tuple[str, set[str]]:
    """The text with equal-length folds done, and the characters that may need more than that."""
    if not text.isprintable():
        text = _replace(text.replace("\r\n", " \n"), _ASCII_BLANKS)
    if not text.isascii():
        text = _replace(text, _COMMON)
    if text.isascii():
        return text, set()
    encoded = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    strange = set(encoded.decode("utf-8", "surrogatepass"))
    text = _replace(text, [(old, ONE_FOR_ONE[old]) for old in strange & ONE_FOR_ONE.keys()])
    if SOFT_HYPHEN in strange and "\n" in text:
        text = _SOFT_BREAK.sub(lambda found: SOFT_HYPHEN * len(found[0]), text)
    return text, strange - ONE_FOR_ONE.keys()


def _replace(text: str, pairs: list[tuple[str, str]]) -> str:
    for old, new in pairs:
        if old in text:
            text = text.replace(old, new)
    return text


def _strange_spots(text: str, strange: set[str]) -> list[Spot]:
    """Where single characters, or accents with their letters, fold to another number of characters."""
    new = {char: ONE_FOR_SOME.get(char, unicodedata.normalize("NFC", char)) for char in strange}
    if any(map(is_mark, strange)):
        return _accent_spots(text, new)
    spots = _each(_HIDDEN, text, "") if not strange.isdisjoint(INVISIBLE) else []
    for char in strange:
        if new[char] not in ("", char):
            at = text.find(char)
            while at >= 0:
                spots.append((at, at + 1, new[char]))
                at = text.find(char, at + 1)
    spots.sort()
    return spots


def _accent_spots(text: str, new: dict[str, str]) -> list[Spot]:
    """As `_strange_spots`, in a text with separate accents: each goes with the letter before it."""
    after = re.escape("".join(filter(is_mark, new)) + INVISIBLE)
    changed = re.escape("".join(char for char in new if new[char] != char) or INVISIBLE)
    spots: list[Spot] = []
    known: dict[str, str] = {}
    for found in re.finditer(f"[^{after}]?[{after}]{{1,{_MOST_ACCENTS}}}|[{changed}]", text):
        start, stop = found.span()
        seen = found[0].rstrip(INVISIBLE)
        folded = known.get(seen)
        if folded is None:
            folded = unicodedata.normalize("NFC", "".join(new.get(char, char) for char in seen))
            known[seen] = folded
        end = start + len(seen)
        if folded != seen:
            spots.append((start, end, folded))
        if end < stop:
            spots.append((end, stop, ""))
    return spots


def _dash_spots(text: str) -> list[Spot]:
    """The spaces between and beside hyphens of a run in which two of them touch: an em dash."""
    spots: list[Spot] = []
    at = text.find("--")
    while at >= 0:
        start, end = at, at + 2
        while start > 0 and text[start - 1] in " -":
            start -= 1
        while end < len(text) and text[end] in " -":
            end += 1
        spots += [(space, space + 1, "") for space in range(start, end) if text[space] == " "]
        at = text.find("--", end)
    return spots

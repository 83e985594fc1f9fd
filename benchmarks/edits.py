"""Edits of a quote: those that change what it says, and those that a reader cannot see."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from benchmarks.editing import Chance, Edit, cut, each, every, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTER = r"[^\W\d_]"
_WORD = r"[^\W\d_][\w’']*"
# A word between two others, none of them beside an elision, where leaving words out is allowed.
_INNER = r"(?<=[^\s\]] )[^\s\[\]]+(?= [^\s\[])"
_HYPHENS = "-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"
_LINK = f"[{_HYPHENS}'’]"
_UNITS = {"mg": "g", "kg": "g", "µM": "mM", "min": "h", "days": "weeks", "months": "years", "times": "days"}
_INVISIBLE = {
    "soft hyphens": "\u00ad",
    "zero-width spaces": "\u200b",
    "zero-width joiners": "\u200d",
    "zero-width non-joiners": "\u200c",
    "word joiners": "\u2060",
    "byte order marks": "\ufeff",
}
_SPACES = {
    "doubled": "  ",
    "tabs": "\t",
    "line breaks": "\n",
    "Windows line breaks": "\r\n",
    "blank lines": "\n\n",
    "no-break spaces": "\u00a0",
    "thin spaces": "\u2009",
}


def _digit(found: re.Match[str]) -> str:
    return str((int(found[0]) + 1) % 10)


def _comparator(found: re.Match[str]) -> str:
    return {"<": ">", ">": "<", "≤": "<", "≥": ">", "=": "≈", "±": "+", "~": "="}[found[0]]


def _another_word(text: str, chance: Chance) -> Iterator[str]:
    for found in re.finditer(_INNER, text):
        yield text[: found.start()] + chance.random.choice(chance.words) + text[found.end() :]


def _neighbours(text: str, chance: Chance) -> Iterator[str]:
    words = text.split(" ")
    for at in range(len(words) - 1):
        if not any("[" in word for word in words[at : at + 2]):
            yield " ".join([*words[:at], words[at + 1], words[at], *words[at + 2 :]])


def _turned(text: str, chance: Chance) -> Iterator[str]:
    """The second half before the first."""
    words = text.split(" ")
    yield " ".join(words[len(words) // 2 :] + words[: len(words) // 2])


def _parts_turned(text: str, chance: Chance) -> Iterator[str]:
    """The second half, an elision, and the first."""
    words = text.split(" ")
    if "[" not in text and len(words) >= 6:
        yield " ".join([*words[len(words) // 2 :], "[…]", *words[: len(words) // 2]])


def _short_part(text: str, chance: Chance) -> Iterator[str]:
    """The third word left out by an elision, which leaves two before it."""
    words = text.split(" ")
    if "[" not in text and len(words) >= 6:
        yield " ".join([*words[:2], "[…]", *words[3:]])


def _curly(text: str) -> str:
    text = re.sub(r"(?<![\w.,!?…])\"", "“", text)
    return text.replace('"', "”").replace("'", "’")


def _straight(text: str) -> str:
    return re.sub("[‘’]", "'", re.sub("[“”]", '"', text))


CHANGING = (
    Edit("number: a digit", each(r"[0-9]", _digit)),
    Edit("number: tenfold", each(r"[0-9](?![0-9])", r"\g<0>0")),
    Edit("number: a digit lost", each("(?<!^)[0-9]", "")),
    Edit("number: decimal point lost or moved", each(r"\.([0-9])", r"\1", r"\1.")),
    Edit("number: the dash of a range lost", each(rf"(?<=\d)[{_HYPHENS}](?=\d)", "", " ")),
    Edit("number: raised digits on the line", each("[²³]", lambda m: unicodedata.normalize("NFKC", m[0]))),
    Edit("sign: minus lost, or plus", each(rf"(?<!\w)[{_HYPHENS}](?=\d)", "", "+")),
    Edit("sign: minus put in", each(rf"(?<![\w.,{_HYPHENS}])(?=[\d.]*\d)", "−")),
    Edit("comparator: turned", each("[<>≤≥=±~]", _comparator)),
    Edit("comparator: lost", each("[<>≤≥=±~] ?", "")),
    Edit("unit: another", each(rf"\b(?:{'|'.join(_UNITS)})\b", lambda m: _UNITS[m[0]])),
    Edit("unit: per cent lost, or per mille", each(" ?%", "", "‰")),
    Edit("negation: “not” put in, bracketed too", each(" ", " not ", " [not] ")),
    Edit("negation: “not” before or after all", every(r"^|$", " not ")),
    Edit("negation: lost", each(r"\b(?:not|never|no|without|nor) |n['’]t\b", "")),
    Edit("negation: non-, un-, in- put before a word", each(rf"\b(?={_WORD})(?<!['’])", "non-", "un", "in")),
    Edit("negation: non-, un-, in- lost", each(r"\b(?:non-|un|in)(?=[^\W\d_]{3})", "")),
    Edit("word: lost", each(rf"{_INNER} ", "")),
    Edit("word: twice", each(_INNER, r"\g<0> \g<0>")),
    Edit("word: another of the same page", _another_word),
    Edit("word: a letter lost", each(r"(?<=\w)[^\W\d_](?=\w)", "")),
    Edit("word: an s more", each(rf"(?<={_LETTER})(?<!s)(?![\w'’])", "s")),
    Edit("word: a letter of another script", each("[aeo]", lambda m: "аео"["aeo".index(m[0])])),
    Edit("words: three left out without a mark", each(rf"(?:{_INNER} ){{3}}", "", "… ", "... ")),
    Edit("order: two neighbours", _neighbours),
    Edit("order: halves", _turned),
    Edit("order: halves about an elision", _parts_turned),
    Edit("case: of one letter", each(r"[^\W\d_]", lambda m: m[0].swapcase())),
    Edit("case: of all", whole(str.swapcase)),
    Edit("elision: beside a part of two words", _short_part),
    Edit("edge: inside a word or number", cut(r"(?<=\w)(?=\w)")),
    Edit("edge: before the hyphen or apostrophe in a word", cut(rf"(?<={_LETTER})(?={_LINK}{_LETTER})")),
    Edit("edge: after it", cut(rf"(?<={_LETTER}{_LINK})(?={_LETTER})")),
    Edit(
        "edge: before a decimal point, a range’s dash, a unit’s slash",
        cut(rf"(?<=\d)(?=[.{_HYPHENS}]\d)|(?<=mg)(?=/)"),
    ),
    Edit("edge: after them", cut(rf"(?<=\d[.{_HYPHENS}])(?=\d)|(?<=mg/)(?=\w)")),
    Edit("edge: between a number and its sign", cut(rf"(?<= [{_HYPHENS}])(?=\d)")),
    Edit("edge: between a number and its comparator", cut(r"(?<=[<>≤≥=±~])(?= ?[−.\d])")),
    Edit("edge: between a number and its per cent", cut(r"(?<=\d)(?= ?%)")),
    Edit("punctuation: a mark lost", each(r"(?<=\w)[,.:;?!](?= )|[()](?=.*\w)", "")),
    Edit("punctuation: a comma put in", each(r"(?<=\w) ", ", ")),
    Edit("hyphen: lost", each(rf"(?<=[^\W\d_])[{_HYPHENS}](?=[^\W\d_])", "", " ")),
    Edit("mark-up: emphasis", each(_INNER, r"*\g<0>*", r"**\g<0>**", r"_\g<0>_")),
)

UNSEEN = (
    Edit("marks: all straight", whole(_straight)),
    Edit("marks: all curly", whole(_curly)),
    Edit("apostrophe: other kinds", every("['’‘]", *"‘‚‛ʼ")),
    Edit("quotation mark: other kinds", every('["“”]', *"„‟")),
    Edit("hyphen, en dash, minus: each as each other", every(f"[{_HYPHENS}]", *_HYPHENS)),
    Edit("em dash: --, spaced or not", every(" ?— ?", "--", " -- ", "—", " —")),
    Edit("ellipsis: three dots or one sign", every(r"…|\.\.\.", "...", "…")),
    Edit("accents: apart (NFD), not composed (NFC)", whole(lambda text: unicodedata.normalize("NFD", text))),
    Edit("micro sign: Greek mu", every("µ", "μ")),
    Edit("ligatures", every("ffi|ff|fi|fl", lambda m: {"ffi": "ﬃ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"}[m[0]])),
    *(Edit(f"unseen: {name}", every(r"(?<=\w)(?=\w)", sign)) for name, sign in _INVISIBLE.items()),
    *(Edit(f"white space: {name}", every(" ", sign)) for name, sign in _SPACES.items()),
    Edit("white space: at both ends", whole(lambda text: f" \n{text}\t ")),
)

# Only a source breaks words at the end of a line.
UNSEEN_IN_SOURCES = (
    *UNSEEN,
    Edit("line break: inside each long word", every(r"(?<=[a-z]{3})(?=[a-z]{3}\b)", "-\n")),
    Edit("line break: after each hyphen", every(r"(?<=[^\W\d_])-(?=[^\W\d_])", "-\n")),
)

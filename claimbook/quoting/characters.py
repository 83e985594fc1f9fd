"""Which characters a reader cannot tell apart, and which kinds of character carry meaning."""

from __future__ import annotations

import re
import unicodedata

# Never in a folded text otherwise: stands where the source breaks a word at a line's end.
BREAK = "\x1f"

LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
_BLANKS = (
    "\t\x1c\x1d\x1e\x1f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u02bc"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f"
_HYPHENS = "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"

# Folded character by character, so that offsets stay as they are.
ONE_FOR_ONE: dict[str, str] = {
    **dict.fromkeys(LINE_ENDS, "\n"),
    **dict.fromkeys(_BLANKS, " "),
    **dict.fromkeys(_SINGLE_QUOTES, "'"),
    **dict.fromkeys(_DOUBLE_QUOTES, '"'),
    **dict.fromkeys(_HYPHENS, "-"),
    "\u00b5": "\u03bc",
}
SOFT_HYPHEN = "\u00ad"
INVISIBLE = SOFT_HYPHEN + "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"

# Folded to more or fewer characters.
ONE_FOR_SOME: dict[str, str] = {
    **dict.fromkeys(INVISIBLE, ""),
    "\u2014": "--",
    "\u2015": "--",
    "\ufe58": "--",
    "\u2026": "...",
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}

PERCENT = "%\u2030"
COMPARATORS = "<>\u2264\u2265=\u2260\u00b1~\u223c\u2248\u00d7+"
# What belongs to the number that follows.
SIGNS = COMPARATORS + "-$\u20ac\u00a3\u00a5"
POINTS = ".,:\u00b7\u2219\u22c5"
# Narrow and no-break spaces, such as stand between the digits of one number.
THOUSANDS = "\u00a0\u2007\u2009\u202f"
_RAISED_SIGNS = "_\u207a\u207b\u207c\u208a\u208b\u208c"

LETTER_OR_DIGIT = re.compile(r"[^\W_]")


def is_mark(char: str) -> bool:
    """Whether a character only changes the one before it: an accent, a vowel sign, a Hangul part."""
    if char.isascii():
        return False
    return unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff"


def is_word(char: str) -> bool:
    """Whether a character is part of a word or number: letter, digit, superscript, accent."""
    return char.isalnum() or (char in _RAISED_SIGNS and char != "") or is_mark(char)

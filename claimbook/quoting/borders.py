"""Tells whether a place in a folded text lies inside something that a reader takes in as one piece."""

from __future__ import annotations

import re

from claimbook.quoting.characters import (
    BREAK,
    COMPARATORS,
    PERCENT,
    POINTS,
    SIGNS,
    is_mark,
    is_word,
)

_LONGEST_MEASURE = 20
_MEASURE = re.compile(r"(?:^|[^\w.,])\d[\d.,]*(?: ?[^\W\d_][\w/]*)?$")


def inside(text: str, at: int) -> bool:
    """Whether a cut before `text[at]` would part a word, a number, a range, or a number and its sign."""
    if at <= 0 or at >= len(text):
        return False
    left, right = text[at - 1], text[at]
    if left == " ":
        return not right.isalpha() and _parts_number(text, at - 2, at)
    if right == " ":
        return not left.isalpha() and at + 1 < len(text) and _parts_number(text, at - 1, at + 1)
    return _parts_word(text, at, left, right) or _parts_number(text, at - 1, at)


def _parts_word(text: str, at: int, left: str, right: str) -> bool:
    if is_word(left):
        if is_word(right) or right == BREAK:
            return True
        if right == "+":
            return at + 1 == len(text) or not is_word(text[at + 1])
    if left == BREAK or is_mark(right):
        return True
    if left == right and left in ".-":
        return left == "." or _hyphens_before(text, at) % 2 == 1
    return _joins(text, at - 1) or _joins(text, at)


def _joins(text: str, at: int) -> bool:
    """Whether the punctuation at `at` ties its two neighbours into one word, number or unit."""
    if at < 1 or at + 1 >= len(text):
        return False
    char, left, right = text[at], text[at - 1], text[at + 1]
    if char == "'":
        return is_word(left) and is_word(right)
    if char == "-":
        return (is_word(left) or _closes(text, at - 1)) and (is_word(right) or right in "([")
    if char in POINTS:
        return (left.isnumeric() and right.isnumeric()) or (char == "." and _initials(text, at))
    return char == "/" and is_word(left) and is_word(right) and _measured(text, at)


def _closes(text: str, at: int) -> bool:
    """Whether a bracket or quotation mark closes here, as in (S)-nicotine or "low"-dose."""
    return text[at] in ")]" or (text[at] in "\"'" and at > 0 and text[at - 1] not in " ([")


def _initials(text: str, at: int) -> bool:
    """Whether the full stop at `at` stands between single letters, as in e.g. or U.S."""
    before = at >= 2 and is_word(text[at - 2])
    after = at + 2 < len(text) and is_word(text[at + 2])
    return text[at - 1].isalpha() and text[at + 1].isalpha() and not before and not after


def _measured(text: str, at: int) -> bool:
    """Whether the slash at `at` is part of a fraction or of a unit after a number: 1/2, 0.5 mg/kg."""
    if text[at + 1].isnumeric():
        return True
    return _MEASURE.search(text[max(0, at - _LONGEST_MEASURE) : at]) is not None


def _parts_number(text: str, left: int, right: int) -> bool:
    """Whether a number stands on one side, and on the other a sign, comparator or per cent of its own.

    `left` and `right` are the offsets of the characters beside the cut, a space between them left out.
    """
    if left < 0:
        return False
    before, after = text[left], text[right]
    if before in SIGNS and _starts_number(text, right):
        return before != "-" or _hyphens_before(text, left + 1) % 2 == 1
    if before == "." and after.isnumeric() and left + 1 == right:
        return left == 0 or text[left - 1] in SIGNS + " (["
    if _ends_number(text, left):
        return after in PERCENT or after in COMPARATORS or (after == "-" and _follows_on(text, left, right))
    return False


def _follows_on(text: str, left: int, right: int) -> bool:
    """Whether the hyphen at `right` belongs to the number at `left`: a range, or no space between."""
    if text.startswith("--", right):
        return False
    after = right + 2 if text.startswith(" ", right + 1) else right + 1
    return right == left + 1 or (after < len(text) and text[after].isnumeric())


def _starts_number(text: str, at: int) -> bool:
    if text[at].isnumeric():
        return True
    after = at + 2 if text.startswith(" ", at + 1) else at + 1
    return (text[at] in SIGNS or text[at] == ".") and after < len(text) and text[after].isnumeric()


def _ends_number(text: str, at: int) -> bool:
    """Whether a number, or its per cent sign, ends at `at`; the digits of a name such as T1 are none."""
    if text[at] in PERCENT:
        at -= 2 if at > 0 and text[at - 1] == " " else 1
    if at < 0 or not text[at].isnumeric():
        return False
    while at > 0 and text[at - 1].isalnum():
        at -= 1
    return not text[at].isalpha()


def _hyphens_before(text: str, at: int) -> int:
    """How many hyphens stand directly before `at`; two of them are an em dash."""
    start = at
    while start > 0 and text[start - 1] == "-":
        start -= 1
    return at - start

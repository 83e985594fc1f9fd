"""Splits a text into sentences, for the account of what of a web page has been answered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimbook.quoting.characters import LETTER_OR_DIGIT, LINE_ENDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.quoting.rewriting import Stretch

_LINE_END = re.compile(f"[\n{LINE_ENDS}]+")
_HYPHENATED = re.compile("[^\\W\\d_][-\u2010\u00ad][ \t]*$")
_STOP = re.compile(r"[.!?]+")

_CLOSING = "\u201d\u2019\u00bb)\\]"
_NUMBERS = "[1-9]\\d{0,2}(?:[,\u2013-][1-9]\\d{0,2})*"
_NOTE = rf"(?:{_NUMBERS}|[\[(]{_NUMBERS}[\])]|[\u00b9\u00b2\u00b3\u2070-\u2079]+)?"
# What still belongs to a sentence after its full stop. Before a capital without white space, a straight
# quotation mark opens the next sentence instead of closing this one.
_BEFORE_BLANK = re.compile(rf"(?P<close>[{_CLOSING}\"']*){_NOTE}[{_CLOSING}\"']*(?=\s*(?P<next>\S?))(?=\s|$)")
_BEFORE_CAPITAL = re.compile(
    rf"[{_CLOSING}]*{_NOTE}[{_CLOSING}]*(?=[\u201c\u2018\u00ab\"'(\[]*(?P<next>[^\W\d_]))"
)

_TAIL = 16
_TITLE = re.compile(r"(?:^|\W)(?:Dr|Mr|Mrs|Ms|Prof|St|Rev|Gen|Sen|Gov|Capt|Col|Lt|Sgt|Hon|Jr|Sr)$")
_INITIAL = re.compile(r"(?:^|[^\w\u00b0'\u2019])(?<!\d )([^\W\d_])$")
_SHORTENED = re.compile(
    r"(?:^|\W)(?:(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}|vs|cf|approx|ca|eg|ie|viz|incl|et al)$", re.IGNORECASE
)
_NUMBERED = re.compile(r"(?:^|\W)(?:no|nos|fig|figs|eq|ref|refs|vol|tab|p|pp)$", re.IGNORECASE)
_NUMBER_NEXT = re.compile(r"\s*S?\d")


def sentences(text: str) -> list[Stretch]:
    """The (start, end) of each sentence, trimmed of white space; one without a letter or digit is left out.

    One ends at a full stop, exclamation or question mark, with the closing quotation marks, brackets and note
    number that follow, before white space or a capital, and at a line's end.
    """
    found: list[Stretch] = []
    for start, end in _lines(text):
        for stop in _ends(text, start, end):
            stretch = _trimmed(text, start, stop)
            if LETTER_OR_DIGIT.search(text, *stretch):
                found.append(stretch)
            start = stop
    return found


def _lines(text: str) -> Iterator[Stretch]:
    """Each line; one that ends within a hyphenated word goes on in the next."""
    start = 0
    for found in _LINE_END.finditer(text):
        broken = _HYPHENATED.search(text, max(start, found.start() - _TAIL), found.start())
        if not broken or not text[found.end() : found.end() + 1].islower():
            yield start, found.start()
            start = found.end()
    yield start, len(text)


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where the sentences of a line end."""
    for stop in _STOP.finditer(text, start, end):
        after = _sentence_end(text, stop, end) if stop.start() >= start else None
        if after and not _shortens(text, start, stop, end):
            yield after
            start = after
    if start < end:
        yield end


def _sentence_end(text: str, stop: re.Match[str], line_end: int) -> int | None:
    """The end of the sentence that these marks close; None if they close none."""
    before, after = text[stop.start() - 1 : stop.start()], text[stop.end() : stop.end() + 1]
    if after.isdecimal() and not before.isalpha() and before not in _CLOSING + "%":
        return None
    tail = _BEFORE_BLANK.match(text, stop.end(), line_end)
    if tail:
        goes_on = tail["next"].islower() and (tail["close"] or len(stop[0]) > 1)
        return None if goes_on else tail.end()
    tail = _BEFORE_CAPITAL.match(text, stop.end(), line_end)
    return tail.end() if tail and tail["next"].isupper() else None


def _shortens(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Whether the full stop belongs to an initial, a title, an abbreviation or a list's number."""
    if stop[0] != ".":
        return False
    at = stop.start()
    word = text[max(start, at - _TAIL) : at]
    if _TITLE.search(word) or _SHORTENED.search(word):
        return True
    initial = _INITIAL.search(word)
    if initial and initial[1].isupper():
        return True
    if _NUMBERED.search(word) and _NUMBER_NEXT.match(text, at + 1, end):
        return True
    return at - start < _TAIL and text[start:at].strip().isdecimal()


def _trimmed(text: str, start: int, end: int) -> Stretch:
    stretch = text[start:end]
    return start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip())

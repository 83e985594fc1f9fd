"""The free-standing numbers of a text, as values; digits inside a name are none."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimbook.quoting import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTER = r"[^\W\d_]"
_UPPER = "[A-Z\u0370-\u03ff]"
# What goes on belonging to a name: -19 of COVID-19, /2 of ERK1/2, .5 of v1.5
_TAIL = r"(?:-\w+|(?<=[\dA-Z])/\w+|(?<=\d)\.\d+)*"
_TOKEN = re.compile(
    # words that lean on a number without making a name of it: 4-to-6, day-7
    r"(?:to|or|and|mid|pre|post|aged?|day|week|month|year|hour|minute)(?=-\d)"
    # a name that begins with a letter: mTORC1, COVID-19
    rf"|{_LETTER}\w*{_TAIL}"
    # a name that begins with a digit, such as 5-HT2A or 2R, but not 10-Hz
    rf"|\d+(?!-?(?:[MGT]?Hz|Gy|Da|IU)\b)-?{_UPPER}\w*{_TAIL}"
    r"|(?P<number>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:[.\u00b7]\d+)?|(?<!\w)\.\d+)"
)
_DIGIT = re.compile(r"\d")
_THIN_SPACE = re.compile("(?<=\\d)[\u00a0\u2009\u202f](?=\\d{3}(?!\\d))")


def numbers(text: str) -> Iterator[tuple[str, Decimal]]:
    """Each number as it stands there, and its value: 1,000 and 1000 are equal, and so are 63.0 and 63.

    A range is two numbers, signs and units are left aside, and "24-hour" holds 24.
    """
    if not _DIGIT.search(text):
        return
    for found in _TOKEN.finditer(fold(_THIN_SPACE.sub("", text))):
        shown = found["number"]
        if shown:
            yield shown, Decimal(shown.replace(",", "").replace("\u00b7", "."))

"""What study texts are asked for: the passage between two anchors, and wording that was copied."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from claimbook.quoting.characters import BREAK
from claimbook.quoting.folding import fold

if TYPE_CHECKING:
    from claimbook.quoting.rewriting import Stretch
    from claimbook.quoting.source import SourceText

LONGEST_PASSAGE = 90
# An em dash parts words as white space does.
_TOKEN = re.compile(r"(?:(?!--|[\u2014\u2015])\S)+")
_PUNCTUATION = re.compile(r"[^\w\s]|_")
_LETTER = re.compile(r"[^\W\d_]")


def find_passage(text: SourceText, starts: str, ends: str) -> list[Stretch]:
    """The (start, end) of each passage that begins with one anchor and ends with the nearest other.

    The anchors stand there as quotes would, in this order (they may overlap), with at most 90 words,
    separated by white space, from the first to the last.
    """
    found: list[Stretch] = []
    last = [(match.spans[0][0], match.spans[-1][1]) for match in text.find(ends)]
    for first in text.find(starts):
        start, first_end = first.spans[0][0], first.spans[-1][1]
        for end_start, end in last:
            if end_start >= start and end >= first_end:
                if len(text.text[start:end].split()) <= LONGEST_PASSAGE:
                    found.append((start, end))
                break
    return found


def copied_run(own: str, text: SourceText, limit: int = 7) -> str | None:
    """The longest run of more than `limit` words, as they stand in `own`, that the text has in a row.

    Case and punctuation do not matter. What holds no letter is no word: it neither counts nor parts a run.
    """
    spots, keys = _keys(own)
    row = _row(text.folded)
    start = end = 0
    for first in range(len(keys)):
        last = first + max(limit, end - start) + 1
        while last <= len(keys) and f" {' '.join(keys[first:last])} " in row:
            start, end = first, last
            last += 1
    return own[spots[start][0] : spots[end - 1][1]] if end else None


def _keys(own: str) -> tuple[list[Stretch], list[str]]:
    """Where the words of a text stand, and what they are compared by."""
    spots: list[Stretch] = []
    keys: list[str] = []
    for token in _TOKEN.finditer(own):
        key = _PUNCTUATION.sub("", fold(token[0]).casefold())
        if _LETTER.search(key):
            spots.append(token.span())
            keys.append(key)
    return spots, keys


@lru_cache(maxsize=8)
def _row(folded: str) -> str:
    """The words of a folded text in a row, as they are compared, a space around each."""
    plain = folded.replace(BREAK, "").replace("--", " ").casefold()
    words = _PUNCTUATION.sub("", plain).split()
    return f" {' '.join(word for word in words if _LETTER.search(word))} "

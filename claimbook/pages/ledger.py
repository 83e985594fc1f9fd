"""A lay page's text, sentence by sentence: which words are quoted by which claims, which are set aside."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks import Facts
    from claimbook.checks.quoted import Quoted
    from claimbook.model import Source

_WORD = re.compile(r"\S*\w\S*")
_ASIDE, _QUOTED = b"\x01", b"\x02"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence under the same quotes; none at all where nobody quotes it."""

    text: str
    quotes: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, its number from 1, and its pieces in order."""

    number: int
    pieces: tuple[Piece, ...]

    @property
    def quotes(self) -> list[Quoted]:
        """Every quote that touches it, each once, in the order of the words."""
        return list(dict.fromkeys(quote for piece in self.pieces for quote in piece.quotes))

    @property
    def anchor(self) -> str:
        """Its id on the ledger's page."""
        return f"s{self.number}"


@dataclass(frozen=True, slots=True)
class Share:
    """How many words of a lay page are quoted by a claim, only set aside, and in all."""

    quoted: int
    aside: int
    words: int


class Ledger:
    """The account of one lay page whose text is held."""

    def __init__(self, facts: Facts, source: Source) -> None:
        self.source = source
        self._body = facts.text(source.key)
        self._spans = [
            (start, end, quote)
            for quote in facts.quoted_by_source.get(source.key, [])
            for match in quote.matches
            for start, end in match.spans
        ]
        self.sentences = tuple(self._sentences())

    def _sentences(self) -> Iterator[Sentence]:
        extents = self._body.sentences() if self._body else []
        for number, (start, end) in enumerate(extents, 1):
            yield Sentence(number, tuple(self._pieces(start, end)))

    def _pieces(self, start: int, end: int) -> Iterator[Piece]:
        text = self._body.text if self._body else ""
        here = [(max(a, start), min(b, end), quote) for a, b, quote in self._spans if a < end and b > start]
        cuts = sorted({start, end, *(cut for a, b, _ in here for cut in (a, b))})
        for left, right in pairwise(cuts):
            yield Piece(text[left:right], tuple(quote for a, b, quote in here if a <= left and right <= b))

    def share(self) -> Share:
        """The account in words; a word counts as quoted if a quote touches it."""
        text = self._body.text if self._body else ""
        marks = bytearray(len(text))  # of each character, the more that is done with it, the higher
        for start, end, quote in sorted(self._spans, key=lambda span: span[2].claim is not None):
            marks[start:end] = (_ASIDE if quote.claim is None else _QUOTED) * (end - start)
        words = [max(marks[slice(*found.span())]) for found in _WORD.finditer(text)]
        return Share(words.count(_QUOTED[0]), words.count(_ASIDE[0]), len(words))

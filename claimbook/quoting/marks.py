"""Reads the editorial marks of a quote: what stands in square brackets, and what that may be."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from claimbook.quoting.characters import LETTER_OR_DIGIT
from claimbook.quoting.folding import fold
from claimbook.quoting.negating import negations

MOST_INSERTED_WORDS = 6
_BRACKET = re.compile(r"\[[^\[\]]*\]")
_CASE_MARK = re.compile(r"\[([^\W\d_])\](?=[^\W_])")


class Bracket(NamedTuple):
    """A bracketed stretch of a folded quote, brackets included, and the readings open to it."""

    text: str

    @property
    def leaves_out(self) -> bool:
        """Whether it can mark an elision."""
        return self.text[1:-1].strip() == "..."

    @property
    def letter(self) -> str:
        """The one letter in it, whose case it may change; empty where it holds anything else."""
        inner = self.text[1:-1]
        return inner if len(inner) == 1 and inner.isalpha() else ""

    @property
    def inserts(self) -> bool:
        """Whether it can be an editor's insertion: words, few of them, and no negation."""
        return _can_be_inserted(self.text[1:-1])


class Marked(NamedTuple):
    """A folded quote taken apart at its brackets; one more text than brackets, the first before the first."""

    texts: list[str]
    brackets: list[Bracket]


@lru_cache(maxsize=256)
def _can_be_inserted(inner: str) -> bool:
    return 1 <= len(words(inner)) <= MOST_INSERTED_WORDS and not negations(inner)


def take_apart(quote: str) -> Marked:
    """The folded quote at its innermost brackets; an unpaired bracket is plain text."""
    return Marked(_BRACKET.split(quote), [Bracket(found) for found in _BRACKET.findall(quote)])


def words(text: str) -> list[str]:
    """The words of a folded text: what white space or an em dash parts, if a letter or digit is in it."""
    return [word for word in text.replace("--", " ").split() if LETTER_OR_DIGIT.search(word)]


def outside_marks(quote: str) -> str:
    """The folded quote with its brackets taken away; a bracketed first letter joins its word."""
    folded = fold(quote)
    return _BRACKET.sub(" ", _CASE_MARK.sub(r"\1", folded)) if "[" in folded else folded


def has_text(quote: str) -> bool:
    """Whether a letter or digit stands outside the editorial marks of the quote."""
    return LETTER_OR_DIGIT.search(_BRACKET.sub(" ", fold(quote))) is not None


def word_count(quote: str) -> int:
    """How many words the quote has outside its editorial marks."""
    return len(words(outside_marks(quote)))

"""The one definition of "verbatim": where a quote stands in a text, and how near it came if it does not."""

from claimbook.quoting.folding import fold
from claimbook.quoting.marks import has_text, word_count
from claimbook.quoting.nearest import NearMiss
from claimbook.quoting.negating import negations
from claimbook.quoting.passages import copied_run, find_passage
from claimbook.quoting.source import Match, SourceText

__all__ = [
    "Match",
    "NearMiss",
    "SourceText",
    "copied_run",
    "find_passage",
    "fold",
    "has_text",
    "negations",
    "word_count",
]

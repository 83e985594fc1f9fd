"""The one list of negations, for all rules."""

from __future__ import annotations

import re

from claimbook.quoting.characters import BREAK
from claimbook.quoting.folding import trace

_NEGATION = re.compile(
    r"(?<!\w)(?:no|not|never|none|nor|neither|cannot|without|\w+n't)(?!\w)",
    re.IGNORECASE,
)


def negations(text: str) -> list[str]:
    """The negations in a text as they stand there folded: whole words, whatever their case."""
    folded = trace(text, broken_words=True)[0]
    if BREAK not in folded:
        return _NEGATION.findall(folded)
    return max((_NEGATION.findall(folded.replace(BREAK, hyphen)) for hyphen in ("", "-")), key=len)

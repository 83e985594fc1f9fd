"""A statement or its plain version uses a word that promises too much.

Proven, breakthrough, miracle, cure, always, guaranteed and game-changer belong to advertising. No study
can carry them, and people who are ill have been let down by them before.

Nor may a statement call something just “safe”: nobody can know that of everyone and for good. Say what
was looked for, in how many people, and for how long. A statement with such a figure in it, or one that
says “not safe”, may use the word.

Use a plainer word. Where the word is a name, as in “breakthrough therapy designation”, excuse it with
`allow`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimbook.checks.example import CLAIM, swap
from claimbook.problem import Problem
from claimbook.quoting import negations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.view import View
    from claimbook.model import Claim
    from claimbook.problem import Span

EXAMPLE = swap(CLAIM, "plain: People who drank", "plain: It is proven that people who drank")

_BANNED = (
    "proven",
    "breakthroughs?",
    "miracles?",
    "cure[sd]?",
    "always",
    "guaranteed",
    r"game[-\s\u2010-\u2014]?changers?",
)
# Most words begin with another letter, and this is quicker than to try them all.
_FIRST = f"[{''.join(forms[0] for forms in _BANNED)}]"
_ANY_BANNED = re.compile(rf"\b(?={_FIRST})(?:{'|'.join(f'({forms})' for forms in _BANNED)})\b", re.IGNORECASE)
_SAFE = re.compile(r"\bsafe(?:ly)?\b", re.IGNORECASE)
_NEAR = 3  # words in which a negation still belongs to "safe"


def of_claim(claim: Claim, view: View) -> Iterator[Problem]:
    """One problem for each field and word, and one for a bare “safe” in a statement."""
    for field, text in (("statement", claim.statement), ("plain", claim.plain)):
        firsts: dict[int, str] = {}
        for found in _ANY_BANNED.finditer(text or ""):
            firsts.setdefault(found.lastindex or 0, found[0])
        for number, word in firsts.items():
            pattern = re.compile(rf"\b(?:{_BANNED[number - 1]})\b", re.IGNORECASE)
            message = f"“{word}” promises more than any study can carry"
            hint = "say plainly what was found, or excuse the word with allow and say why"
            yield Problem(_where(claim, field, pattern), "banned-word", message, hint)
    if _is_bare(claim.statement or ""):
        message = "nothing is just “safe”"
        hint = "say what was looked for, in how many people, and for how long"
        yield Problem(_where(claim, "statement", _SAFE), "banned-word", message, hint)


def _is_bare(statement: str) -> bool:
    """Whether some “safe” stands there without a negation shortly before, and no figure at all."""
    found = (statement[: safe.start()].split()[-_NEAR:] for safe in _SAFE.finditer(statement))
    is_bare = any(not negations(" ".join(before)) for before in found)
    return is_bare and not any(char.isdigit() for char in statement)


def _where(claim: Claim, field: str, pattern: re.Pattern[str]) -> Span:
    """The word itself, where it stands in the file as it stands in the text; else the whole value."""
    file, value = claim.origin.file, claim.origin.mapping.values[field]
    found = pattern.search(file.text, value.start, value.end)
    return file.span(*found.span()) if found else claim.origin.span(field)

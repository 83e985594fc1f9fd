"""The same quote of the same source stands in more than two claims.

A passage that seems to bear on everything seldom bears closely on anything, and a reader who meets it
again and again takes one web page for many. Two claims may well share a sentence that states two things.

Shorten each quote to the part that bears on its claim, or leave it to the claims that it bears on most.
This is a warning only, and it stands at the third claim.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claimbook.checks.example import HEARSAY, HEARSAY_TEXT, swap
from claimbook.quoting import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.facts import Facts, Quoted
    from claimbook.problem import Problem

_THIRD = "claims/tea/tea-past-midnight.yaml"

EXAMPLE = swap(
    _THIRD,
    "keeps everybody awake all",
    "everybody awake all night",
    {
        HEARSAY: HEARSAY_TEXT,
        "claims/tea/tea-before-bed.yaml": HEARSAY_TEXT,
        _THIRD: HEARSAY_TEXT.replace("everybody awake all night", "keeps everybody awake all"),
    },
)

_MOST = 2


def find(facts: Facts) -> Iterator[Problem]:
    """A problem for each quote in more than two claims, at its third use in the order of paths."""
    uses: dict[tuple[str, str], dict[str, Quoted]] = defaultdict(dict)
    for each in facts.claims_quoted:
        if each.claim and not each.is_lost:
            uses[each.source.key, fold(each.quote)].setdefault(each.claim.path, each)
    for by_path in uses.values():
        if len(by_path) > _MOST:
            yield _problem([by_path[path] for path in sorted(by_path)])


def _problem(uses: list[Quoted]) -> Problem:
    names = [each.claim.id for each in uses if each.claim]
    message = f"{len(uses)} claims quote this; before this one: {', '.join(names[:_MOST])}"
    hint = "quote only the part that bears on each claim, or leave it to two of them"
    return uses[_MOST].origin.problem("quote-reused", "quote", message, hint)

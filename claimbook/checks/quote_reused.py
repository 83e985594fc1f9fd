"""The same quote of the same source stands in more than two claims.

A passage that seems to bear on everything seldom bears closely on anything, and a reader who meets it
again and again takes one web page for many. Two claims may well share a sentence that states two things.

Shorten each quote to the part that bears on its claim, or leave it to the claims that it bears on most.
This is a warning only, and it stands at the third claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import HEARSAY, HEARSAY_TEXT, swap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.whole import Whole
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


def find(whole: Whole) -> Iterator[Problem]:
    """A problem for each quote in more than two claims, at its third use in the order of paths."""
    uses: dict[tuple[str, str], dict[str, int]] = {}
    for note in whole.claims:
        for number, each in enumerate(note.quotes):
            if not each.is_lost:
                uses.setdefault((each.source, each.folded), {}).setdefault(note.path, number)
    for by_path in uses.values():
        if len(by_path) > _MOST:
            yield _problem(whole, by_path)


def _problem(whole: Whole, by_path: dict[str, int]) -> Problem:
    """The problem of a quote, of which it is known the how-manieth it is in each claim."""
    paths = sorted(by_path)
    names = [whole.claim(path).id for path in paths[:_MOST]]
    message = f"{len(paths)} claims quote this; before this one: {', '.join(names)}"
    hint = "quote only the part that bears on each claim, or leave it to two of them"
    third = paths[_MOST]
    known = [
        item
        for item in whole.claim(third).evidence
        if item.quote is not None and item.source in whole.sources
    ]
    return known[by_path[third]].origin.problem("quote-reused", "quote", message, hint)

"""The words that a quote leaves out with […] hold a “not” or another negation.

Leaving out one small word can turn a sentence into its opposite: “does not always help” becomes
“does […] help”. So every quote that leaves out a negation has to be looked at by a person.

Quote the words that were left out, or quote less. If the sense really is the same without them, say that
you looked: write `elision: checked` beside the quote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import BASE, CLAIM, LAY_TEXT, swap
from claimbook.quoting import negations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.quoted import Quoted
    from claimbook.checks.view import View
    from claimbook.model import Claim, Evidence
    from claimbook.problem import Problem

_QUOTE = 'quote: "Tea keeps everybody awake all night"\n'
_SHORT = 'quote: "Tea keeps everybody […] awake all night"\n'
_CHECKED = "    elision: checked\n"

EXAMPLE = swap(
    CLAIM,
    _CHECKED,
    "",
    {
        CLAIM: BASE[CLAIM].replace(_QUOTE, _SHORT + _CHECKED),
        LAY_TEXT: BASE[LAY_TEXT].replace("everybody awake", "everybody, though never the cat, awake"),
    },
)


def of_claim(claim: Claim, view: View) -> Iterator[Problem]:
    """A problem for each elision of a claim's quote that hides a negation, unless it was checked.

    A `stale-allow` where `elision: checked` acknowledges nothing.
    """
    for item in claim.evidence:
        each = view.quoted_in(item)
        if item.elision is not None:
            yield from _stale(view, item, each)
        elif each is not None and "elision" not in item.origin.faults:
            yield from _hiding(each)


def _hiding(each: Quoted) -> Iterator[Problem]:
    hidden = _hidden(each)
    if hidden and all(hidden):
        gap = hidden[0]
        message = f"the words left out hold “{negations(gap)[0]}”: “{' '.join(gap.split())}”"
        hint = "quote them too; or, if the sense stays the same, add 'elision: checked'"
        yield each.origin.problem("elision-hides-negation", "quote", message, hint)


def _stale(view: View, item: Evidence, each: Quoted | None) -> Iterator[Problem]:
    if item.quote is None:
        source = view.source(item)
        idle = source is not None and source.is_study and item.lacks("quote")
    else:
        idle = each is not None and bool(each.matches) and not any(_hidden(each))
    if idle:
        message = "this acknowledges a negation left out of the quote, and none was left out"
        yield item.origin.problem("stale-allow", "elision", message, "take it out")


def _hidden(each: Quoted) -> list[str]:
    """For each place where the quote stands, the first gap that holds a negation; empty where none does."""
    text = each.text
    if text is None:
        return []
    gaps = [[text.text[start:end] for start, end in text.gaps(match)] for match in each.matches]
    return [next(filter(negations, of_match), "") for of_match in gaps]

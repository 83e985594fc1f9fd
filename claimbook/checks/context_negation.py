"""Just before a quote, in the same sentence, its source has a “not” or another negation.

“It is not true that tea keeps everybody awake” holds the words “tea keeps everybody awake”, and says the
opposite. A quote that begins right behind a negation can be true to the letter and false to the sense.

Let the quote begin earlier, so that the negation is in it. If the negation belongs to something else,
leave the quote and excuse it: `allow: [{rule: context-negation, because: …}]`. This is a warning only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import BASE, CLAIM, LAY_TEXT, swap
from claimbook.quoting import negations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.view import View
    from claimbook.model import Claim
    from claimbook.problem import Problem

_QUOTE = "Tea keeps everybody awake all night"
_DENIED = "It is not true that tea keeps everybody awake all night"

EXAMPLE = swap(
    CLAIM,
    "It is not true that tea keeps",
    "tea keeps",
    {
        CLAIM: BASE[CLAIM].replace(_QUOTE, _DENIED),
        LAY_TEXT: BASE[LAY_TEXT].replace(_QUOTE, _DENIED),
    },
)

_NEAR = 3


def of_claim(claim: Claim, view: View) -> Iterator[Problem]:
    """A problem for each quote of a claim that has a negation within three words before it."""
    for each in view.quoted:
        text = each.text
        before = [text.words_before(match, _NEAR) for match in each.matches] if text else []
        if before and all(map(negations, before)):
            message = f"“{negations(before[0])[0]}” stands just before this: “{before[0]} …”"
            hint = "begin the quote earlier; if the negation is about something else, excuse it with allow"
            yield each.origin.problem("context-negation", "quote", message, hint)

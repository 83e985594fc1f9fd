"""A quote stands in its source more than once, and nothing tells which place is meant.

The same words can mean different things in different places: once as a claim, once as a question,
once with a “not” before them. A reader who follows the quote should come to the place that you read.

Add `context` beside the quote: under `before` the words that stand just before it in the source, under
`after` those just after it. Either of them is enough. A longer quote may do as well. This is a warning only.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimbook.checks.example import BASE, CLAIM, LAY_TEXT, swap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.quoted import Quoted
    from claimbook.checks.view import View
    from claimbook.model import Claim
    from claimbook.problem import Problem

_QUOTE = 'quote: "Tea keeps everybody awake all night"'
_CONTEXT = "    context: {before: keeps everybody}\n"

EXAMPLE = swap(
    CLAIM,
    _CONTEXT,
    "",
    {
        CLAIM: BASE[CLAIM].replace(f"{_QUOTE}\n", f'quote: "awake all night"\n{_CONTEXT}'),
        LAY_TEXT: BASE[LAY_TEXT].replace("night.", "night, and the dog is awake all night too."),
    },
)

_WORDS = 4
_NEARBY = 200  # characters in which these words are looked for


def of_claim(claim: Claim, view: View) -> Iterator[Problem]:
    """A problem for each quote of a claim that still fits several places once its context is heard."""
    for each in view.quoted:
        if len(each.matches) > 1 and not _is_context_reported(each):
            settled = " with this context" if each.context else ""
            message = f"this stands in {each.source.key} {len(each.matches)} times{settled}"
            yield each.origin.problem("quote-ambiguous", "quote", message, _hint(each))


def _is_context_reported(each: Quoted) -> bool:
    return "context" in each.origin.faults or bool(each.context and each.context.origin.faults)


def _hint(each: Quoted) -> str:
    """What to paste for the first place, if the words before it tell it from the others."""
    text = each.text
    if text is not None and not each.context:
        first, *others = each.matches
        start = first.spans[0][0]
        before = " ".join(text.text[max(0, start - _NEARBY) : start].split()[-_WORDS:])
        if not any(text.beside(other, before, None) for other in others):
            return f"for the first place add:  context: {{before: {json.dumps(before, ensure_ascii=False)}}}"
    return "tell the place by the words just before or after it: context: {before: …, after: …}"

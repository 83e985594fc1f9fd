"""A quote is nothing but the title of its source.

A title names a subject, or it promises more than the text holds; it is often written by somebody else
and to be clicked on. What the source states stands in its sentences.

Quote the sentence that makes the statement. Where the title itself is what people are told,
and that is your point, excuse it: `allow: [{rule: quote-is-title, because: …}]`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimbook.checks.example import BASE, HEARSAY, HEARSAY_TEXT, LAY, LAY_TEXT, swap
from claimbook.quoting import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.view import View
    from claimbook.model import Claim, Source
    from claimbook.problem import Problem

EXAMPLE = swap(
    HEARSAY,
    "everybody awake all night",
    "Ten things about tea",
    {
        HEARSAY: HEARSAY_TEXT,
        LAY: f"{BASE[LAY]}  - {{quote: Ten things about tea, reason: navigation}}\n",
        LAY_TEXT: f"Ten things about tea\n{BASE[LAY_TEXT]}",
    },
)

_INNER = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)


def of_claim(claim: Claim, view: View) -> Iterator[Problem]:
    """A problem for each quote of a claim that equals its source's title, unless it is lost."""
    for each in view.quoted:
        if not each.is_lost and is_title(each.quote, each.source):
            message = f"this is only the title of {each.source.key}"
            yield each.origin.problem("quote-is-title", "quote", message, "quote the sentence that states it")


def is_title(quote: str, source: Source) -> bool:
    """Whether the quote is the source's title, capitals and outer punctuation aside."""
    title = (source.csl or {}).get("title")
    return isinstance(title, str) and _bare(quote) == _bare(title)


def _bare(text: str) -> str:
    found = _INNER.search(fold(text))
    return found[0].casefold() if found else ""

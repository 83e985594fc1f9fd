"""A quote has fewer than three words, too few to say what the source says.

One or two words can be found almost anywhere, and a reader cannot tell from them what was stated.
Words that you added in [square brackets] do not count, since they are not the source's.

Quote the whole statement, or at least enough of it that its sense can be seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import CLAIM, swap
from claimbook.checks.quote_is_title import is_title
from claimbook.quoting import word_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.view import View
    from claimbook.model import Claim
    from claimbook.problem import Problem

EXAMPLE = swap(CLAIM, "Tea keeps everybody awake all night", "Tea keeps")

_FEWEST = 3


def of_claim(claim: Claim, view: View) -> Iterator[Problem]:
    """A problem for each quote of a claim under three words, unless it is lost or only its source's title."""
    for item in claim.evidence:
        each = view.quoted_in(item)
        if item.quote is None or (each and each.is_lost) or word_count(item.quote) >= _FEWEST:
            continue
        source = view.source(item)
        if source is None or not is_title(item.quote, source):
            count = word_count(item.quote)
            message = f"of the source's words, {count} stand here; three are the fewest"
            yield item.origin.problem("quote-too-short", "quote", message, "quote the whole statement")

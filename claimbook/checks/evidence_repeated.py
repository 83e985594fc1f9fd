"""A claim cites the same passage of the same source twice.

Two entries look like two pieces of evidence. If both are the same passage, or the same quote, the claim seems
better supported than it is.

Keep one of them. If you meant two findings of one study, give each its own passage; if the same words stand
twice in a web page and you mean both places, tell them apart with `context`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import BASE, CLAIM, swap
from claimbook.quoting import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.quoted import Quoted
    from claimbook.checks.view import View
    from claimbook.model import Claim, Evidence
    from claimbook.problem import Problem

_PASSAGE = "starts: Adults who drank, ends: than with water"
_OTHER = "starts: The same adults slept, ends: in the morning"
_SECOND = f"""\
  - source: kim2019
    stance: supports
    finding: They were also slower to get up.
    passage: {{section: Results, {_OTHER}}}
"""

EXAMPLE = swap(CLAIM, _OTHER, _PASSAGE, {CLAIM: BASE[CLAIM].replace("related:\n", f"{_SECOND}related:\n")})


def of_claim(claim: Claim, view: View) -> Iterator[Problem]:
    """A problem at each item whose passage or quote an earlier item of the claim has from the same source."""
    for number, item in enumerate(claim.evidence):
        if item.source is not None and view.has_file(item.source):
            yield from _repeated(view, item, claim.evidence[:number])


def _repeated(view: View, item: Evidence, earlier: tuple[Evidence, ...]) -> Iterator[Problem]:
    for other in earlier:
        if other.source == item.source:
            field = _shared(view, item, other)
            if field:
                message = f"an earlier entry of this claim has the same {field} of {item.source}"
                hint = "keep one of the two, or give each its own passage"
                yield item.origin.problem("evidence-repeated", field, message, hint)
                return


def _shared(view: View, item: Evidence, other: Evidence) -> str | None:
    """The field that both items share: their passage by its anchors, or their quote where it stands."""
    anchors = _anchors(item)
    if anchors and anchors == _anchors(other):
        return "passage"
    if item.quote and other.quote and fold(item.quote) == fold(other.quote):
        one, two = view.quoted_in(item), view.quoted_in(other)
        return "quote" if one is None or two is None or _is_same_place(one, two) else None
    return None


def _anchors(item: Evidence) -> tuple[str, str] | None:
    passage = item.passage
    if passage is None or passage.starts is None or passage.ends is None:
        return None
    return fold(passage.starts), fold(passage.ends)


def _is_same_place(one: Quoted, two: Quoted) -> bool:
    """Whether nothing tells the two places apart; a lost or an ambiguous quote is reported as such."""
    return not one.is_lost and one.matches == two.matches

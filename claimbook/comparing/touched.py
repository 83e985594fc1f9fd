"""The pages on which a reader meets what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.comparing.turns import TEXT
from claimbook.pages import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimbook.comparing.turns import ClaimTurn, RecordTurn


def touched(
    claims: Iterable[ClaimTurn], sources: Iterable[RecordTurn], topics: Iterable[RecordTurn]
) -> tuple[str, ...]:
    """Their paths, sorted: of the records themselves and of what they stand on; overviews are left out."""
    pages = {page for turn in claims for page in _of_claim(turn)}
    pages |= {address.source(name) for turn in sources for name in turn.id if name}
    pages |= {address.ledger(turn.id.after or "") for turn in sources if TEXT in turn.fields}
    pages |= {address.topic(name) for turn in topics for name in turn.id if name}
    return tuple(sorted(pages))


def _of_claim(turn: ClaimTurn) -> Iterator[str]:
    for claim in (turn.before, turn.after):
        if claim is not None:
            yield address.claim(claim.id)
            yield address.topic(claim.topic)
    everywhere = turn.concludes or turn.kind != "changed"
    for each in turn.claim.evidence if everywhere else ():
        yield address.source(each.source or "")
    for moved in turn.evidence:
        yield address.source(moved.source)
        if moved.is_lay:
            yield address.ledger(moved.source)

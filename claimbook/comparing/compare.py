"""Two bases → their difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.comparing.claims import claim_turn
from claimbook.comparing.pairing import pair_claims, pair_sources
from claimbook.comparing.records import source_turn, topic_turns
from claimbook.comparing.touched import touched
from claimbook.comparing.turns import Difference

if TYPE_CHECKING:
    from claimbook.checks import Facts
    from claimbook.model import Library, Source


def compare(before: Facts, after: Facts) -> Difference:
    """What changed from one state of a base to a later one."""
    old, new = before.library, after.library
    sources = pair_sources(old.sources, new.sources)
    keys = {pair.before.key: pair.after.key for pair in sources if pair.before and pair.after}
    turns = (claim_turn(pair, before, after, keys) for pair in pair_claims(old, new, keys))
    claims = tuple(
        turn for turn in turns if turn is not None and turn.claim.path not in old.unread | new.unread
    )
    texts = (tuple(_text(*side) for side in zip((old, new), pair, strict=True)) for pair in sources)
    both = (source_turn(pair, (was, now)) for pair, (was, now) in zip(sources, texts, strict=True))
    told = tuple(turn for turn in both if turn is not None)
    topics = topic_turns(old.topics, new.topics)
    pages = touched(claims, told, topics)
    return Difference(claims, told, topics, pages, tuple(sorted(old.unread | new.unread)))


def _text(library: Library, source: Source | None) -> str | None:
    """The text that is held of a source; how its lines end is no part of it."""
    held = library.held.get(source.key) if source else None
    return "\n".join(held.text.splitlines()) if held else None

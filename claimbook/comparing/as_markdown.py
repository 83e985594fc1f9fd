"""The difference for people: Markdown as it stands in a comment on a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.comparing.told import claim_lines, quoted, record_lines
from claimbook.pages.text import count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimbook.comparing.turns import ClaimTurn, Difference, RecordTurn

LIMIT = 60_000  # characters; GitHub refuses a comment of more than 65,536
_HEADS = {
    "concluded": "Conclusions that changed",
    "new": "New claims",
    "gone": "Claims that are gone",
    "changed": "Other changes of claims",
}


def render(difference: Difference, base: str) -> str:
    """Claims whose conclusion changed first; cut between claims, with the number left out, at `LIMIT`."""
    head = f"## What changed since {quoted(base)}"
    if difference.is_empty:
        return f"{head}\n\nNothing that a reader would see.\n"
    blocks = [block for block in (head, _counts(difference), *_warnings(difference)) if block]
    groups: dict[str, list[ClaimTurn]] = {name: [] for name in _HEADS}
    for turn in difference.claims:
        groups["concluded" if turn.concludes else turn.kind].append(turn)
    for name, turns in groups.items():
        if turns:
            blocks += [f"### {_HEADS[name]}", *("\n".join(claim_lines(turn)) for turn in turns)]
    blocks += _records("Sources", difference.sources) + _records("Topics", difference.topics)
    return _within([*blocks, *([f"### Pages\n\n{_pages(difference.pages)}"] if difference.pages else [])])


def _counts(difference: Difference) -> str:
    parts = []
    for turns, one in (
        (difference.claims, "claim"),
        (difference.sources, "source"),
        (difference.topics, "topic"),
    ):
        kinds = [turn.kind for turn in turns]
        parts += [
            f"{count(kinds.count(kind), one)} {kind}" for kind in ("new", "gone", "changed") if kind in kinds
        ]
    return " · ".join(parts)


def _warnings(difference: Difference) -> list[str]:
    lines = []
    if silent := [quoted(turn.claim.path) for turn in difference.claims if turn.unrecorded]:
        asked = "Add one (date, what, why), so that readers see when and why it changed"
        lines.append(f"> **Conclusions changed without an entry in `changes`.** {asked}: {', '.join(silent)}")
    lines += [
        f"> **An old address leads nowhere:** {quoted(turn.claim.path)} was {quoted(turn.before.id)}. "
        f"Add `formerly: [{turn.before.id}]`."
        for turn in difference.claims
        if turn.lost and turn.before
    ]
    lines += [
        f"> **Not compared:** {quoted(path)} cannot be read; `check` tells why." for path in difference.unread
    ]
    if difference.faulty:
        files = ", ".join(map(quoted, difference.faulty))
        lines.append(
            f"> **Not to be relied on yet:** `check` names problems in {files}; what is told of it here may be wrong."
        )
    return ["\n>\n".join(lines)] if lines else []


def _records(name: str, turns: Iterable[RecordTurn]) -> list[str]:
    lines = [line for turn in turns for line in record_lines(turn)]
    return [f"### {name}", "\n".join(lines)] if lines else []


def _pages(pages: tuple[str, ...]) -> str:
    return f"{count(len(pages), 'page')} touched, and the overviews: " + ", ".join(map(quoted, pages))


def _within(blocks: list[str]) -> str:
    """The blocks as far as they fit; what does not is counted."""
    kept, room = [], LIMIT - 400
    for block in blocks:
        room -= len(block) + 2
        if room < 0:
            break
        kept.append(block)
    left = len(blocks) - len(kept)
    if left:
        kept.append(
            f"*{count(left, 'more entry', 'more entries')} left out here; `diff --format json` has all.*"
        )
    return "\n\n".join(kept) + "\n"

"""Two states of a base → what changed between them, in a reader's words; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.comparing import as_json, as_markdown
from claimbook.comparing.compare import compare
from claimbook.comparing.turns import ClaimTurn, Difference, EvidenceTurn, RecordTurn, Turn

if TYPE_CHECKING:
    from collections.abc import Callable

# (difference, the name of the earlier state) → what to print.
FORMATS: dict[str, Callable[[Difference, str], str]] = {
    "markdown": as_markdown.render,
    "json": as_json.render,
}

__all__ = ["FORMATS", "ClaimTurn", "Difference", "EvidenceTurn", "RecordTurn", "Turn", "compare"]

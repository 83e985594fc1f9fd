"""The difference for programs: one JSON object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimbook.report.as_json import dump

if TYPE_CHECKING:
    from claimbook.comparing.turns import ClaimTurn, Difference, EvidenceTurn, RecordTurn, Turn


def render(difference: Difference, base: str) -> str:
    """`{"base", "claims", "sources", "topics", "pages", "unread", "faulty"}`; a turn is `{"before", "after"}`."""
    return dump(
        {
            "base": base,
            "claims": [_claim(turn) for turn in difference.claims],
            "sources": [_record(turn) for turn in difference.sources],
            "topics": [_record(turn) for turn in difference.topics],
            "pages": list(difference.pages),
            "unread": list(difference.unread),
            "faulty": list(difference.faulty),
        }
    )


def _turn(turn: Turn) -> dict[str, str | None]:
    return turn._asdict()


def _claim(turn: ClaimTurn) -> dict[str, Any]:
    came, went = turn.reasons
    return {
        "id": turn.claim.id,
        "kind": turn.kind,
        "address": _turn(turn.address),
        "statement": _turn(turn.statement),
        "certainty": _turn(turn.certainty),
        "agreement": _turn(turn.agreement),
        "because": list(turn.because),
        "evidence": [_evidence(each) for each in turn.evidence],
        "reasons_added": list(came),
        "reasons_gone": list(went),
        "fields": list(turn.fields),
        "conclusion_changed": turn.concludes,
        "unrecorded": turn.unrecorded,
        "old_address_lost": turn.lost,
    }


def _evidence(turn: EvidenceTurn) -> dict[str, Any]:
    return {
        "source": turn.source,
        "lay": turn.is_lay,
        "words": _turn(turn.words),
        "stance": _turn(turn.stance),
        "reading": _turn(turn.reading),
        "fields": list(turn.fields),
    }


def _record(turn: RecordTurn) -> dict[str, Any]:
    return {
        "id": _turn(turn.id),
        "kind": turn.kind,
        "title": turn.title,
        "fields": list(turn.fields),
        "status": _turn(turn.status),
    }

"""One claim before and after."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claimbook import grading
from claimbook.comparing.because import because
from claimbook.comparing.pairing import passage
from claimbook.comparing.records import changed_fields
from claimbook.comparing.turns import ClaimTurn, EvidenceTurn, Turn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimbook.checks import Facts
    from claimbook.comparing.pairing import Pair
    from claimbook.model import Claim, Evidence

_TOLD_APART = ("statement", "certainty", "evidence", "reasons")


def claim_turn(pair: Pair[Claim], before: Facts, after: Facts, keys: Mapping[str, str]) -> ClaimTurn | None:
    """What changed of a claim, or of what its sources make of it; None where nothing did."""
    was, now = pair
    certainty = Turn(was.certainty if was else None, now.certainty if now else None)
    agreement = Turn(_agreement(was, before), _agreement(now, after))
    if was is None or now is None:
        return ClaimTurn(was, now, certainty, agreement)
    evidence = tuple(_evidence(was, now, after, keys))
    reasons = _came(was, now), _came(now, was)
    changed = changed_fields(was.origin, now.origin)
    fields = tuple(name for name in changed if name not in _TOLD_APART)
    turn = ClaimTurn(was, now, certainty, agreement, evidence, reasons, fields)
    turns = (turn.address, turn.statement, certainty, agreement)
    if not (evidence or any(reasons) or fields or any(each.changed for each in turns)):
        return None
    return turn._replace(
        because=because(turn, before, after),
        unrecorded=turn.concludes and _recorded(now) <= _recorded(was),
        lost=was.id != now.id and was.id not in now.formerly,
    )


def _agreement(claim: Claim | None, facts: Facts) -> str | None:
    return grading.agreement(facts.voices(claim)) if claim else None


def _recorded(claim: Claim) -> set[tuple[object, ...]]:
    return {(change.date, change.what) for change in claim.changes}


def _came(was: Claim, now: Claim) -> tuple[str, ...]:
    """The reasons that only the later of the two has, each as its domain and note."""
    old = {(reason.domain, reason.note) for reason in was.reasons}
    fresh = [reason for reason in now.reasons if (reason.domain, reason.note) not in old]
    return tuple(f"{reason.domain}: {reason.note}" for reason in fresh)


def _evidence(was: Claim, now: Claim, facts: Facts, keys: Mapping[str, str]) -> list[EvidenceTurn]:
    """The passages paired: the same words first, then, within a source, those left over in their order."""
    old = list(was.evidence)
    pairs: list[tuple[Evidence | None, Evidence | None]] = []
    fresh = []
    for item in now.evidence:
        match = next((each for each in old if passage(each, keys) == passage(item)), None)
        if match is None:
            fresh.append(item)
        else:
            old.remove(match)
            pairs.append((match, item))
    left: dict[str, list[Evidence]] = defaultdict(list)
    for item in old:
        left[keys.get(item.source or "", item.source or "")].append(item)
    for item in fresh:
        waiting = left[item.source or ""]
        pairs.append((waiting.pop(0) if waiting else None, item))
    pairs += [(item, None) for waiting in left.values() for item in waiting]
    turns = (_turn(one, other, facts, keys) for one, other in pairs)
    return [turn for turn in turns if turn.fields or turn.before is None or turn.after is None]


def _turn(was: Evidence | None, now: Evidence | None, facts: Facts, keys: Mapping[str, str]) -> EvidenceTurn:
    fields = changed_fields(was.origin if was else None, now.origin if now else None)
    shown = now or was
    key = (now.source if now else None) or (was and keys.get(was.source or "", was.source or "")) or ""
    if was and now and keys.get(was.source or "", was.source) == now.source:
        fields = tuple(name for name in fields if name != "source")
    source = facts.library.sources.get(key)
    design = (shown and shown.design) or (source.study.design if source and source.study else None)
    lay = source.is_lay if source else bool(shown and shown.reading)
    return EvidenceTurn(key, was, now, fields, lay, None if lay else design)

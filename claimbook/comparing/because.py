"""Why a certainty or an agreement turned, as short clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook import grading
from claimbook.pages.words import DESIGN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks import Facts
    from claimbook.comparing.turns import ClaimTurn, EvidenceTurn
    from claimbook.model import Claim

_VERBS = {"supports": "supports it", "disputes": "disputes it", "qualifies": "qualifies it"}


def because(turn: ClaimTurn, before: Facts, after: Facts) -> tuple[str, ...]:
    """The clauses; none where neither certainty nor agreement turned."""
    if not (turn.certainty.changed or turn.agreement.changed) or not (turn.before and turn.after):
        return ()
    clauses = [*_studies(turn), *_sources(turn.before, turn.after, before, after), *_reasons(turn)]
    if turn.certainty.changed:
        clauses += _ceilings(before.ceiling(turn.before), after.ceiling(turn.after))
        clauses += _wording(turn)
    return tuple(clauses)


def _studies(turn: ClaimTurn) -> Iterator[str]:
    for each in turn.evidence:
        if not each.is_lay and each.stance.changed:
            yield _clause(each)


def _clause(each: EvidenceTurn) -> str:
    one, _ = DESIGN.get(each.strength or "", ("study", ""))
    stance = each.stance
    if stance.before is None:
        return f"one more {one} {_VERBS.get(stance.after or '', 'speaks of it')} ({each.source})"
    if stance.after is None:
        told = _VERBS.get(stance.before, "spoke of it")
        return f"a passage of a {one} that {told} is gone ({each.source})"
    return f"{each.source} now {_VERBS[stance.after]}; before, it {_VERBS[stance.before]}"


def _sources(was: Claim, now: Claim, before: Facts, after: Facts) -> Iterator[str]:
    """What turned in sources that the claim cited before and cites now."""
    kept = {item.source for item in was.evidence} & {item.source for item in now.evidence}
    for key in sorted(filter(None, kept)):
        old, new = before.library.sources.get(key), after.library.sources.get(key)
        if old is None or new is None:
            continue
        if new.is_retracted and not old.is_retracted:
            yield f"{key} was retracted, so it no longer counts"
        elif old.study and new.study and old.study.design != new.study.design:
            yield f"the design of {key} is now {new.study.design}; before, {old.study.design}"
        elif old.study and new.study and old.study.participants != new.study.participants:
            yield f"{key} now has {new.study.participants or 'an unknown number of'} participants"


def _reasons(turn: ClaimTurn) -> Iterator[str]:
    came, went = turn.reasons
    yield from (f"a reason was added ({reason})" for reason in came)
    yield from (f"a reason was taken away ({reason})" for reason in went)


def _ceilings(before: str, after: str) -> Iterator[str]:
    if before != after:
        yield f"the evidence now allows at most {after}; before, {before}"
    else:
        yield f"the evidence allows at most {after}, as before: the rest is the curators' judgement"


def _wording(turn: ClaimTurn) -> Iterator[str]:
    old, new = _word(turn.before), _word(turn.after)
    if old != new:
        yield (
            f"“{old}” becomes “{new}”" if old and new else f"“{old}” is gone" if old else f"“{new}” comes in"
        )


def _word(claim: Claim | None) -> str | None:
    """The word of the statement that tells how sure it is."""
    said = f" {claim.statement or ''} " if claim else ""
    words = (word for level in ("very-low", "low", "moderate") for word in grading.allowed_words(level))
    return next((word for word in words if f" {word} " in said), None)

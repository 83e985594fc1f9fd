"""What changed of one claim, source or topic, as lines of Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.comparing.turns import TEXT
from claimbook.fields import CLAIM
from claimbook.grading import AGREEMENTS
from claimbook.pages.text import clean, count, md
from claimbook.pages.words import READINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.comparing.turns import ClaimTurn, EvidenceTurn, RecordTurn, Turn

_STANCES = {"supports": "for", "disputes": "against", "qualifies": "with reservations"}


def plainly(text: str | None) -> str:
    """Text of the base in which nothing is markup, and nobody is called by an @."""
    return md(text or "").replace("@", "@&#8288;")


def quoted(text: str) -> str:
    """Text as code: no backtick can end it."""
    return f"`{clean(text).replace('`', '’')}`"


def claim_lines(turn: ClaimTurn) -> Iterator[str]:
    """The claim's sentence and address, then a bullet for each thing that changed."""
    yield f"**{plainly(turn.claim.statement or turn.claim.id)}**  "
    yield quoted(turn.address.after or turn.address.before or "")
    yield ""
    bullets = list(_grades(turn) if turn.kind != "changed" else _changes(turn))
    yield from (f"- {bullet}" for bullet in bullets)


def record_lines(turn: RecordTurn) -> Iterator[str]:
    """One bullet for a source or a topic."""
    name = quoted(turn.id.after or turn.id.before or "")
    was = f", before {quoted(turn.id.before)}" if turn.id.before and turn.id.after and turn.id.changed else ""
    fields = f": {', '.join(map(quoted, turn.fields))}" if turn.fields else ""
    yield f"- {turn.kind}: {name}{was}, {plainly(turn.title)}{fields}"
    if turn.status.changed and turn.kind == "changed":
        yield f"    - status: {turn.status.before or 'nothing known'} → **{turn.status.after or 'nothing known'}**"
    if TEXT in turn.fields:
        yield "    - **its full text is another:** quotes are held against it, so it must stand as the page had it"


def _grades(turn: ClaimTurn) -> Iterator[str]:
    certainty, agreement = (
        (turn.certainty.after, turn.agreement.after)
        if turn.after
        else (turn.certainty.before, turn.agreement.before)
    )
    number = count(len(turn.claim.evidence), "passage")
    yield f"certainty: {_certainty(certainty)} · {_agreement(agreement)} · {number}"


def _changes(turn: ClaimTurn) -> Iterator[str]:
    if turn.address.changed:
        yield f"it was {quoted(turn.address.before or '')}"
    if turn.statement.changed:
        yield f"it said: {plainly(turn.statement.before)}"
    if turn.certainty.changed:
        yield f"certainty: {_arrow(turn.certainty, _certainty)}"
    if turn.agreement.changed:
        yield f"agreement: {_arrow(turn.agreement, _agreement)}"
    if turn.because:
        yield f"why: {plainly('; '.join(turn.because))}"
    else:
        came, went = turn.reasons
        yield from (f"reason added: {plainly(reason)}" for reason in came)
        yield from (f"reason gone: {plainly(reason)}" for reason in went)
    for each in turn.evidence:
        yield _evidence(each)
    if turn.fields:
        yield "also changed: " + ", ".join(_field(name) for name in turn.fields)


def _evidence(turn: EvidenceTurn) -> str:
    what = "quote" if turn.is_lay else "finding"
    source = quoted(turn.source)
    if turn.before is None or turn.after is None:
        words, stance = (
            (turn.words.after, turn.stance.after) if turn.after else (turn.words.before, turn.stance.before)
        )
        kind = "added" if turn.after else "gone"
        return f"{what} {kind} ({source}, {_STANCES.get(stance or '', '?')}): {plainly(words)}"
    parts = []
    if turn.stance.changed:
        parts.append(f"stance {_arrow(turn.stance, lambda word: _STANCES.get(word or '', '?'))}")
    if turn.reading.changed:
        parts.append(f"reading {_arrow(turn.reading, _reading)}")
    if turn.words.changed:
        parts.append(f"it said: {plainly(turn.words.before)} Now: {plainly(turn.words.after)}")
    rest = [name for name in turn.fields if name not in ("stance", "reading", "quote", "finding")]
    if rest:
        parts.append(f"also changed: {', '.join(map(quoted, rest))}")
    return f"{what} of {source}: {'; '.join(parts)}"


def _arrow(turn: Turn, worded: object) -> str:
    return f"**{worded(turn.before)} → {worded(turn.after)}**"  # type: ignore[operator]


def _certainty(word: str | None) -> str:
    return (word or "not given").replace("-", " ") if word != "none" else "none (only web pages say it)"


def _agreement(word: str | None) -> str:
    found = AGREEMENTS.get(word or "", "not known")
    return found[0].lower() + found[1:]


def _reading(word: str | None) -> str:
    return READINGS[word][1].lower() if word in READINGS else "none"


def _field(name: str) -> str:
    return f"{quoted(name)} ({CLAIM[name].about})" if name in CLAIM else quoted(name)

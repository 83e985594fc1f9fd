"""Sources and topics before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.comparing.turns import TEXT, RecordTurn, Turn
from claimbook.yamltext import Mapping, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimbook.comparing.pairing import Pair
    from claimbook.model import Origin, Source, Topic


def source_turn(pair: Pair[Source], texts: tuple[str | None, str | None] = (None, None)) -> RecordTurn | None:
    """What changed of a source, of which these texts were and are held; None where nothing did."""
    before, after = pair
    fields = _inner_fields(before, after)
    if before and after and texts[0] != texts[1]:
        fields = (*fields, TEXT)
    turn = Turn(before.key if before else None, after.key if after else None)
    shown = after or before
    if shown is None or not (turn.changed or fields):
        return None
    return RecordTurn(turn, shown.title, fields, Turn(_status(before), _status(after)))


def topic_turns(before: Sequence[Topic], after: Sequence[Topic]) -> tuple[RecordTurn, ...]:
    """What changed of the topics; a new order is told as a change of the topics moved."""
    old = {topic.id: topic for topic in before if topic.id}
    new = {topic.id: topic for topic in after if topic.id}
    turns = []
    for name in [*new, *(name for name in old if name not in new)]:
        was, now = old.get(name), new.get(name)
        shown = now or was
        fields = changed_fields(was.origin if was else None, now.origin if now else None)
        if shown and (fields or was is None or now is None):
            turns.append(
                RecordTurn(
                    Turn(was.id if was else None, now.id if now else None), shown.title or name, fields
                )
            )
    return tuple(turns)


def changed_fields(before: Origin | None, after: Origin | None) -> tuple[str, ...]:
    """The names whose values differ, in the order of the later record; none where a record is missing."""
    if before is None or after is None:
        return ()
    return _changed(before.mapping, after.mapping)


def _changed(before: Mapping, after: Mapping) -> tuple[str, ...]:
    old, new = before.values, after.values
    names = dict.fromkeys((*new, *old))
    return tuple(
        name for name in names if name not in old or name not in new or plain(old[name]) != plain(new[name])
    )


def _inner_fields(before: Source | None, after: Source | None) -> tuple[str, ...]:
    """As `changed_fields`, with those inside a field that both have: `csl.DOI`."""
    names: list[str] = []
    if before is None or after is None:
        return ()
    for name in changed_fields(before.origin, after.origin):
        old, new = (each.origin.mapping.values.get(name) for each in (before, after))
        inside = _changed(old, new) if isinstance(old, Mapping) and isinstance(new, Mapping) else ()
        names += [f"{name}.{inner}" for inner in inside] or [name]
    return tuple(names)


def _status(source: Source | None) -> str | None:
    return source.status.value if source and source.status else None

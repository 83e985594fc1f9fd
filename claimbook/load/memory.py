"""Files that were read before without a fault: what was made of each, by its content.

An entry is JSON: nothing in it is ever run. It holds the values of the fields, and under an empty name where
each mapping stands, since that is all that a record without a fault takes from its file.
"""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from claimbook import fields
from claimbook.load.shape import ATTRIBUTES, CLASSES
from claimbook.model import Origin
from claimbook.yamltext import Mapping, Scalar, Sequence, plain

if TYPE_CHECKING:
    from claimbook.fields import Field, Shape
    from claimbook.yamltext import TextFile, Value

_WHERE = ""


class Memory:
    """Entries from an earlier run (`kept`), and those that this run read or made (`used`), by digest."""

    def __init__(self, kept: dict[str, str] | None = None) -> None:
        self.kept = kept or {}
        self.used: dict[str, str] = {}

    def recall(self, kind: str, file: TextFile) -> tuple[Origin, dict[str, Any]] | None:
        """The origin and values of a ``claim`` or ``source``; None where this text was not yet seen."""
        digest = _digest(kind, file)
        entry = self.kept.get(digest)
        if entry is None:
            return None
        self.used[digest] = entry
        held = json.loads(entry)
        return _restored(file, shape(kind, held.get("kind")), held)

    def note(self, kind: str, file: TextFile, mapping: Mapping) -> None:
        """Keep a claim or source in which nothing was reported."""
        named = mapping.values.get("kind")
        table = shape(kind, named.value if isinstance(named, Scalar) else None)
        try:
            self.used[_digest(kind, file)] = json.dumps(_taken(table, mapping))
        except TypeError:
            return  # a record may hold what JSON has no form for, such as a date; it is read anew each time


def shape(kind: str, source_kind: object) -> Shape:
    """The fields of a claim, or of a source of this kind."""
    if kind == "claim":
        return fields.CLAIM
    return fields.LAY_SOURCE if source_kind == fields.LAY_PAGE else fields.STUDY_SOURCE


def _digest(kind: str, file: TextFile) -> str:
    return sha256(f"{kind}\n{file.text}".encode()).hexdigest()


def _taken(table: Shape, mapping: Mapping) -> dict[str, object]:
    """The mapping's sound values; an empty one is as good as absent."""
    taken: dict[str, object] = {_WHERE: (mapping.start, mapping.end)}
    for name, value in mapping.values.items():
        field = table[name]
        if isinstance(value, Scalar) and value.value is None:
            continue
        if field.many and isinstance(value, Sequence):
            taken[name] = [_one_taken(field, item) for item in value.items]
        else:
            taken[name] = _one_taken(field, value)
    return taken


def _one_taken(field: Field, value: Value) -> object:
    if field.kind == "mapping" and isinstance(value, Mapping):
        return _taken(field.shape or {}, value)
    simple = plain(value)
    if field.kind == "date" and isinstance(simple, date):
        return simple.isoformat()
    return [simple] if field.kind == "choices" and isinstance(simple, str) else simple


def _restored(file: TextFile, table: Shape, held: dict[str, Any]) -> tuple[Origin, dict[str, Any]]:
    values: dict[str, Any] = {}
    for name, value in held.items():
        if name != _WHERE:
            field = table[name]
            made = _made_of_all(file, name, field, value) if field.many else _made(file, name, field, value)
            values[ATTRIBUTES.get(name, name)] = made
    return Origin(file, *held[_WHERE]), values


def _made_of_all(file: TextFile, name: str, field: Field, values: list[Any]) -> tuple[object, ...]:
    if field.kind in ("mapping", "date", "choices"):
        return tuple(_made(file, name, field, value) for value in values)
    return tuple(values)


def _made(file: TextFile, name: str, field: Field, value: Any) -> object:
    if field.kind == "mapping":
        origin, values = _restored(file, field.shape or {}, value)
        return CLASSES[name](origin, **values)
    if field.kind == "date":
        return date.fromisoformat(value)
    return tuple(value) if field.kind == "choices" else value

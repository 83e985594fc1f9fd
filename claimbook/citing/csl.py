"""Hold a CSL-JSON item against the CSL-JSON schema: every fault, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from typing import TYPE_CHECKING

from claimbook.citing import wording
from claimbook.citing.schema import item_shape

if TYPE_CHECKING:
    from claimbook.citing.schema import Shape

Path = tuple[str | int, ...]
Fault = tuple[Path, str]


def csl_faults(item: Mapping[str, object]) -> list[Fault]:
    """Return each fault of `item`: the path to it (names, and indices from 0) and what is wrong.

    Measured against the CSL-JSON schema (draft 7), save for `id`, which is neither asked for nor read.
    Whatever JSON cannot hold (dates, numbers without end, other objects) is a fault wherever it stands.
    Tuples count as lists. Raises nothing.
    """
    found: list[Fault] = []
    _check(item, item_shape(), (), found)
    return [fault for fault in found if fault[0] != ("id",)]


def _check(value: object, shape: Shape, path: Path, found: list[Fault]) -> None:
    kind = wording.kind_of(value)
    if shape.kinds and kind not in shape.kinds:
        found.append((path, wording.wrong_kind(path, value, shape)))
    elif isinstance(value, str):
        if shape.choices and value not in shape.choices:
            found.append((path, wording.unknown_choice(path, value, shape.choices)))
    elif isinstance(value, Mapping):
        _check_fields(value, shape, path, found)
    elif isinstance(value, (list, tuple)) and shape.entries:
        _check_entries(value, shape, shape.entries, path, found)
    elif isinstance(value, float) and not isfinite(value):
        found.append((path, wording.endless(path)))


def _check_fields(value: Mapping[object, object], shape: Shape, path: Path, found: list[Fault]) -> None:
    guesses = set()
    for key, below in value.items():
        name = str(key)
        if field := shape.fields.get(name):
            _check(below, field, (*path, name), found)
        elif shape.closed:
            guesses.add(guess := wording.nearest(name, shape.fields))
            found.append(((*path, name), wording.unknown_field(name, guess)))
        else:
            _check_free(below, (*path, name), found)
    # A field under a mistaken name is one fault: it is not missed as well.
    found.extend(
        (path, wording.missing(path, name))
        for name in shape.required
        if name not in value and name not in guesses
    )


def _check_entries(
    value: list[object] | tuple[object, ...], shape: Shape, entries: Shape, path: Path, found: list[Fault]
) -> None:
    # One pair of brackets short ([2018, 5] for [[2018, 5]]) is one fault, not one for each entry.
    if "array" in entries.kinds and any(wording.kind_of(entry) != "array" for entry in value):
        found.append((path, wording.wrong_kind(path, value, shape)))
        return
    if len(value) < shape.least or (shape.most is not None and len(value) > shape.most):
        found.append((path, wording.wrong_length(path, shape)))
    for index, entry in enumerate(value):
        _check(entry, entries, (*path, index), found)


def _check_free(value: object, path: Path, found: list[Fault]) -> None:
    """Where the schema leaves all open, only ask that JSON can hold it; without recursion, however deep."""
    seen = set()
    waiting = [(value, path)]
    for below, where in waiting:  # grows as it is gone through
        if isinstance(below, (Mapping, list, tuple)):
            if id(below) not in seen:
                seen.add(id(below))
                pairs = below.items() if isinstance(below, Mapping) else enumerate(below)
                waiting.extend(
                    (inner, (*where, key if isinstance(key, int) else str(key))) for key, inner in pairs
                )
        elif not wording.in_json(below):
            found.append((where, wording.not_json(where, below)))

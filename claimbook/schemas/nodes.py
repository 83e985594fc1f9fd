"""One field of the table → the JSON Schema (draft-07) of its values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimbook.fields import Field, Shape

    Node = dict[str, Any]
    Path = tuple[str, ...]

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


def fields_node(shape: Shape, special: Mapping[Path, Node], path: Path = ()) -> Node:
    """A mapping with these fields and no others.

    `special` holds, by the names that lead to a field, what the base itself adds to the field's values,
    such as the words that it knows.
    """
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [name for name, field in shape.items() if field.required],
        "properties": {name: _field(field, special, (*path, name)) for name, field in shape.items()},
    }


def _field(field: Field, special: Mapping[Path, Node], path: Path) -> Node:
    node = {**_one(field, special, path), **special.get(path, {})}
    if field.many:
        node = {"type": "array", "items": node, **({"minItems": 1} if field.required else {})}
    return {"description": _described(field), **node}


def _described(field: Field) -> str:
    needed = {"lay": "; needed of a lay page", "study": "; needed of a study", None: ""}[field.needed_by]
    return f"{field.about}{'; required' if field.required else needed}"


def _one(field: Field, special: Mapping[Path, Node], path: Path) -> Node:
    if field.kind in ("mapping", "csl"):
        return fields_node(field.shape or {}, special, path)
    if field.kind == "choice":
        return {"type": "string", "enum": list(field.options)}
    if field.kind == "choices":
        word = {"type": "string", "enum": list(field.options)}
        return {"anyOf": [word, {"type": "array", "items": word, "minItems": 1}]}
    return dict(_SIMPLE[field.kind])


_SIMPLE: dict[str, Node] = {
    "text": {"type": "string", "pattern": r"\S", "patternErrorMessage": "some text must stand here"},
    "number": {"type": "integer", "minimum": 1},
    "truth": {"type": "boolean"},
    "date": {
        "type": "string",
        "format": "date",
        "pattern": _DAY,
        "patternErrorMessage": "write the date as YYYY-MM-DD",
    },
}


def one_of(words: Mapping[str, str]) -> Node:
    """One of these words; an editor shows what each means (`enumDescriptions`, which others pass over)."""
    known = sorted(words)
    return {"type": "string", "enum": known, "enumDescriptions": [words[word] for word in known]}


def when(name: str, words: list[str], then: Node) -> Node:
    """What holds where the field `name` is one of these words."""
    return {"if": {"properties": {name: {"enum": words}}, "required": [name]}, "then": then}

"""The part of JSON Schema that the CSL-JSON schema uses, compiled into shapes to hold values against."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEMA_FILE = Path(__file__).parent.parent / "data" / "csl-data.json"

_NOTES = frozenset({"$schema", "$id", "title", "description", "examples", "definitions"})
_READ = frozenset(
    {"type", "enum", "properties", "additionalProperties", "required", "items", "minItems", "maxItems"}
)
_KINDS = frozenset({"string", "number", "boolean", "array", "object"})


class Shape(NamedTuple):
    """What a value must be; an empty set or None sets no bound.

    `fields`, `closed` and `required` bind mappings only, `entries`, `least` and `most` lists only,
    as in JSON Schema.
    """

    kinds: frozenset[str] = frozenset()
    choices: frozenset[str] = frozenset()
    fields: Mapping[str, Shape] = {}
    closed: bool = False
    required: tuple[str, ...] = ()
    entries: Shape | None = None
    least: int = 0
    most: int | None = None


@cache
def item_shape() -> Shape:
    """The shape of one CSL-JSON item, read from the schema file once.

    `id` is not required: it is the file's name, which the caller sets.
    """
    import json

    schema = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    item = compiled(schema["items"], schema["definitions"])
    return item._replace(required=tuple(name for name in item.required if name != "id"))


def compiled(node: Mapping[str, Any], definitions: Mapping[str, Any]) -> Shape:
    """Compile one schema node; ValueError for anything that this reader does not interpret.

    Keywords as in JSON Schema Validation, draft 7, section 6.
    """
    node = _resolved(node, definitions)
    _refuse_unread(node)
    fields = {name: compiled(below, definitions) for name, below in node.get("properties", {}).items()}
    entries = node.get("items")
    return Shape(
        kinds=_kinds(node.get("type", [])),
        choices=frozenset(node.get("enum", [])),
        fields=fields,
        closed=not node.get("additionalProperties", True),
        required=tuple(node.get("required", [])),
        entries=None if entries is None else compiled(entries, definitions),
        least=node.get("minItems", 0),
        most=node.get("maxItems"),
    )


def _resolved(node: Mapping[str, Any], definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    """Follow references and go into alternatives of one, which say no more than what they hold."""
    while "$ref" in node or "anyOf" in node:
        if "$ref" in node:
            node = definitions[node["$ref"].removeprefix("#/definitions/")]
        elif len(node["anyOf"]) == 1 and not node.keys() & _READ:
            node = node["anyOf"][0]
        else:
            raise ValueError("the CSL-JSON schema has alternatives that claimbook does not read")
    return node


def _refuse_unread(node: Mapping[str, Any]) -> None:
    if unread := node.keys() - _READ - _NOTES:
        raise ValueError(f"the CSL-JSON schema uses {sorted(unread)}, which claimbook does not read")
    if not isinstance(node.get("additionalProperties", True), bool):
        raise ValueError("the CSL-JSON schema bounds further fields in a way that claimbook does not read")
    if "enum" in node and node.get("type") != "string":
        raise ValueError("the CSL-JSON schema has choices other than text, which claimbook does not read")


def _kinds(named: str | list[str]) -> frozenset[str]:
    kinds = frozenset([named] if isinstance(named, str) else named)
    if kinds - _KINDS:
        raise ValueError(f"the CSL-JSON schema has types that claimbook does not read: {sorted(kinds)}")
    return kinds

"""The bibliographic record in the schema of a source: CSL-JSON's own schema, and the form of identifiers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claimbook.citing.schema import SCHEMA_FILE

if TYPE_CHECKING:
    Node = dict[str, Any]

DOI = r"^10\.[0-9]{4,9}(\.[0-9]+)*/\S+$"
ADDRESS = r"^[Hh][Tt][Tt][Pp][Ss]?://\S+$"
_FORMS = {
    "DOI": (DOI, "the DOI alone, such as 10.1234/suffix"),
    "PMID": ("^[1-9][0-9]{0,7}$", "the digits of the PubMed number alone, in quotation marks"),
    "PMCID": ("^PMC[1-9][0-9]*$", "PMC and digits"),
    "URL": (ADDRESS, "an address with https:// in front"),
}
_ISSUED_BY = ("label", "guideline", "company")


def record_node() -> tuple[Node, Node]:
    """The node of a CSL-JSON item, and the definitions that it refers to; `id` is not asked for."""
    schema = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    item = schema["items"]
    fields = {name: node for name, node in item["properties"].items() if name != "id"}
    for name, (pattern, form) in _FORMS.items():
        fields[name] = {**fields[name], **form_node(pattern, form)}
    needed = [name for name in item["required"] if name != "id"]
    node = {**item, "properties": {**fields, "id": True}, "required": needed}
    return node, schema["definitions"]


def form_node(pattern: str, form: str) -> Node:
    """Text of this form."""
    return {"type": "string", "pattern": pattern, "patternErrorMessage": f"write {form}"}


def findable() -> list[Node]:
    """What the record of each kind of source needs, so that a reader finds the work."""
    any_of = [{"required": [name]} for name in _FORMS]
    return [
        _record_of(["article"], {"anyOf": any_of}),
        _record_of(list(_ISSUED_BY), {"required": ["URL"]}),
    ]


def _record_of(kinds: list[str], asked: Node) -> Node:
    is_kind = {"properties": {"kind": {"enum": kinds}}, "required": ["kind"]}
    return {"if": is_kind, "then": {"properties": {"csl": asked}}}

"""A schema for each kind of file of a base, and how an editor learns which holds for which."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claimbook import fields
from claimbook.schemas.nodes import fields_node, when
from claimbook.schemas.record import ADDRESS, DOI, findable, form_node, record_node
from claimbook.schemas.words import of_claim, of_source, of_topics, of_vocabulary

if TYPE_CHECKING:
    from claimbook.checks import Facts

    Node = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
FOLDER = ".schemas"
# By the kind of file: where such files stand, and what the schema is called in an editor.
SCHEMAS = {
    "claim": ("claims/*/*.yaml", "A claim"),
    "source": ("sources/*.yaml", "A source"),
    "topics": ("claims/topics.yaml", "The topics, in reading order"),
    "vocabulary": ("claims/vocabulary.yaml", "The base's own words"),
    "help-lines": ("claims/help-lines.yaml", "Where to get help now"),
    "method": ("claims/method.yaml", "How the studies were found"),
}


def make(facts: Facts) -> dict[str, bytes]:
    """The schemas of a base by file name; the words that the base knows are among what they complete."""
    nodes = {
        "claim": _claim(facts),
        "source": _source(facts),
        "topics": _listed(fields_node(fields.TOPIC, of_topics(facts))),
        "vocabulary": fields_node(fields.VOCABULARY, of_vocabulary()),
        "help-lines": _listed(fields_node(fields.HELP_LINE, {("url",): form_node(ADDRESS, "an address")})),
        "method": fields_node(fields.METHOD, {("left_out", "doi"): form_node(DOI, "the DOI alone")}),
    }
    return {file_name(kind): _file(SCHEMAS[kind][1], node) for kind, node in nodes.items()}


def file_name(kind: str) -> str:
    """The name of the schema of a kind of file."""
    return f"{kind}.schema.json"


def modeline(kind: str) -> str:
    """The first line of a file that tells any editor its schema, without settings."""
    up = "../" * SCHEMAS[kind][0].count("/")
    return f"# yaml-language-server: $schema={up}{FOLDER}/{file_name(kind)}\n"


def settings() -> str:
    """The settings of Visual Studio Code for a base: `.vscode/settings.json`.

    A catalogue of other people's schemas is switched off: it is fetched from elsewhere and guesses by name.
    """
    places = {f"{FOLDER}/{file_name(kind)}": place for kind, (place, _) in SCHEMAS.items()}
    return json.dumps({"yaml.schemas": places, "yaml.schemaStore.enable": False}, indent=2) + "\n"


def _file(title: str, node: Node) -> bytes:
    whole = {"$schema": DRAFT, "title": title, **node}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _listed(entry: Node) -> Node:
    return {"type": "array", "items": entry}


def _claim(facts: Facts) -> Node:
    node = fields_node(fields.CLAIM, of_claim(facts))
    lay = [source.key for source in facts.library.sources.values() if source.is_lay]
    study = [source.key for source in facts.library.sources.values() if source.is_study]
    item = node["properties"]["evidence"]["items"]
    item["allOf"] = [
        when("source", lay, {"required": _needed_by("lay")}),
        when("source", study, {"required": _needed_by("study"), "properties": {"reading": False}}),
    ]
    return node


def _needed_by(kind: str) -> list[str]:
    return [name for name, field in fields.EVIDENCE.items() if field.needed_by == kind]


def _source(facts: Facts) -> Node:
    special = {
        ("status", "notice"): form_node(DOI, "the DOI of the notice alone"),
        **of_source(facts),
    }
    node = fields_node({**fields.STUDY_SOURCE, **fields.LAY_SOURCE}, special)
    node["required"].remove("study")
    record, node["definitions"] = record_node()
    node["properties"]["csl"] |= record
    studies = [kind for kind in fields.KINDS if kind != fields.LAY_PAGE]
    node["allOf"] = [
        when("kind", [fields.LAY_PAGE], _without(fields.LAY_SOURCE, fields.STUDY_SOURCE)),
        when("kind", studies, {"required": ["study"], **_without(fields.STUDY_SOURCE, fields.LAY_SOURCE)}),
        *findable(),
    ]
    return node


def _without(shape: fields.Shape, other: fields.Shape) -> Node:
    """None of the fields that only the other shape has."""
    return {"properties": {name: False for name in other if name not in shape}}

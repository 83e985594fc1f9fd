"""The vendored schema is the published one, and its reader refuses what it would misread."""

from __future__ import annotations

import hashlib
import subprocess
import sys

import pytest

from claimbook.citing.schema import SCHEMA_FILE, Shape, compiled, item_shape


def test_the_schema_file_is_byte_true_and_its_note_gives_sum_and_licence() -> None:
    total = hashlib.sha256(SCHEMA_FILE.read_bytes()).hexdigest()
    note = (SCHEMA_FILE.parent / "README.md").read_text(encoding="utf-8")
    assert total == "23b2c062d7526060f4631bb04b4b3ba237e488484253e327bd00fa691861b811"
    assert total in note
    assert "MIT License" in note


def test_it_is_read_once() -> None:
    assert item_shape() is item_shape()
    assert item_shape().required == ("type",)


def test_importing_it_reads_nothing_and_loads_neither_json_nor_difflib() -> None:
    code = "import sys, claimbook.citing as c; print(sorted({'json', 'difflib'} & sys.modules.keys()))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "[]\n"


def test_references_and_alternatives_of_one_are_followed() -> None:
    definitions = {
        "day": {"title": "a day", "anyOf": [{"$ref": "#/definitions/number"}]},
        "number": {"type": "number"},
    }
    node = {"type": ["array", "string"], "items": {"$ref": "#/definitions/day"}, "minItems": 1, "maxItems": 7}
    assert compiled(node, definitions) == Shape(
        kinds=frozenset({"array", "string"}), entries=Shape(kinds=frozenset({"number"})), least=1, most=7
    )


@pytest.mark.parametrize(
    ("node", "said"),
    [
        ({"type": "string", "pattern": "^a"}, "pattern"),
        ({"oneOf": []}, "oneOf"),
        ({"anyOf": [{"type": "string"}, {"type": "number"}]}, "alternatives"),
        ({"type": "object", "anyOf": [{"type": "object"}]}, "alternatives"),
        ({"type": "integer"}, "integer"),
        ({"type": "number", "enum": [1]}, "choices other than text"),
        ({"type": "object", "additionalProperties": {"type": "string"}}, "further fields"),
        ({"type": "object", "properties": {"a": {"format": "uri"}}}, "format"),
    ],
)
def test_what_it_does_not_interpret_is_refused_aloud(node: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        compiled(node, {})

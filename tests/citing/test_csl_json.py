"""Records as CSL-JSON, held against the schema by jsonschema."""

from __future__ import annotations

import json

import jsonschema

from claimbook.citing.csl_json import csl_file, csl_item, csl_json
from claimbook.citing.lines import work
from claimbook.citing.schema import SCHEMA_FILE
from tests.citing.test_bibtex import HOSTILE, TIDES

SCHEMA = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))


def test_the_key_is_the_id_whatever_id_was_pasted():
    assert csl_item("moon2019", {**TIDES, "id": "x"}) == {**TIDES, "id": "moon2019"}


def test_what_is_written_is_valid_and_comes_back():
    works = [work(f"a{number}", {**TIDES, "title": text}, True) for number, text in enumerate(HOSTILE)]
    read = json.loads(csl_file(map(csl_json, works)))
    jsonschema.Draft7Validator(SCHEMA).validate(read)
    assert [item["title"] for item in read] == HOSTILE


def test_a_field_stands_on_a_line():
    text = csl_file(
        [csl_json(work("a", {"title": "Tea <é>", "issued": {"date-parts": [[2026, 11, 21]]}}))] * 2
    )
    item = '  {\n    "id": "a",\n    "title": "Tea <é>",\n    "issued": {"date-parts":[[2026,11,21]]}\n  }'
    assert text == f"[\n{item},\n{item}\n]\n"


def test_a_cut_list_of_authors_ends_with_others_and_the_record_is_left_alone():
    assert csl_item("a", TIDES, True)["author"][-1] == {"literal": "others"}
    assert len(TIDES["author"]) == 2
    assert "author" not in csl_item("a", {"type": "webpage"}, True)

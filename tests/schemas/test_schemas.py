"""The schemas: drawn from the code's own table, judged by two validators of other people."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from claimbook import fields
from claimbook.checks import Facts
from claimbook.checks.example import BASE, CLAIM, LAY, MICE, STUDY, TOPICS, VOCABULARY
from claimbook.load import load
from claimbook.schemas import SCHEMAS, make, modeline, refresh_schemas, settings, write_schemas
from claimbook.yamltext import TextFile, plain, read_yaml
from tests.bases import TODAY, base, changed

HELP = "claims/help-lines.yaml"
METHOD = "claims/method.yaml"
MORE = {
    HELP: "- {country: Everywhere, name: Tea line, how: Call 1, url: 'https://example.org', checked: 2026-11-01}\n",
    METHOD: "found: We looked.\nuntil: 2026-11-01\nleft_out:\n  - {title: A, why: B, doi: 10.1234/a}\n",
}
FILES = {**BASE, **MORE}
KINDS = {
    CLAIM: "claim",
    MICE: "claim",
    STUDY: "source",
    LAY: "source",
    TOPICS: "topics",
    VOCABULARY: "vocabulary",
}
KINDS |= {HELP: "help-lines", METHOD: "method"}


def facts(root):
    return Facts(load(root)[0], TODAY)


@pytest.fixture(scope="module")
def schemas(tmp_path_factory):
    """The schemas of the base on tea, by the kind of file."""
    made = make(facts(base(tmp_path_factory.mktemp("tea"), MORE)))
    return {name.partition(".")[0]: json.loads(content) for name, content in made.items()}


def told(value):
    """A value as YAML's core schema has it, where a date is text."""
    if isinstance(value, dict):
        return {name: told(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [told(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def complaints(schemas, path, text):
    """What a validator says of a file: the fields that each complaint is about."""
    value, _ = read_yaml(TextFile(path, text))
    found = jsonschema.Draft7Validator(schemas[KINDS[path]]).iter_errors(told(plain(value)))
    return ["/".join(map(str, each.absolute_path)) for each in found]


def test_each_is_a_schema_of_draft_7_with_a_title(schemas):
    assert schemas.keys() == SCHEMAS.keys()
    for schema in schemas.values():
        jsonschema.Draft7Validator.check_schema(schema)
        assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
        assert schema["title"]


@pytest.mark.parametrize("path", KINDS)
def test_a_good_file_passes(schemas, path):
    assert complaints(schemas, path, FILES[path]) == []


BAD = {
    "unknown source": (CLAIM, "source: kim2019", "source: kim2109", "evidence/1/source"),
    "unknown certainty": (CLAIM, "certainty: low", "certainty: lowish", "certainty"),
    "unknown treatment": (CLAIM, "[green-tea]", "[greentea]", "treatment/0"),
    "unknown claim": (CLAIM, "mice-run-on-tea", "mice-run", "related/0/claim"),
    "date in words": (CLAIM, "2026-11-01", "1 November", "reviewed"),
    "empty text": (
        CLAIM,
        "statement: Green tea may keep people awake for longer.",
        "statement: ' '",
        "statement",
    ),
    "nothing": (CLAIM, "statement: Green tea may keep people awake for longer.", "statement:", "statement"),
    "unknown field": (CLAIM, "treatment:", "treatments:", ""),
    "missing field": (CLAIM, "certainty: low\n", "", ""),
    "finding missing": (
        CLAIM,
        "    finding: In 48 adults, those given green tea fell asleep 20 minutes later.\n",
        "",
        "evidence/1",
    ),
    "reading missing": (CLAIM, "    reading: overstated\n", "", "evidence/0"),
    "reading on a study": (
        CLAIM,
        '    figures: ["48',
        '    reading: accurate\n    figures: ["48',
        "evidence/1",
    ),
    "passage without its end": (CLAIM, ", ends: than with water", "", "evidence/1/passage"),
    "number as text": (STUDY, "participants: 48", "participants: many", "study/participants"),
    "unknown design": (STUDY, "randomized-trial", "randomised-trial", "study/design"),
    "unknown subjects": (STUDY, "subjects: people", "subjects: [people, plants]", "study/subjects"),
    "address for a DOI": (STUDY, "DOI: 10.1234", "DOI: https://doi.org/10.1234", "csl/DOI"),
    "number for a PMID": (STUDY, '"31000001"', "31000001", "csl/PMID"),
    "unknown CSL field": (STUDY, "title: Green", "titel: Green", "csl"),
    "no way there": (STUDY, '  DOI: 10.1234/tea.2019\n  PMID: "31000001"\n', "", "csl"),
    "a label without its page": (STUDY, "kind: article", "kind: label", "csl"),
    "study on a lay page": (STUDY, "kind: article", "kind: lay-page", ""),
    "no study": (
        STUDY,
        "study: {design: randomized-trial, subjects: people, participants: 48, treatment: [green-tea]}\n",
        "",
        "",
    ),
    "a lay page's fields on a study": (LAY, "kind: lay-page", "kind: article", ""),
    "unknown reason": (LAY, "reason: advertising", "reason: adverts", "set_aside/0/reason"),
    "a topic without its question": (TOPICS, "  question: What does tea do?\n", "", "0"),
    "an id with capitals": (TOPICS, "id: tea", "id: Tea", "0/id"),
    "help as text": (VOCABULARY, "help: false", "help: never", "safety/0/help"),
    "an address without its scheme": (HELP, "https://", "", "0/url"),
    "a day that is none": (METHOD, "2026-11-01", "soon", "until"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_told_where(schemas, name):
    path, old, new, where = BAD[name]
    assert where in complaints(schemas, path, changed(FILES[path], old, new))


def test_another_validator_agrees(tmp_path):
    """check-jsonschema, which reads YAML by itself, passes the good files of a kind and fails a bad one."""
    root = base(tmp_path, MORE)
    write_schemas(root / ".schemas", facts(root))
    bad = root / "bad.yaml"
    for kind, path in ((kind, path) for path, kind in KINDS.items() if path not in (MICE, LAY)):
        good = [root / each for each, its in KINDS.items() if its == kind]
        assert _judged(root, kind, good) == 0
        _, old, new, _ = next(each for each in BAD.values() if each[0] == path)
        bad.write_text(changed(FILES[path], old, new))
        assert _judged(root, kind, [*good, bad]) == 1


def _judged(root, kind, files):
    schema = root / ".schemas" / f"{kind}.schema.json"
    tool = Path(sys.executable).with_name("check-jsonschema")
    command = [tool, "--schemafile", schema, *files]
    return subprocess.run(command, capture_output=True, timeout=60, check=False).returncode


def test_every_field_and_option_of_the_table_is_there(schemas):
    assert schemas["claim"]["properties"].keys() == fields.CLAIM.keys()
    evidence = schemas["claim"]["properties"]["evidence"]["items"]["properties"]
    assert evidence.keys() == fields.EVIDENCE.keys()
    assert evidence["stance"]["enum"] == list(fields.STANCES)
    assert schemas["source"]["properties"].keys() == fields.STUDY_SOURCE.keys() | fields.LAY_SOURCE.keys()
    for name, node in schemas["claim"]["properties"].items():
        assert node["description"].startswith(fields.CLAIM[name].about)


def test_the_words_of_the_base_are_completed_with_what_they_mean(schemas):
    evidence = schemas["claim"]["properties"]["evidence"]["items"]["properties"]["source"]
    told_of = dict(zip(evidence["enum"], evidence["enumDescriptions"], strict=True))
    assert told_of.keys() == {"kim2019", "lopez2021", "web-tea"}
    assert told_of["kim2019"].endswith("Green tea and sleep")
    related = schemas["claim"]["properties"]["related"]["items"]["properties"]["claim"]
    assert related["enumDescriptions"][related["enum"].index("tea-keeps-awake")].startswith("Green tea may")
    assert schemas["topics"]["items"]["properties"]["id"]["examples"] == ["tea"]
    assert schemas["source"]["properties"]["study"]["properties"]["part_of"]["enum"] == evidence["enum"]


def test_what_only_web_pages_say_is_never_completed_bare(tmp_path):
    text = changed(BASE[CLAIM], "certainty: low", "certainty: none")
    made = json.loads(make(facts(base(tmp_path, {CLAIM: text})))["claim.schema.json"])
    words = made["properties"]["related"]["items"]["properties"]["claim"]
    assert (
        "A web page says: Green tea may" in words["enumDescriptions"][words["enum"].index("tea-keeps-awake")]
    )


def test_a_vocabulary_that_cannot_be_read_forbids_no_word(tmp_path):
    made = json.loads(make(facts(base(tmp_path, {VOCABULARY: "safety: ["})))["claim.schema.json"])
    assert "enum" not in made["properties"]["treatment"]["items"]
    made = json.loads(make(facts(base(tmp_path, {VOCABULARY: None})))["claim.schema.json"])
    assert made["properties"]["treatment"]["items"]["enum"] == []


def test_the_editor_finds_each_schema(tmp_path):
    root = base(tmp_path, MORE)
    write_schemas(root / ".schemas", facts(root))
    told_of = json.loads(settings())
    for schema, pattern in told_of["yaml.schemas"].items():
        assert (root / schema).is_file()
        assert list(root.glob(pattern))
    for path, kind in KINDS.items():
        there = modeline(kind).strip().partition("$schema=")[2]
        assert ((root / path).parent / there).resolve() == root / ".schemas" / f"{kind}.schema.json"


def test_the_project_itself_is_set_up_so():
    root = Path(__file__).parents[2]
    assert (root / ".vscode" / "settings.json").read_text() == settings()
    assert "/.schemas/\n" in (root / ".gitignore").read_text()


def test_only_what_changed_is_written_and_only_where_there_are_schemas(tmp_path):
    root = base(tmp_path)
    refresh_schemas(root, facts(root))
    assert not (root / ".schemas").exists()
    assert len(write_schemas(root / ".schemas", facts(root))) == len(SCHEMAS)
    assert write_schemas(root / ".schemas", facts(root)) == []
    (root / "sources" / "new2031.yaml").write_text(changed(BASE[STUDY], "10.1234/tea.2019", "10.1234/x"))
    before = (root / ".schemas" / "topics.schema.json").stat().st_mtime_ns
    refresh_schemas(root, facts(root))
    assert "new2031" in (root / ".schemas" / "claim.schema.json").read_text()
    assert (root / ".schemas" / "topics.schema.json").stat().st_mtime_ns == before

"""The base's lists and its method: what is read of them, and what is told of one that has no shape."""

from __future__ import annotations

from datetime import date

import pytest

from claimbook.checks.example import CLAIM, STUDY, TOPICS, VOCABULARY
from claimbook.load import load
from claimbook.load.placing import HELP, LISTS, METHOD
from claimbook.load.records import read_source
from claimbook.yamltext import TextFile
from tests.bases import base, loaded
from tests.rich import RICH

FILES = (*sorted(LISTS), CLAIM, STUDY)
FIELDS = "here should stand fields with values"
ENTRY = "write its fields: country, name, how, url, checked"


@pytest.mark.parametrize("path", FILES)
def test_of_a_file_that_is_no_yaml_that_alone_is_told(path, tmp_path):
    (found,) = loaded(base(tmp_path, {path: "a: b: c\n"}))
    assert (found.rule, found.where.path, found.where.column) == ("yaml-syntax", path, 5)


@pytest.mark.parametrize(
    ("path", "text", "message", "hint"),
    [
        (TOPICS, "tea: green\n", "here should stand a list", "begin each entry with '- '"),
        (HELP, "- 7\n", "here should stand an entry with fields", ENTRY),
        (METHOD, "- found\n", FIELDS, "needed: found, until"),
        (VOCABULARY, "[]\n", FIELDS, "its fields: safety, treatments"),
        (CLAIM, "tea\n", FIELDS, "needed: statement, about, plain, certainty, evidence, reviewed"),
        (STUDY, "- tea\n", FIELDS, "needed: kind, csl, study"),
        (METHOD, "", "this file is empty", "needed: found, until"),
        (HELP, "", "this file is empty", "begin each entry with '- '"),
    ],
)
def test_what_should_stand_there_is_told(path, text, message, hint, tmp_path):
    (found,) = loaded(base(tmp_path, {path: text}))
    assert (found.message, found.hint) == (message, hint)
    assert (found.where.line, found.where.column) == (1, text.find("7") + 1 or 1)
    assert found.where.end_column == (found.where.column if text else None)


def test_help_lines_and_the_method_are_read(tmp_path):
    library, found = load(base(tmp_path, {path: RICH[path] for path in (HELP, METHOD)}))
    assert found == []
    (line,) = library.help_lines
    assert (line.country, line.name, line.how) == ("Nowhere", "The tea line", "call 12 34")
    assert library.method.until == line.checked == date(2026, 11, 1)
    assert [each.doi for each in library.method.left_out] == ["10.1234/tea.1"]


def test_a_faulty_entry_keeps_its_place_and_the_others_their_values(tmp_path):
    library, _ = load(base(tmp_path, {HELP: f"- x\n{RICH[HELP]}"}))
    first, second = library.help_lines
    assert (first.origin.start, first.origin.end, second.country) == (2, 3, "Nowhere")
    assert first.origin.faults == {"country", "name", "how", "url", "checked"}


@pytest.mark.parametrize("text", ["a: b: c", "[]", "", "safety: x"])
def test_words_that_cannot_be_made_out_are_not_known(text, tmp_path):
    assert not load(base(tmp_path, {VOCABULARY: text}))[0].vocabulary.known
    assert load(base(tmp_path))[0].vocabulary.known
    assert load(base(tmp_path, {VOCABULARY: None}))[0].vocabulary.known


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("kind: article", ["'lay' is no field known here", "the field 'study' is missing"]),
        ("kind: lay-page", ["'access' is no field known here"]),
        ("kind: aricle", ["'aricle' is no kind known here"]),
        ("kind: [article]", ["'kind' must be a word; this is a list"]),
        ("more_authors: true", ["the field 'kind' is missing"]),
    ],
)
def test_the_kind_of_a_source_decides_its_fields(kind, told):
    text = f"{kind}\ncsl: {{type: book, title: Tea}}\nlay: {{publisher: Kim}}\naccess: {{read: full}}\n"
    problems = []
    source = read_source(TextFile(STUDY, text), "kim2019", problems)
    assert (source.key, source.csl["title"]) == ("kim2019", "Tea")
    assert [each.message for each in problems] == told

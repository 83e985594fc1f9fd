"""Values know where they stand, in the lines that an editor shows."""

from __future__ import annotations

import pytest

from claimbook.yamltext import Mapping, Scalar, Sequence, mappings, plain, read_yaml
from tests.yamls import file, read


@pytest.mark.parametrize(
    "text", ["", "\n\n", "# only a remark\n", "~", "null", "---\n", "---\n...\n", "%YAML 1.1\n---\n"]
)
def test_an_empty_file_is_none_and_no_problem(text):
    assert read(text) is None


def test_any_kind_of_value_may_be_the_document():
    assert isinstance(read("bees"), Scalar)
    assert isinstance(read("- bees"), Sequence)
    assert isinstance(read("{}"), Mapping)


def stretch(text, value):
    where = file(text).span(value.start, value.end)
    return where.line, where.column, where.end_line, where.end_column


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: bees\n", (1, 4, 1, 8)),
        ("a:   'bees'  # remark\n", (1, 6, 1, 12)),
        ("a: >-\n  bees\n  dance\n\n\n# remark\n", (1, 4, 3, 8)),
        ("a:\n  - b\n  - c\n\n", (2, 3, 3, 6)),
        ("a:\n  b: c\n  d:\n", (2, 3, 3, 5)),
        ("a: [b,\n c ]\n", (1, 4, 2, 5)),
        ("a: {}\n", (1, 4, 1, 6)),
        ("a:\n", (1, 3, 1, 3)),
        ("é😀: bees", (1, 5, 1, 9)),
        ("a: 😀bees", (1, 4, 1, 9)),
    ],
)
def test_a_value_knows_where_it_stands(text, places):
    value = next(iter(read(text).values.values()))
    assert stretch(text, value) == places


def test_what_is_not_there_stands_nowhere():
    found = read("? \n")
    assert (found.keys[""].start, found.keys[""].end) == (1, 1)
    assert (found.values[""].start, found.values[""].end) == (3, 3)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_where_editors_end_them(end):
    text = end.join(["a: b", "", "c: d\u2028e: f", "g: [h]"])
    found = read(text)
    assert stretch(text, found.values["g"])[:2] == (4, 4)
    assert stretch(text, found.values["e"])[:2] == (3, 9)  # YAML ends a line there, an editor does not


def test_the_place_of_a_key_is_its_own():
    text = "a: 1\n'b c': 2\n"
    assert stretch(text, read(text).keys["b c"]) == (2, 1, 2, 6)


def test_a_repeated_key_is_reported_each_time_and_its_first_value_kept():
    value, problems = read_yaml(file("a: 1\nb: 2\n'a': 3\na: 4\n"))
    assert plain(value) == {"a": 1, "b": 2}
    assert value.repeated == {"a"}
    assert [(each.rule, each.where.line, each.where.column) for each in problems] == [
        ("duplicate-key", 3, 1),
        ("duplicate-key", 4, 1),
    ]


def test_keys_that_differ_in_type_only_are_the_same_name():
    assert [each.rule for each in read_yaml(file('{1: a, "1": b, yes: c, "yes": d}'))[1]] == [
        "duplicate-key"
    ] * 2


def test_repeated_keys_are_told_though_the_file_is_refused_further_down():
    assert [each.rule for each in read_yaml(file("a: 1\na: 2\nb: &c d"))[1]] == [
        "duplicate-key",
        "unsafe-yaml",
    ]


def test_a_key_of_the_same_name_in_another_mapping_is_not_repeated():
    assert read("a: {b: 1}\nc: {b: 2}").repeated == frozenset()


def test_every_mapping_is_found_by_its_place_however_deep_it_stands():
    text = "a: {b: 1}\nc:\n- d: [{e: f}, g]\nh: i\n"
    found = mappings(file(text))
    assert {start: list(each.values) for start, each in found.items()} == {
        0: ["a", "c", "h"],
        text.index("{b"): ["b"],
        text.index("d:"): ["d"],
        text.index("{e"): ["e"],
    }
    assert mappings(file("- a")) == mappings(file("a: *b")) == {}

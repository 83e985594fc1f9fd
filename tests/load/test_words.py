"""Words of the vocabulary, and the rules that may be excused."""

from __future__ import annotations

import pytest

from claimbook.checks.example import BASE, CLAIM, LAY, STUDY, VOCABULARY
from claimbook.problem import EXCUSABLE, RULES
from tests.bases import base, problems, rules

END = "reviewed: 2026-11-01\n"


def told(root):
    return [(each.rule, each.where.path, each.where.line, each.where.column) for each in problems(root)]


@pytest.mark.parametrize(
    ("path", "old", "new", "line", "column"),
    [
        (CLAIM, "treatment: [green-tea]", "treatment: [green-tea, gren-tea]", 18, 24),
        (CLAIM, END, f"safety: [scalds]\n{END}", 19, 10),
        (STUDY, "treatment: [green-tea]", "treatment: [white-tea, green-tea]", 7, 83),
    ],
)
def test_a_word_that_is_not_in_its_list_is_told_where_it_stands(path, old, new, line, column, tmp_path):
    assert told(base(tmp_path, {path: (old, new)})) == [("bad-value", path, line, column)]


def test_the_nearest_word_is_shown(tmp_path):
    (found,) = problems(base(tmp_path, {CLAIM: (END, f"safety: [Scald]\n{END}")}))
    assert "did you mean 'scald'?" in found.hint
    (found,) = problems(base(tmp_path, {CLAIM: (END, f"safety: [{'x' * 61}]\n{END}")}))
    assert found.message == f"'{'x' * 60}' is no word of the vocabulary"


def test_the_two_lists_are_apart(tmp_path):
    assert rules(base(tmp_path, {CLAIM: (END, f"safety: [green-tea]\n{END}")})) == ["bad-value"]


def test_without_a_vocabulary_no_word_can_be_used(tmp_path):
    assert told(base(tmp_path, {VOCABULARY: None})) == [
        ("bad-value", CLAIM, 18, 13),
        ("bad-value", STUDY, 7, 83),
    ]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("safety:", "safety: &a", "unsafe-yaml"),
        ("treatments:", "treatment:", "unknown-field"),
        ("id: green-tea", "id: Green Tea", "bad-id"),
        ("id: green-tea", "id: 7", "wrong-type"),
        ("id: green-tea", "id: ~", "missing-field"),
        ("id: green-tea", "di: green-tea", "unknown-field"),
        ("id: green-tea, ", "", "missing-field"),
        ("id: green-tea", "id: black-tea", "duplicate-id"),
        ("  - {id: green-tea, name: green tea}", "  - green tea", "wrong-type"),
    ],
)
def test_a_fault_of_the_vocabulary_is_told_alone(old, new, rule, tmp_path):
    assert [found for found, *_ in told(base(tmp_path, {VOCABULARY: (old, new)}))] == [rule]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "missing-field"),
        ("words\n", "wrong-type"),
        ("- green-tea\n", "wrong-type"),
        ("a: b: c", "yaml-syntax"),
    ],
)
def test_a_vocabulary_that_cannot_be_read_is_told_alone(text, rule, tmp_path):
    assert [found for found, *_ in told(base(tmp_path, {VOCABULARY: text}))] == [rule]


def test_a_fault_of_the_vocabulary_hides_no_word_that_it_cannot_have_meant(tmp_path):
    changes = {VOCABULARY: ("id: green-tea", "id: Green Tea"), CLAIM: (END, f"safety: [chill]\n{END}")}
    assert rules(base(tmp_path, changes)) == ["bad-value", "bad-id"]
    changes[CLAIM] = ("treatment: [green-tea]", "treatment: [green-tea, white-tea]")
    assert rules(base(tmp_path, changes)) == ["bad-value", "bad-id"]
    changes = {VOCABULARY: ("id: green-tea", "id: 7"), CLAIM: (END, f"safety: [chill]\n{END}")}
    assert rules(base(tmp_path, changes)) == ["bad-value", "wrong-type"]


def test_a_word_that_is_used_as_the_vocabulary_misspells_it_is_one_problem(tmp_path):
    changes = {VOCABULARY: ("id: scald", "id: Scald"), CLAIM: (END, f"safety: [Scald]\n{END}")}
    assert rules(base(tmp_path, changes)) == ["bad-id"]


def test_a_word_of_the_wrong_type_is_not_told_as_unknown_too(tmp_path):
    for value in ("[no]", "['']", '["\\u200b"]', "[[x]]", "x", "{x: y}"):
        assert len(rules(base(tmp_path, {CLAIM: (END, f"safety: {value}\n{END}")}))) == 1, value
    for value in ("[[x], chill]", "[7, chill]"):
        assert rules(base(tmp_path, {CLAIM: (END, f"safety: {value}\n{END}")})) == ["wrong-type", "bad-value"]


# Excuses


@pytest.mark.parametrize("name", [*(name for name in RULES if name not in EXCUSABLE), "no-such-rule", "J03"])
def test_a_rule_that_may_not_be_excused_is_a_bad_value(name, tmp_path):
    root = base(tmp_path, {CLAIM: (END, f"{END}allow: [{{rule: {name}, because: It may.}}]\n")})
    assert told(root) == [("bad-value", CLAIM, 20, 16)]
    assert problems(root)[0].hint.endswith(f"to be excused: {', '.join(sorted(EXCUSABLE))}")


def test_that_holds_on_evidence_and_on_sources_too(tmp_path):
    allow = "allow: [{rule: bad-doi, because: It may.}]\n"
    on_evidence = ("    reading: overstated\n", f"    reading: overstated\n    {allow}")
    assert rules(base(tmp_path, {CLAIM: on_evidence})) == ["bad-value"]
    for path in (STUDY, LAY):
        assert rules(base(tmp_path, {path: f"{BASE[path]}{allow}"})) == ["bad-value"]


def test_a_misspelt_rule_is_guessed(tmp_path):
    root = base(tmp_path, {CLAIM: (END, f"{END}allow: [{{rule: band-word, because: It may.}}]\n")})
    assert "did you mean 'banned-word'?" in problems(root)[0].hint

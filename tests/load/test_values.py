"""Values by the kind of their field: what fits, what is reported as what, and the place and hint of it."""

from __future__ import annotations

from datetime import date

import pytest

from claimbook.checks.example import BASE, CLAIM, LAY, STUDY
from claimbook.load import load
from tests.bases import base, problems

END = "reviewed: 2026-11-01\n"


def claim(tmp_path, more):
    """The tiny base with further lines at the end of its first claim."""
    return base(tmp_path, {CLAIM: (END, f"{END}{more}")})


LAST = len(BASE[CLAIM].splitlines()) + 1


@pytest.mark.parametrize(
    ("value", "rule", "hint"),
    [
        ("no", "wrong-type", "quotes"),
        ("Yes", "wrong-type", "quotes"),
        ("12", "wrong-type", "quotes"),
        ("1.5", "wrong-type", "quotes"),
        ("2026-11-01", "wrong-type", "quotes"),
        ("2026-02-30", "wrong-type", "quotes"),
        ("", "wrong-type", "write"),
        ("[a]", "wrong-type", "write"),
        ("{a: b}", "wrong-type", "write"),
        ('""', "bad-value", "take the field out"),
        ('"  \\n\\t"', "bad-value", "take the field out"),
        ('"\\u200b\\u00a0\\u2060"', "bad-value", "take the field out"),
        ('"a\\0b"', "bad-value", "escape"),
        ('"\\e[31mred"', "bad-value", "escape"),
    ],
)
def test_text(value, rule, hint, tmp_path):
    root = claim(tmp_path, f"would_change: {value}\n")
    (found,) = problems(root)
    assert (found.rule, found.where.line, hint in found.hint) == (rule, LAST, True)


@pytest.mark.parametrize(
    "value", ["none", "'no'", '"12"', "1e5", "0x1F", "12:30", "yes and no", "é😀", "|\n  two\n  lines"]
)
def test_text_that_is_text(value, tmp_path):
    assert problems(claim(tmp_path, f"would_change: {value}\n")) == []


@pytest.mark.parametrize("value", ["1", "48", "+48", "999999999999999999"])
def test_number_from_one_on(value, tmp_path):
    root = base(tmp_path, {STUDY: ("participants: 48", f"participants: {value}")})
    assert problems(root) == []
    assert load(root)[0].sources["kim2019"].study.participants == int(value)


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        ("twelve", "wrong-type"),
        ('"12"', "wrong-type"),
        ("12.0", "wrong-type"),
        ("true", "wrong-type"),
        ("[12]", "wrong-type"),
        ("", "wrong-type"),
        ("1_000", "wrong-type"),
        ("9999999999999999999", "wrong-type"),
        ("0", "bad-value"),
        ("-3", "bad-value"),
    ],
)
def test_number(value, rule, tmp_path):
    (found,) = problems(base(tmp_path, {STUDY: ("participants: 48", f"participants: {value}")}))
    assert found.rule == rule


@pytest.mark.parametrize(
    ("value", "rules"),
    [
        ("true", []),
        ("no", []),
        *((value, ["wrong-type"]) for value in ('"true"', "1", "[true]", "{a: true}")),
    ],
)
def test_truth(value, rules, tmp_path):
    assert [
        each.rule for each in problems(base(tmp_path, {STUDY: ("kind:", f"more_authors: {value}\nkind:")}))
    ] == rules


@pytest.mark.parametrize(("value", "expected"), [("true", True), ("no", False)])
def test_truth_is_kept(value, expected, tmp_path):
    root = base(tmp_path, {STUDY: ("kind:", f"more_authors: {value}\nkind:")})
    assert load(root)[0].sources["kim2019"].more_authors is expected


@pytest.mark.parametrize(
    ("value", "called"),
    [
        ("twelve", "text"),
        ("1.5", "a number"),
        ("2026-11-01", "a date"),
        ("2026-02-30", "a date"),
        ("yes", "a truth value (yes, no, on and off are such words)"),
        ("[1]", "a list"),
        ("{a: 1}", "fields with values"),
        ("", "empty"),
    ],
)
def test_what_stands_there_instead_is_told(value, called, tmp_path):
    (found,) = problems(base(tmp_path, {STUDY: ("participants: 48", f"participants: {value}")}))
    assert found.message == f"'participants' must be a whole number; this is {called}"


def test_what_is_no_text_is_told_so(tmp_path):
    (found,) = problems(claim(tmp_path, "would_change: 12\n"))
    assert found.message == "'would_change' must be text; this is a number"


def test_a_list_of_no_words_is_told_those_that_it_can_hold(tmp_path):
    (found,) = problems(base(tmp_path, {STUDY: ("subjects: people", "subjects: []")}))
    assert found.hint == "one or more of: people, animals, cells"


@pytest.mark.parametrize("value", ["2026-11-01", '"2026-11-01"', "'2025-02-28'"])
def test_date(value, tmp_path):
    root = base(tmp_path, {CLAIM: (END, f"reviewed: {value}\n")})
    assert problems(root) == []
    assert isinstance(load(root)[0].by_id["tea-keeps-awake"].reviewed, date)


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        ("2026-02-30", "bad-value"),
        ('"2026-02-30"', "bad-value"),
        ("2026-13-01", "bad-value"),
        ("01.11.2026", "bad-value"),
        ("1 November 2026", "bad-value"),
        ("2026-11-1", "bad-value"),
        ("2026-11", "bad-value"),
        ("2026-W44-7", "bad-value"),
        ("2026-11-01T10:00", "bad-value"),
        ("2026/11/01", "bad-value"),
        ("today", "bad-value"),
        ('""', "bad-value"),
        ("2026", "wrong-type"),
        ("20261101", "wrong-type"),
        ("yes", "wrong-type"),
        ("[2026-11-01]", "wrong-type"),
        ("", "missing-field"),
    ],
)
def test_what_is_no_date(value, rule, tmp_path):
    (found,) = problems(base(tmp_path, {CLAIM: (END, f"reviewed: {value}\n")}))
    assert (found.rule, found.where.line) == (rule, LAST - 1)
    assert "YYYY-MM-DD" in found.hint or rule == "missing-field"


@pytest.mark.parametrize(
    ("value", "rule", "hint"),
    [
        ("lo", "bad-value", "did you mean 'low'?"),
        ("LOW", "bad-value", "did you mean 'low'?"),
        ("Very-Low", "bad-value", "did you mean 'very-low'?"),
        ("certain", "bad-value", "one of: high"),
        ("x" * 100, "bad-value", "one of: high"),
        ('""', "bad-value", "one of: high"),
        ("4", "wrong-type", "one of: high"),
        ("no", "wrong-type", "one of: high"),
        ("[low]", "wrong-type", "one of: high"),
        ("~", "missing-field", "how sure"),
    ],
)
def test_choice(value, rule, hint, tmp_path):
    (found,) = problems(base(tmp_path, {CLAIM: ("certainty: low", f"certainty: {value}")}))
    assert (found.rule, found.where.line, found.where.column) == (rule, 4, 12)
    assert hint in found.hint
    assert len(found.message) < 120


def test_a_word_that_resembles_none_is_shown_in_part_beside_those_that_it_can_be(tmp_path):
    (found,) = problems(base(tmp_path, {CLAIM: ("certainty: low", f"certainty: {'x' * 61}")}))
    assert found.message == f"'{'x' * 60}' is no certainty known here"
    assert found.hint == "one of: high, moderate, low, very-low, none"


@pytest.mark.parametrize("value", ["people", "[people]", "[people, animals]", "[animals, people, cells]"])
def test_one_choice_or_several(value, tmp_path):
    assert problems(base(tmp_path, {STUDY: ("subjects: people", f"subjects: {value}")})) == []


@pytest.mark.parametrize(
    ("value", "rules"),
    [
        ("[]", ["bad-value"]),
        ("[people, mice]", ["bad-value"]),
        ("[mice, dogs]", ["bad-value", "bad-value"]),
        ("[people, 7]", ["wrong-type"]),
        ("{people: yes}", ["wrong-type"]),
        ("", ["missing-field"]),
    ],
)
def test_choices_that_are_none(value, rules, tmp_path):
    assert [
        each.rule for each in problems(base(tmp_path, {STUDY: ("subjects: people", f"subjects: {value}")}))
    ] == rules


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        ("tags: leaves\n", "wrong-type"),
        ("tags: {a: b}\n", "wrong-type"),
        ("tags:\n", "wrong-type"),
        ("tags: []\n", None),
        ("tags: [a, no]\n", "wrong-type"),
        ("tags: [a, '']\n", "bad-value"),
        ("tags: [[a]]\n", "wrong-type"),
        ("changes: [7]\n", "wrong-type"),
        ("changes: {date: 2026-01-01, what: a, why: b}\n", "wrong-type"),
        ("changes: [{}]\n", "missing-field"),
        ("changes: [{date: 2026-01-01, what: a}]\n", "missing-field"),
        ("changes: [{date: 2026-01-01, what: a, why: b, who: c}]\n", "unknown-field"),
        ("changes: [{date: 2026-01-01, what: a, wy: b}]\n", "unknown-field"),
        ("tag: [a]\n", "unknown-field"),
    ],
)
def test_lists_and_the_mappings_in_them(more, rule, tmp_path):
    assert [each.rule for each in problems(claim(tmp_path, more))] == [rule] * (rule is not None)


@pytest.mark.parametrize("value", ["", "{}", "[]", "words", "7"])
def test_a_mapping_that_is_none_is_one_problem(value, tmp_path):
    rule = "missing-field" if value in ("", "{}") else "wrong-type"
    old = next(line for line in BASE[STUDY].splitlines() if line.startswith("study:"))
    assert [each.rule for each in problems(base(tmp_path, {STUDY: (old, f"study: {value}")}))] == [rule]
    old = next(line for line in BASE[LAY].splitlines() if line.startswith("csl:"))
    assert [each.rule for each in problems(base(tmp_path, {LAY: (old, f"csl: {value}")}))] == [rule]


@pytest.mark.parametrize("title", ['"a\\0b"', '["a\\0b"]', '{x: "\\a"}'])
def test_no_control_character_comes_in_by_the_record_of_a_source(title, tmp_path):
    root = base(tmp_path, {LAY: ("title: Ten things about tea", f"title: {title}")})
    assert [each.rule for each in problems(root)] == ["bad-value"]


def test_numbers_beside_an_escape_in_the_record_of_a_source_are_read(tmp_path):
    title = 'issued: {date-parts: [[2020, 1]]}, title: "Ten \\u2013 things about tea"'
    assert problems(base(tmp_path, {LAY: ("title: Ten things about tea", title)})) == []


def test_a_record_of_a_source_keeps_its_values_as_they_are(tmp_path):
    root = base(
        tmp_path, {LAY: ("title: Ten", "issued: {date-parts: [[2020, 1]]}, accessed: 2026-02-30, title: Ten")}
    )
    csl = load(root)[0].sources["web-tea"].csl
    assert csl["issued"] == {"date-parts": [[2020, 1]]}
    assert csl["accessed"] == "2026-02-30"

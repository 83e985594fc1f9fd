"""Misspelt, unknown and missing fields."""

from __future__ import annotations

import pytest

from claimbook import fields
from claimbook.checks.example import BASE, CLAIM, LAY, STUDY
from claimbook.load.nearest import nearest
from tests.bases import base, problems


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("certainity", "certainty"),
        ("Certainty", "certainty"),
        ("CERTAINTY", "certainty"),
        ("certianty", "certainty"),
        ("certainty ", "certainty"),
        ("certanty_", "certainty"),
        ("'cer tainty'", "certainty"),
        ("\u00a0certainty", "certainty"),
    ],
)
def test_a_misspelt_field_is_one_problem_at_its_name(wrong, meant, tmp_path):
    root = base(tmp_path, {CLAIM: ("certainty: low", f"{wrong}: low")})
    found = problems(root)
    if wrong.strip() == meant and wrong.isascii():
        assert found == []  # YAML passes over the space
    else:
        assert [(each.rule, each.where.line, each.where.column) for each in found] == [
            ("unknown-field", 4, 1)
        ]
        assert f"did you mean '{meant}'?" in found[0].hint


def test_a_field_like_none_is_told_beside_the_one_that_is_missing(tmp_path):
    assert [each.rule for each in problems(base(tmp_path, {CLAIM: ("certainty: low", "sureness: low")}))] == [
        "missing-field",
        "unknown-field",
    ]


def test_a_field_of_another_kind_of_source_is_unknown(tmp_path):
    (found,) = problems(base(tmp_path, {LAY: ("kind: lay-page", "kind: lay-page\nstudy: {}")}))
    assert (found.rule, found.where.line, found.where.end_column) == ("unknown-field", 2, 6)


def test_a_field_like_one_that_is_there_hides_no_missing_one(tmp_path):
    text = BASE[CLAIM].replace("certainty: low\n", "statements: x\n")
    found = problems(base(tmp_path, {CLAIM: text}))
    assert [each.rule for each in found] == ["missing-field", "unknown-field"]
    assert "'statement'" in found[1].hint


def test_a_field_like_one_that_is_there_leaves_that_one_as_it_is(tmp_path):
    text = BASE[CLAIM].replace("Green tea may", "It is always so that green tea may")
    assert [each.rule for each in problems(base(tmp_path, {CLAIM: f"{text}statements: x\n"}))] == [
        "banned-word",
        "unknown-field",
    ]


def test_a_field_that_is_absent_is_meant_rather_than_one_that_is_there(tmp_path):
    (found,) = problems(base(tmp_path, {STUDY: f"{BASE[STUDY]}studus: {{is: corrected}}\n"}))
    assert found.hint == "did you mean 'status'?"


def test_what_was_meant_is_guessed_for_the_first_unknown_fields_only(tmp_path):
    many = "".join(f"tags{number}: x\n" for number in range(60))
    found = problems(base(tmp_path, {CLAIM: f"{BASE[CLAIM]}{many}"}))
    assert [each.hint == "did you mean 'tags'?" for each in found] == [True] * 50 + [False] * 10


def test_of_a_field_that_resembles_none_the_known_ones_are_listed(tmp_path):
    changes = "changes: [{date: 2026-11-01, what: a, why: b, x: c}]\n"
    (found,) = problems(base(tmp_path, {CLAIM: f"{BASE[CLAIM]}{changes}"}))
    assert (found.rule, found.hint) == ("unknown-field", "known here: date, what, why")


@pytest.mark.parametrize(
    ("old", "new", "rule", "hint"),
    [
        ("claim: mice-run-on-tea, as: see-also", "", "missing-field", "needed in it: claim, as"),
        ("{section: Results, starts: Adults who drank, ends: than with water}", "7", "wrong-type",
         "its fields: section, starts, ends"),
        ("plain: People who drank green tea fell asleep later. One study looked at this.", "plain: {}",
         "wrong-type", f"write {fields.CLAIM['plain'].about}"),
        ("reviewed: 2026-11-01\n", "", "missing-field", f"add 'reviewed': {fields.CLAIM['reviewed'].about}"),
        ("related:\n", "  - {}\nrelated:\n", "missing-field", "needed in it: source, stance"),
    ],
)  # fmt: skip
def test_what_a_field_needs_is_told(old, new, rule, hint, tmp_path):
    (found,) = problems(base(tmp_path, {CLAIM: (old, new)}))
    assert (found.rule, found.hint) == (rule, hint)


def test_what_a_mapping_lacks_is_told_at_its_first_name(tmp_path):
    changes = "changes: [{date: 2026-11-01, what: a}]\n"
    (found,) = problems(base(tmp_path, {CLAIM: f"{BASE[CLAIM]}{changes}"}))
    assert (found.rule, found.where.column) == ("missing-field", changes.index("date") + 1)


def test_a_mapping_for_a_list_of_mappings_is_no_list(tmp_path):
    head, tail = BASE[CLAIM].split("evidence:\n")
    text = f"{head}evidence: {{}}\nrelated:{tail.split('related:')[1]}"
    (found,) = problems(base(tmp_path, {CLAIM: text}))
    assert found.rule == "wrong-type"


@pytest.mark.parametrize(
    "shape", [table for name, table in vars(fields).items() if name.isupper() and isinstance(table, dict)]
)
def test_the_nearest_of_the_other_fields_is_always_found(shape):
    for name in shape:
        for wrong in (name + "x", name[1] + name[0] + name[2:], name.upper(), name[:-1] + name[-1] * 2):
            assert nearest(wrong, [name]) == name, wrong


def test_nothing_is_near_a_word_of_another_kind():
    assert nearest("bee", ["statement", "certainty"]) is None
    assert nearest("", ["statement"]) is None
    assert nearest("x" * 61, ["x" * 60]) is None


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("    fit: It speaks of everybody; the study saw a small difference.\n", "", 6),
        ("    fit: It speaks of everybody; the study saw a small difference.\n", "    fit:\n", 10),
        ('    quote: "Tea keeps everybody awake all night"\n', "", 6),
        ("    passage: {section: Results, starts: Adults who drank, ends: than with water}\n", "", 11),
        (
            "    passage: {section: Results, starts: Adults who drank, ends: than with water}\n",
            "    passage: {}\n",
            15,
        ),
        ("section: Results, ", "", 15),
        ("section: Results", "section: ", 15),
    ],
)
def test_what_a_piece_of_evidence_lacks_is_told_where_it_stands(old, new, line, tmp_path):
    found = problems(base(tmp_path, {CLAIM: (old, new)}))
    assert [(each.rule, each.where.line) for each in found] == [("missing-field", line)]


def test_nothing_is_asked_of_evidence_whose_source_is_not_known(tmp_path):
    more = "  - {source: gone, stance: supports}\nrelated:"
    assert [each.rule for each in problems(base(tmp_path, {CLAIM: ("related:", more)}))] == ["unknown-source"]
    kind = BASE[STUDY].replace("kind: article", "kind: paper")
    text = BASE[CLAIM].replace("related:", "  - {source: kim2019, stance: supports}\nrelated:")
    assert [each.rule for each in problems(base(tmp_path, {CLAIM: text, STUDY: kind}))] == ["bad-value"]


def test_a_field_that_stands_twice_hides_no_fault_of_another(tmp_path):
    text = BASE[CLAIM].replace("about: people", "about: persons") + "tags: [a]\ntags: [b]\n"
    assert [each.rule for each in problems(base(tmp_path, {CLAIM: text}))] == ["bad-value", "duplicate-key"]


def test_an_empty_field_that_only_other_sources_need_is_as_good_as_absent(tmp_path):
    lay = ("    reading: overstated\n", "    reading: overstated\n    passage: {}\n")
    assert problems(base(tmp_path, {CLAIM: lay})) == []

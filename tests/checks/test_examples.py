"""Every rule explains itself, and its example shows exactly what it finds."""

from __future__ import annotations

import re

import pytest

from claimbook.checks import rule
from claimbook.checks.example import CLAIM, swap
from claimbook.problem import ERROR, EXCUSABLE, RULES, WARNING
from tests.bases import rules, written

SHAPE = {
    "yaml-syntax",
    "duplicate-key",
    "unsafe-yaml",
    "unknown-field",
    "missing-field",
    "wrong-type",
    "bad-value",
    "bad-id",
    "duplicate-id",
    "not-utf8",
    "empty-base",
}


@pytest.mark.parametrize("name", RULES)
def test_the_good_example_has_no_problem_and_the_bad_one_exactly_this(name, tmp_path):
    example = rule(name).EXAMPLE
    assert rules(written(tmp_path, example.good_files)) == []
    assert rules(written(tmp_path, example.bad_files)) == [name]


@pytest.mark.parametrize("name", RULES)
def test_what_the_example_shows_is_where_its_versions_differ(name):
    example = rule(name).EXAMPLE
    assert example.good != example.bad
    assert example.good_files != example.bad_files
    assert example.bad in example.bad_files.get(example.path, b"").decode("utf-8", "backslashreplace")


@pytest.mark.parametrize("name", RULES)
def test_the_explanation_begins_with_a_plain_sentence(name):
    first, *rest = (rule(name).__doc__ or "").strip().splitlines()
    assert re.fullmatch(r"[A-Z].{20,110}\.", first), first
    assert not rest or not rest[0], "a blank line follows the first sentence"
    assert len(" ".join(rest).split()) >= 20, "it says why it matters and what to do"


def test_the_shape_rules_leave_the_finding_to_the_loading_and_stale_allow_to_the_excusing():
    without = {name for name in RULES if not {"of_claim", "of_source", "find"} & vars(rule(name)).keys()}
    assert without == SHAPE | {"stale-allow"}


def test_codes_are_unique_and_severities_known():
    codes = [kind.code for kind in RULES.values()]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[A-Z]\d\d", code) for code in codes)
    assert {kind.severity for kind in RULES.values()} == {ERROR, WARNING}


def test_an_unknown_rule_has_no_module():
    with pytest.raises(KeyError):
        rule("no-such-rule")


def test_only_warnings_and_four_errors_may_be_excused():
    errors = {name for name in EXCUSABLE if RULES[name].severity == ERROR}
    assert errors == {"banned-word", "number-without-evidence", "quote-is-title", "plain-too-long"}
    assert {name for name, kind in RULES.items() if kind.severity == WARNING} <= EXCUSABLE


@pytest.mark.parametrize("stretch", ["no such words", "tea"])
def test_an_example_swaps_a_stretch_that_stands_once(stretch):
    with pytest.raises(ValueError, match="times in"):
        swap(CLAIM, stretch, "other words")

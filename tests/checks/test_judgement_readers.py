"""What readers need: subjects named, a short plain version, a day of review."""

from __future__ import annotations

from datetime import date

import pytest

from claimbook.checks.example import BASE, CLAIM, MICE, MICE_STUDY
from claimbook.checks.review_overdue import due
from tests.bases import base, problems, rules
from tests.judged import shown

# subjects-unnamed


@pytest.mark.parametrize(
    ("about", "statement", "named"),
    [
        ("animals", "In mice, tea may lead to more running.", True),
        ("animals", "Tea may lead to more running in RATS.", True),
        ("animals", "Tea may make bees dance.", True),
        ("animals", "Tea may make guinea pigs whistle.", True),
        ("animals", "Tea may make a fly walk.", True),
        ("animals", "Tea may lead to more running.", False),
        ("animals", "Tea may lead to a rational mood.", False),
        ("animals", "Tea may lead to more running in people.", False),
        ("animals", "In cells, tea may do more.", False),
        ("cells", "In cultured cells, tea may do more.", True),
        ("cells", "In vitro, tea may do more.", True),
        ("cells", "In-vitro, tea may do more.", True),
        ("cells", "Tea may do more in organoids.", True),
        ("cells", "In yeast, tea may do more.", True),
        ("cells", "Tea may cancel sleep.", False),
        ("cells", "In mice, tea may do more.", False),
    ],
)
def test_a_statement_names_the_animals_or_cells(about, statement, named, tmp_path):
    text = BASE[MICE].replace("In mice, tea may lead to more running.", statement)
    text = text.replace("about: animals", f"about: {about}")
    study = BASE[MICE_STUDY].replace("subjects: animals", f"subjects: {about}")
    root = base(tmp_path, {MICE: text, MICE_STUDY: study})
    assert shown(tmp_path, root) == ([] if named else [("subjects-unnamed", statement)])


def test_people_and_guidance_need_not_be_named(tmp_path):
    text = BASE[CLAIM].replace("keep people awake", "lengthen the evening")
    assert rules(base(tmp_path, {CLAIM: text})) == []


def test_a_statement_that_was_reported_names_nobody_and_is_not_told_so(tmp_path):
    text = BASE[MICE].replace("In mice, tea may lead to more running.", "7")
    assert rules(base(tmp_path, {MICE: text})) == ["wrong-type"]


# plain-too-long


@pytest.mark.parametrize(("words", "expected"), [(60, []), (61, ["plain-too-long"])])
def test_the_plain_version_has_sixty_words_at_most(words, expected, tmp_path):
    old = next(row for row in BASE[CLAIM].splitlines() if row.startswith("plain:"))
    text = "plain: >-\n  " + "\n  ".join(["tea-\u00a0and", *["tea"] * (words - 2)])
    assert rules(base(tmp_path, {CLAIM: (old, text)})) == expected


def test_a_long_plain_version_tells_by_how_much(tmp_path):
    old = next(row for row in BASE[CLAIM].splitlines() if row.startswith("plain:"))
    (found,) = problems(base(tmp_path, {CLAIM: (old, "plain: " + "tea " * 65)}))
    assert ("65 words" in found.message, "cut 5" in found.hint) == (True, True)
    assert (found.where.line, found.where.column) == (3, 8)


# review-overdue


@pytest.mark.parametrize(
    ("reviewed", "today", "overdue"),
    [
        (date(2024, 11, 21), date(2026, 11, 20), False),
        (date(2024, 11, 21), date(2026, 11, 21), False),
        (date(2024, 11, 21), date(2026, 11, 22), True),
        (date(2024, 2, 29), date(2026, 2, 28), False),
        (date(2024, 2, 29), date(2026, 3, 1), True),
        (date(2022, 2, 28), date(2024, 2, 28), False),
        (date(2022, 2, 28), date(2024, 2, 29), True),
        (date(2024, 12, 31), date(2027, 1, 1), True),
        (date(2026, 11, 21), date(2026, 11, 21), False),
        (date(2030, 1, 1), date(2026, 11, 21), False),
        (date(1, 1, 1), date(2, 1, 1), False),
    ],
)
def test_two_years_and_a_day_are_overdue(reviewed, today, overdue, tmp_path):
    assert (due(reviewed) < (today.year, today.month, today.day)) is overdue
    changes = dict.fromkeys((CLAIM, MICE), ("reviewed: 2026-11-01", f"reviewed: {reviewed}"))
    found = problems(base(tmp_path, changes), today=today)
    assert [(each.rule, each.where.column) for each in found] == [("review-overdue", 11)] * 2 * overdue
    assert not any(each.is_error for each in found)


def test_a_claim_without_its_day_is_not_overdue_too(tmp_path):
    assert rules(base(tmp_path, {CLAIM: ("reviewed: 2026-11-01\n", "")})) == ["missing-field"]

"""Passages between two anchors, copied words, negations."""

from __future__ import annotations

import pytest

from claimbook.quoting import SourceText, copied_run, find_passage, negations

HIVE = "In June the bees danced at noon. In June the wasps slept at noon, and bees danced at dusk."


@pytest.mark.parametrize(
    ("starts", "ends", "passages"),
    [
        ("In June the bees", "danced at noon", ["In June the bees danced at noon"]),
        ("the wasps slept", "danced at dusk", ["the wasps slept at noon, and bees danced at dusk"]),
        (
            "In June the",
            "at noon",
            ["In June the bees danced at noon", "In June the wasps slept at noon"],
        ),
        ("the bees danced", "bees danced at", ["the bees danced at"]),
        ("the bees danced", "the bees danced", ["the bees danced"]),
        ("danced at dusk", "In June the", []),
        ("the bees danced", "the bees", []),
        ("bees danced at", "the bees danced at noon", []),
        ("the bees danced", "sang at dusk", []),
        ("the bees sang", "danced at dusk", []),
        ("he bees danced", "at dusk", []),
    ],
)
def test_passage_from_anchor_to_anchor(starts, ends, passages):
    assert [HIVE[start:end] for start, end in find_passage(SourceText(HIVE), starts, ends)] == passages


PARTED = SourceText("one two three, red green blue, four five six")


@pytest.mark.parametrize(
    ("starts", "ends", "passages"),
    [
        ("one two three", "one two three […] four five six", [(0, 44)]),
        ("red green blue", "one two three […] four five six", []),
        ("one two three […] four five six", "red green blue", []),
    ],
)
def test_an_anchor_of_several_parts_goes_from_its_first_to_its_last(starts, ends, passages):
    assert find_passage(PARTED, starts, ends) == passages


@pytest.mark.parametrize(("between", "count"), [(84, 1), (85, 0)])
def test_a_passage_has_at_most_90_words(between, count):
    text = SourceText("one two three " + "and " * between + "four five six")
    assert len(find_passage(text, "one two three", "four five six")) == count


SOURCE = SourceText(
    "Ten bees were fed 0.5 mg of sugar, at noon, and then danced on the white\ncomb for 3 hours. "
    "A co-\noperative hive did well—so well that all the others came."
)


@pytest.mark.parametrize(
    ("own", "run"),
    [
        ("They were fed mg of sugar at noon and then slept.", "were fed mg of sugar at noon and then"),
        ("They were FED (5 mg) of Sugar at noon; and left.", "were FED (5 mg) of Sugar at noon; and"),
        ("They were fed mg of sugar at noon and, 12, then", "were fed mg of sugar at noon and, 12, then"),
        ("They were fed mg of sugar at noon or then", None),
        ("fed mg of sugar at noon and", None),
        ("12 12 12 12 fed mg of sugar at noon and 12 12", None),
        ("A cooperative hive did well so well that all", "A cooperative hive did well so well that all"),
        ("A cooperative hive did well—so well that all", "A cooperative hive did well—so well that all"),
        ("and then danced on the white comb for hours", "and then danced on the white comb for hours"),
        ("They _were fed_ mg of sugar at noon and", "_were fed_ mg of sugar at noon and"),
        ("", None),
    ],
)
def test_copied_run(own, run):
    assert copied_run(own, SOURCE) == run


def test_the_longest_of_several_runs():
    own = "bees were fed mg of sugar at noon; then danced on the white comb for hours a cooperative"
    assert copied_run(own, SOURCE, limit=5) == "then danced on the white comb for hours a cooperative"
    assert copied_run(f"In June the ten {own}", SOURCE, limit=5).startswith("then danced")
    assert copied_run(own, SOURCE, limit=10) is None


def test_a_run_has_whole_words():
    assert (
        copied_run("e bees were fed mg of sugar at", SourceText("The bees were fed mg of sugar atop")) is None
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("no not never none nor neither cannot without", "no not never none nor neither cannot without"),
        ("NO one; Not me. (Never)", "NO Not Never"),
        ("It isn't, didn’t or wonʼt", "isn't didn't won't"),
        ("no-one", "no"),
        ("with-\nout it, no-\none", "without"),
        ("no-\none", "no"),
        ("n\u200bot", "not"),
        ("nothing knot noted another nose cannots withouts annoy non", ""),
        ("it's what they've had", ""),
        ("n't", ""),
        ("", ""),
    ],
)
def test_negations(text, found):
    assert " ".join(negations(text)) == found

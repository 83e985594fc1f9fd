"""What a statement and its plain version may say."""

from __future__ import annotations

import pytest

from claimbook.checks.example import BASE, CLAIM, STUDY
from tests.bases import base, problems, rules
from tests.judged import CITED, shown, with_review

# wording-outruns-certainty


@pytest.mark.parametrize(
    ("statement", "certainty", "expected"),
    [
        ("Green tea keeps people awake.", "low", ["wording-outruns-certainty"]),
        ("Green tea probably keeps people awake.", "low", ["wording-outruns-certainty"]),
        ("Green tea could keep people awake.", "low", []),
        ("It is very uncertain whether green tea keeps people awake.", "low", []),
        # another rule speaks of the certainty, and with its certainty the wording would do
        ("Green tea may keep people awake.", "very-low", ["reasons-missing"]),
        ("Green tea may keep people awake.", "high", ["certainty-above-ceiling"]),
        ("Green tea keeps people awake.", "high", ["certainty-above-ceiling"]),
        # the wording is wrong for both
        (
            "Green tea keeps people awake.",
            "moderate",
            ["wording-outruns-certainty", "certainty-above-ceiling"],
        ),
        ("Green tea keeps people awake.", "very-low", ["wording-outruns-certainty", "reasons-missing"]),
    ],
)
def test_the_wording_fits_the_certainty(statement, certainty, expected, tmp_path):
    text = BASE[CLAIM].replace("Green tea may keep people awake for longer.", statement)
    assert (
        rules(base(tmp_path, {CLAIM: text.replace("certainty: low", f"certainty: {certainty}")})) == expected
    )


def test_the_whole_statement_is_marked_and_the_hint_gives_the_words(tmp_path):
    root = base(tmp_path, {CLAIM: ("Green tea may keep people", "Green tea keeps people")})
    assert shown(tmp_path, root) == [
        ("wording-outruns-certainty", "Green tea keeps people awake for longer.")
    ]
    assert "“may” or “might” or “could”" in problems(root)[0].hint


def test_words_that_the_ceiling_would_allow_are_too_sure_for_a_lower_certainty(tmp_path):
    sure = {"Green tea may keep": "Green tea probably keeps"}
    reason = {"about: people": "about: people\nreasons: [{domain: imprecision, note: Few people.}]"}
    assert rules(with_review(tmp_path, sure | reason)) == ["wording-outruns-certainty"]
    # it is to be lowered to what the review's authors gave, not raised to the ceiling
    graded = f"{CITED}    graded: very-low\n"
    both = ["wording-outruns-certainty", "reasons-missing"]
    assert rules(with_review(tmp_path, sure, cited=graded)) == both


@pytest.mark.parametrize("certainty", ["high", "moderate"])
def test_guidance_needs_no_wording(certainty, tmp_path):
    label = (
        BASE[STUDY]
        .replace("kind: article", "kind: label")
        .replace("DOI: 10.1234/tea.2019", "URL: https://example.org/label")
    )
    label = label.replace('  PMID: "31000001"\n', "").replace("randomized-trial", "drug-label")
    text = BASE[CLAIM].replace("Green tea may keep people awake for longer.", "The label names a cup.")
    text = text.replace("about: people", "about: guidance")
    text = text.replace(
        "certainty: low", f"certainty: {certainty}\nreasons: [{{domain: imprecision, note: An old label.}}]"
    )
    assert rules(base(tmp_path, {STUDY: label, CLAIM: text})) == []


@pytest.mark.parametrize(
    "fault",
    [("about: people", "about: persons"), ("certainty: low", "certainty: lo"), ("certainty: low\n", "")],
)
def test_the_wording_is_not_judged_by_a_value_that_was_reported(fault, tmp_path):
    text = BASE[CLAIM].replace("Green tea may keep", "Green tea keeps").replace(*fault)
    assert "wording-outruns-certainty" not in rules(base(tmp_path, {CLAIM: text}))


# banned-word


@pytest.mark.parametrize(
    "word",
    [
        "proven",
        "Proven",
        "breakthrough",
        "breakthroughs",
        "miracle",
        "miracles",
        "cure",
        "cures",
        "cured",
        "always",
        "guaranteed",
        "game-changer",
        "game changers",
        "gamechanger",
        "game‑changer",
    ],
)
@pytest.mark.parametrize("field", ["statement", "plain"])
def test_a_word_that_promises_too_much_is_marked_itself(word, field, tmp_path):
    old = {"statement": "Green tea may", "plain": "One study looked"}[field]
    root = base(tmp_path, {CLAIM: (old, f"It is “{word}”; {old}")})
    assert shown(tmp_path, root) == [("banned-word", word)]
    assert problems(root)[0].message == f"“{word}” promises more than any study can carry"


@pytest.mark.parametrize(
    "word", ["unproven", "secure", "curettage", "obscured", "a way", "guarantee", "game"]
)
def test_other_words_are_fine(word, tmp_path):
    assert rules(base(tmp_path, {CLAIM: ("One study looked", f"It is {word}. One study looked")})) == []


def test_each_word_is_told_once_a_field(tmp_path):
    text = BASE[CLAIM].replace("One study looked", "A cure, cured and cures, always. One study looked")
    text = text.replace("Green tea may", "It is always so: green tea may".replace(": ", "; "))
    assert shown(tmp_path, base(tmp_path, {CLAIM: text})) == [
        ("banned-word", "always"),
        ("banned-word", "cure"),
        ("banned-word", "always"),
    ]


@pytest.mark.parametrize(
    ("written", "line", "column"),
    [
        ("plain: >-\n  People who drank\n  tea are always awake.", 5, 11),
        ('plain: "Tea keeps\n  people always awake."', 4, 10),
        ("plain: 'It is always so.'", 3, 15),
        ('plain: "It is \\x61lways so."', 3, 8),  # the word does not stand there as such: the whole value
        ('plain: "Tea is a game\n  changer."', 3, 8),  # nor here, where a line break lies in it
    ],
)
def test_the_word_is_found_in_every_way_of_writing_text(written, line, column, tmp_path):
    old = next(row for row in BASE[CLAIM].splitlines() if row.startswith("plain:"))
    (found,) = problems(base(tmp_path, {CLAIM: (old, written)}))
    assert (found.rule, found.where.line, found.where.column) == ("banned-word", line, column)


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("Green tea may be safe.", True),
        ("Green tea may safely be drunk.", True),
        ("Safe tea may keep people awake.", True),
        ("Green tea may be safe, and may not be dear.", True),
        ("It may not be known to be quite safe.", True),
        ("Green tea may not be safe.", False),
        ("Green tea may never be very safe.", False),
        ("Green tea isn't now quite as safe; it may harm.", True),
        ("Green tea isn't quite safe; it may harm.", False),
        ("Green tea isn’t safe and may harm.", False),
        ("Green tea may not be safe, and black tea may be safe.", True),
        ("Green tea may be safer than coffee.", False),
        ("Green tea may be unsafe.", False),
        ("Green tea may threaten safety.", False),
    ],
)
def test_a_bare_safe_in_a_statement(statement, told, tmp_path):
    root = base(tmp_path, {CLAIM: ("Green tea may keep people awake for longer.", statement)})
    assert rules(root) == ["banned-word"] * told


def test_a_safe_with_a_figure_and_a_safe_in_the_plain_version_are_fine(tmp_path):
    figure = ("Green tea may keep people awake for longer.", "Green tea may be safe for 48 adults.")
    assert rules(base(tmp_path, {CLAIM: figure})) == []
    assert (
        rules(base(tmp_path, {CLAIM: ("One study looked", "Nobody knows if it is safe. One study looked")}))
        == []
    )


def test_a_banned_word_may_be_excused(tmp_path):
    text = BASE[CLAIM].replace("One study looked", "It has the breakthrough designation. One study looked")
    assert rules(base(tmp_path, {CLAIM: f"{text}allow: [{{rule: banned-word, because: A name.}}]\n"})) == []

"""LIX: sentence length plus the share of long words."""

from __future__ import annotations

import pytest

from claimbook.checks.example import BASE, CLAIM
from claimbook.checks.hard_to_read import lix
from tests.bases import base, problems

OLD = "People who drank green tea fell asleep later. One study looked at this."
EASY = "They drank tea and slept late. " * 5
HARD = (
    "Considerable uncertainties surround extraordinarily complicated pharmacological interactions nowadays. "
    * 4
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one two three four five. " * 5, 5.0),
        ("one two three four letters. " * 5, 25.0),
        ("one two three four sevenly. Six! " * 5, 3.0 + 100 / 6),
        ("one two three four sixsix? " * 5, 5.0),
        ("one two three four five " * 5, None),  # no sentence
        ("one two three four. " * 6, None),  # too short to tell
        ("0.5 of two or three " * 5 + ".", 5 * 6 / 1),
    ],
)
def test_the_measure(text, expected):
    assert lix(text) == (None if expected is None else pytest.approx(expected))


def found(tmp_path, plain):
    return problems(base(tmp_path, {CLAIM: BASE[CLAIM].replace(OLD, plain)}))


def told(tmp_path, plain):
    return [each.rule for each in found(tmp_path, plain)]


def test_hard_texts_are_warned_of_and_easy_ones_not(tmp_path):
    assert told(tmp_path, EASY.strip()) == []
    assert told(tmp_path, HARD.strip()) == ["hard-to-read"]


def test_forty_are_the_most_and_the_warning_stands_at_the_text(tmp_path):
    sentence = "one two three four five six seven {} letters letters. "
    assert told(tmp_path, (sentence.format("letters") * 4).strip()) == []
    harder = sentence.replace("six", "letters").format("letters") + sentence.format("letters") * 3
    (problem,) = found(tmp_path, harder.strip())
    assert problem.message == "this is hard to read: LIX 42, and 40 are the most"
    assert (problem.where.line, problem.where.column) == (3, 8)


@pytest.mark.parametrize(("words", "expected"), [(60, "hard-to-read"), (61, "plain-too-long")])
def test_a_text_that_is_too_long_is_one_problem(words, expected, tmp_path):
    assert told(tmp_path, "uncertainties " * (words - 1) + "surround.") == [expected]


def test_a_need_for_long_words_can_be_excused(tmp_path):
    text = BASE[CLAIM].replace(OLD, HARD.strip())
    text += "allow: [{rule: hard-to-read, because: The name of the drug is long.}]\n"
    assert problems(base(tmp_path, {CLAIM: text})) == []

"""Which words a statement needs at which certainty."""

from __future__ import annotations

import pytest

from claimbook.fields import CERTAINTIES
from claimbook.grading import allowed_words, fits_wording, rank


def test_certainties_are_ranked_from_none_to_high():
    assert sorted(CERTAINTIES, key=rank) == ["none", "very-low", "low", "moderate", "high"]
    assert rank("none") == 0
    assert rank("high") == 4


LEAST = {
    "Bees dance.": "high",
    "Bees probably dance.": "moderate",
    "Likely, bees dance.": "moderate",
    "Bees are unlikely to dance.": "moderate",
    "Bees may dance.": "low",
    "Bees might dance.": "low",
    "Bees could dance.": "low",
    "It is very uncertain whether bees dance.": "very-low",
    "It is very\nuncertain whether bees dance.": "very-low",
    "In May, bees dance.": "high",
    "Bees dance in a mayor's garden.": "high",
    "Uncertain bees dance.": "high",
}


@pytest.mark.parametrize("certainty", ["high", "moderate", "low", "very-low"])
@pytest.mark.parametrize("statement", LEAST)
def test_a_statement_fits_every_certainty_that_is_no_less_than_its_words(statement, certainty):
    assert fits_wording(statement, certainty) is (rank(certainty) >= rank(LEAST[statement]))


@pytest.mark.parametrize("statement", LEAST)
def test_a_claim_without_certainty_needs_no_wording(statement):
    assert fits_wording(statement, "none")


@pytest.mark.parametrize("certainty", CERTAINTIES)
def test_each_word_that_is_offered_fits(certainty):
    for word in allowed_words(certainty):
        assert fits_wording(f"Bees {word} dance.", certainty)
    assert bool(allowed_words(certainty)) is (not fits_wording("Bees dance.", certainty))


def test_the_words_offered_are_those_of_the_method():
    assert allowed_words("very-low") == ("very uncertain",)
    assert allowed_words("low") == ("may", "might", "could")
    assert allowed_words("moderate") == ("probably", "likely")

"""Agreement at its borders, and what falls with a source."""

from __future__ import annotations

import pytest

from claimbook.grading import AGREEMENTS, agreement, falls, rests_on
from tests.swarm import AGAINST, FOR, QUALIFIES, heard, mice, rct, review, source


def stances(supports=0, disputes=0, qualifies=0, others=0):
    studies = [(rct(f"f{n}"), FOR) for n in range(supports)]
    studies += [(rct(f"a{n}"), AGAINST) for n in range(disputes)]
    studies += [(rct(f"q{n}"), QUALIFIES) for n in range(qualifies)]
    studies += [(mice(f"m{n}"), FOR) for n in range(others)]
    return heard("people", *studies)


@pytest.mark.parametrize(
    ("verdict", "counts"),
    [
        ("no-study", {}),
        ("no-study", {"others": 3}),
        ("against", {"disputes": 1}),
        ("against", {"disputes": 1, "qualifies": 9}),
        ("against", {"disputes": 2, "others": 5}),
        ("only-qualified", {"qualifies": 1}),
        ("only-qualified", {"qualifies": 4}),
        ("one-study", {"supports": 1}),
        ("one-study", {"supports": 1, "others": 4}),
        ("split", {"supports": 2, "disputes": 1}),
        ("split", {"supports": 1, "disputes": 1, "qualifies": 5}),
        ("mostly", {"supports": 3, "disputes": 1}),  # a quarter is not over a quarter
        ("split", {"supports": 5, "disputes": 2}),
        ("mostly", {"supports": 6, "disputes": 2}),
        ("qualified", {"supports": 3, "disputes": 1, "qualifies": 3}),
        ("qualified", {"supports": 1, "qualifies": 1}),
        ("qualified", {"supports": 1, "qualifies": 2}),
        ("mostly", {"supports": 2, "qualifies": 1}),
        ("mostly", {"supports": 3, "disputes": 1, "qualifies": 2}),
        ("agree", {"supports": 2}),
        ("agree", {"supports": 9, "others": 1}),
    ],
)
def test_agreement(verdict, counts):
    assert agreement(stances(**counts)) == verdict
    assert verdict in AGREEMENTS


def test_a_claim_rests_on_the_source_without_which_its_ceiling_falls_below_it():
    found = falls("people", heard("people", (review(), FOR), (source("c", "cohort"), FOR)), [])
    assert [tuple(fall) for fall in found] == [
        ("review", "low", "one-study"),
        ("c", "moderate", "one-study"),
    ]
    assert rests_on("moderate", found) == ["review"]
    assert rests_on("low", found) == []


def test_a_claim_with_one_study_rests_on_it_and_two_that_carry_it_each_alone_on_none():
    assert rests_on("low", falls("people", heard("people", (rct(), FOR)), [])) == ["rct"]
    two = heard("people", (rct("a"), FOR), (rct("b"), FOR))
    assert rests_on("low", falls("people", two, [])) == []


def test_a_source_that_speaks_of_several_subjects_falls_whole():
    both = source("both", "randomized-trial", "people+animals")
    found = falls("people", heard("people", (both, FOR), (both, FOR, {"subjects": ("animals",)})), [])
    assert [tuple(fall) for fall in found] == [("both", "none", "no-study")]


def test_reasons_are_weighed_in_the_falls_too():
    three = [(source(key, "cohort"), FOR) for key in "abc"]
    found = falls("people", heard("people", *three), ["large-effect"])
    assert {fall.ceiling for fall in found} == {"moderate"}
    assert {fall.ceiling for fall in falls("people", heard("people", *three[:2]), ["large-effect"])} == {
        "low"
    }

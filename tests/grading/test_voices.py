"""Who speaks on a claim, and with which one stance."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from claimbook.grading import agreement, is_own, speaks, voices
from claimbook.model import Status
from tests.swarm import AGAINST, FOR, LAY, NOWHERE, QUALIFIES, claim, graded, heard, rct, review, source


def test_a_lay_page_and_a_retracted_source_never_speak():
    assert speaks(rct())
    assert not speaks(LAY)
    assert not speaks(None)
    assert not speaks(replace(rct(), status=Status(NOWHERE, "retracted")))
    assert speaks(replace(rct(), status=Status(NOWHERE, "corrected")))
    assert speaks(replace(rct(), status=Status(NOWHERE, "concern")))


def test_a_study_marked_as_lay_page_by_its_kind_does_not_speak():
    assert not speaks(replace(rct(), kind="lay-page"))
    assert not speaks(replace(rct(), study=None))


def test_a_lay_page_has_studied_nobody():
    asked = claim(("web", FOR))
    assert not is_own(asked, asked.evidence[0], LAY)


def test_of_a_retracted_source_nothing_is_heard():
    fallen = replace(rct(), status=Status(NOWHERE, "retracted"))
    assert graded("people", (fallen, FOR)) == "none"
    assert graded("people", (fallen, FOR), (review(), FOR)) == "moderate"
    assert agreement(heard("people", (fallen, FOR))) == "no-study"


@pytest.mark.parametrize(
    ("stances", "one"),
    [
        ((FOR,), FOR),
        ((FOR, FOR), FOR),
        ((AGAINST,), AGAINST),
        ((QUALIFIES,), QUALIFIES),
        ((FOR, AGAINST), QUALIFIES),
        ((FOR, AGAINST, QUALIFIES), QUALIFIES),
        ((AGAINST, QUALIFIES), AGAINST),
        ((FOR, QUALIFIES), FOR),
    ],
)
def test_a_source_with_several_findings_has_one_stance(stances, one):
    for order in permutations(stances):
        found = heard("people", *((rct(), stance) for stance in order))
        assert [(voice.key, voice.stance) for voice in found] == [("rct", one)]


def test_items_that_cannot_be_read_are_not_heard():
    sources = {"rct": rct(), "vague": source("vague", None)}
    found = voices(claim(("rct", None), ("gone", FOR), (None, FOR), ("vague", FOR)), sources)
    assert found == []


def test_voices_stand_in_the_order_of_the_evidence():
    found = heard("people", (rct("b"), FOR), (rct("a"), FOR), (rct("b"), FOR))
    assert [voice.key for voice in found] == ["b", "a"]


def test_a_part_counts_with_its_source_through_several_steps():
    whole, part, crumb = rct(n=60), rct("part", n=70, part_of="rct"), rct("crumb", n=70, part_of="part")
    assert [voice.key for voice in heard("people", (whole, FOR), (part, FOR), (crumb, FOR))] == ["rct"]
    assert graded("people", (whole, FOR), (part, FOR), (crumb, FOR)) == "low"


def test_two_parts_count_once_though_their_whole_is_not_cited():
    one, two = rct("one", n=80, part_of="rct"), rct("two", n=80, part_of="rct")
    assert [voice.key for voice in heard("people", (one, FOR), (two, FOR), rct=rct())] == ["rct"]


def test_a_part_of_something_unknown_stands_for_itself():
    assert [voice.key for voice in heard("people", (rct("part", part_of="gone"), FOR))] == ["part"]


def test_a_part_of_a_lay_page_ends_there():
    assert [voice.key for voice in heard("people", (rct("part", part_of="web"), FOR), web=LAY)] == ["web"]


@pytest.mark.parametrize("parts", [{"a": "a"}, {"a": "b", "b": "a"}, {"a": "b", "b": "c", "c": "a"}])
def test_a_circle_of_parts_is_one_voice_wherever_it_is_entered(parts):
    ring = [(rct(key, n=60, part_of=of), FOR) for key, of in parts.items()]
    tail = (rct("tail", n=60, part_of="a"), FOR)
    for order in permutations([*ring, tail]):
        assert [voice.key for voice in heard("people", *order)] == ["a"]


def test_of_a_part_and_its_whole_the_larger_number_of_people_counts():
    whole, part, other = rct(n=60), rct("part", n=40, part_of="rct"), rct("other", n=40)
    assert graded("people", (part, FOR), (whole, FOR), (other, FOR)) == "moderate"
    assert graded("people", (part, FOR), (other, FOR), (rct("third", n=19), FOR)) == "low"


def test_an_item_may_have_its_own_subjects_and_design():
    retold = (
        source("essay", "narrative-review"),
        FOR,
        {"subjects": ("animals",), "design": "animal-experiment"},
    )
    assert graded("animals", retold) == "low"
    assert graded("people", retold) == "very-low"


def test_one_source_speaks_apart_for_its_own_subjects_and_for_others():
    both = source("both", "randomized-trial", "people+animals")
    found = heard("people", (both, FOR), (both, AGAINST, {"subjects": ("animals",)}))
    assert [(voice.stance, voice.own) for voice in found] == [(FOR, True), (AGAINST, False)]

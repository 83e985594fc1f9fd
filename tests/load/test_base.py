"""What a base keeps of what it read, what it lets go of, and which files are its own."""

from __future__ import annotations

import pytest

from claimbook.checks.example import BASE, CLAIM, LAY_TEXT, MICE, STUDY, TOPICS
from claimbook.load import load
from claimbook.load.base import Base
from claimbook.problem import Problem, Span
from tests.bases import base, loaded, written


def test_claims_and_sources_are_read_once_until_they_are_let_go(tmp_path):
    held = Base(base(tmp_path))
    claim, source = held.claim(CLAIM), held.source("kim2019")
    assert held.claim(CLAIM) is claim
    assert held.source("kim2019") is source
    held.forget(CLAIM)
    held.forget("claims/tea/nothing.yaml")
    assert held.claim(CLAIM) is not claim
    assert held.source("nobody") is None


def test_its_files_are_all_but_texts_that_cannot_be_read(tmp_path):
    stray = "claims/tea.yml"
    root = base(tmp_path, {stray: "", "claims/README": "", "sources/kim2019.txt": b"\xff"})
    assert Base(root).files == {*BASE, stray}


@pytest.mark.parametrize(
    ("changes", "unread"),
    [
        ({}, set()),
        ({CLAIM: b"\xff"}, {CLAIM}),
        ({STUDY: "", MICE: "tea"}, {STUDY, MICE}),
        ({LAY_TEXT: b"\xff"}, {LAY_TEXT}),
        ({TOPICS: b"\xff"}, {TOPICS}),
        ({TOPICS: "- tea\n"}, {TOPICS}),
        ({TOPICS: "[]\n"}, {TOPICS}),
        ({TOPICS: ("title: Tea", "titel: Tea")}, set()),
        ({TOPICS: None, "claims/topics.yml": BASE[TOPICS]}, {TOPICS, "claims/topics.yml"}),
        ({"claims/tea.yaml": BASE[CLAIM]}, {"claims/tea.yaml"}),
    ],
)
def test_what_could_not_be_read_is_known(changes, unread, tmp_path):
    assert load(base(tmp_path, changes))[0].unread == unread


def test_a_base_without_a_claim_is_told_what_to_do(tmp_path):
    hint = "write the first one: claims/<topic>/<id>.yaml"
    empty = Problem(Span("claims"), "empty-base", "this base holds no claim", hint)
    assert loaded(written(tmp_path, {})) == [empty]
    assert empty in loaded(written(tmp_path, {"sources/tea.yml": "kind: article"}))
    (found,) = loaded(base(tmp_path, {TOPICS: None}))
    assert found.hint == "list the topics: - {id, title, question, summary}"

"""The claims as SciFact has them: labels only where a study takes a side, sentences only ours."""

from __future__ import annotations

import json

import pytest

from claimbook.checks.example import CLAIM, STUDY
from tests.exported import NASTY, exported, nasty


def lines(files, name):
    text = files[f"scifact-{name}.jsonl"].decode()
    assert text.endswith("\n")
    return [json.loads(line) for line in text.splitlines()]


def claims(files):
    return {each["key"]: each for each in lines(files, "claims")}


def documents(files):
    return {each["doc_id"]: each for each in lines(files, "corpus")}


def told(files, key="tea-keeps-awake"):
    """For each study of the claim its label and its sentences."""
    studies, found = documents(files), {}
    for number, each in claims(files)[key]["evidence"].items():
        (only,) = each
        study = studies[int(number)]
        found[study["key"]] = (only["label"], [study["abstract"][at] for at in only["sentences"]])
    return found


POOLED = ["Pooled over 9 trials, tea delayed sleep."]
TRIAL = ["In 48 adults, those given green tea fell asleep 20 minutes later."]


def test_a_document_is_a_study_with_our_sentences(tmp_path):
    found = documents(exported(tmp_path))
    assert [each["key"] for each in found.values()] == [
        "ito2020",
        "kim2019",
        "kim2021",
        "lopez2021",
        "tea-label",
    ]
    assert found[1] == {
        "doc_id": 1,
        "title": "A pooled look at tea",
        "abstract": POOLED,
        "structured": False,
        "key": "ito2020",
    }


def test_studies_that_take_a_side_are_labelled_and_the_others_only_cited(tmp_path):
    files = exported(tmp_path)
    assert told(files) == {"ito2020": ("SUPPORT", POOLED), "kim2019": ("SUPPORT", TRIAL)}
    assert claims(files)["tea-keeps-awake"]["cited_doc_ids"] == [1, 2, 3]


def test_a_statement_of_lay_pages_alone_has_its_prefix_and_no_evidence(tmp_path):
    found = claims(exported(tmp_path))["tea-all-night"]
    assert found["claim"] == "A web page says: Tea keeps everybody awake until morning."
    assert (found["evidence"], found["cited_doc_ids"], found["certainty"]) == ({}, [], "none")


PART = "source: kim2021\n    stance: qualifies"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {CLAIM: ("source: ito2020\n    stance: supports", "source: ito2020\n    stance: disputes")},
            "CONTRADICT",
        ),
        ({CLAIM: (PART, "source: ito2020\n    stance: qualifies")}, "SUPPORT"),
        ({CLAIM: (PART, "source: ito2020\n    stance: disputes")}, None),
        ({CLAIM: ("subjects: people\n    design", "subjects: animals\n    design")}, None),
    ],
)
def test_a_label_is_the_side_that_grading_gives(tmp_path, changes, expected):
    found = told(exported(tmp_path, changes))
    assert found.get("ito2020") == ((expected, POOLED) if expected else None)


def test_a_retracted_study_has_no_label(tmp_path):
    assert "kim2019" not in told(exported(tmp_path, {STUDY: ("is: corrected", "is: retracted")}))


def test_hostile_text_stays_in_its_line(tmp_path):
    files = exported(tmp_path, nasty(tmp_path))
    assert claims(files)["tea-keeps-awake"]["claim"] == NASTY
    assert documents(files)[2]["title"] == NASTY
    assert told(files)["ito2020"][1] == [NASTY] or told(files)["kim2019"]

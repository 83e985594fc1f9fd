"""A certainty above its ceiling, and what a reported value may have been meant to be."""

from __future__ import annotations

import pytest

from claimbook.checks.example import BASE, CLAIM, LAY, MICE_STUDY, STUDY
from tests.bases import base, problems, rules
from tests.judged import CITED, KIM, NEW_REVIEW, REVIEW, lay_only, only_lay, shown, with_review

# certainty-above-ceiling


@pytest.mark.parametrize(("certainty", "expected"), [("high", ["certainty-above-ceiling"]), ("low", [])])
def test_a_certainty_above_the_ceiling_stands_at_its_value(certainty, expected, tmp_path):
    root = base(tmp_path, {CLAIM: ("certainty: low", f"certainty: {certainty}")})
    assert shown(tmp_path, root) == [(rule, certainty) for rule in expected]


def test_the_message_names_the_ceiling(tmp_path):
    (found,) = problems(base(tmp_path, {CLAIM: ("certainty: low", "certainty: high")}))
    assert "allow low at most" in found.message
    assert "low" in found.hint


def test_of_a_design_that_cannot_be_read_the_message_names_the_highest_ceiling(tmp_path):
    unread = ("design: randomized-trial", "design: randomised-trial")
    root = base(tmp_path, {CLAIM: ("certainty: low", "certainty: high"), STUDY: unread})
    told = {problem.rule: problem.message for problem in problems(root)}
    assert "allow low at most" in told["certainty-above-ceiling"]


def test_one_study_against_is_not_all_of_them(tmp_path):
    against = CITED.replace("supports", "disputes")
    text = BASE[CLAIM].replace("related:", f"{against}related:")
    second = NEW_REVIEW.replace("meta-analysis, of: randomized-trial", "cohort")
    assert against != CITED
    assert "against-above-very-low" not in rules(base(tmp_path, {CLAIM: text, REVIEW: second}))


def test_a_large_effect_may_raise_the_ceiling_of_two_observational_studies(tmp_path):
    text = BASE[CLAIM].replace("certainty: low", "certainty: moderate")
    reason = "reasons: [{domain: large-effect, note: Hours apart.}]\n"
    cohort = BASE[STUDY].replace("randomized-trial", "cohort")
    second = NEW_REVIEW.replace("meta-analysis, of: randomized-trial", "cohort")
    changes = {STUDY: cohort, REVIEW: second}
    text = text.replace("related:", f"{CITED}related:")
    assert rules(base(tmp_path, {**changes, CLAIM: text})) == ["certainty-above-ceiling"]
    assert rules(base(tmp_path, {**changes, CLAIM: reason + text})) == []


# Faults elsewhere: silent where they decide, and only there

HIGH = ("certainty: low", "certainty: high")


@pytest.mark.parametrize(
    ("path", "fault", "echoed"),
    [
        # what only decides between kinds of one study cannot make this claim highly certain
        (STUDY, ("participants: 48", "participants: many"), "wrong-type"),
        (STUDY, ("design: randomized-trial", "design: randomised-trial"), "bad-value"),
        (STUDY, ("design: randomized-trial", "desing: randomized-trial"), "unknown-field"),
        (STUDY, ("subjects: people", "subjects: persons"), "bad-value"),
        (CLAIM, ("    stance: supports\n    quote", "    stance: says\n    quote"), "bad-value"),
        (CLAIM, ("about: people", "about: persons"), "bad-value"),
        (MICE_STUDY, ("design: animal-experiment", "design: mice"), "bad-value"),
        (LAY, ("lay: {publisher: unknown}", "lay: unknown"), "wrong-type"),
    ],
)
def test_a_fault_that_cannot_lift_the_ceiling_so_far_hides_nothing(path, fault, echoed, tmp_path):
    text = BASE[path].replace(*fault)
    assert text != BASE[path]
    claim = (text if path == CLAIM else BASE[CLAIM]).replace(*HIGH)
    found = rules(base(tmp_path, {path: text, CLAIM: claim}))
    assert sorted(found) == sorted(["certainty-above-ceiling", echoed])


@pytest.mark.parametrize(
    ("path", "fault", "expected"),
    [
        (STUDY, ("kind: article", "kind: paper"), "bad-value"),
        (STUDY, ("study: {", "study: [{"), "yaml-syntax"),
        (CLAIM, ("source: kim2019", "source: kim2091"), "unknown-source"),
        (CLAIM, (KIM, "  - source: kim2019\n    stance: says"), "bad-value"),
    ],
)
def test_a_fault_that_may_lift_the_ceiling_is_told_alone(path, fault, expected, tmp_path):
    text = BASE[path].replace(*fault)
    claim = (text if path == CLAIM else BASE[CLAIM]).replace("certainty: low", "certainty: moderate")
    assert rules(base(tmp_path, {path: text, CLAIM: claim})) == [expected]


def test_an_unknown_domain_may_have_been_one_that_raises(tmp_path):
    cohort = BASE[STUDY].replace("randomized-trial", "cohort")
    second = NEW_REVIEW.replace("meta-analysis, of: randomized-trial", "cohort")
    text = (
        BASE[CLAIM].replace("certainty: low", "certainty: moderate").replace("related:", f"{CITED}related:")
    )
    for reason, expected in (
        ("reasons: [{domain: large-efect, note: Hours apart.}]\n", ["bad-value"]),
        ("reason: [{domain: large-effect, note: Hours apart.}]\n", ["unknown-field"]),
        ("reasons: [{domain: imprecision, note: Few.}]\n", ["certainty-above-ceiling"]),
    ):
        assert rules(base(tmp_path, {STUDY: cohort, REVIEW: second, CLAIM: reason + text})) == expected


def test_what_a_faulty_item_or_study_was_meant_to_be_is_left_open(tmp_path):
    high = {"certainty: low": "certainty: high"}
    for fault in ("graded: lowish", "stance: says", "design: metanalysis", "subjects: persons"):
        name, _, value = fault.partition(": ")
        cited = (
            CITED.replace("stance: supports", fault) if name == "stance" else f"{CITED}    {name}: {value}\n"
        )
        assert rules(with_review(tmp_path, high, cited=cited)) == ["bad-value"], fault
    for fault in ("of: trials", "part_of: 7", "design: pooling"):
        name, _, value = fault.partition(": ")
        review = NEW_REVIEW.replace("{design: meta-analysis, of: randomized-trial,", "{")
        fields = {"design": "meta-analysis", "of": "randomized-trial", name: value}
        pairs = ", ".join(f"{key}: {word}" for key, word in fields.items())
        review = review.replace("study: {", f"study: {{{pairs},")
        found = rules(with_review(tmp_path, high, review=review))
        assert found in (["bad-value"], ["wrong-type"]), fault


@pytest.mark.parametrize("fault", ["design: randomised-trial", "subjects: persons"])
def test_a_faulty_field_of_an_item_may_have_said_what_its_study_does_not(fault, tmp_path):
    study = BASE[STUDY].replace("subjects: people", "subjects: animals")
    if "design" in fault:
        study = BASE[STUDY].replace("design: randomized-trial", "design: case-report")
    assert rules(base(tmp_path, {STUDY: study})) == ["certainty-above-ceiling"]
    item = (KIM, f"{KIM}\n    {fault}")
    assert rules(base(tmp_path, {STUDY: study, CLAIM: item})) == ["bad-value"]


@pytest.mark.parametrize("certainty", ["low", "moderate"])
def test_a_number_of_participants_that_cannot_be_read_may_be_small_or_large(certainty, tmp_path):
    second = NEW_REVIEW.replace("meta-analysis, of: randomized-trial", "randomized-trial, participants: many")
    root = with_review(tmp_path, {"certainty: low": f"certainty: {certainty}"}, review=second)
    assert rules(root) == ["wrong-type"]


def test_subjects_that_cannot_be_read_may_be_those_of_the_claim(tmp_path):
    assert rules(base(tmp_path, {STUDY: ("subjects: people", "subjects: persons")})) == ["bad-value"]


@pytest.mark.parametrize(("status", "expected"), [("{is: withdrawn}", "bad-value"), ("gone", "wrong-type")])
def test_a_source_that_may_have_been_retracted_is_left_open(status, expected, tmp_path):
    review = f"{NEW_REVIEW}status: {status}\n"
    for certainty in ("high", "moderate"):
        root = with_review(tmp_path, {"certainty: low": f"certainty: {certainty}"}, review=review)
        assert rules(root) == [expected]


def test_a_source_that_was_only_corrected_is_not(tmp_path):
    review = f"{NEW_REVIEW}status: {{is: corrected}}\n"
    root = with_review(tmp_path, {"certainty: low": "certainty: moderate"}, review=review)
    assert rules(root) == ["reasons-missing"]


def test_a_part_of_something_unknown_may_be_a_part_of_any_source_cited(tmp_path):
    second = NEW_REVIEW.replace("meta-analysis, of: randomized-trial", "randomized-trial, participants: 90")
    part = second.replace("participants: 90", "participants: 90, part_of: kim2091")
    moderate = {"certainty: low": "certainty: moderate"}
    assert rules(with_review(tmp_path, moderate, review=second)) == []
    assert rules(with_review(tmp_path, review=second)) == ["reasons-missing"]
    for changes in (moderate, None):
        assert rules(with_review(tmp_path, changes, review=part.replace("kim2091", "7"))) == ["wrong-type"]
    assert rules(with_review(tmp_path, moderate, review=part)) == ["unknown-source"]
    assert rules(with_review(tmp_path, review=part)) == ["unknown-source"]
    assert rules(with_review(tmp_path, review=part.replace("kim2091", "kim2019"))) == []
    assert rules(with_review(tmp_path, {"certainty: low": "certainty: high"}, review=part)) == [
        "certainty-above-ceiling",
        "unknown-source",
    ]


def test_many_faults_at_once_say_nothing_of_the_certainty(tmp_path):
    text = BASE[CLAIM].replace(*HIGH).replace(KIM, "  - source: kim2019\n    stance: says\n    design: x")
    study = BASE[STUDY].replace("randomized-trial", "trial").replace("subjects: people", "subjects: x")
    assert set(rules(base(tmp_path, {CLAIM: text, STUDY: study}))) == {"bad-value"}


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (("certainty: low", "certainty: lo"), "bad-value"),
        (("about: people", "about: persons"), "bad-value"),
        (("evidence:\n", "evidence:\n  - 7\n"), "wrong-type"),
    ],
)
def test_a_claim_whose_certainty_cannot_be_judged_is_not(fault, expected, tmp_path):
    text = BASE[CLAIM].replace(*fault)
    assert rules(base(tmp_path, {CLAIM: text})) == [expected]


def test_evidence_that_was_lost_may_have_been_a_study(tmp_path):
    text = lay_only("Tea may keep everybody awake.", certainty="low").replace(
        "evidence:\n", "evidence:\n  - 7\n"
    )
    assert rules(only_lay(tmp_path, text)) == ["wrong-type"]

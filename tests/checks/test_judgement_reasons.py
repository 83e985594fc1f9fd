"""Certainties that need a reason, and those that lay pages and opposing studies cannot carry."""

from __future__ import annotations

import pytest

from claimbook.checks.example import BASE, CLAIM, LAY, STUDY
from tests.bases import base, problems, rules
from tests.judged import CITED, KIM, NEW_REVIEW, lay_only, only_lay, shown, with_review

# reasons-missing


def test_a_certainty_below_the_ceiling_needs_a_reason(tmp_path):
    unsure = (
        BASE[CLAIM]
        .replace("tea may keep", "tea: it is very uncertain; may keep")
        .replace("Green tea:", "On tea,")
    )
    text = unsure.replace("certainty: low", "certainty: very-low")
    root = base(tmp_path, {CLAIM: text})
    assert shown(tmp_path, root) == [("reasons-missing", "very-low")]
    reason = "reasons: [{domain: imprecision, note: Few people.}]\n"
    assert rules(base(tmp_path, {CLAIM: reason + text})) == []


def test_a_certainty_above_that_of_a_cited_reviews_authors_needs_a_reason(tmp_path):
    graded = f"{CITED}    graded: very-low\n"
    moderate = {"certainty: low": "certainty: moderate"}
    (found,) = problems(with_review(tmp_path, moderate, cited=graded))
    assert (found.rule, "very-low" in found.message) == ("reasons-missing", True)
    reason = {"about: people": "about: people\nreasons: [{domain: large-effect, note: Hours apart.}]"}
    assert rules(with_review(tmp_path, moderate | reason, cited=graded)) == []
    same = f"{CITED}    graded: moderate\n"
    assert rules(with_review(tmp_path, moderate, cited=same)) == []


def test_of_what_the_authors_of_several_reviews_gave_the_least_counts(tmp_path):
    both = "".join(
        f"{CITED}    graded: {grade}\n".replace("Pooled", pooled)
        for grade, pooled in (("moderate", "In all"), ("very-low", "Pooled"))
    ).replace("starts: Tea delayed sleep", "starts: Tea put off sleep", 1)
    (found,) = problems(with_review(tmp_path, cited=both))
    assert found.message == "the authors of a cited review gave very-low, the claim low"


def test_what_a_review_of_others_was_graded_asks_for_no_reason(tmp_path):
    others = f"{CITED}    subjects: animals\n    graded: very-low\n"
    assert rules(with_review(tmp_path, cited=others)) == []


def test_a_claim_of_no_certainty_that_studies_speak_of_needs_a_reason(tmp_path):
    (found,) = problems(base(tmp_path, {CLAIM: ("certainty: low", "certainty: none")}))
    assert found.rule == "reasons-missing"
    assert found.message == "the certainty is none, and the studies cited allow low"


def test_reasons_that_could_not_be_read_are_reasons(tmp_path):
    for reasons in (
        "reasons: few people\n",
        "reason: [{domain: imprecision, note: Few.}]\n",
        "reasons: [few]\n",
    ):
        text = reasons + BASE[CLAIM].replace("certainty: low", "certainty: none")
        assert len(rules(base(tmp_path, {CLAIM: text}))) == 1
        assert "reasons-missing" not in rules(base(tmp_path, {CLAIM: text}))


# only-lay-pages


@pytest.mark.parametrize("certainty", ["very-low", "low", "moderate", "high"])
def test_lay_pages_alone_carry_no_certainty(certainty, tmp_path):
    root = only_lay(tmp_path, lay_only("Tea keeps everybody awake.", certainty=certainty))
    assert shown(tmp_path, root) == [("only-lay-pages", certainty)]


def test_lay_pages_alone_with_no_certainty_are_fine_however_worded(tmp_path):
    assert rules(only_lay(tmp_path, lay_only("Tea keeps everybody awake."))) == []


@pytest.mark.parametrize("about", ["people", "guidance", "nobody"])
def test_lay_pages_alone_are_told_whomever_the_claim_is_about(about, tmp_path):
    text = lay_only("Tea may keep everybody awake.", certainty="low", about=about)
    assert [rule for rule in rules(only_lay(tmp_path, text)) if rule != "bad-value"] == ["only-lay-pages"]


def test_a_source_that_is_not_known_may_be_a_study(tmp_path):
    text = lay_only("Tea may keep everybody awake.", certainty="low")
    more = text.replace("reviewed", "  - {source: gone, stance: supports}\nreviewed")
    assert rules(only_lay(tmp_path, more)) == ["unknown-source"]
    kind = BASE[LAY].replace("kind: lay-page", "kind: page")
    assert rules(base(tmp_path, {CLAIM: text, STUDY: None, LAY: kind})) == ["bad-value"]


# against-above-very-low


@pytest.mark.parametrize("stance", ["disputes", "qualifies"])
def test_what_no_study_supports_is_very_uncertain_at_most(stance, tmp_path):
    text = BASE[CLAIM].replace(KIM, KIM.replace("supports", stance))
    assert shown(tmp_path, base(tmp_path, {CLAIM: text})) == [("against-above-very-low", "low")]
    unsure = text.replace("certainty: low", "certainty: very-low").replace(
        "Green tea may keep people awake for longer.", "It is very uncertain whether tea keeps people awake."
    )
    assert rules(base(tmp_path, {CLAIM: unsure, STUDY: BASE[STUDY]})) in ([], ["treatment-mismatch"])


def test_where_only_other_subjects_support_it_the_ceiling_speaks(tmp_path):
    study = BASE[STUDY].replace("subjects: people", "subjects: animals")
    assert rules(base(tmp_path, {STUDY: study})) == ["certainty-above-ceiling"]


def test_where_only_other_subjects_speak_and_none_supports_it_is_against(tmp_path):
    study = BASE[STUDY].replace("subjects: people", "subjects: animals")
    text = BASE[CLAIM].replace(KIM, KIM.replace("supports", "disputes"))
    assert rules(base(tmp_path, {STUDY: study, CLAIM: text})) == ["against-above-very-low"]


def test_support_from_other_subjects_does_not_outweigh_what_the_own_dispute(tmp_path):
    animals = NEW_REVIEW.replace("subjects: people", "subjects: animals")
    text = BASE[CLAIM].replace(KIM, KIM.replace("supports", "disputes"))
    assert rules(with_review(tmp_path, review=animals, text=text)) == ["against-above-very-low"]


def test_where_no_study_counts_the_ceiling_speaks(tmp_path):
    retracted = {STUDY: BASE[STUDY] + "status: {is: retracted}\n"}
    assert "certainty-above-ceiling" in rules(base(tmp_path, retracted))


def test_of_a_study_that_could_not_be_read_no_certainty_is_judged(tmp_path):
    text = BASE[STUDY][: BASE[STUDY].index("study:")] + "study: 7\naccess: {read: abstract}\n"
    changes = {STUDY: text, CLAIM: ("certainty: low", "certainty: high")}
    assert rules(base(tmp_path, changes)) == ["wrong-type"]

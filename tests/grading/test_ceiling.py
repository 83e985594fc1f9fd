"""The table of ceilings, row by row, and when two observational studies rise."""

from __future__ import annotations

import pytest

from tests.swarm import AGAINST, FOR, LAY, QUALIFIES, graded, mice, rct, review, source


@pytest.mark.parametrize(
    ("expected", "studies"),
    [
        # high
        ("high", [(review(), FOR), (rct(), FOR)]),
        ("high", [(review(design="systematic-review"), FOR), (rct(n=2), FOR)]),
        ("high", [(review(), FOR), (rct(), FOR), (source("c", "cohort"), AGAINST)]),
        ("high", [(review(), FOR), (rct(), FOR), (rct("b"), QUALIFIES)]),
        ("high", [(review(), FOR, {"graded": "high"}), (rct(), FOR)]),
        ("moderate", [(review(), FOR), (rct(), FOR), (rct("b"), AGAINST)]),
        ("moderate", [(review(), FOR), (rct(), FOR), (review("b"), AGAINST)]),
        ("moderate", [(review(), FOR, {"graded": "moderate"}), (rct(), FOR)]),
        (
            "moderate",
            [(review(), FOR), (rct(), FOR), (review("b", "observational"), QUALIFIES, {"graded": "low"})],
        ),
        ("moderate", [(review(), FOR), (rct(who="animals"), FOR)]),
        ("moderate", [(review(), FOR), (rct(), QUALIFIES)]),
        ("moderate", [(review(), FOR), (review("b"), FOR)]),
        # moderate
        ("moderate", [(review(), FOR)]),
        ("moderate", [(review(), FOR), (rct(), AGAINST)]),
        ("moderate", [(rct("a", 50), FOR), (rct("b", 50), FOR)]),
        ("moderate", [(rct("a", 100), FOR), (rct("b"), FOR)]),
        ("low", [(rct("a", 49), FOR), (rct("b", 50), FOR)]),
        ("low", [(rct("a"), FOR), (rct("b"), FOR)]),
        ("low", [(rct("a", 99), FOR), (rct("b"), FOR)]),
        ("low", [(rct("a", 5000), FOR)]),
        ("low", [(rct("a", 50), FOR), (rct("b", 50), QUALIFIES)]),
        ("low", [(rct("a", 50), FOR), (rct("b", 50, who="animals"), FOR)]),
        # low
        ("low", [(review(of="controlled-experiment"), FOR)]),
        ("low", [(review(of="observational"), FOR)]),
        *(
            ("low", [(source("s", design), FOR)])
            for design in (
                "randomized-trial",
                "controlled-experiment",
                "open-label-trial",
                "cohort",
                "cross-sectional",
                "imaging-study",
            )
        ),
        ("low", [(source("a", "cohort"), FOR), (source("b", "cohort"), FOR)]),
        # very low
        ("very-low", [(review(of="case-report"), FOR)]),
        ("very-low", [(review(of="animal-experiment"), FOR)]),
        ("very-low", [(review(of=None), FOR)]),
        ("very-low", [(review(design="narrative-review"), FOR)]),
        ("very-low", [(review(of="observational", design="narrative-review"), FOR)]),
        ("very-low", [(review(of=None), FOR), (review("b", None), FOR)]),
        *(
            ("very-low", [(source("s", design), FOR)])
            for design in (
                "case-report",
                "drug-label",
                "guideline",
                "consensus-statement",
                "expert-commentary",
                "narrative-review",
                "company-page",
            )
        ),
        ("very-low", [(mice(), FOR)]),
        ("very-low", [(mice(who="cells", design="in-vitro"), FOR)]),
        ("very-low", [(rct(), QUALIFIES)]),
        ("very-low", [(rct(), AGAINST), (mice(), FOR)]),
        # none
        ("none", []),
        ("none", [(LAY, FOR)]),
    ],
)
def test_the_ceiling_of_a_claim_about_people(expected, studies):
    assert graded("people", *studies) == expected


def test_one_source_cannot_be_both_the_review_and_the_trial():
    both = review()
    own_trial = (both, FOR, {"design": "randomized-trial"})
    assert graded("people", (both, FOR), own_trial) == "moderate"
    assert graded("people", (both, FOR), (rct(part_of="review"), FOR)) == "moderate"


def test_a_trial_that_only_qualifies_is_no_trial_that_disputes():
    commented = [(rct("b"), QUALIFIES), (rct("b"), AGAINST, {"design": "expert-commentary"})]
    assert graded("people", (review(), FOR), (rct(), FOR), *commented) == "high"


def test_a_trial_that_supports_too_is_no_trial_that_disputes():
    torn = [(rct("b"), FOR), (rct("b"), AGAINST)]
    assert graded("people", (review(), FOR), (rct(), FOR), *torn) == "high"


def test_where_a_source_supports_the_design_of_the_supporting_finding_counts():
    commented = [(rct(), QUALIFIES), (rct(), FOR, {"design": "expert-commentary"})]
    assert graded("people", *commented) == "very-low"


@pytest.mark.parametrize("about", ["animals", "cells"])
def test_the_ceiling_of_a_claim_about_animals_or_cells(about):
    def one(key, stance=FOR, design="in-vitro"):
        return source(key, design, about), stance

    three = [one("a"), one("b", design="animal-experiment"), one("c", design="controlled-experiment")]
    assert graded(about, *three) == "moderate"
    assert graded(about, *three, one("d", design="randomized-trial")) == "moderate"
    assert graded(about, *three, one("d", QUALIFIES)) == "moderate"
    assert graded(about, *three, one("d", AGAINST)) == "low"
    assert graded(about, *three, one("d", AGAINST, "narrative-review")) == "moderate"
    assert graded(about, *three[:2], one("d", design="randomized-trial")) == "moderate"
    assert graded(about, *three[:2]) == "low"
    assert graded(about, one("a")) == "low"
    assert graded(about, one("a"), (rct("b"), FOR), (rct("c"), FOR)) == "low"
    assert graded(about, (review(who=about), FOR)) == "very-low"
    assert graded(about, one("r", design="narrative-review")) == "very-low"
    assert graded(about, (rct(), FOR)) == "very-low"
    assert graded(about, (LAY, FOR)) == "none"


@pytest.mark.parametrize(
    ("design", "expected"),
    [
        ("drug-label", "high"),
        ("guideline", "high"),
        ("consensus-statement", "moderate"),
        ("expert-commentary", "low"),
        ("company-page", "very-low"),
        ("randomized-trial", "very-low"),
    ],
)
def test_the_ceiling_of_guidance_is_that_of_the_best_document_whomever_it_speaks_of(design, expected):
    assert graded("guidance", (source("s", design, "animals"), FOR)) == expected
    assert graded("guidance", (source("s", design), FOR), (source("t", "company-page"), FOR)) == expected
    assert graded("guidance", (source("s", design), QUALIFIES)) == "very-low"


def test_guidance_that_only_qualifies_lends_its_design_to_no_other_finding():
    page = source("page", "company-page")
    assert graded("guidance", (page, FOR), (page, QUALIFIES, {"design": "guideline"})) == "very-low"


def test_guidance_of_lay_pages_only_has_no_certainty():
    assert graded("guidance", (LAY, FOR)) == "none"


@pytest.mark.parametrize("domain", ["large-effect", "dose-response"])
def test_two_observational_studies_rise_by_a_large_effect_or_a_dose_response(domain):
    two = [(source("a", "cohort"), FOR), (source("b", "cross-sectional"), FOR)]
    assert graded("people", *two, domains=[domain]) == "moderate"
    assert graded("people", *two, domains=["imprecision"]) == "low"
    assert graded("people", two[0], domains=[domain]) == "low"
    assert graded("people", two[0], (source("b", "imaging-study"), FOR), domains=[domain]) == "low"
    assert graded("people", two[0], (source("b", "cohort", part_of="a"), FOR), domains=[domain]) == "low"
    assert graded("people", two[0], (source("b", "cohort"), QUALIFIES), domains=[domain]) == "low"

"""What a page is found by: its filters in the front matter, and the search's own table of them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
import yaml

from claimbook import pages
from claimbook.checks import Facts
from claimbook.load import load
from claimbook.pages.book import Book
from claimbook.pages.filters import DATA

BEES = Path(__file__).parent / "golden" / "bees" / "base"


@pytest.fixture(scope="module")
def made():
    library, _ = load(BEES)
    return pages.make(Book(Facts(library, date(2026, 11, 21))))


@pytest.fixture(scope="module")
def found(made):
    """The filters of every page that has some."""
    heads = {
        path: yaml.safe_load(text.decode().split("---")[1])
        for path, text in made.items()
        if path.endswith(".md") and text.startswith(b"---")
    }
    return {path: head["search"] for path, head in heads.items() if "search" in head}


@pytest.fixture(scope="module")
def facets(made):
    return {each["name"]: each for each in json.loads(made[DATA])["facets"]}


def test_a_claim_is_found_by_all_filters(found):
    assert found["claims/honey-eases-cough.md"] == {
        "kind": ["Claim"],
        "topic": ["Honey & health"],
        "treatment": ["honey from a spoon"],
        "certainty": ["Moderate certainty"],
        "agreement": ["The studies are split"],
        "about": ["People"],
        "sources": ["Web page", "Systematic review", "Randomized trial", "Animal experiment", "Cohort study"],
        "safety": ["Infants"],
        "question": ["Honey & health: What does honey do for people?"],
    }


def test_a_filter_without_a_value_is_left_out(found):
    assert "treatment" not in found["claims/bees-dance.md"]
    assert "safety" not in found["claims/bees-dance.md"]


@pytest.mark.parametrize(
    ("page", "filters"),
    [
        (
            "topics/dance.md",
            {"topic": ["The dance"], "question": ["The dance: What do bees tell each other?"]},
        ),
        ("treatments/bee-venom.md", {"treatment": ["bee venom"]}),
        ("help.md", {}),
    ],
)
def test_other_pages_are_found_by_what_they_are_about(found, page, filters):
    assert {name: words for name, words in found[page].items() if name != "kind"} == filters


def test_a_study_is_found_by_the_topics_of_the_claims_that_cite_it(found):
    assert found["sources/frisch1923.md"] == {
        "kind": ["Source"],
        "topic": ["The dance", "Honey & health"],
        "about": ["Animals"],
        "sources": ["Animal experiment"],
    }


def test_a_web_page_is_found_once_as_its_ledger(found):
    assert found["ledger/web-bees.md"]["kind"] == ["Web page"]
    assert "sources/web-bees.md" not in found


def test_lists_rules_and_moved_pages_are_not_found(found, made):
    assert {"claims/index.md", "rules.md", "claims/cough-and-honey.md", "index.md"} <= made.keys()
    assert not {"claims/index.md", "rules.md", "claims/cough-and-honey.md", "index.md"} & found.keys()


def test_every_value_of_a_page_can_be_chosen(found, facets):
    named = {name: {value["word"] for value in facet["values"]} for name, facet in facets.items()}
    assert len(found) > 15
    for page, filters in found.items():
        for name, words in filters.items():
            assert name == "question" or set(words) <= named[name], (page, name)


def test_no_word_stands_twice_in_a_filter(facets):
    for facet in facets.values():
        words = [value["word"] for value in facet["values"]]
        assert sorted(words) == sorted(set(words))


def test_the_table_holds_the_chips_and_the_questions(made, facets):
    assert list(facets) == [
        "kind", "topic", "treatment", "certainty", "agreement", "about", "sources", "safety",
    ]  # fmt: skip
    assert {"word": "Low certainty", "sign": "⊕⊕◯◯", "look": "cb-chip--low"} in facets["certainty"]["values"]
    assert json.loads(made[DATA])["questions"] == [
        "What does honey do for people?",
        "What do bees tell each other?",
    ]

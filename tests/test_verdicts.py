"""How a claim stands in a word, how its studies are counted, and the pages that list the unflattering ones."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest

from claimbook import pages
from claimbook.checks import Facts
from claimbook.checks.example import CLAIM
from claimbook.load import load
from claimbook.pages.book import Book
from claimbook.pages.tally import designs, listed, sides
from claimbook.pages.verdict import VERDICTS, verdict
from tests.bases import TODAY, written

if TYPE_CHECKING:
    from pathlib import Path

TOPICS = "- {id: tea, title: Tea, question: What does tea do?, summary: It is not known.}\n"


def claim(stances: list[str], certainty: str = "low", about: str = "people") -> dict[str, str]:
    """A base of one claim on which one study speaks for each "stance design" in the list."""
    files = {"claims/topics.yaml": TOPICS}
    items, numbers = [], count(1)
    for stance, design in (each.split() for each in stances):
        key = f"study{next(numbers)}"
        subjects = "animals" if design == "animal-experiment" else "people"
        kind = "company" if design == "company-page" else "article"
        files[f"sources/{key}.yaml"] = (
            f"kind: {kind}\n"
            f'csl: {{type: webpage, title: On {key}, URL: "https://tea.example/{key}"}}\n'
            f"study: {{design: {design}, subjects: {subjects}}}\n"
        )
        items.append(
            f"  - {{source: {key}, stance: {stance}, finding: It was so in {key}., "
            f"passage: {{section: p. 1, starts: It was so, ends: in that study}}}}\n"
        )
    files[CLAIM] = (
        f"statement: Tea may help, which is very uncertain.\nabout: {about}\nplain: It may.\n"
        f"certainty: {certainty}\nevidence:\n{''.join(items)}reviewed: 2026-11-01\n"
    )
    return files


def book(tmp_path: Path, files: dict[str, str]) -> Book:
    library, problems = load(written(tmp_path, files))
    assert not problems
    return Book(Facts(library, TODAY))


def stands(tmp_path: Path, *args) -> str:
    found = book(tmp_path, claim(*args))
    return verdict(found, found.library.claims[0])


TRIAL, CASE, MAKER, MICE = "randomized-trial", "case-report", "company-page", "animal-experiment"


@pytest.mark.parametrize(
    ("expected", "args"),
    [
        ("supported", ([f"supports {TRIAL}", "supports cohort"],)),
        ("supported", ([f"supports {TRIAL}", "supports cohort", "qualifies cohort"],)),
        ("thin", ([f"supports {TRIAL}"],)),
        ("thin", ([f"supports {TRIAL}", f"supports {MAKER}"],)),
        ("thin", ([f"supports {TRIAL}", f"supports {MICE}"],)),
        ("thin", ([f"supports {CASE}", f"supports {CASE}"], "very-low")),
        ("thin", (["qualifies cohort", f"qualifies {TRIAL}"], "very-low")),
        ("split", ([f"supports {TRIAL}", "disputes cohort"],)),
        ("split", (["disputes cohort", f"disputes {TRIAL}"], "very-low")),
        ("disputed", (["supports cohort"] * 3 + ["disputes cohort"],)),
        ("supported", (["supports cohort"] * 3 + [f"disputes {MICE}"],)),
        ("guidance", (["supports guideline"], "low", "guidance")),
    ],
)
def test_a_claim_gets_the_least_flattering_verdict_that_fits(tmp_path, expected, args):
    assert stands(tmp_path, *args) == expected


def test_every_verdict_is_counted_on_the_home_page_also_where_no_claim_has_it(tmp_path):
    found = book(tmp_path, claim([f"supports {TRIAL}"]))
    home = pages.make(found)["index.md"].decode()
    for name in VERDICTS:
        (line,) = [line for line in home.splitlines() if f"cb-verdict--{name}" in line]
        assert f'| {int(name == "thin")} {{ data-label="Claims" }} |' in line, name


def test_sources_are_counted_by_side_and_those_on_others_left_out(tmp_path):
    found = book(
        tmp_path, claim(["supports cohort", "supports cohort", "disputes cohort", f"supports {MICE}"])
    )
    only = found.library.claims[0]
    assert sides(only, found.facts.voices(only)) == "2 studies for, 1 against"
    others = [voice for voice in found.facts.voices(only) if not voice.own]
    assert sides(only, others) == "no study of its own subjects"


def test_guidance_has_sources_not_studies(tmp_path):
    found = book(tmp_path, claim(["supports guideline", "qualifies cohort"], "low", "guidance"))
    only = found.library.claims[0]
    assert sides(only, found.facts.voices(only)) == "1 source for, 1 with reservations"


def test_designs_are_named_by_strength(tmp_path):
    found = book(
        tmp_path, claim([f"supports {CASE}", "supports cohort", f"supports {TRIAL}", f"supports {CASE}"])
    )
    voices = found.facts.voices(found.library.claims[0])
    assert designs(voices, "supports") == "1 randomized trial, 1 cohort study and 2 case reports"
    assert designs(voices, "disputes") == ""
    assert listed(["meta-analysis", "meta-analysis"]) == "2 meta-analyses"


def test_the_page_says_why_the_certainty_is_what_it_is(tmp_path):
    low = book(tmp_path, claim([f"supports {TRIAL}", f"disputes {MICE}"]))
    text = pages.make(low)["claims/tea-keeps-awake.md"].decode()
    assert "- **For:** 1 randomized trial" in text
    assert "not counted, since it studied others than the claim is about:** 1 animal experiment" in text
    assert "Designs like these allow low certainty at most, and the curators left it there." in text
    assert "It rests on [On study1](../sources/study1.md)" in text


def test_a_certainty_below_the_ceiling_and_a_robust_one_are_told(tmp_path):
    files = claim([f"supports {TRIAL}", f"supports {TRIAL}"], "very-low")
    text = pages.make(book(tmp_path, files))["claims/tea-keeps-awake.md"].decode()
    assert "Designs like these allow low certainty at most. The curators put it lower" in text
    assert "No single source carries it." in text


def test_a_page_lists_the_disputed_claims_with_what_speaks_against_them(tmp_path):
    found = book(tmp_path, claim([f"supports {TRIAL}", "disputes cohort"]))
    text = pages.make(found)["where-studies-disagree.md"].decode()
    assert "## Split" in text
    assert "- Against, [On study2](sources/study2.md): It was so in study2." in text


def test_where_no_study_disputes_the_page_says_so(tmp_path):
    found = book(tmp_path, claim([f"supports {TRIAL}"]))
    made = pages.make(found)
    assert "No claim in this base is disputed by a study." in made["where-studies-disagree.md"].decode()
    assert "No quote in this base is read so." in made["often-overstated.md"].decode()
    assert "No web page stands in this base yet." in made["index.md"].decode()


def test_a_study_on_others_stands_in_brackets_in_the_matrix(tmp_path):
    found = book(tmp_path, claim([f"supports {TRIAL}", f"disputes {MICE}"]))
    text = pages.make(found)["claims-and-studies.md"].decode()
    assert '<span class="cb-stance cb-stance--supports">✓ for</span>' in text
    assert '<span class="cb-stance cb-stance--disputes">(✗ against)</span>' in text


def test_a_study_says_what_would_change_without_it_and_what_would_not(tmp_path):
    made = pages.make(book(tmp_path, claim([f"supports {TRIAL}", "qualifies cohort"])))
    trial = made["sources/study1.md"].decode()
    assert "“Very low certainty” at most, now “Low certainty”" in trial
    assert "“The studies only qualify it”, now “Supported with reservations”" in trial
    made = pages.make(book(tmp_path, claim([f"supports {TRIAL}"] * 3)))
    assert (
        "## If this source were taken away\n\n1 claim would stand as before."
        in made["sources/study1.md"].decode()
    )

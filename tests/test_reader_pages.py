"""What readers meet on a page, and in which order: home, claim, topic, and the sheet for the prescriber."""

from __future__ import annotations

import html
import re
from datetime import date
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
import yaml

from claimbook import pages
from claimbook.checks import Facts
from claimbook.checks.example import CLAIM, LAY, STUDY, TOPICS
from claimbook.checks.hard_to_read import lix
from claimbook.load import load
from claimbook.pages import address
from claimbook.pages.book import Book
from claimbook.pages.ledger import Share
from claimbook.pages.published import FIELD, FORM, Site
from claimbook.pages.quotes import blockquote
from claimbook.pages.text import day, shorten
from claimbook.pages.who import who
from tests.bases import TODAY, base, written
from tests.exported import book_of
from tests.rich import RICH
from tests.test_injection import BEES
from tests.test_verdicts import claim

SITE = Site("Bees", "https://bees.example/", repo="https://code.example/bees/")
COUGH = address.claim("honey-eases-cough")


@pytest.fixture(scope="module")
def bees() -> dict[str, str]:
    facts = Facts(load(BEES)[0], TODAY)
    head = "# Bees\n\nNot advice.\n\n## How to read\n\nSlowly."
    return {path: text.decode() for path, text in pages.make(Book(facts, SITE), head).items()}


def book(root):
    return Book(Facts(load(root)[0], TODAY))


def made(root):
    return {path: text.decode() for path, text in pages.make(Book(Facts(load(root)[0], TODAY))).items()}


def heads(text):
    return re.findall(r"^## (.*)$", text, re.M)


def in_order(text, *parts):
    places = [text.index(part) for part in parts]
    assert places == sorted(places), list(zip(parts, places, strict=True))


def test_a_claim_reads_from_what_it_says_to_when_it_was_read(bees):
    assert heads(bees[COUGH]) == [
        "What it means",
        "What studies found",
        "What people are told",
        "Who paid for the studies",
        "Why this certainty",
        "What would change this",
        "Related claims",
        "How robust it is",
        "Cite this",
        "Reviewed and changed",
    ]
    text = bees[COUGH]
    in_order(
        text, "Breadcrumb", "Link to this claim", "**Safety:**", "# Honey probably", "cb-chips", "## What it"
    )
    in_order(text, "### For", "### Against", "### With reservations")


def test_three_answers_stand_apart_each_with_its_question_sign_and_word(bees):
    chips = re.search(r'<ul class="cb-chips">(.*)</ul>', bees[COUGH])[1]
    items = re.findall(r'<li><span class="cb-asked">(.*?)</span> <span class="cb-chip.*?</li>', chips)
    assert items == ["How sure", "Do studies agree", "Who was studied"]
    assert chips.count('aria-hidden="true"') == 3


def test_each_row_tells_design_number_finding_limits_and_how_much_was_read(bees):
    (row,) = [
        line for line in bees[COUGH].splitlines() if "abeja2012" in line and "systematic review" in line
    ]
    for words in (
        "n = 300",
        "We read its abstract.",
        "lowered the cough score",
        "One night only.",
        "#:~:text=",
    ):
        assert words in row
    labels = re.findall(r'data-label="(.*?)"', row)
    assert labels == ["Study", "Design, n", "What it found", "Limits"]


def test_the_history_of_a_claims_file_is_linked_where_a_repository_is_named(bees):
    there = "https://code.example/bees/commits/HEAD/claims/honey/honey-eases-cough.yaml"
    assert f'<a href="{there}">claims/honey/honey-eases-cough.yaml</a>' in bees[COUGH]
    assert Site(repo="https://gitlab.example/bees").history("a.yaml").endswith("bees/-/commits/HEAD/a.yaml")
    assert "<code>claims/honey/honey-eases-cough.yaml</code>" in made(BEES)[COUGH]


def test_a_problem_is_reported_in_the_repository_s_own_form_with_the_claim_filled_in(tmp_path):
    facts = Facts(load(base(tmp_path))[0], TODAY)
    site = Site(url="https://bees.example/kb/", repo="https://github.com/bees/tea.git")
    page = pages.make(Book(facts, site))["claims/tea-keeps-awake.md"].decode()
    (link,) = re.findall(r'<a href="([^"]*)">Report a problem with this claim</a>', page)
    there, _, query = html.unescape(link).partition("?")
    assert there == "https://github.com/bees/tea/issues/new"
    asked = dict(parse_qsl(query))
    assert asked == {
        "template": FORM,
        "title": "Claim tea-keeps-awake: ",
        FIELD: "https://bees.example/kb/claims/tea-keeps-awake/",
    }
    form = Path(__file__).parents[1] / ".github" / "ISSUE_TEMPLATE" / FORM
    assert FIELD in [each.get("id") for each in yaml.safe_load(form.read_text("utf-8"))["body"]]


def test_the_page_on_contributing_leads_to_the_walk_through_a_first_claim(bees):
    page = bees[address.CONTRIBUTING]
    assert '<a href="https://code.example/bees/blob/HEAD/CONTRIBUTING.md">CONTRIBUTING.md</a> walks' in page
    assert "The file <code>CONTRIBUTING.md</code> walks" in made(BEES)[address.CONTRIBUTING]
    assert (Path(__file__).parents[1] / "CONTRIBUTING.md").is_file()


def test_a_site_without_an_address_reports_by_id_and_one_that_is_not_on_github_not_at_all(bees):
    nowhere = Site(repo="http://www.github.com/bees/tea/").report("tea-calms", "claims/tea-calms.md")
    assert dict(parse_qsl(nowhere.partition("?")[2]))[FIELD] == "tea-calms"
    for repo in (
        "",
        SITE.repo,
        "https://github.com.example/a/b",
        "https://github.com/a",
        'https://github.com/a/b"',
    ):
        assert Site(repo=repo).report("tea-calms", "claims/tea-calms.md") == ""
    assert "Report a problem" not in bees[COUGH]


def test_who_paid_is_told_as_far_as_known_and_the_unknown_once(bees, tmp_path):
    assert "- **A manufacturer:** [Abeja and others 2012]" in bees[COUGH]
    assert "- Not known for the other 2." in bees[COUGH]
    alone = made(base(tmp_path))
    assert "- Not known for 1 source cited here." in alone["claims/tea-keeps-awake.md"]
    two = made(written(tmp_path, claim(["supports cohort", "disputes cohort"])))
    assert "- Not known for any of the 2 sources cited here." in two["claims/tea-keeps-awake.md"]
    assert "Who paid" not in bees[address.claim("honey-cures-all")]
    rich = made(written(tmp_path, RICH))["claims/tea-keeps-awake.md"]
    assert "- **Others than a manufacturer:** [Kim and others" in rich


def test_who_was_studied_is_read_off_the_studies(tmp_path):
    library = load(written(tmp_path, RICH))[0]
    told = {claim.id: who(claim, library.sources) for claim in library.claims}
    assert told == {
        "tea-keeps-awake": "People",
        "mice-run-on-tea": "Animals",
        "label-names-a-dose": "Nobody: it is guidance",
    }
    library = load(BEES)[0]
    assert who(library.by_id["honey-eases-cough"], library.sources) == "People and animals"
    assert who(library.by_id["honey-cures-all"], library.sources) == "Nobody in this base"


def test_a_retracted_study_studied_nobody(tmp_path):
    retracted = ("access: {read: abstract", "status: {is: retracted}\naccess: {read: abstract")
    library = load(base(tmp_path, {STUDY: retracted}))[0]
    assert who(library.by_id["tea-keeps-awake"], library.sources) == "Nobody in this base"


def test_a_closer_relation_stands_in_place_of_see_also(tmp_path):
    twice = ("as: see-also}", "as: see-also}\n  - {claim: mice-run-on-tea, as: explains}")
    found = book(base(tmp_path, {CLAIM: twice}))
    assert [name for name, _ in found.relations["tea-keeps-awake"]] == ["Explains"]
    assert [name for name, _ in found.relations["mice-run-on-tea"]] == ["Is explained by"]


def test_a_topic_answers_first_and_tells_known_disputed_and_unknown_apart(bees):
    text = bees[address.topic("honey")]
    assert heads(text)[:6] == [
        "The answer in short",
        "What is known best",
        "Where studies disagree",
        "What is not known",
        "All claims on this topic",
        "Which study takes which side",
    ]
    in_order(
        text, "**Safety:**", "## The answer in short", "One page to take to your prescriber", "## What is kn"
    )
    _, split, unknown = re.split(r"^## ", text, flags=re.M)[2:5]
    assert "Honey probably eases a night cough" in split
    assert "1 study for, 1 against" in split
    assert "Only web pages say it: 1 claim. All are in the table below." in unknown
    assert "- Does it help adults?" in unknown


def test_a_topic_says_so_where_nothing_is_known_disputed_or_open(bees):
    text = bees[address.topic("dance")]
    assert "Nothing here is supported by two studies or more without one against it." in text
    assert "No study in this base is against a claim here.\n" in text
    assert "No open question is noted here yet." in text


def test_reservations_are_named_where_no_study_is_against(tmp_path):
    found = made(written(tmp_path, claim(["supports cohort"] * 2 + ["qualifies randomized-trial"])))
    topic, sheet = found["topics/tea.md"], found["sheets/tea.md"]
    assert (
        "No study in this base is against a claim here. On some, studies have reservations:\n\n- [Tea"
        in topic
    )
    assert "2 studies for, 1 with reservations" in topic
    assert "No study in this base is against a claim here. Some have reservations" in sheet


def test_what_is_known_best_of_animals_says_so(tmp_path):
    found = made(written(tmp_path, claim(["supports animal-experiment"] * 2, about="animals")))
    known = re.split(r"^## ", found["topics/tea.md"], flags=re.M)[2]
    assert known.rstrip().endswith("Low certainty</span> in animals")
    assert "(low certainty, in animals)" in found["sheets/tea.md"]


def test_a_label_is_asked_no_study_and_promises_no_effect(tmp_path):
    text = made(written(tmp_path, claim(["supports guideline"], about="guidance")))[
        "claims/tea-keeps-awake.md"
    ]
    head, _, body = text.partition("# ")
    assert '"One source only"' in head, "the search's filter"
    in_order(
        body, "How sure that this is asked", "Do sources agree", "One source only", "## What guidance asks"
    )
    assert "What it asks" in body
    assert "No disputing source in this base." in body
    assert "that this is what the guidance asks. It is no finding on what works." in text
    assert "true effect" not in text
    assert "## What studies found" not in text


def test_unsupported_words_get_the_nearest_claim_not_a_finding(tmp_path):
    ledger = made(written(tmp_path, RICH))["ledger/web-tea.md"]
    unsupported = [line for line in ledger.splitlines() if "cb-reading--unsupported" in line and "](" in line]
    assert unsupported
    assert all("The nearest claim: [" in line and "What studies found" not in line for line in unsupported)


def test_a_treatment_says_what_it_is_not_and_warns(tmp_path):
    (text,) = [
        text
        for path, text in made(written(tmp_path, RICH)).items()
        if re.fullmatch(r"treatments/(?!index).*", path)
    ][:1]
    in_order(text, "does not carry over to another", "not how good a treatment is", "Safety:", "## ")


def test_the_dangers_of_a_topic_share_one_box(tmp_path):
    text = RICH["claims/vocabulary.yaml"].replace(
        "safety:", "safety:\n  - {id: nerves, line: Tea stirs., help: true}"
    )
    tagged = RICH[CLAIM].replace("safety: [scald]", "safety: [scald, nerves]")
    files = {**RICH, "claims/vocabulary.yaml": text, CLAIM: tagged}
    shown = made(written(tmp_path, files))["topics/tea.md"]
    assert '**Safety**\n\n- Tea stirs.\n- Hot drinks can scald.\n\n</div>\n\n<p class="cb-help"' in shown
    in_order(shown, "Tea stirs.", "where to get help", "## The answer in short")


def test_a_danger_that_needs_no_help_comes_after_the_answer(tmp_path):
    in_order(
        made(written(tmp_path, RICH))["topics/tea.md"], "## The answer in short", "Hot drinks can scald."
    )


def test_home_leads_four_readers_and_shows_both_sides(bees):
    home = bees["index.md"]
    assert heads(home) == [
        "Where to begin",
        "Find your question",
        "What is known best",
        "Where studies disagree",
        "What people are told",
        "What changed lately",
        "How to read",
        "How the claims stand",
        "How this is made",
    ]
    in_order(home, "Not advice.", "where to get help", "Poison line", "## Where to begin")
    doors = re.findall(r"^- \*\*(You .*?)\*\*", home, re.M)
    assert doors == [
        "You think about a treatment",
        "You treat people",
        "You do research",
        "You check a headline",
    ]
    assert "- [What does honey do for people?](topics/honey.md)" in home
    split, _, changes = re.split(r"^## ", home, flags=re.M)[4:7]
    assert "Honey probably eases a night cough" in split
    assert "[All 1 where studies disagree](where-studies-disagree.md)" in split
    assert (
        "- **1 October 2026:** Moderate where it was low. A second review came out. [Honey probably"
        in changes
    )


def test_a_claim_that_two_studies_support_is_known_best_and_a_headline(tmp_path):
    found = made(written(tmp_path, claim(["supports randomized-trial", "supports cohort"])))
    link = "](claims/tea-keeps-awake.md)<br>"
    (card,) = [line for line in found["index.md"].splitlines() if link in line]
    assert card.startswith("- <small>Topic: Tea</small><br>[Tea may help, which is very uncertain.]")
    assert "Low certainty" in card
    assert "The studies agree" in card
    assert "A rule chose them, not a person." in found["index.md"]
    known = re.split(r"^## ", found["topics/tea.md"], flags=re.M)[2]
    assert "- [Tea may help, which is very uncertain.](../claims/tea-keeps-awake.md)" in known
    assert "- Tea may help, which is very uncertain. (low certainty)" in found["sheets/tea.md"]


def test_home_says_so_where_nothing_stands_out(tmp_path):
    home = made(base(tmp_path))["index.md"]
    assert "No claim here is supported by two studies or more without one against it." in home
    assert "No claim in this base is disputed by a study." in home
    assert "No conclusion has changed since it was first published." in home
    assert "cb-contacts" not in home


def test_the_homes_own_words_are_easy_and_speak_of_chance_not_risk(bees):
    doors = re.findall(r"^- \*\*You .*?\*\*<br>(.*?)<br>", bees["index.md"], re.M)
    assert lix(" ".join(doors)) < 40
    assert not [
        path for path in ("index.md", "help.md", "sheets/honey.md") if re.search(r"\brisk", bees[path])
    ]


def test_the_sheet_has_question_answer_what_to_ask_day_and_address(bees):
    text = bees[address.sheet("honey")]
    assert heads(text) == [
        "What is known best",
        "Where studies disagree",
        "What to ask",
        "What no study here answers",
    ]
    in_order(
        text,
        "What does honey do for people?",
        "It probably eases a cough",
        "(moderate certainty)",
        "What to ask",
    )
    assert text.count("?\n") >= 7
    in_order(
        text, "Poison line", "not medical advice", "2 November 2026", "https://bees.example/topics/honey/"
    )
    assert "sheets/honey.md" in bees[address.topic("honey")]


def test_the_sheet_keeps_to_one_page_and_says_what_it_leaves_out(tmp_path):
    gaps = "gaps: [a?, b?, c?, d?, e?]"
    text = made(base(tmp_path, {TOPICS: ("summary: It", f"{gaps}\n  summary: It")}))["sheets/tea.md"]
    assert "- c?\n- And 2 more questions on the topic's page." in text
    assert "d?" not in text


def test_a_quote_with_marks_of_its_own_gets_no_second_pair():
    assert "&#34;a b&#34;<" in blockquote('"a b"')
    assert "“a b”" in blockquote("a b")


def test_a_day_is_written_out():
    assert day(date(2026, 1, 9)) == "9 January 2026"
    assert day(date(2026, 12, 31)) == "31 December 2026"


def test_a_word_without_end_is_still_shortened():
    assert shorten("a" * 30, 10) == "a" * 9 + "…"


@pytest.mark.parametrize("path", ["topics/tea.md", "sheets/tea.md"])
def test_a_blank_line_in_an_answer_begins_a_paragraph(tmp_path, path):
    summary = ("summary: It may keep people awake.", "summary: >-\n    It may *wake*.\n\n    Not all.")
    text = made(base(tmp_path, {TOPICS: summary}))[path]
    assert "\n\nIt may &#42;wake&#42;.\n\nNot all.\n\n" in text
    assert 'description: "It may *wake*. Not all."' in text or path.startswith("sheets")


def test_a_word_both_quoted_and_set_aside_counts_as_quoted(tmp_path):
    aside = "  - {quote: awake all night. Some say, reason: repeats}\n"
    changes = {LAY: ("set_aside:\n", f"set_aside:\n{aside}")}
    shares = [book_of(tmp_path, each).ledgers["web-tea"].share() for each in ({}, changes)]
    assert shares == [Share(quoted=20, aside=16, words=47)] * 2

"""Where files stand and what they are called; ids, and that each stands once."""

from __future__ import annotations

import os

import pytest

from claimbook.checks.example import BASE, CLAIM, LAY, LAY_TEXT, MICE, MICE_STUDY, STUDY, TOPICS, VOCABULARY
from claimbook.load import load
from claimbook.load.ids import bad_id, proper_id
from claimbook.problem import Span
from tests.bases import base, problems, rules

COFFEE = "- {id: coffee, title: Coffee, question: And coffee?, summary: Nothing yet.}\n"
TWO_TOPICS = {TOPICS: BASE[TOPICS] + COFFEE}


def moved(tmp_path, old, new, more=None):
    """The tiny base with one file under another name."""
    return base(tmp_path, {old: None, new: BASE[old], **(more or {})})


def told(root):
    return [(each.rule, each.where.path) for each in problems(root)]


# Names and places


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (CLAIM, "claims/tea/Tea-Keeps-Awake.yaml", "bad-id"),
        (CLAIM, "claims/tea/tea_keeps_awake.yaml", "bad-id"),
        (MICE, "claims/tea/mice run on tea.yaml", "bad-id"),
        (MICE, "claims/tea/mice-run-on-tea.yml", "bad-id"),
        (MICE, "claims/tea/mice-run-on-tea.YAML", "bad-id"),
        (MICE, "claims/mice-run-on-tea.yaml", "unknown-topic"),
        (MICE, "claims/tea/green/mice-run-on-tea.yaml", "unknown-topic"),
        (STUDY, "sources/Kim2019.yaml", "bad-id"),
        (STUDY, "sources/kim2019.yml", "bad-id"),
        (STUDY, "sources/kim2019.Yml", "bad-id"),
        (STUDY, "sources/papers/kim2019.yaml", "bad-id"),
        (LAY, "sources/web-tea.yml", "bad-id"),
        (LAY_TEXT, "sources/pages/web-tea.txt", "bad-id"),
        (LAY_TEXT, "sources/web-tea.TXT", "bad-id"),
        (TOPICS, "claims/topics.yml", "bad-id"),
        (TOPICS, "claims/Topics.yaml", "bad-id"),
        (TOPICS, "claims/topic.yaml", "bad-id"),
        (VOCABULARY, "claims/vocabulary.yml", "bad-id"),
        (VOCABULARY, "claims/vocabularies.yaml", "bad-id"),
    ],
)
def test_a_file_under_a_wrong_name_is_one_problem_at_that_file(old, new, rule, tmp_path):
    assert told(moved(tmp_path, old, new)) == [(rule, new)]


@pytest.mark.parametrize(
    ("old", "new", "proper"),
    [
        (MICE, "claims/tea/mice-run-on-tea.YML", "mice-run-on-tea.yaml"),
        (LAY_TEXT, "sources/web-tea.TXT", "web-tea.txt"),
        (STUDY, "sources/kim2019.yml", "kim2019.yaml"),
        (STUDY, "sources/papers/kim2019.yaml", "sources/kim2019.yaml"),
        (CLAIM, "claims/tea/topics.yml", "topics.yaml"),
        (TOPICS, "claims/Topics.yaml", "'claims/topics.yaml'"),
    ],
)
def test_the_proper_name_is_shown(old, new, proper, tmp_path):
    (found,) = problems(moved(tmp_path, old, new))
    assert found.hint.split()[-1].rstrip("?") == proper


def test_a_claim_in_a_topic_folder_may_be_called_as_a_list_is(tmp_path):
    text = BASE[MICE].replace("In mice, tea", "In mice, black tea")
    assert rules(base(tmp_path, {"claims/tea/topics.yaml": text})) == []


def test_a_base_whose_only_claim_stands_in_the_wrong_place_is_not_empty_too(tmp_path):
    assert rules(moved(tmp_path, CLAIM, "claims/tea-keeps-awake.yaml", {MICE: None, MICE_STUDY: None})) == [
        "unknown-topic"
    ]
    assert rules(
        moved(tmp_path, CLAIM, "claims/tea/tea-keeps-awake.yml", {MICE: None, MICE_STUDY: None})
    ) == ["bad-id"]


def test_a_name_that_no_text_can_hold_is_a_bad_id(tmp_path):
    root = base(tmp_path)
    (root / os.fsdecode(b"claims/tea/t\xff.yaml")).write_text(BASE[MICE])
    assert rules(root) == ["bad-id"]


@pytest.mark.parametrize(
    ("name", "proper"),
    [
        ("Tea Time!", "tea-time"),
        ("tea--time", "tea-time"),
        ("-tea-", "tea"),
        ("thé", "th"),
        ("!", ""),
        ("ÄÖ", ""),
    ],
)
def test_the_nearest_proper_id_is_offered(name, proper, tmp_path):
    assert proper_id(name) == proper
    (found,) = problems(base(tmp_path, {VOCABULARY: ("id: scald", f'id: "{name}"')}))
    assert (found.rule, found.where.line, found.where.column) == ("bad-id", 2, 10)
    hint = f"call it '{proper}'" if proper else "use lower-case letters, digits and hyphens"
    assert found.hint == hint


def test_a_long_name_is_shown_in_part(tmp_path):
    (found,) = problems(base(tmp_path, {VOCABULARY: ("id: scald", f"id: {'A' * 61}")}))
    assert found.message == f"'{'A' * 60}' is no id: lower-case words and digits joined by hyphens"
    assert found.hint == f"call it '{'a' * 60}'"


@pytest.mark.parametrize("name", ["com0", "com10", "lpt", "console"])
def test_names_that_resemble_those_of_devices_are_free(name):
    assert bad_id(name, Span("claims")) is None


def test_a_file_in_a_wrong_place_is_not_read(tmp_path):
    files = {STUDY: None, "sources/papers/kim2019.yaml": BASE[STUDY].replace("kind: article", "kind: x")}
    assert rules(base(tmp_path, files)) == ["bad-id"]


# The list of topics


def test_without_a_list_of_topics_that_alone_is_missing(tmp_path):
    assert told(base(tmp_path, {TOPICS: None})) == [("missing-field", TOPICS)]


@pytest.mark.parametrize("text", ["[]\n", "", "# none yet\n", "~\n"])
def test_an_empty_list_of_topics_is_missing_topics(text, tmp_path):
    assert told(base(tmp_path, {TOPICS: text})) == [("missing-field", TOPICS)]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("tea: {title: Tea}\n", "wrong-type"),
        ("tea\n", "wrong-type"),
        ("- tea\n", "wrong-type"),
        ("- [tea]\n", "wrong-type"),
        ("-\n", "wrong-type"),
        (BASE[TOPICS].replace("id: tea", "id: Tea"), "bad-id"),
        (BASE[TOPICS].replace("id: tea", "id: 7"), "wrong-type"),
        (BASE[TOPICS].replace("id: tea", "id:"), "missing-field"),
        (BASE[TOPICS].replace("id: tea", "ID: tea"), "unknown-field"),
        (BASE[TOPICS].replace("id: tea", "id: tea\n  id: tee"), "duplicate-key"),
        (BASE[TOPICS] + COFFEE.replace("coffee", "tea"), "duplicate-id"),
        (BASE[TOPICS] + "- coffee\n", "wrong-type"),
        (COFFEE + BASE[TOPICS].replace("id: tea", "id: coffee"), "duplicate-id"),
    ],
)
def test_a_fault_in_the_list_of_topics_is_told_alone(text, rule, tmp_path):
    assert told(base(tmp_path, {TOPICS: text})) == [(rule, TOPICS)]


def test_topics_stand_in_the_order_of_their_list(tmp_path):
    library, _ = load(base(tmp_path, {TOPICS: COFFEE + BASE[TOPICS]}))
    assert [topic.id for topic in library.topics] == ["coffee", "tea"]


# Ids that stand twice


def test_an_id_stands_once_over_all_topics(tmp_path):
    copy = "claims/coffee/mice-run-on-tea.yaml"
    root = base(tmp_path, {**TWO_TOPICS, copy: BASE[MICE]})
    (found,) = problems(root)
    assert (found.rule, found.where.path) == ("duplicate-id", MICE)
    assert copy in found.message


@pytest.mark.parametrize("name", ["tea-keeps-awake", "mice-run-on-tea"])
def test_an_old_id_is_nobodys_new_one(name, tmp_path):
    root = base(tmp_path, {MICE: ("reviewed", f"formerly: [rats-run, {name}]\nreviewed")})
    (found,) = problems(root)
    assert (found.rule, found.where.path, found.where.line) == ("duplicate-id", MICE, 10)
    assert found.where.column == len("formerly: [rats-run, ") + 1


def test_an_old_id_belongs_to_one_claim_and_stands_there_once(tmp_path):
    changes = dict.fromkeys((CLAIM, MICE), ("reviewed", "formerly: [old-name]\nreviewed"))
    assert told(base(tmp_path, changes)) == [("duplicate-id", CLAIM)]
    twice = {MICE: ("reviewed", "formerly: [old-name, old-name]\nreviewed")}
    assert told(base(tmp_path, twice)) == [("duplicate-id", MICE)]


@pytest.mark.parametrize("name", ["../../etc", "Old", "a/b", "old id", "..", "x.html"])
def test_an_old_id_has_the_form_of_an_id(name, tmp_path):
    assert rules(base(tmp_path, {MICE: ("reviewed", f'formerly: ["{name}"]\nreviewed')})) == ["bad-id"]


@pytest.mark.parametrize(("entry", "rule"), [("7", "wrong-type"), ("[x]", "wrong-type"), ("''", "bad-value")])
def test_a_faulty_entry_does_not_shift_the_place_of_the_next(entry, rule, tmp_path):
    root = base(tmp_path, {MICE: ("reviewed", f"formerly: [{entry}, tea-keeps-awake]\nreviewed")})
    assert [(each.rule, each.where.column) for each in problems(root)] == [
        (rule, 12),
        ("duplicate-id", 14 + len(entry)),
    ]


@pytest.mark.parametrize("which", ["safety", "treatments"])
def test_a_word_stands_once_in_its_list(which, tmp_path):
    old = {"safety": "safety:\n", "treatments": "treatments:\n"}[which]
    entry = {"safety": "{id: scald, line: Hot., help: true}", "treatments": "{id: green-tea, name: again}"}[
        which
    ]
    assert rules(base(tmp_path, {VOCABULARY: (old, f"{old}  - {entry}\n")})) == ["duplicate-id"]


def test_a_word_without_an_id_hides_no_doubled_one_after_it(tmp_path):
    words = "treatments:\n  - {name: nameless}\n  - {id: black-tea, name: again}\n"
    root = base(tmp_path, {VOCABULARY: ("treatments:\n", words)})
    assert rules(root) == ["missing-field", "duplicate-id"]


def test_the_same_word_may_stand_in_both_lists(tmp_path):
    text = BASE[VOCABULARY].replace("id: scald", "id: green-tea")
    assert rules(base(tmp_path, {VOCABULARY: text})) == []


def test_the_id_of_a_claim_is_its_files_name_and_its_topic_the_folder(tmp_path):
    library, _ = load(base(tmp_path))
    assert [(claim.topic, claim.id, claim.path) for claim in library.claims] == [
        ("tea", "mice-run-on-tea", MICE),
        ("tea", "tea-keeps-awake", CLAIM),
    ]
    assert [(key, source.path) for key, source in library.sources.items()] == [
        ("kim2019", STUDY),
        ("lopez2021", MICE_STUDY),
        ("web-tea", LAY),
    ]

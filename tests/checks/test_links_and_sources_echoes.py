"""Links and sources: a fault that another rule reports makes no echo here."""

from __future__ import annotations

import pytest

from claimbook.checks.example import BASE, CLAIM, HEARSAY_TEXT, LAY, LAY_TEXT, MICE, MICE_STUDY, STUDY, TOPICS
from tests.bases import base, rules
from tests.trees import refuse

ORPHAN = "sources/zhu2001.yaml"
ORPHAN_TEXT = """\
kind: article
csl: {type: article-journal, title: Tea and bones, DOI: 10.1234/bones.2001}
study: {design: cohort, subjects: people}
"""
QUOTE = 'quote: "Tea keeps everybody awake all night"'
MORE = "Subscribe to our letter! Tea also warms the hands.\n"
WITH_MORE = {LAY_TEXT: ("Subscribe to our letter!\n", MORE)}
NEW_TOPIC = "- {id: coffee, title: Coffee, question: What does it do?, summary: Little is known.}\n"


def moved(old, new):
    return {old: None, new: BASE[old]}


def one(path, old, new):
    return {path: (old, new)}


# Another lay page, which needs no claim.
CUPS = {
    "sources/web-cups.yaml": """\
kind: lay-page
csl: {type: webpage, title: Cups}
set_aside:
  - {quote: Cups are round, reason: off-topic}
""",
    "sources/web-cups.txt": "Cups are round.\n",
    "claims/tea/cups.yaml": HEARSAY_TEXT.replace("web-tea", "web-cups").replace(
        "everybody awake all night", "Cups are round"
    ),
}

# Faults of other rules' kind that would echo here: a label, the changes, and the only rule that may speak.
ECHOES = [
    (
        "a quote of a sentence that stands twice has another word",
        {LAY_TEXT: BASE[LAY_TEXT] * 2, **one(CLAIM, "keeps everybody", "keeps anybody")},
        "quote-not-in-source",
    ),
    (
        "a set-aside's context stands by neither of two",
        {
            LAY_TEXT: BASE[LAY_TEXT] + "Subscribe to our letter!\n",
            **one(LAY, "reason:", "context: {before: Never}, reason:"),
        },
        "quote-not-in-source",
    ),
    (
        "a quote resembles another sentence",
        one(CLAIM, QUOTE, 'quote: "Subscribe to her letter"'),
        "quote-not-in-source",
    ),
    ("a second set-aside is a number", {**WITH_MORE, LAY: BASE[LAY] + "  - 5\n"}, "wrong-type"),
    ("the linked claim is no YAML", one(MICE, "about:", "about: : x"), "yaml-syntax"),
    ("the linked claim's file ends in .yml", moved(MICE, MICE[:-4] + "yml"), "bad-id"),
    ("the linked claim stands in no folder", moved(MICE, "claims/mice-run-on-tea.yaml"), "unknown-topic"),
    (
        "a claim that alone cites has no evidence",
        {
            MICE: BASE[MICE][: BASE[MICE].index("  - source")].replace("evidence:", "evidence: []")
            + "reviewed: 2026-11-01\n"
        },
        "no-evidence",
    ),
    (
        "an item that alone cites is a number",
        {
            CLAIM: BASE[CLAIM][: BASE[CLAIM].index("  - source: kim2019")]
            + "  - 2019\n"
            + BASE[CLAIM][BASE[CLAIM].index("related:") :]
        },
        "wrong-type",
    ),
    (
        "a part_of stands in a list",
        {
            ORPHAN: ORPHAN_TEXT,
            STUDY: BASE[STUDY][: BASE[STUDY].index("study:")] + "study: [part_of: zhu2001]\n",
        },
        "wrong-type",
    ),
    (
        "set-asides of two words are misnamed",
        {
            LAY_TEXT: BASE[LAY_TEXT] + "Buy now!\n",
            LAY: BASE[LAY].replace("set_aside", "setaside") + "  - {quote: Buy now, reason: advertising}\n",
        },
        "unknown-field",
    ),
    (
        "a set-aside's context stands elsewhere",
        one(LAY, "reason:", "context: {before: Never}, reason:"),
        "quote-not-in-source",
    ),
    (
        "a quote is said to be another page's",
        {**CUPS, **one(CLAIM, "source: web-tea", "source: web-cups")},
        "quote-not-in-source",
    ),
    (
        "csl holds nothing",
        one(
            MICE_STUDY, "{type: article-journal, title: Wheel running in mice, DOI: 10.1234/mice.2021}", "{}"
        ),
        "missing-field",
    ),
    ("a list's name is misspelt", moved(TOPICS, "claims/topic.yaml"), "bad-id"),
    ("the linked claim's name has capitals", moved(MICE, "claims/tea/Mice_run-on-tea.yaml"), "bad-id"),
    ("a link's claim is a number", one(CLAIM, "mice-run-on-tea", "5"), "wrong-type"),
    ("the list of topics is missing", {TOPICS: None}, "missing-field"),
    ("the list of topics is no YAML", {TOPICS: "- id: [\n"}, "yaml-syntax"),
    ("a topic's id is misspelt", {TOPICS: BASE[TOPICS].replace("id:", "idd:") + NEW_TOPIC}, "unknown-field"),
    ("a topic's id has capitals", one(TOPICS, "id: tea", "id: Tea"), "bad-id"),
    ("a topic is a word", {TOPICS: "- tea\n" + NEW_TOPIC}, "wrong-type"),
    (
        "a topic's id is another's",
        {TOPICS: BASE[TOPICS].replace("id: tea", "id: coffee") + NEW_TOPIC},
        "duplicate-id",
    ),
    ("a claim that alone cites is no YAML", one(MICE, "about:", "about: : x"), "yaml-syntax"),
    ("a claim that alone cites is empty", {MICE: ""}, "missing-field"),
    ("a claim that alone cites is no UTF-8", {MICE: BASE[MICE].encode() + b"\xff"}, "not-utf8"),
    ("its evidence is misspelt", one(MICE, "evidence:", "evidnce:"), "unknown-field"),
    (
        "its evidence's source is misspelt",
        one(MICE, "source: lopez2021", "sourc: lopez2021"),
        "unknown-field",
    ),
    ("its evidence's source is a number", one(MICE, "source: lopez2021", "source: 2021"), "wrong-type"),
    ("the key is misspelt", one(MICE, "source: lopez2021", "source: lopes2021"), "unknown-source"),
    ("the key is another word", one(MICE, "source: lopez2021", "source: nobody"), "unknown-source"),
    ("the source's name has capitals", moved(MICE_STUDY, "sources/Lopez2021.yaml"), "bad-id"),
    (
        "the source's name has capitals, and is cited by it",
        {
            **moved(MICE_STUDY, "sources/Lopez2021.yaml"),
            **one(MICE, "source: lopez2021", "source: Lopez2021"),
        },
        "bad-id",
    ),
    ("the source's file ends in .yml", moved(MICE_STUDY, "sources/lopez2021.yml"), "bad-id"),
    ("the source stands in a folder", moved(MICE_STUDY, "sources/old/lopez2021.yaml"), "bad-id"),
    ("the lay page is no YAML", one(LAY, "kind:", "kind: : x"), "yaml-syntax"),
    ("the lay page's name has capitals", moved(LAY, "sources/Web-Tea.yaml"), "bad-id"),
    ("the lay page's text stands in a folder", moved(LAY_TEXT, "sources/old/web-tea.txt"), "bad-id"),
    ("the lay page's text is no UTF-8", {LAY_TEXT: BASE[LAY_TEXT].encode() + b"\xff"}, "not-utf8"),
    ("the lay page's kind is misspelt", one(LAY, "kind: lay-page", "kind: lay-pag"), "bad-value"),
    ("the kind of a study is misspelt", one(STUDY, "kind: article", "kind: artikle"), "bad-value"),
    ("csl is text", one(LAY, "{type: webpage, title: Ten things about tea}", "Ten things"), "wrong-type"),
    (
        "a quote has another word",
        one(CLAIM, QUOTE, QUOTE.replace("everybody", "people")),
        "quote-not-in-source",
    ),
    (
        "a quote is quite another",
        one(CLAIM, QUOTE, 'quote: "Coffee does nothing at any time"'),
        "quote-not-in-source",
    ),
    (
        "a quote's context stands elsewhere",
        one(CLAIM, QUOTE, QUOTE + "\n    context: {before: Never}"),
        "quote-not-in-source",
    ),
    ("a quote is misnamed", one(CLAIM, "    quote:", "    qoute:"), "unknown-field"),
    ("a quote is a list", one(CLAIM, QUOTE, "quote: [Tea keeps everybody awake]"), "wrong-type"),
    ("the claim that quotes is no YAML", one(CLAIM, "about:", "about: : x"), "yaml-syntax"),
    ("the page's key is misspelt", one(CLAIM, "source: web-tea", "source: web-tee"), "unknown-source"),
    ("a set-aside is not verbatim", one(LAY, "our letter", "our paper"), "quote-not-in-source"),
    ("a set-aside has no quote", one(LAY, "quote: Subscribe to our letter, ", ""), "missing-field"),
    ("a set-aside's quote is misnamed", one(LAY, "quote: Sub", "quot: Sub"), "unknown-field"),
    (
        "a set-aside is a word",
        one(LAY, "  - {quote: Subscribe to our letter, reason: advertising}", "  - Subscribe"),
        "wrong-type",
    ),
    ("set-asides are misnamed", one(LAY, "set_aside:", "setaside:"), "unknown-field"),
    ("set-asides are quite misnamed", one(LAY, "set_aside:", "ignored:"), "unknown-field"),
    (
        "set-asides are no list",
        one(LAY, "\n  - {quote: Subscribe to our letter, reason: advertising}", " Subscribe"),
        "wrong-type",
    ),
]


@pytest.mark.parametrize(("changes", "rule"), [each[1:] for each in ECHOES], ids=[each[0] for each in ECHOES])
def test_a_fault_elsewhere_makes_no_echo_here(changes, rule, tmp_path):
    assert rules(base(tmp_path, changes)) == [rule]


def test_a_linked_file_is_not_followed_for_what_it_may_cite(tmp_path):
    root = base(tmp_path, {MICE: None})
    other = tmp_path / "mice.yaml"
    other.write_text(BASE[MICE])
    (root / MICE).symlink_to(other)
    assert rules(root) == ["not-utf8"]


def test_of_a_file_that_may_not_be_read_nothing_is_known(tmp_path, monkeypatch):
    root = base(tmp_path)
    refuse(monkeypatch, root / MICE)
    assert rules(root) == ["not-utf8"]

"""Excuses: what an `allow` takes away and where it reaches, also where it is itself at fault."""

from __future__ import annotations

import pytest

from claimbook.checks.example import BASE, CLAIM, HEARSAY, HEARSAY_EVIDENCE, HEARSAY_TEXT, LAY, LAY_TEXT, MICE
from tests.bases import base, rules

ORPHAN = "sources/zhu2001.yaml"
ORPHAN_TEXT = """\
kind: article
csl: {type: article-journal, title: Tea and bones, DOI: 10.1234/bones.2001}
study: {design: cohort, subjects: people}
"""
LONG = "plain: " + "Tea does this and that. " * 15
MORE = {LAY_TEXT: ("letter!\n", "letter! Tea also warms the hands.\n")}


def allow(*names):
    """The field, as the last one of a file."""
    return "allow: [" + ", ".join(f"{{rule: {name}, because: It may.}}" for name in names) + "]\n"


def changed(path, old, new, last=""):
    """One file of the good base with a stretch replaced and fields added."""
    assert old in BASE[path]
    return {path: BASE[path].replace(old, new) + last}


def wordy(last):
    """A claim whose plain words are too many, with fields added."""
    return {MICE: BASE[MICE].replace("plain: Mice", f"{LONG}Mice") + last}


EXCUSED = [
    ("an error of a claim", wordy(allow("plain-too-long"))),
    ("a warning of a claim", changed(MICE, "2026-11-01", "2020-11-01", allow("review-overdue"))),
    ("a whole file's problem", {ORPHAN: ORPHAN_TEXT + allow("orphan-source")}),
    ("a whole file's problem below a comment", {ORPHAN: f"# bones\n{ORPHAN_TEXT}{allow('orphan-source')}"}),
    ("a sentence of a page's text", {**MORE, LAY: BASE[LAY] + allow("unaccounted-sentence")}),
    (
        "two at once",
        {MICE: wordy("")[MICE].replace("2026-", "2020-") + allow("plain-too-long", "review-overdue")},
    ),
    (
        "one rule twice over",
        {MICE: wordy("")[MICE] + allow("plain-too-long", "plain-too-long")},
    ),
]


@pytest.mark.parametrize("changes", [each[1] for each in EXCUSED], ids=[each[0] for each in EXCUSED])
def test_what_is_excused_is_no_problem(changes, tmp_path):
    assert rules(base(tmp_path, changes)) == []


def test_an_excuse_of_an_item_covers_that_item_alone(tmp_path):
    title = changed(LAY, "Ten things about tea", "Tea keeps everybody awake all night")
    item = "    allow: [{rule: quote-is-title, because: It may.}]\n"
    quote = '    quote: "Tea keeps everybody awake all night"\n'
    assert rules(base(tmp_path, title)) == ["quote-is-title"]
    assert rules(base(tmp_path, {**title, **changed(CLAIM, quote, quote + item)})) == []
    other = changed(CLAIM, "    figures:", f"{item}    figures:")
    assert rules(base(tmp_path, {**title, **other})) == ["quote-is-title", "stale-allow"]
    reused = changed(CLAIM, quote, quote + item.replace("is-title", "reused"))
    assert rules(base(tmp_path, {**title, **reused})) == ["quote-is-title"]


def test_an_excuse_of_an_item_covers_it_to_its_end_and_none_after_it(tmp_path):
    title = changed(LAY, "Ten things about tea", "everybody awake all night")
    first = "    fit: It speaks of everybody; the study saw a small difference.\n"
    allowed = "    allow: [{rule: quote-is-title, because: It may.}]\n"
    second = """\
  - {source: web-tea, stance: supports, quote: everybody awake all night, reading: overstated, fit: So it says.}
"""
    own = second.replace("fit:", f"{allowed.strip()}, fit:")
    assert rules(base(tmp_path, {**title, **changed(CLAIM, first, first + own)})) == []
    both = changed(CLAIM, first, allowed + first + second)
    assert sorted(rules(base(tmp_path, {**title, **both}))) == ["quote-is-title", "stale-allow"]


def test_an_excuse_of_an_item_covers_none_before_it_on_its_line(tmp_path):
    title = changed(LAY, "Ten things about tea", "everybody awake all night")
    item = (
        "{source: web-tea, stance: supports, quote: everybody awake all night, reading: overstated, fit: So.}"
    )
    other = item.replace("everybody awake", "keeps everybody awake")
    allowed = other.replace("fit:", "allow: [{rule: quote-is-title, because: It may.}], fit:")
    files = {**title, HEARSAY: HEARSAY_TEXT.replace(f"\n{HEARSAY_EVIDENCE}", f" [{item}, {allowed}]\n")}
    assert rules(base(tmp_path, files)) == ["quote-is-title", "stale-allow"]


FAULTY = [
    ("its rule is misspelt", "allow: [{rule: plain-to-long, because: It may.}]\n", "bad-value"),
    ("its rule is no rule at all", "allow: [{rule: zzzz, because: It may.}]\n", "bad-value"),
    ("its rule is missing", "allow: [{because: It may.}]\n", "missing-field"),
    ("it is a word", "allow: [plain-too-long]\n", "wrong-type"),
    ("it is no list", "allow: plain-too-long\n", "wrong-type"),
    ("its name is misspelt", "alow: [{rule: plain-too-long, because: It may.}]\n", "unknown-field"),
    ("its reason is missing", "allow: [{rule: plain-too-long}]\n", "missing-field"),
]


@pytest.mark.parametrize(("last", "rule"), [each[1:] for each in FAULTY], ids=[each[0] for each in FAULTY])
def test_an_excuse_at_fault_still_excuses(last, rule, tmp_path):
    assert rules(base(tmp_path, wordy(last))) == [rule]


@pytest.mark.parametrize(("last", "rule"), [each[1:] for each in FAULTY], ids=[each[0] for each in FAULTY])
def test_of_an_excuse_at_fault_only_its_reason_s_loss_leaves_it_stale(last, rule, tmp_path):
    stale = ["stale-allow"] if last == "allow: [{rule: plain-too-long}]\n" else []
    assert rules(base(tmp_path, {MICE: BASE[MICE] + last})) == [rule, *stale]


def test_a_misspelt_rule_excuses_only_the_one_that_it_resembles(tmp_path):
    old = wordy(allow("plain-to-long"))[MICE].replace("2026-", "2020-")
    assert sorted(rules(base(tmp_path, {MICE: old}))) == ["bad-value", "review-overdue"]


def test_an_item_s_excuse_at_fault_still_excuses(tmp_path):
    title = changed(LAY, "Ten things about tea", "Tea keeps everybody awake all night")
    item = changed(CLAIM, "    reading: over", "    allow: quote-is-title\n    reading: over")
    assert rules(base(tmp_path, {**title, **item})) == ["wrong-type"]


def test_a_rule_that_may_not_be_excused_is_not(tmp_path):
    assert sorted(rules(base(tmp_path, wordy(allow("unknown-claim"))))) == ["bad-value", "plain-too-long"]
    last = allow("wording-outruns-certainty")
    sure = changed(MICE, "may lead", "leads", last)
    assert sorted(rules(base(tmp_path, sure))) == ["bad-value", "wording-outruns-certainty"]

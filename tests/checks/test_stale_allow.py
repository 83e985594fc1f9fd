"""Stale excuses: those of nothing, and not those whose rule another fault keeps silent."""

from __future__ import annotations

import pytest

from claimbook.checks.example import (
    BASE,
    CLAIM,
    HEARSAY,
    HEARSAY_TEXT,
    LAY,
    LAY_TEXT,
    MICE,
    MICE_STUDY,
    STUDY,
)
from tests.bases import base, problems, rules

LONG = "plain: " + "Tea does this and that. " * 15


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


STALE = [
    ("nothing to excuse in a claim", MICE, "plain-too-long"),
    ("nothing to excuse in a source", STUDY, "orphan-source"),
    ("a rule of sources in a claim", MICE, "orphan-source"),
    ("a rule of claims in a source", STUDY, "review-overdue"),
    ("a rule of lay pages in a study", STUDY, "unaccounted-sentence"),
    ("a page that is accounted for", LAY, "unaccounted-sentence"),
    ("a source that was not retracted", STUDY, "retracted-source"),
    ("quotes without a fault", CLAIM, "quote-reused"),
    ("numbers without a fault", CLAIM, "number-without-evidence"),
]


@pytest.mark.parametrize(("path", "rule"), [each[1:] for each in STALE], ids=[each[0] for each in STALE])
def test_an_excuse_of_nothing_is_stale_and_stands_at_its_rule(path, rule, tmp_path):
    (found,) = problems(base(tmp_path, {path: BASE[path] + allow(rule)}))
    assert found.rule == "stale-allow"
    assert (found.where.path, found.where.line) == (path, BASE[path].count("\n") + 1)
    assert found.where.column == len("allow: [{rule: ") + 1


# An excuse of use, a fault that takes its problem away, and the only rule that may speak.
SILENCED = [
    (
        "no evidence is left",
        {
            MICE: BASE[MICE][: BASE[MICE].index("evidence:")]
            + "evidence: []\nreviewed: 2026-11-01\n"
            + allow("quote-is-title")
        },
        "no-evidence",
    ),
    (
        "the quote is a list",
        changed(CLAIM, '"Tea keeps everybody awake all night"', "[Tea]", allow("quote-is-title")),
        "wrong-type",
    ),
    (
        "the quote's text is no UTF-8",
        {LAY_TEXT: BASE[LAY_TEXT].encode() + b"\xff", CLAIM: BASE[CLAIM] + allow("quote-ambiguous")},
        "not-utf8",
    ),
    (
        "the date is missing",
        {MICE: BASE[MICE].replace("reviewed: 2026-11-01\n", allow("review-overdue"))},
        "missing-field",
    ),
    (
        "the text is misnamed",
        {MICE: wordy(allow("plain-too-long"))[MICE].replace("plain:", "plian:")},
        "unknown-field",
    ),
    (
        "a claim that may cite it is unreadable",
        {**changed(MICE, "about:", "about: : x"), MICE_STUDY: BASE[MICE_STUDY] + allow("orphan-source")},
        "yaml-syntax",
    ),
    (
        "a claim that may cite it lost its list",
        {
            **changed(MICE, "evidence:", "evidnce:"),
            MICE_STUDY: BASE[MICE_STUDY] + "status: {is: retracted}\n" + allow("retracted-source"),
        },
        "unknown-field",
    ),
    (
        "the status is misspelt",
        {MICE_STUDY: BASE[MICE_STUDY] + "status: {is: retractd}\n" + allow("retracted-source")},
        "bad-value",
    ),
    (
        "the status is a word",
        {MICE_STUDY: BASE[MICE_STUDY] + "status: retracted\n" + allow("retracted-source")},
        "wrong-type",
    ),
    (
        "the page's text is no UTF-8",
        {LAY_TEXT: BASE[LAY_TEXT].encode() + b"\xff", LAY: BASE[LAY] + allow("unaccounted-sentence")},
        "not-utf8",
    ),
    (
        "the page's kind is misspelt",
        {LAY: BASE[LAY].replace("lay-page", "lay-pag") + allow("unaccounted-sentence")},
        "bad-value",
    ),
    (
        "the set-aside is lost",
        {LAY: BASE[LAY].replace("our letter", "our paper") + allow("unaccounted-sentence")},
        "quote-not-in-source",
    ),
    (
        "the quote is lost",
        changed(CLAIM, "keeps everybody", "keeps most people", allow("context-negation")),
        "quote-not-in-source",
    ),
    (
        "the quote's source is unknown",
        changed(CLAIM, "source: web-tea", "source: nobody", allow("quote-is-title")),
        "unknown-source",
    ),
    (
        "the quote's source is unreadable",
        {CLAIM: BASE[CLAIM] + allow("quote-is-title"), LAY: BASE[LAY] + "x: [\n"},
        "yaml-syntax",
    ),
    (
        "the title is no text",
        {
            CLAIM: BASE[CLAIM] + allow("quote-is-title"),
            **changed(LAY, "title: Ten things about tea", "title: 10"),
        },
        "invalid-csl",
    ),
    (
        "a quote of another claim is lost",
        {
            HEARSAY: HEARSAY_TEXT,
            MICE: BASE[MICE] + allow("quote-reused"),
            **changed(CLAIM, "keeps everybody", "keeps most people"),
        },
        "quote-not-in-source",
    ),
    (
        "another claim is unreadable",
        {CLAIM: BASE[CLAIM] + allow("quote-reused"), "claims/tea/x.yaml": "a: [\n"},
        "yaml-syntax",
    ),
    (
        "another claim quotes an unknown source",
        {MICE: BASE[MICE] + allow("quote-reused"), **changed(CLAIM, "source: web-tea", "source: nobody")},
        "unknown-source",
    ),
    (
        "a claim that may cite it has no evidence",
        {
            MICE: BASE[MICE][: BASE[MICE].index("evidence:")] + "evidence: []\nreviewed: 2026-11-01\n",
            MICE_STUDY: BASE[MICE_STUDY] + "status: {is: retracted}\n" + allow("retracted-source"),
        },
        "no-evidence",
    ),
    (
        "a key that may be the retracted source's is misspelt",
        {
            **changed(MICE, "source: lopez2021", "source: lopes2021"),
            MICE_STUDY: BASE[MICE_STUDY] + "status: {is: retracted}\n" + allow("retracted-source"),
        },
        "unknown-source",
    ),
    (
        "the page's text is not held",
        {LAY_TEXT: None, LAY: BASE[LAY] + allow("unaccounted-sentence")},
        "lay-page-without-text",
    ),
    (
        "a finding is missing",
        {
            MICE: BASE[MICE].replace(
                "    finding: Mice that were given tea ran further than mice given water.\n", ""
            )
            + allow("number-without-evidence")
        },
        "finding-missing",
    ),
]


@pytest.mark.parametrize(
    ("changes", "rule"), [each[1:] for each in SILENCED], ids=[each[0] for each in SILENCED]
)
def test_an_excuse_whose_rule_a_fault_keeps_silent_is_not_called_stale(changes, rule, tmp_path):
    assert rules(base(tmp_path, changes)) == [rule]


QUOTE = 'quote: "Tea keeps everybody awake all night"'
ON_QUOTES = ("quote-ambiguous", "quote-is-title", "quote-reused", "context-negation")
READ = [
    ("banned-word", "statement:", "statment:"),
    ("banned-word", "plain:", "plian:"),
    ("number-without-evidence", "statement:", "statment:"),
    ("number-without-evidence", QUOTE, "quote: [Tea]"),
    ("number-without-evidence", "finding: In 48 adults", "finding: {in: 48 adults}  #"),
    ("number-without-evidence", 'figures: ["48 adults", "20 minutes"]', "figures: 20"),
    *((rule, QUOTE, "quote: [Tea]") for rule in ON_QUOTES),
    *((rule, QUOTE, f"{QUOTE}\n    context: dog") for rule in ON_QUOTES),
    *((rule, "source: web-tea", "sourc: web-tea") for rule in (*ON_QUOTES, "number-without-evidence")),
]


@pytest.mark.parametrize(("rule", "old", "new"), READ)
def test_an_excuse_is_not_stale_where_what_its_rule_reads_was_reported(rule, old, new, tmp_path):
    (found,) = rules(base(tmp_path, changed(CLAIM, old, new, allow(rule))))
    assert found in ("unknown-field", "wrong-type")


def test_what_its_rule_does_not_read_leaves_it_stale(tmp_path):
    finding = "    finding: Mice that were given tea ran further than mice given water.\n"
    found = rules(base(tmp_path, changed(MICE, finding, "", allow("quote-is-title"))))
    assert found == ["finding-missing", "stale-allow"]
    lost = changed(LAY, "our letter", "our paper", allow("review-overdue"))
    assert rules(base(tmp_path, lost)) == ["quote-not-in-source", "stale-allow"]
    retracted = BASE[MICE_STUDY] + "status: {is: retracted}\n" + allow("retracted-source")
    found = rules(base(tmp_path, {"sources/lee2020.yaml": retracted.replace("mice.2021", "mice.2020")}))
    assert sorted(found) == ["orphan-source", "stale-allow"]


def test_an_item_s_excuse_is_not_stale_while_its_quote_is_at_fault(tmp_path):
    item = "    allow: [{rule: quote-ambiguous, because: It may.}]\n"
    stale = changed(CLAIM, "    reading: overstated\n", f"    reading: overstated\n{item}")
    assert rules(base(tmp_path, stale)) == ["stale-allow"]
    lost = stale[CLAIM].replace("keeps everybody", "keeps most people")
    assert rules(base(tmp_path, {CLAIM: lost})) == ["quote-not-in-source"]
    missing = stale[CLAIM].replace('    quote: "Tea keeps everybody awake all night"\n', "")
    assert rules(base(tmp_path, {CLAIM: missing})) == ["missing-field"]
    other = stale[CLAIM].replace("reading: overstated", "reading: overdone")
    assert sorted(rules(base(tmp_path, {CLAIM: other}))) == ["bad-value", "stale-allow"]


def test_an_item_s_excuse_of_another_part_of_the_claim_is_stale(tmp_path):
    item = "    allow: [{rule: plain-too-long, because: It may.}]\n"
    stale = changed(CLAIM, "    reading: overstated\n", f"    reading: overstated\n{item}")
    assert rules(base(tmp_path, stale)) == ["stale-allow"]


def test_a_warning_keeps_no_other_rule_silent(tmp_path):
    denied = "It is not true that tea keeps everybody awake all night"
    said = changed(LAY_TEXT, "Tea keeps everybody awake all night", denied)
    claim = changed(CLAIM, "Tea keeps everybody", "tea keeps everybody", allow("quote-is-title"))
    assert sorted(rules(base(tmp_path, {**said, **claim}))) == ["context-negation", "stale-allow"]


def test_a_fault_elsewhere_in_the_file_leaves_an_excuse_stale(tmp_path):
    found = rules(base(tmp_path, changed(MICE, "certainty: low", "certainty: lo", allow("review-overdue"))))
    assert sorted(found) == ["bad-value", "stale-allow"]
    study = changed(STUDY, '"31000001"', "31000001", allow("orphan-source"))
    assert sorted(rules(base(tmp_path, study))) == ["invalid-csl", "stale-allow"]
    journal = changed(MICE_STUDY, "title: Wheel running in mice", "title: 5")
    found = rules(base(tmp_path, {**journal, MICE: BASE[MICE] + allow("quote-is-title")}))
    assert sorted(found) == ["invalid-csl", "stale-allow"]

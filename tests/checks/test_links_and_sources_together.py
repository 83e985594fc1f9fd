"""Links and sources: of two faults that have nothing to do with each other both are told."""

from __future__ import annotations

import pytest

from claimbook.checks.example import BASE, CLAIM, LAY, LAY_TEXT, MICE, MICE_STUDY, STUDY, TOPICS
from tests.bases import base, rules

ORPHAN = "sources/zhu2001.yaml"
ORPHAN_TEXT = """\
kind: article
csl: {type: article-journal, title: Tea and bones, DOI: 10.1234/bones.2001}
study: {design: cohort, subjects: people}
"""
MORE = "Subscribe to our letter! Tea also warms the hands.\n"
WITH_MORE = {LAY_TEXT: ("Subscribe to our letter!\n", MORE)}


def moved(old, new):
    return {old: None, new: BASE[old]}


def one(path, old, new):
    return {path: (old, new)}


# Two faults that have nothing to do with each other, and the two rules that speak.
BOTH = [
    (
        "sentence and quote in other words",
        {
            **WITH_MORE,
            **one(CLAIM, "Tea keeps everybody awake all night", "Tea keeps most people awake at night"),
        },
        ["quote-not-in-source", "unaccounted-sentence"],
    ),
    (
        "no identifier and no type",
        one(
            MICE_STUDY,
            "type: article-journal, title: Wheel running in mice, DOI: 10.1234/mice.2021",
            "title: Wheels",
        ),
        ["invalid-csl", "missing-identifier"],
    ),
    (
        "folder without topic and claim in no YAML",
        {"claims/milk/x.yaml": "a: [\n"},
        ["unknown-topic", "yaml-syntax"],
    ),
    (
        "sentence and misnamed source",
        {**WITH_MORE, CLAIM: ("source: web-tea", "sourc: web-tea")},
        ["unknown-field", "unaccounted-sentence"],
    ),
    (
        "sentence and field unknown to its page",
        {**WITH_MORE, LAY: BASE[LAY] + "zzz: nothing\n"},
        ["unaccounted-sentence", "unknown-field"],
    ),
    (
        "one unsound PMID in two sources",
        {STUDY: ("31000001", "x"), MICE_STUDY: ("10.1234/mice.2021", "10.1234/m, PMID: x")},
        ["bad-pmid", "bad-pmid"],
    ),
    (
        "orphan and claim in no UTF-8",
        {ORPHAN: ORPHAN_TEXT, MICE: BASE[MICE].encode() + b"\xff"},
        ["not-utf8", "orphan-source"],
    ),
    (
        "orphan and claim in no folder",
        {ORPHAN: ORPHAN_TEXT, **moved(MICE, "claims/mice-run-on-tea.yaml")},
        ["unknown-topic", "orphan-source"],
    ),
    (
        "orphan and misspelt list",
        {ORPHAN: ORPHAN_TEXT, **moved(TOPICS, "claims/topic.yaml")},
        ["bad-id", "orphan-source"],
    ),
    (
        "sentence and claim in .yml",
        {**WITH_MORE, **moved(CLAIM, CLAIM[:-4] + "yml")},
        ["bad-id", "unaccounted-sentence"],
    ),
    (
        "orphan and unreadable claim",
        {ORPHAN: ORPHAN_TEXT, MICE: ("about:", "about: : x")},
        ["yaml-syntax", "orphan-source"],
    ),
    (
        "orphan and misspelt evidence",
        {ORPHAN: ORPHAN_TEXT, MICE: ("evidence:", "evidnce:")},
        ["unknown-field", "orphan-source"],
    ),
    (
        "sentence that only the plain version says, and misspelt evidence",
        {
            **WITH_MORE,
            CLAIM: BASE[CLAIM]
            .replace("evidence:", "evidnce:")
            .replace("One study looked at this.", "Tea also warms the hands."),
        },
        ["unknown-field", "unaccounted-sentence"],
    ),
    (
        "orphan and misspelt source",
        {ORPHAN: ORPHAN_TEXT, MICE: ("source:", "sorce:")},
        ["unknown-field", "orphan-source"],
    ),
    (
        "orphan and misspelt key",
        {ORPHAN: ORPHAN_TEXT, MICE: ("source: lopez2021", "source: lopes2021")},
        ["unknown-source", "orphan-source"],
    ),
    (
        "sentence and unreadable claim",
        {**WITH_MORE, CLAIM: ("about:", "about: : x")},
        ["yaml-syntax", "unaccounted-sentence"],
    ),
    (
        "sentence and unreadable claim without quotes",
        {**WITH_MORE, MICE: ("about:", "about: : x")},
        ["yaml-syntax", "unaccounted-sentence"],
    ),
    (
        "sentence and lost quote",
        {**WITH_MORE, CLAIM: ("awake all", "asleep all")},
        ["quote-not-in-source", "unaccounted-sentence"],
    ),
    (
        "sentence and misnamed quote",
        {**WITH_MORE, CLAIM: ("    quote:", "    qoute:")},
        ["unknown-field", "unaccounted-sentence"],
    ),
    (
        "sentence and misspelt key",
        {**WITH_MORE, CLAIM: ("source: web-tea", "source: web-tee")},
        ["unknown-source", "unaccounted-sentence"],
    ),
    (
        "sentence and misspelt key of a study that is not quoted",
        {**WITH_MORE, MICE: ("source: lopez2021", "source: lopes2021")},
        ["unknown-source", "unaccounted-sentence"],
    ),
    (
        "sentence and misnamed set-asides",
        {**WITH_MORE, LAY: ("set_aside:", "setaside:")},
        ["unaccounted-sentence", "unknown-field"],
    ),
    (
        "page without text and orphan text",
        {LAY_TEXT: None, "sources/x.txt": "Words.\n"},
        ["lay-page-without-text", "orphan-text"],
    ),
    (
        "no identifier and bad author",
        one(MICE_STUDY, ", DOI: 10.1234/mice.2021", ", author: Lopez"),
        ["missing-identifier", "invalid-csl"],
    ),
    (
        "no identifier and unknown field",
        one(MICE_STUDY, ", DOI: 10.1234/mice.2021", ", pagges: three"),
        ["missing-identifier", "invalid-csl"],
    ),
    (
        "no identifier and misnamed number",
        one(MICE_STUDY, ", DOI: 10.1234/mice.2021", ", pmid: 31000002"),
        ["missing-identifier", "invalid-csl"],
    ),
    (
        "unsound DOI and unsound PMID",
        {STUDY: BASE[STUDY].replace("10.1234", "10").replace('"31000001"', '"x"')},
        ["bad-doi", "bad-pmid"],
    ),
    (
        "bad DOI, PMID twice",
        one(MICE_STUDY, "10.1234/mice.2021", '10/m, PMID: "31000001"'),
        ["bad-doi", "duplicate-source"],
    ),
    (
        "orphan and list of topics in no YAML that names it",
        {ORPHAN: ORPHAN_TEXT, **one(TOPICS, "summary: It", "summary: [zhu2001, It")},
        ["yaml-syntax", "orphan-source"],
    ),
    (
        "link to a source and that source in .yml",
        {**moved(MICE_STUDY, "sources/lopez2021.yml"), **one(CLAIM, "mice-run-on-tea", "lopez2021")},
        ["unknown-claim", "bad-id"],
    ),
    (
        "unknown key and its text in a folder",
        {"sources/old/nobody.txt": "Words.\n", **one(MICE, "source: lopez2021", "source: nobody")},
        ["unknown-source", "bad-id"],
    ),
    (
        "orphan and the only claim in no YAML",
        {MICE: None, **one(CLAIM, "about:", "about: : x")},
        ["yaml-syntax", "orphan-source"],
    ),
    (
        "orphan that a title names and unsound DOI",
        {ORPHAN: ORPHAN_TEXT, **one(MICE_STUDY, "mice, DOI: 10.1234/", "zhu2001, DOI: 10/")},
        ["bad-doi", "orphan-source"],
    ),
    (
        "unknown topic and claim in .yml there",
        moved(MICE, "claims/milk/mice-run-on-tea.yml"),
        ["unknown-topic", "bad-id"],
    ),
    (
        "two links",
        one(
            CLAIM,
            "{claim: mice-run-on-tea, as: see-also}",
            "{claim: nowhere, as: see-also}\n  - {claim: tea-keeps-awake, as: see-also}",
        ),
        ["unknown-claim", "related-to-itself"],
    ),
    (
        "unknown topic and broken claim there",
        {**moved(MICE, "claims/milk/mice-run-on-tea.yaml"), "claims/milk/x.yaml": "a: [\n"},
        ["unknown-topic", "yaml-syntax"],
    ),
]


@pytest.mark.parametrize(("changes", "expected"), [each[1:] for each in BOTH], ids=[each[0] for each in BOTH])
def test_two_faults_give_both_problems(changes, expected, tmp_path):
    assert rules(base(tmp_path, changes)) == expected

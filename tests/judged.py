"""The tiny base about tea, changed so that rules on judgement have something to say."""

from __future__ import annotations

from claimbook.checks.example import BASE, CLAIM, STUDY
from tests.bases import base, problems

KIM = "  - source: kim2019\n    stance: supports"
REVIEW = "sources/ito2020.yaml"
NEW_REVIEW = """\
kind: article
csl: {type: article-journal, title: A pooled look at tea, DOI: 10.1234/pool.2020}
study: {design: meta-analysis, of: randomized-trial, subjects: people, treatment: [green-tea]}
"""
CITED = """\
  - source: ito2020
    stance: supports
    finding: Pooled over several trials, tea delayed sleep.
    passage: {section: Results, starts: Tea delayed sleep, ends: in most trials}
"""


def with_review(tmp_path, changes=None, cited=CITED, review=NEW_REVIEW, text=BASE[CLAIM]):
    """The tiny base with a review of trials beside the one trial, so that the ceiling is high."""
    text = text.replace("related:", f"{cited}related:")
    for old, new in (changes or {}).items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    return base(tmp_path, {REVIEW: review, CLAIM: text})


def lay_only(statement, plain="A web page says so.", certainty="none", about="people"):
    """A claim that only the lay page speaks of."""
    return f"""\
statement: {statement}
about: {about}
plain: {plain}
certainty: {certainty}
evidence:
  - source: web-tea
    stance: supports
    quote: "Tea keeps everybody awake all night"
    reading: unsupported
    fit: It says so.
reviewed: 2026-11-01
"""


def only_lay(tmp_path, text):
    """A base of that one claim."""
    return base(tmp_path, {CLAIM: text, STUDY: None})


def shown(tmp_path, root):
    """The words under the carets of each problem, with the rule."""
    found = problems(root)
    lines = {each.where.path: (root / each.where.path).read_text("utf-8").splitlines() for each in found}
    return [
        (
            each.rule,
            lines[each.where.path][each.where.line - 1][each.where.column - 1 : each.where.end_column - 1],
        )
        for each in found
    ]

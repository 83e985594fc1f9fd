"""Sentences of lay pages: which are accounted for, and how one that is not is shown."""

from __future__ import annotations

from claimbook.checks.example import CLAIM, LAY, LAY_TEXT, STUDY
from tests.bases import base, problems, rules

QUOTE = 'quote: "Tea keeps everybody awake all night"'
WITH_MORE = {LAY_TEXT: ("Subscribe to our letter!\n", "Subscribe to our letter! Tea also warms the hands.\n")}


def one(path, old, new):
    return {path: (old, new)}


def only(root):
    """The one problem of a base."""
    (problem,) = problems(root)
    return problem


def test_a_long_sentence_is_shown_shortened(tmp_path):
    long = "Tea " + "warms the hands and " * 8 + "heart."
    found = only(base(tmp_path, one(LAY_TEXT, "letter!\n", f"letter! {long}\n")))
    shown = found.message.partition("“")[2]
    assert shown == f"{long[:80].rpartition(' ')[0]} …”"
    whole = f"Tea {'h' * 75}."
    assert len(whole) == 80
    found = only(base(tmp_path, one(LAY_TEXT, "letter!\n", f"letter! {whole}\n")))
    assert found.message.endswith(f"“{whole}”")
    word = "T" * 200
    found = only(base(tmp_path, one(LAY_TEXT, "letter!\n", f"letter! {word}.\n")))
    assert found.message.endswith(f"“{word[:80]} …”")


def test_a_sentence_without_a_word_needs_no_account(tmp_path):
    assert rules(base(tmp_path, one(LAY_TEXT, "letter!\n", "letter!\n***\n"))) == []


def test_a_quote_that_only_reaches_a_sentence_s_bracket_does_not_touch_it(tmp_path):
    files = one(LAY_TEXT, "letter!\n", "letter! (Tea also warms the hands.)\n")
    aside = "quote: Subscribe to our letter,"
    assert rules(base(tmp_path, {**files, LAY: (aside, 'quote: "Subscribe to our letter! (Tea",')})) == []
    reaching = {**files, LAY: (aside, 'quote: "Subscribe to our letter! (",')}
    assert rules(base(tmp_path, reaching)) == ["unaccounted-sentence"]


def test_a_quote_that_names_a_study_may_be_the_page_s_unless_the_study_is_open(tmp_path):
    moved = rules(base(tmp_path, one(CLAIM, "source: web-tea", "source: kim2019")))
    assert "unaccounted-sentence" not in moved
    item = "    quote: Tea also warms the hands\n    finding: In 48"
    files = {**WITH_MORE, **one(CLAIM, "    finding: In 48", item)}
    open_study = one(STUDY, "read: abstract", "read: abstract, license: CC-BY 4.0")
    assert rules(base(tmp_path, {**files, **open_study})) == ["unaccounted-sentence"]


def test_context_decides_which_occurrence_is_accounted_for(tmp_path):
    twice = {
        LAY_TEXT: "Tea keeps everybody awake all night. So they say. Tea keeps everybody awake all night.\n"
    }
    aside = one(LAY, "Subscribe to our letter", "So they say")
    settled = one(CLAIM, QUOTE, QUOTE + "\n    context: {before: So they say.}")
    found = only(base(tmp_path, {**twice, **aside, **settled}))
    assert (found.rule, found.where.line, found.where.column) == ("unaccounted-sentence", 1, 1)
    assert "unaccounted-sentence" not in rules(base(tmp_path, {**twice, **aside}))

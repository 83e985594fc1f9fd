"""The rule `quote-not-in-source`: what it shows, and where it is silent."""

from __future__ import annotations

import pytest

from claimbook.checks.example import CLAIM, HEARSAY, HEARSAY_TEXT, LAY, LAY_TEXT, STUDY
from tests.bases import base, rules
from tests.evidence import QUOTE, edit, found, names, shown


def hint_where_true_up_to(words, folder):
    """The hint on a quote of which these words stand in the page, and the last one does not."""
    changes = {
        LAY_TEXT: f"{words} night. {QUOTE}. Subscribe to our letter!\n",
        HEARSAY: HEARSAY_TEXT.replace("everybody awake all night", f"{words} day"),
    }
    [problem] = [each for each in found(folder, changes) if each.rule == "quote-not-in-source"]
    assert problem.hint is not None
    return problem.hint


class TestQuoteNotInSource:
    def test_the_place_where_it_goes_astray_and_what_to_paste(self, tmp_path):
        changes = {CLAIM: ("everybody awake all", "everybody asleep all")}
        [problem] = found(tmp_path, changes)
        assert problem.rule == "quote-not-in-source"
        assert shown(problem, {CLAIM: edit(CLAIM, changes[CLAIM])}).startswith('"Tea keeps')
        assert problem.hint is not None
        assert "“Tea keeps everybody”" in problem.hint
        assert "“awake" in problem.hint
        assert QUOTE in problem.hint.splitlines()[-1]

    def test_a_quote_like_nothing_there(self, tmp_path):
        text = HEARSAY_TEXT.replace("everybody awake all night", "Ελλάδα ζζζ ξξξ ψψψ")
        [problem] = found(tmp_path, {HEARSAY: text})
        assert problem.rule == "quote-not-in-source"
        assert problem.hint is not None
        assert problem.hint.startswith("nothing there resembles it")

    @pytest.mark.parametrize("quote", ["[…]", "...", "[green] […]"])
    def test_a_quote_without_words_of_the_source(self, tmp_path, quote):
        text = HEARSAY_TEXT.replace("everybody awake all night", quote)
        assert rules(base(tmp_path, {HEARSAY: text})) == ["quote-not-in-source"]

    @pytest.mark.parametrize(
        ("context", "field", "there"),
        [
            ("{before: Coffee keeps}", "Coffee keeps", "Tea keeps"),
            ("{after: and day}", "and day", "Subscribe to"),
            ("{before: Tea keeps, after: and day}", "and day", "Subscribe to"),
        ],
    )
    def test_a_context_that_stands_beside_no_match(self, tmp_path, context, field, there):
        text = HEARSAY_TEXT.replace("    reading:", f"    context: {context}\n    reading:")
        [problem] = found(tmp_path, {HEARSAY: text})
        assert problem.rule == "quote-not-in-source"
        assert shown(problem, {HEARSAY: text}) == field
        assert problem.hint is not None
        assert there in problem.hint

    def test_what_stands_there_is_shown_as_it_is_written(self, tmp_path):
        context = 'quote: "everybody awake all night"\n    context: {before: Tea keeps}'
        changes = {CLAIM: (f'quote: "{QUOTE}"', context), LAY_TEXT: ("Tea keeps", "Thé keeps")}
        [problem] = found(tmp_path, changes)
        assert problem.hint == 'there stands:  before: "Thé keeps"'

    def test_a_context_of_which_each_side_stands_elsewhere(self, tmp_path):
        lay = f"{QUOTE}. Milk makes babies drowsy. {QUOTE}!\n"
        changes = {
            LAY_TEXT: lay + "Subscribe to our letter!\n",
            CLAIM: (
                f'quote: "{QUOTE}"\n',
                f'quote: "{QUOTE}"\n    context: {{before: drowsy., after: Milk makes}}\n',
            ),
            LAY: ("- {quote: S", "- {quote: Milk makes babies drowsy, reason: off-topic}\n  - {quote: S"),
        }
        [problem] = [each for each in found(tmp_path, changes) if each.rule == "quote-not-in-source"]
        assert problem.message == "the quote stands in web-tea, but nowhere beside both of these"
        assert problem.where.line == 9

    def test_a_set_aside_too(self, tmp_path):
        changes = {LAY: ("Subscribe to our letter", "Subscribe to my letter")}
        assert "quote-not-in-source" in names(found(tmp_path, changes))

    def test_a_text_at_hand_serves_as_well(self, tmp_path):
        changes = {
            STUDY: ("{read: abstract}", "{read: abstract, license: CC0}"),
            CLAIM: ("    finding: In", "    quote: Adults slept much worse\n    finding: In"),
        }
        text = {"kim2019": "Adults who drank green tea slept later than with water."}
        assert names(found(tmp_path, changes, text)) == ["quote-not-in-source"]

    def test_parts_that_stand_there_but_not_so(self, tmp_path):
        for quote in (
            "awake all night […] Tea keeps everybody",
            "[…] awake all night […] Tea keeps everybody",
            "Tea keeps [...] awake all night",
            "Tea keeps […]",  # fewer than three words
        ):
            text = HEARSAY_TEXT.replace("everybody awake all night", quote)
            [problem] = found(tmp_path, {HEARSAY: text})
            assert problem.hint is not None
            assert problem.hint.startswith("each part stands there, but not so")
            assert "\nclosest passage: “Tea keeps" in problem.hint

    def test_one_part_of_two_that_does_not_stand_there(self, tmp_path):
        text = HEARSAY_TEXT.replace("everybody awake all night", "Tea keeps everybody […] asleep all night")
        [problem] = found(tmp_path, {HEARSAY: text})
        assert (problem.hint or "").startswith("it runs true up to")

    def test_of_a_long_quote_only_the_last_true_words_are_shown(self, tmp_path):
        long = "Tea made of leaves that were picked in early spring keeps everybody awake all"
        hint = hint_where_true_up_to(long, tmp_path)
        assert "“… were picked in early spring keeps everybody awake all”" not in hint
        assert "“… that were picked in early spring keeps everybody awake all”" in hint

    def test_ten_true_words_are_shown_in_full(self, tmp_path):
        ten = "Green tea from the old mill keeps everybody awake all"
        assert f"up to “{ten}”" in hint_where_true_up_to(ten, tmp_path)

    def test_a_quote_that_runs_past_the_end(self, tmp_path):
        text = HEARSAY_TEXT.replace("everybody awake all night", "Subscribe to our letter! Now")
        [problem] = found(tmp_path, {HEARSAY: text})
        assert "then the source ends" in (problem.hint or "")


@pytest.mark.parametrize("marks", ["“”", "„“", "‘’", "«»"])
def test_marks_around_a_quote_that_only_a_word_processor_put_there(tmp_path, marks):
    opening, closing = marks
    text = edit(CLAIM, (f'"{QUOTE}"', f"{opening}{QUOTE}{closing}"))
    [problem] = found(tmp_path, {CLAIM: text})
    assert problem.rule == "quote-not-in-source"
    assert "take those two away" in problem.hint


@pytest.mark.parametrize("quote", ["“Tea keeps nobody awake all night”", f"s{QUOTE}s"])
def test_where_the_marks_are_not_all_that_is_wrong_nobody_is_told_so(tmp_path, quote):
    [problem] = found(tmp_path, {HEARSAY: HEARSAY_TEXT.replace('"everybody awake all night"', quote)})
    assert problem.rule == "quote-not-in-source"
    assert "take those two away" not in (problem.hint or "")

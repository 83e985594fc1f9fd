"""The evidence rules on quotes that do stand in their source."""

from __future__ import annotations

import pytest

from claimbook.checks.example import BASE, CLAIM, HEARSAY, HEARSAY_EVIDENCE, HEARSAY_TEXT, LAY, LAY_TEXT
from tests.bases import base, rules
from tests.evidence import QUOTE, TWICE, edit, found, shown


class TestQuoteAmbiguous:
    def changes(self, context: str) -> dict:
        return {**TWICE, CLAIM: (f'quote: "{QUOTE}"\n', f'quote: "awake all night"\n{context}')}

    def test_the_hint_can_be_pasted(self, tmp_path):
        [problem] = found(tmp_path, self.changes(""))
        assert (problem.rule, problem.where.line) == ("quote-ambiguous", 8)
        assert problem.message == "this stands in web-tea 2 times"
        assert problem.hint is not None
        context = problem.hint.partition("context: ")[2]
        assert rules(base(tmp_path, self.changes(f"    context: {context}\n"))) == []

    def test_the_hint_gives_the_four_words_before_all_that_is_quoted(self, tmp_path):
        changes = {CLAIM: (QUOTE, "tea kept everybody […] awake all night")}
        first, second = (
            f"Down at the old {café} tea kept everybody who came awake all night. "
            for café in ("café", "mill")
        )
        changes[LAY_TEXT] = f"{first}{second}Subscribe to our letter! {'It is long. ' * 20}"
        [hint] = [each.hint for each in found(tmp_path, changes) if each.rule == "quote-ambiguous"]
        assert hint == 'for the first place add:  context: {before: "at the old café"}'

    @pytest.mark.parametrize("context", ["{before: keeps everybody}", "{before: dog is}", "{after: too}"])
    def test_a_context_settles_it(self, tmp_path, context):
        assert rules(base(tmp_path, self.changes(f"    context: {context}\n"))) == []

    def test_a_context_that_fits_both_does_not(self, tmp_path):
        changes = self.changes("    context: {before: Tea}\n")
        changes[LAY_TEXT] = "Tea: awake all night. Tea: awake all night. Subscribe to our letter!\n"
        changes[CLAIM] = edit(CLAIM, changes[CLAIM]).replace("before: Tea", 'before: "Tea:"')
        each = [problem for problem in found(tmp_path, changes) if problem.rule == "quote-ambiguous"]
        assert [problem.message for problem in each] == ["this stands in web-tea 2 times with this context"]

    def test_where_a_context_was_given_no_other_is_made_of_it(self, tmp_path):
        changes = self.changes("    context: {after: too}\n")
        changes[LAY_TEXT] = "A cat is awake all night too. A dog is awake all night too."
        [hint] = [each.hint for each in found(tmp_path, changes) if each.rule == "quote-ambiguous"]
        assert hint == "tell the place by the words just before or after it: context: {before: …, after: …}"

    @pytest.mark.parametrize(
        ("context", "rule"),
        [
            ("contxt: {before: dog is}", "unknown-field"),
            ("context: {before: 3}", "wrong-type"),
            ("context: dog", "wrong-type"),
        ],
    )
    def test_silent_where_the_context_was_reported(self, tmp_path, context, rule):
        assert rules(base(tmp_path, self.changes(f"    {context}\n"))) == [rule]

    def test_words_before_it_that_stand_before_the_other_place_too_are_not_offered(self, tmp_path):
        changes = self.changes("")
        changes[LAY_TEXT] = (
            "Tea: awake all night. Tea: awake all night. Rum: awake all night. Subscribe to our letter!\n"
        )
        [hint] = [each.hint for each in found(tmp_path, changes) if each.rule == "quote-ambiguous"]
        assert "{before: …, after: …}" in (hint or "")

    def test_no_words_before_the_first_place(self, tmp_path):
        changes = {
            **TWICE,
            LAY_TEXT: f"Awake all night! {QUOTE}. Awake all night! Subscribe to our letter!\n",
            LAY: (
                "- {quote: S",
                "- {quote: Awake all night!, context: {after: Tea}, reason: off-topic}\n  - {quote: S",
            ),
            HEARSAY: HEARSAY_TEXT.replace('"everybody awake all night"', '"Awake all night!"'),
        }
        [problem] = [each for each in found(tmp_path, changes) if each.rule == "quote-ambiguous"]
        assert problem.hint is not None
        assert "before: …" in problem.hint

    def test_not_for_a_set_aside(self, tmp_path):
        lay = BASE[LAY_TEXT] + "Subscribe to our letter!\n"
        assert "quote-ambiguous" not in rules(base(tmp_path, {LAY_TEXT: lay}))


class TestQuoteTooShort:
    @pytest.mark.parametrize("quote", ["Tea keeps", "keeps [nearly] everybody", "night", "[t]ea keeps"])
    def test_under_three_words_of_the_source(self, tmp_path, quote):
        text = HEARSAY_TEXT.replace("everybody awake all night", quote)
        [problem] = found(tmp_path, {HEARSAY: text})
        assert problem.rule == "quote-too-short"
        assert shown(problem, {HEARSAY: text}) == f'"{quote}"'

    @pytest.mark.parametrize("quote", ["Tea keeps everybody", "[t]ea keeps everybody", "awake all night."])
    def test_three_are_enough(self, tmp_path, quote):
        text = HEARSAY_TEXT.replace("everybody awake all night", quote)
        assert rules(base(tmp_path, {HEARSAY: text})) == []

    def test_a_lost_quote_is_one_problem(self, tmp_path):
        text = HEARSAY_TEXT.replace("everybody awake all night", "Coffee keeps")
        assert rules(base(tmp_path, {HEARSAY: text})) == ["quote-not-in-source"]

    def test_of_two_quotes_the_second(self, tmp_path):
        second = HEARSAY_EVIDENCE.replace("everybody awake all night", "Tea keeps")
        text = HEARSAY_TEXT.replace(HEARSAY_EVIDENCE, HEARSAY_EVIDENCE + second)
        [problem] = found(tmp_path, {HEARSAY: text})
        assert (problem.rule, shown(problem, {HEARSAY: text})) == ("quote-too-short", '"Tea keeps"')

    def test_an_unknown_source_hides_nothing(self, tmp_path):
        text = HEARSAY_TEXT.replace("everybody awake all night", "Tea keeps").replace("web-tea", "web-te")
        assert rules(base(tmp_path, {HEARSAY: text})) == ["unknown-source", "quote-too-short"]

    def test_not_for_a_set_aside(self, tmp_path):
        assert rules(base(tmp_path, {LAY: ("Subscribe to our letter", "Subscribe")})) == []


class TestQuoteIsTitle:
    LAY = f"{BASE[LAY]}  - {{quote: Ten things, reason: navigation}}\n"

    @pytest.mark.parametrize(
        ("title", "quote"),
        [
            ("Ten things about tea", "Ten things about tea"),
            ("TEN THINGS ABOUT TEA!", "Ten things about tea."),
            ("“Ten things about tea”", "Ten things about tea"),
            ("Ten things", "Ten things"),
        ],
    )
    def test_capitals_and_outer_punctuation_aside(self, tmp_path, title, quote):
        changes = {
            LAY: self.LAY.replace("title: Ten things about tea", f"title: {title}"),
            LAY_TEXT: f"Ten things about tea. Read on.\n{BASE[LAY_TEXT]}",
            HEARSAY: HEARSAY_TEXT.replace("everybody awake all night", quote),
        }
        changes[LAY] += "  - {quote: Read on., reason: navigation}\n"
        assert rules(base(tmp_path, changes)) == ["quote-is-title"]

    def test_a_title_that_does_not_stand_in_the_text_is_a_lost_quote(self, tmp_path):
        text = HEARSAY_TEXT.replace("everybody awake all night", "Ten things about tea")
        assert rules(base(tmp_path, {HEARSAY: text})) == ["quote-not-in-source"]

    def test_a_record_without_a_title(self, tmp_path):
        changes = {LAY: (", title: Ten things about tea", "")}
        assert "quote-is-title" not in rules(base(tmp_path, changes))

    def test_it_may_be_excused(self, tmp_path):
        changes = {
            LAY: self.LAY,
            LAY_TEXT: f"Ten things about tea\n{BASE[LAY_TEXT]}",
            HEARSAY: HEARSAY_TEXT.replace("everybody awake all night", "Ten things about tea").replace(
                "    reading:",
                "    allow: [{rule: quote-is-title, because: The title is the point.}]\n    reading:",
            ),
        }
        assert rules(base(tmp_path, changes)) == []

    def test_not_for_a_set_aside(self, tmp_path):
        changes = {
            LAY: self.LAY.replace("Ten things,", "Ten things about tea,"),
            LAY_TEXT: f"Ten things about tea\n{BASE[LAY_TEXT]}",
        }
        assert rules(base(tmp_path, changes)) == []


class TestQuoteReused:
    def test_at_its_third_use_in_the_order_of_paths(self, tmp_path):
        uses = {f"claims/tea/{name}.yaml": HEARSAY_TEXT for name in ("d", "a", "c", "b")}
        [problem] = found(tmp_path, uses)
        assert (problem.rule, problem.where.path) == ("quote-reused", "claims/tea/c.yaml")
        assert problem.message == "4 claims quote this; before this one: a, b"

    def test_two_claims_may_share_one(self, tmp_path):
        assert rules(base(tmp_path, {f"claims/tea/{name}.yaml": HEARSAY_TEXT for name in "ab"})) == []

    def test_a_claim_counts_once(self, tmp_path):
        twice = HEARSAY_TEXT.replace("reviewed:", f"{HEARSAY_EVIDENCE}reviewed:")
        changes = {"claims/tea/a.yaml": HEARSAY_TEXT, "claims/tea/b.yaml": twice}
        assert rules(base(tmp_path, changes)) == ["evidence-repeated"]

    def test_a_lost_quote_is_not_counted(self, tmp_path):
        lost = HEARSAY_TEXT.replace("everybody", "nobody")
        assert (
            rules(base(tmp_path, {f"claims/tea/{name}.yaml": lost for name in "abc"}))
            == ["quote-not-in-source"] * 3
        )

    def test_it_stands_at_the_item_that_quotes_it(self, tmp_path):
        first = """\
  - source: kim2019
    stance: supports
    finding: Adults slept later.
    passage: {section: Results, starts: Adults who drank, ends: than with water}
  - source: nobody
    stance: supports
    quote: "Words of nobody here"
"""
        other = HEARSAY_EVIDENCE.replace("everybody awake all night", "Tea keeps everybody awake")
        third = HEARSAY_TEXT.replace("evidence:\n", f"evidence:\n{first}{other}")
        third = third.replace("until morning", "late").replace("certainty: none", "certainty: low")
        changes = {"claims/tea/a.yaml": HEARSAY_TEXT, "claims/tea/b.yaml": HEARSAY_TEXT}
        each = found(tmp_path, {**changes, "claims/tea/c.yaml": third})
        [problem] = [problem for problem in each if problem.rule == "quote-reused"]
        assert (problem.where.path, problem.where.line) == ("claims/tea/c.yaml", 20)

    def test_the_same_words_of_another_page_are_other_words(self, tmp_path):
        changes = {f"claims/tea/{name}.yaml": HEARSAY_TEXT for name in "ab"}
        changes["claims/tea/c.yaml"] = HEARSAY_TEXT.replace("web-tea", "web-cups")
        changes["sources/web-cups.yaml"] = BASE[LAY].partition("set_aside")[0]
        changes["sources/web-cups.txt"] = f"{QUOTE}.\n"
        assert rules(base(tmp_path, changes)) == []

"""The evidence rules on negations beside and inside a quote."""

from __future__ import annotations

import pytest

from claimbook.checks.example import BASE, CLAIM, HEARSAY, HEARSAY_TEXT, LAY, LAY_TEXT, MICE
from tests.bases import base, rules
from tests.evidence import QUOTE, found


def elided(gap: str, item: str = "") -> dict:
    return {
        CLAIM: (f'quote: "{QUOTE}"\n', f'quote: "Tea keeps everybody […] awake all night"\n{item}'),
        LAY_TEXT: BASE[LAY_TEXT].replace("everybody awake", f"everybody {gap} awake"),
    }


CHECKED = "    elision: checked\n"


class TestElision:
    @pytest.mark.parametrize(
        "gap", ["but not me", "who can't sleep", "who can’t sleep", "NEVER mind the cat,"]
    )
    def test_a_negation_left_out(self, tmp_path, gap):
        [problem] = found(tmp_path, elided(gap))
        assert problem.rule == "elision-hides-negation"
        assert gap.replace("’", "'") in problem.message.replace("’", "'")
        assert problem.where.line == 8
        assert rules(base(tmp_path, elided(gap, CHECKED))) == []

    @pytest.mark.parametrize("gap", ["and the cat", "who takes notes", "or nobody"])
    def test_nothing_to_acknowledge(self, tmp_path, gap):
        assert rules(base(tmp_path, elided(gap))) == []
        [problem] = found(tmp_path, elided(gap, CHECKED))
        assert (problem.rule, problem.where.line) == ("stale-allow", 9)

    def test_in_the_second_gap(self, tmp_path):
        changes = {
            CLAIM: (
                f'quote: "{QUOTE}"',
                'quote: "Tea keeps everybody […] all the night […] or so they say."',
            ),
            LAY_TEXT: "Tea keeps everybody awake all the night but not the day or so they say. "
            "Subscribe to our letter!",
        }
        assert rules(base(tmp_path, changes)) == ["elision-hides-negation"]

    def test_only_where_every_place_hides_one(self, tmp_path):
        changes = elided("but not me")
        changes[LAY_TEXT] += "Tea keeps everybody and the cat awake all night.\n"
        assert rules(base(tmp_path, changes)) == ["quote-ambiguous"]
        changes = {**elided("but not me", CHECKED), LAY_TEXT: changes[LAY_TEXT]}
        assert rules(base(tmp_path, changes)) == ["quote-ambiguous"]

    def test_the_first_place_and_its_first_negation_are_told(self, tmp_path):
        changes = elided("but not me, never,")
        changes[LAY_TEXT] += "Tea keeps everybody without sugar awake all night.\n"
        [message] = [each.message for each in found(tmp_path, changes) if each.is_error]
        assert message == "the words left out hold “not”: “but not me, never,”"

    def test_no_elision_at_all(self, tmp_path):
        assert rules(base(tmp_path, {CLAIM: ("    reading:", f"{CHECKED}    reading:")})) == ["stale-allow"]

    def test_no_quote_at_all(self, tmp_path):
        assert rules(base(tmp_path, {MICE: ("    finding:", f"{CHECKED}    finding:")})) == ["stale-allow"]

    @pytest.mark.parametrize(
        ("old", "new", "rule"),
        [
            (f'quote: "{QUOTE}"', f'quote: "{QUOTE} long"\n    elision: checked', "quote-not-in-source"),
            (f'quote: "{QUOTE}"', "quote: 3\n    elision: checked", "wrong-type"),
            ("- source: web-tea", "- source: web-te\n    elision: checked", "unknown-source"),
            (f'    quote: "{QUOTE}"\n', CHECKED, "missing-field"),
        ],
    )
    def test_silent_where_the_quote_was_reported(self, tmp_path, old, new, rule):
        assert rules(base(tmp_path, {CLAIM: (old, new), HEARSAY: HEARSAY_TEXT})) == [rule]

    @pytest.mark.parametrize(
        ("old", "new", "expected"),
        [
            ("    finding:", "    quote: 3\n    elision: checked\n    finding:", ["wrong-type"]),
            ("source: lopez2021", "source: lopez2012\n    elision: checked", ["unknown-source"]),
        ],
    )
    def test_silent_where_the_quote_of_a_study_was_reported(self, tmp_path, old, new, expected):
        assert rules(base(tmp_path, {MICE: (old, new)})) == expected

    @pytest.mark.parametrize(
        ("item", "rule"), [("    elison: checked\n", "unknown-field"), ("    elision: yes\n", "wrong-type")]
    )
    def test_silent_where_the_acknowledgement_was_reported(self, tmp_path, item, rule):
        assert rules(base(tmp_path, elided("but not me", item))) == [rule]


class TestContextNegation:
    def lay(self, before: str) -> dict:
        return {
            LAY_TEXT: BASE[LAY_TEXT].replace("Tea keeps", f"{before} tea keeps"),
            CLAIM: (QUOTE, "tea keeps everybody awake all night"),
        }

    @pytest.mark.parametrize(
        "before", ["It is not true that", "Nor do", "I don't think that", "Without sugar, green"]
    )
    def test_within_three_words(self, tmp_path, before):
        [problem] = found(tmp_path, self.lay(before))
        assert problem.rule == "context-negation"
        assert not problem.is_error
        assert problem.where.line == 8

    def test_the_first_place_and_its_first_negation_are_told(self, tmp_path):
        changes = self.lay("Not without sugar")
        changes[LAY_TEXT] += "Never tea keeps everybody awake all night.\n"
        [message] = [each.message for each in found(tmp_path, changes) if each.rule == "context-negation"]
        assert message == "“Not” stands just before this: “Not without sugar …”"

    @pytest.mark.parametrize("before", ["It is not the case that", "Is it so? No!", "It is noted that"])
    def test_farther_off_or_in_another_sentence(self, tmp_path, before):
        each = rules(base(tmp_path, self.lay(before)))
        assert "context-negation" not in each

    def test_one_innocent_place_is_enough(self, tmp_path):
        changes = self.lay("It is not true that")
        changes[LAY_TEXT] = f"{changes[LAY_TEXT]}Surely tea keeps everybody awake all night.\n"
        assert "context-negation" not in rules(base(tmp_path, changes))

    def test_not_for_a_set_aside(self, tmp_path):
        changes = {
            LAY_TEXT: BASE[LAY_TEXT].replace("Subscribe", "Do not subscribe"),
            LAY: ("Subscribe to", "subscribe to"),
        }
        assert rules(base(tmp_path, changes)) == []

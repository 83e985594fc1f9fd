"""The rule `number-without-evidence`: which digits are numbers, and where it is silent."""

from __future__ import annotations

import pytest

from claimbook.checks.example import BASE, CLAIM, HEARSAY, LAY, LAY_TEXT, STUDY
from tests.bases import base, rules
from tests.evidence import FINDING, QUOTE, edit, found, names, shown
from tests.judged import lay_only


def stating(statement: str, *pairs: tuple[str, str]) -> dict:
    return {CLAIM: edit(CLAIM, ("Green tea may keep people awake for longer.", statement), *pairs)}


class TestNumbers:
    @pytest.mark.parametrize(
        ("statement", "figure"),
        [
            ("It may take 20 minutes.", "48 adults"),
            ("It may take 20.0 min.", "48 adults"),
            ("It may take 1,000 steps.", "1000 steps"),
            ("It may take 1000 steps.", "1,000 steps"),
            ("It may take 1\u00a0000 steps.", "1000 steps"),
            ("It may take 1000 steps.", "1\u2009000 steps"),
            ("It may help 63%.", "63.0 %"),
            ("It may take 4-6 weeks.", "4 to 6 weeks"),
            ("It may take 4–6 weeks.", "from week 4 until week 6"),
            ("It may take 4-to-6 weeks.", "4–6"),
            ("A 24-hour test may help.", "24 h"),
            ("It may change 1.5-fold.", "1.5 times"),
            ("It may fall by 0.12.", "−0.12"),
            ("It may fall below .5 then.", "0.5"),
            ("It may help at day-7.", "day 7"),
            ("It may help with 5mg.", "5 mg"),
            ("It may help after the 3rd cup.", "cup 3"),
            ("It may help (p < 0·05).", "p<0.05"),
            ("It may work at 10-Hz or 20 Hz.", "10 Hz"),
        ],
    )
    def test_numbers_are_compared_as_values(self, tmp_path, statement, figure):
        changes = stating(statement, ('"48 adults"', f'"{figure}"'))
        assert rules(base(tmp_path, changes)) == []

    @pytest.mark.parametrize(
        "statement",
        [
            "Tea may raise mTORC1.",
            "Tea may bind 5-HT2A and 5-HT.",
            "Tea may bind GluN2B and GluN2A/2B.",
            "Tea (2R,6R) may work.",
            "Tea may ease COVID-19.",
            "Tea may ease SARS-CoV-2 and IL-6.",
            "Tea may slow CYP2D6.",
            "Tea may raise PSD-95 and ERK1/2.",
            "Tea may hold omega-3 and B12.",
            "Tea may hold 17β-estradiol.",
            "A v1.5 may help.",
            "Tea may be drunk twice.",
        ],
    )
    def test_digits_of_a_name_are_no_numbers(self, tmp_path, statement):
        assert rules(base(tmp_path, stating(statement))) == []

    @pytest.mark.parametrize(
        ("statement", "missing"),
        [
            ("It may take 30 minutes.", ["30"]),
            ("It may take 2,000 steps.", ["2,000"]),
            ("It may take 4-6 weeks.", ["4", "6"]),
            ("It may take 4-to-6 weeks.", ["4", "6"]),
            ("A 24-hour test may help 24 people.", ["24"]),
            ("It may help 99%.", ["99"]),
            ("It may cost $5.", ["5"]),
            ("It may rise 2.5-fold.", ["2.5"]),
            ("It may help from day-7 on.", ["7"]),
            ("In 2019 it may help.", ["2019"]),
            ("At 10-Hz it may help.", ["10"]),
            ("It may help (1/2).", ["1", "2"]),
        ],
    )
    def test_one_problem_for_each_that_is_missing(self, tmp_path, statement, missing):
        each = found(tmp_path, stating(statement))
        assert names(each) == ["number-without-evidence"] * len(missing)
        assert sorted(problem.message.rpartition(" ")[2] for problem in each) == missing
        assert {shown(problem, stating(statement)) for problem in each} == {statement}

    def test_digits_of_a_name_are_no_evidence_either(self, tmp_path):
        changes = stating("It may take 2 cups.", ('"48 adults"', '"CYP2D6, GluN2B, IL-2"'))
        assert rules(base(tmp_path, changes)) == ["number-without-evidence"]

    def test_a_quote_holds_it_but_not_what_an_editor_put_in(self, tmp_path):
        lay = BASE[LAY_TEXT].replace("all night", "all 8 hours")
        for quote, expected in (("all 8 hours", []), ("all [8] hours", ["quote-not-in-source"])):
            changes = stating("It may take 8 hours.", (QUOTE, f"Tea keeps everybody awake {quote}"))
            assert rules(base(tmp_path, {**changes, LAY_TEXT: lay})) == expected
        changes = stating("It may take 9 hours.", (QUOTE, "Tea keeps everybody awake all [9 or] 8 hours"))
        assert rules(base(tmp_path, {**changes, LAY_TEXT: lay})) == ["number-without-evidence"]

    def test_a_finding_holds_it(self, tmp_path):
        assert rules(base(tmp_path, stating("It may help 48 adults.", ('"48 adults"', '"all adults"')))) == []

    def test_what_an_editor_put_into_a_quote_whose_text_nobody_has(self, tmp_path):
        quoted = ("    finding: In", "    quote: Adults slept [9 hours or] 8 hours\n    finding: In")
        for hours, expected in ((8, []), (9, ["number-without-evidence"])):
            changes = stating(f"It may take {hours} hours.", quoted)
            assert (
                rules(base(tmp_path, {**changes, STUDY: ("{read: abstract}", "{license: CC0}")})) == expected
            )

    def test_brackets_of_the_source_itself_hold_it(self, tmp_path):
        changes = stating("It may take 8 hours.", (QUOTE, "Tea keeps everybody awake all [8] hours"))
        lay = BASE[LAY_TEXT].replace("all night", "all [8] hours")
        assert rules(base(tmp_path, {**changes, LAY_TEXT: lay})) == []

    @pytest.mark.parametrize(
        ("old", "new", "rule"),
        [
            (QUOTE, f"{QUOTE} long", "quote-not-in-source"),
            ("    finding: In", "    findin: In", "unknown-field"),
            ('["48 adults", "20 minutes"]', "20", "wrong-type"),
            (f"    finding: {FINDING}\n", "", "finding-missing"),
            ("    figures: [", "    figurs: [", "unknown-field"),
            ("evidence:\n", "evidence:\n  - a study\n", "wrong-type"),
            (f'    quote: "{QUOTE}"\n', "    finding: A web page says so.\n", "missing-field"),
            ("    reading:", "    finding: [77 hours]\n    reading:", "wrong-type"),
            ("    finding: In", "    quote: [77 hours]\n    finding: In", "wrong-type"),
        ],
    )
    def test_silent_where_what_might_hold_it_was_reported(self, tmp_path, old, new, rule):
        assert rules(base(tmp_path, stating("It may take 77 hours.", (old, new)))) == [rule]

    @pytest.mark.parametrize("unknown", [("kim2019", "kim2091"), ("web-tea", "web-te")])
    def test_an_unknown_source_hides_nothing(self, tmp_path, unknown):
        assert rules(base(tmp_path, stating("It may take 20 minutes.", unknown))) == ["unknown-source"]
        both = ["number-without-evidence", "unknown-source"]
        assert rules(base(tmp_path, stating("It may take 77 hours.", unknown))) == both

    def test_nor_does_a_source_of_unknown_kind(self, tmp_path):
        unknown = {LAY: ("kind: lay-page", "kind: lay-pag")}
        both = ["number-without-evidence", "bad-value"]
        assert rules(base(tmp_path, {**stating("It may take 77 hours."), **unknown})) == both

    def test_silent_where_a_study_is_quoted_and_its_finding_is_missing(self, tmp_path):
        changes = stating("It may take 77 hours.", (f"finding: {FINDING}", "quote: Adults slept later"))
        opened = {STUDY: ("{read: abstract}", "{license: CC0}")}
        assert rules(base(tmp_path, {**changes, **opened})) == ["finding-missing"]

    def test_silent_where_there_is_no_evidence(self, tmp_path):
        text = lay_only("It may take 77 hours.", certainty="none")
        empty = f"{text[: text.index('evidence:')]}evidence: []\nreviewed: 2026-11-01\n"
        assert rules(base(tmp_path, {HEARSAY: empty})) == ["no-evidence"]

    def test_silent_where_nothing_can_be_read_of_an_unknown_source(self, tmp_path):
        changes = stating(
            "It may take 77 hours.", ("source: kim2019", "source: kim2091"), (f"    finding: {FINDING}\n", "")
        )
        assert rules(base(tmp_path, changes)) == ["unknown-source"]

    def test_it_may_be_excused(self, tmp_path):
        changes = stating(
            "In 2019 it may help.",
            ("treatment:", "allow: [{rule: number-without-evidence, because: A year.}]\ntreatment:"),
        )
        assert rules(base(tmp_path, changes)) == []

"""The evidence rules that look at all the evidence of a claim: repetitions, treatments."""

from __future__ import annotations

import pytest

from claimbook.checks.example import (
    CLAIM,
    HEARSAY,
    HEARSAY_TEXT,
    LAY,
    MICE_STUDY,
    STUDY,
    VOCABULARY,
)
from tests.bases import base, rules
from tests.evidence import PASSAGE, QUOTE, TWICE, edit, found, names, shown


def second(item: str) -> dict:
    return {CLAIM: ("related:\n", f"{item}related:\n")}


class TestEvidenceRepeated:
    STUDY = "  - source: kim2019\n    stance: qualifies\n    finding: More.\n    passage: "
    LAY = "  - source: web-tea\n    stance: supports\n    reading: accurate\n    fit: Again.\n"

    def test_the_same_passage_whatever_its_section(self, tmp_path):
        item = f"{self.STUDY}{PASSAGE.replace('Results', 'Abstract')}\n"
        [problem] = found(tmp_path, second(item))
        assert (problem.rule, problem.where.line) == ("evidence-repeated", 19)

    def test_the_same_quote(self, tmp_path):
        [problem] = found(tmp_path, second(f'{self.LAY}    quote: "{QUOTE}"\n'))
        assert (problem.rule, problem.where.line) == ("evidence-repeated", 20)

    def test_another_passage_or_quote_of_the_same_source(self, tmp_path):
        other = PASSAGE.replace("than with water", "than with milk")
        assert rules(base(tmp_path, second(f"{self.STUDY}{other}\n"))) == []
        assert rules(base(tmp_path, second(f'{self.LAY}    quote: "everybody awake all night"\n'))) == []

    def test_the_same_anchors_in_another_source(self, tmp_path):
        item = f"{self.STUDY}{PASSAGE}\n".replace("kim2019", "lopez2021")
        assert rules(base(tmp_path, second(item))) == []

    def test_the_same_words_in_two_places(self, tmp_path):
        first = f'quote: "{QUOTE}"\n', 'quote: "awake all night"\n    context: {before: everybody}\n'
        for context, expected in (("dog is", []), ("keeps everybody", ["evidence-repeated"])):
            item = f'{self.LAY}    quote: "awake all night"\n    context: {{before: {context}}}\n'
            changes = {**TWICE, CLAIM: edit(CLAIM, first, ("related:\n", f"{item}related:\n"))}
            assert rules(base(tmp_path, changes)) == expected

    def test_a_second_place_left_open_is_ambiguous_and_no_more(self, tmp_path):
        first = f'quote: "{QUOTE}"\n', 'quote: "awake all night"\n    context: {before: everybody}\n'
        item = f'{self.LAY}    quote: "awake all night"\n'
        changes = {**TWICE, CLAIM: edit(CLAIM, first, ("related:\n", f"{item}related:\n"))}
        assert rules(base(tmp_path, changes)) == ["quote-ambiguous"]

    def test_a_lost_quote_twice_is_reported_as_lost(self, tmp_path):
        twice = edit(
            CLAIM,
            (QUOTE, "Tea is hot today"),
            ("related:\n", f'{self.LAY}    quote: "Tea is hot today"\nrelated:\n'),
        )
        assert rules(base(tmp_path, {CLAIM: twice, HEARSAY: HEARSAY_TEXT})) == ["quote-not-in-source"] * 2

    def test_a_quote_whose_text_nobody_has(self, tmp_path):
        first = ("    finding: In", "    quote: Adults slept much worse\n    finding: In")
        passage = PASSAGE.replace("with water", "with milk")
        for quote, expected in (("slept much worse", ["evidence-repeated"]), ("woke once or twice", [])):
            item = f"{self.STUDY}{passage}\n    quote: Adults {quote}\n"
            claim = edit(CLAIM, first, ("related:\n", f"{item}related:\n"))
            open_study = ("{read: abstract}", "{license: CC0}")
            assert rules(base(tmp_path, {CLAIM: claim, STUDY: open_study})) == expected

    def test_an_unknown_source_is_reported_as_such(self, tmp_path):
        item = f"{self.STUDY}{PASSAGE}\n".replace("kim2019", "kim2091")
        twice = {
            CLAIM: edit(CLAIM, ("source: kim2019", "source: kim2091"), ("related:\n", f"{item}related:\n"))
        }
        assert rules(base(tmp_path, twice)) == ["unknown-source"] * 2

    def test_of_two_items_only_one_has_a_quote(self, tmp_path):
        quote = f'    quote: "{QUOTE}"\n'
        assert rules(base(tmp_path, second(self.LAY))) == ["missing-field"]
        last = edit(CLAIM, (quote, ""), ("related:\n", f"{self.LAY}{quote}related:\n"))
        assert rules(base(tmp_path, {CLAIM: last})) == ["missing-field"]

    @pytest.mark.parametrize("anchor", [", starts: Adults who drank", ", ends: than with water"])
    def test_items_without_anchors_are_not_alike(self, tmp_path, anchor):
        cut = PASSAGE.replace(anchor, "")
        changes = {CLAIM: edit(CLAIM, (PASSAGE, cut), ("related:\n", f"{self.STUDY}{cut}\nrelated:\n"))}
        assert rules(base(tmp_path, changes)) == ["missing-field"] * 2


BOTH = ("treatment: [green-tea]", "treatment: [green-tea, black-tea]")


class TestTreatmentMismatch:
    OTHER = f"  - source: lopez2021\n    stance: supports\n    finding: Mice ran.\n    passage: {PASSAGE}\n"
    ANIMALS = "subjects: animals"

    def test_at_the_word(self, tmp_path):
        changes = {CLAIM: edit(CLAIM, BOTH)}
        [problem] = found(tmp_path, changes)
        assert problem.rule == "treatment-mismatch"
        assert shown(problem, changes) == "black-tea"
        assert (problem.hint or "").endswith("; studied were: green-tea")

    def test_a_study_that_names_none_and_one_that_names_two(self, tmp_path):
        [problem] = found(tmp_path, {STUDY: (", treatment: [green-tea]", "")})
        assert problem.rule == "treatment-mismatch"
        assert (problem.hint or "").endswith("; studied were: none named")
        herbs = ("\n  - {id: black", "\n  - {id: mint, name: mint}\n  - {id: black")
        two = {VOCABULARY: herbs, STUDY: ("[green-tea]", "[mint, green-tea]")}
        [problem] = found(tmp_path, {CLAIM: BOTH, **two})
        assert (problem.hint or "").endswith("; studied were: green-tea, mint")

    def test_only_lay_pages_support_it(self, tmp_path):
        assert rules(base(tmp_path, {HEARSAY: f"{HEARSAY_TEXT}treatment: [black-tea]\n"})) == []

    def test_no_study_supports_it(self, tmp_path):
        text = edit(
            CLAIM,
            ("- source: kim2019\n    stance: supports", "- source: kim2019\n    stance: disputes"),
            BOTH,
        )
        assert "treatment-mismatch" not in rules(base(tmp_path, {CLAIM: text}))

    def test_a_retracted_study_does_not_support_it(self, tmp_path):
        changes = {
            CLAIM: edit(CLAIM, ("related:\n", f"{self.OTHER}related:\n")),
            STUDY: ("access:", "status: {is: retracted}\naccess:"),
        }
        assert "treatment-mismatch" in rules(base(tmp_path, changes))
        changes = {STUDY: ("access:", "status: {is: retracted}\naccess:")}
        assert "treatment-mismatch" not in rules(base(tmp_path, changes))

    @pytest.mark.parametrize(
        ("old", "new", "rule"),
        [
            ("treatment: [green-tea]", "treatment: [green-te]", "bad-value"),
            ("treatment: [green-tea]", "treatment: [green-tea, 3]", "wrong-type"),
            ("treatment: [green-tea]", "treatment: green-tea", "wrong-type"),
            ("treatment: [green-tea]", "treatmnt: [green-tea]", "unknown-field"),
            ("study: {", "studdy: {", "unknown-field"),
            ("kind: article", "kind: paper", "bad-value"),
            ("access:", "status: {is: gone}\naccess:", "bad-value"),
        ],
    )
    def test_silent_where_the_study_was_reported(self, tmp_path, old, new, rule):
        assert rules(base(tmp_path, {CLAIM: BOTH, STUDY: (old, new)})) == [rule]

    @pytest.mark.parametrize(
        ("old", "new", "rule"),
        [
            ("treatment: [green-tea]", "treatment: [green-te]", "bad-value"),
            ("source: kim2019", "source: kim2091", "unknown-source"),
            ("- source: kim2019\n    stance: supports", "- source: kim2019\n    stance: backs", "bad-value"),
        ],
    )
    def test_silent_where_the_claim_was_reported(self, tmp_path, old, new, rule):
        assert rules(base(tmp_path, {CLAIM: (old, new)})) == [rule]

    @pytest.mark.parametrize(
        ("old", "new", "rule"),
        [
            ("- source: kim2019\n    stance: supports", "- source: kim2019\n    stance: backs", "bad-value"),
            ("evidence:\n", "evidence:\n  - a study\n", "wrong-type"),
        ],
    )
    def test_silent_where_another_study_may_be_meant(self, tmp_path, old, new, rule):
        assert rules(base(tmp_path, {CLAIM: edit(CLAIM, (old, new), BOTH)})) == [rule]

    @pytest.mark.parametrize(("status", "rule"), [("3", "wrong-type"), ("{is: gone}", "bad-value")])
    def test_silent_where_nobody_knows_whether_it_was_retracted(self, tmp_path, status, rule):
        changes = {CLAIM: BOTH, STUDY: ("access:", f"status: {status}\naccess:")}
        assert rules(base(tmp_path, changes)) == [rule]

    def test_a_study_whose_stance_was_reported_may_be_the_one(self, tmp_path):
        claim = edit(CLAIM, ("related:\n", f"{self.OTHER}related:\n".replace("supports", "backs")), BOTH)
        both = {CLAIM: claim, MICE_STUDY: (self.ANIMALS, f"{self.ANIMALS}, treatment: [black-tea]")}
        assert rules(base(tmp_path, both)) == ["bad-value"]
        neither = {CLAIM: claim, MICE_STUDY: (self.ANIMALS, f"{self.ANIMALS}, treatment: [green-tea]")}
        assert sorted(rules(base(tmp_path, neither))) == ["bad-value", "treatment-mismatch"]

    @pytest.mark.parametrize(
        ("old", "new", "rule"),
        [
            (ANIMALS, f"{ANIMALS}, treatment: [black-te]", "bad-value"),
            ("study:", "studdy:", "unknown-field"),
        ],
    )
    def test_one_study_that_was_reported_among_others_may_be_the_one(self, tmp_path, old, new, rule):
        claim = edit(CLAIM, ("related:\n", f"{self.OTHER}related:\n"), BOTH)
        assert rules(base(tmp_path, {CLAIM: claim, MICE_STUDY: (old, new)})) == [rule]

    def test_a_fault_in_a_lay_page_hides_nothing(self, tmp_path):
        changes = {CLAIM: BOTH, LAY: ("lay:", "status: {is: gone}\nlay:")}
        assert rules(base(tmp_path, changes)) == ["treatment-mismatch", "bad-value"]

    def test_one_bad_word_does_not_hide_another(self, tmp_path):
        changes = {CLAIM: ("treatment: [green-tea]", "treatment: [3, [mint], no-tea, black-tea]")}
        each = found(tmp_path, changes)
        assert names(each) == ["wrong-type", "wrong-type", "bad-value", "treatment-mismatch"]

    def test_a_vocabulary_that_cannot_be_read(self, tmp_path):
        unread = {VOCABULARY: b"\xff", CLAIM: BOTH}
        assert rules(base(tmp_path, unread)) == ["treatment-mismatch", "not-utf8"]
        empty = {**unread, CLAIM: (BOTH[0], 'treatment: ["", black-tea]')}
        assert rules(base(tmp_path, empty)) == ["bad-value", "treatment-mismatch", "not-utf8"]

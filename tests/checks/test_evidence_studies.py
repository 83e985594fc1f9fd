"""The evidence rules on the words of studies: quotes, passages, copies."""

from __future__ import annotations

import pytest

from claimbook.checks.example import CLAIM, LAY_TEXT, STUDY, STUDY_TEXT
from tests.bases import base, rules
from tests.evidence import FINDING, PASSAGE, QUOTE, edit, found, names, shown


class TestQuoteWithoutText:
    QUOTED = ("    finding: In", "    quote: Adults slept much worse\n    finding: In")

    @pytest.mark.parametrize("license", ["CC0", "CC-BY", "CC-BY-4.0", "CC BY-SA 3.0", "cc-by 4.0"])
    def test_an_open_licence_lets_it_stand(self, tmp_path, license):
        changes = {CLAIM: self.QUOTED, STUDY: ("{read: abstract}", f"{{read: abstract, license: {license}}}")}
        assert rules(base(tmp_path, changes)) == []

    @pytest.mark.parametrize(
        "access",
        [
            "",
            "access: {read: abstract}",
            "access: {license: CC-BY-NC-4.0}",
            "access: {license: all rights reserved}",
        ],
    )
    def test_any_other_or_none_does_not(self, tmp_path, access):
        [problem] = found(tmp_path, {CLAIM: self.QUOTED, STUDY: ("access: {read: abstract}", access)})
        assert (problem.rule, problem.where.path, problem.where.line) == ("quote-without-text", CLAIM, 13)

    def test_a_text_at_hand_is_not_held(self, tmp_path):
        text = {"kim2019": "Adults who drank tea. Adults slept much worse than with water."}
        assert names(found(tmp_path, {CLAIM: self.QUOTED}, text)) == ["quote-without-text"]

    @pytest.mark.parametrize("text", ["Adults who drank. Adults slept much worse than with water.", b"\xff"])
    def test_a_text_that_is_held_readable_or_not(self, tmp_path, text):
        assert "quote-without-text" not in rules(base(tmp_path, {CLAIM: self.QUOTED, STUDY_TEXT: text}))

    @pytest.mark.parametrize(
        ("access", "rule"),
        [
            ("access: {licence: CC0}", "unknown-field"),
            ("access: CC0", "wrong-type"),
            ("access: {license: 4}", "wrong-type"),
        ],
    )
    def test_silent_where_the_licence_was_reported(self, tmp_path, access, rule):
        changes = {CLAIM: self.QUOTED, STUDY: ("access: {read: abstract}", access)}
        assert rules(base(tmp_path, changes)) == [rule]

    def test_a_lay_page_without_text_is_one_problem(self, tmp_path):
        assert rules(base(tmp_path, {LAY_TEXT: None})) == ["lay-page-without-text"]


class TestPassage:
    TEXT = "Adults who drank green tea slept later than with water. Nobody else slept.\n"

    def test_it_is_found(self, tmp_path):
        assert rules(base(tmp_path, {STUDY_TEXT: self.TEXT})) == []
        assert names(found(tmp_path, {}, {"kim2019": self.TEXT})) == []

    @pytest.mark.parametrize(
        ("old", "new", "shows"),
        [
            ("Adults who drank", "People who drank", "People who drank"),
            ("than with water", "than with milk", "than with milk"),
            ("Adults who drank", "Nobody else slept", "than with water"),
            ("Adults who drank", "Adults who drank black tea", "Adults who drank black tea"),
        ],
    )
    def test_it_is_not(self, tmp_path, old, new, shows):
        changes = {STUDY_TEXT: self.TEXT, CLAIM: edit(CLAIM, (old, new))}
        [problem] = found(tmp_path, changes)
        assert problem.rule == "passage-not-in-text"
        assert shown(problem, changes) == shows

    def test_of_two_wrong_anchors_the_first_is_told(self, tmp_path):
        wrong = ("Adults who drank", "People who drank"), ("than with water", "than with milk")
        changes = {STUDY_TEXT: self.TEXT, CLAIM: edit(CLAIM, *wrong)}
        [problem] = found(tmp_path, changes)
        assert shown(problem, changes) == "People who drank"
        assert "closest to them come: Adults who drank" in (problem.hint or "")

    def test_where_nothing_comes_close_no_words_are_offered(self, tmp_path):
        changes = {STUDY_TEXT: self.TEXT, CLAIM: ("Adults who drank", "Bees fly far")}
        [problem] = found(tmp_path, changes)
        assert problem.hint == "copy them from the passage, letter by letter"

    @pytest.mark.parametrize(("between", "expected"), [(84, []), (85, ["passage-not-in-text"])])
    def test_ninety_words_are_the_most(self, tmp_path, between, expected):
        text = f"Adults who drank {'tea ' * between}than with water."
        assert names(found(tmp_path, {}, {"kim2019": text})) == expected

    @pytest.mark.parametrize(
        ("field", "words"),
        [("starts", "Adults who drank two cups daily"), ("ends", "than they did with plain water")],
    )
    def test_six_words_are_too_many(self, tmp_path, field, words):
        old = {"starts": "Adults who drank", "ends": "than with water"}[field]
        changes = {CLAIM: edit(CLAIM, (old, words)), STUDY_TEXT: self.TEXT}
        [problem] = found(tmp_path, changes)
        assert problem.rule == "passage-too-long"
        assert shown(problem, changes) == words
        pasted = (problem.hint or "").removeprefix("write: ")
        assert len(pasted.split()) == 5
        assert words.startswith(pasted) if field == "starts" else words.endswith(pasted)

    def test_five_are_not(self, tmp_path):
        assert rules(base(tmp_path, {CLAIM: ("Adults who drank", "Adults who drank green tea")})) == []

    @pytest.mark.parametrize("anchor", ["starts: Adults who drank, ", "ends: than with water"])
    def test_silent_where_an_anchor_is_missing(self, tmp_path, anchor):
        assert rules(base(tmp_path, {CLAIM: (anchor, ""), STUDY_TEXT: self.TEXT})) == ["missing-field"]


class TestCopiedWords:
    COPIED = "who drank green tea in the late evening"
    TEXT = f"Adults {COPIED} slept longer than with water. A few adults were lost to follow up.\n"

    def texts(self) -> dict[str, str]:
        return {"kim2019": self.TEXT}

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            (FINDING, f"People {COPIED} woke."),
            (FINDING, f"{FINDING}\n    limits: Those {COPIED} were few."),
            (FINDING, f"{FINDING}\n    fit: Those {COPIED} were few."),
            ('"48 adults"', f'"of those {COPIED}"'),
            ("Green tea may keep people awake for longer.", f"People {COPIED} may be awake."),
            ("One study looked at this.", f"One looked at people {COPIED}."),
            ("It speaks of everybody;", f"It speaks of those {COPIED};"),
            ("treatment:", f"would_change: A study of people {COPIED}\ntreatment:"),
            ("certainty: low", f"certainty: low\nreasons: [{{domain: imprecision, note: Those {COPIED}}}]"),
        ],
    )
    def test_more_than_seven_in_a_row_in_any_field(self, tmp_path, old, new):
        [problem] = found(tmp_path, {CLAIM: (old, new)}, self.texts())
        assert problem.rule == "copied-words"
        assert self.COPIED in problem.message

    @pytest.mark.parametrize(
        ("last", "expected"),
        [("", ["copied-words"]), (", 3", ["wrong-type", "copied-words"])],
    )
    def test_a_copied_figure_is_marked_itself_where_the_list_is_whole(self, tmp_path, last, expected):
        figures = f'["48 adults", "of those {self.COPIED}"{last}]'
        changes = {CLAIM: edit(CLAIM, ('["48 adults", "20 minutes"]', figures))}
        each = found(tmp_path, changes, self.texts())
        assert sorted(names(each)) == sorted(expected)
        [problem] = [problem for problem in each if problem.rule == "copied-words"]
        assert shown(problem, changes) == (figures if last else f'"of those {self.COPIED}"')

    def test_seven_are_fine(self, tmp_path):
        changes = {CLAIM: (FINDING, "People who drank green tea in the late hours.")}
        assert names(found(tmp_path, changes, self.texts())) == []

    def test_of_two_studies_the_second_s_words(self, tmp_path):
        item = (
            f"  - source: lopez2021\n    stance: supports\n    finding: Mice ran.\n    passage: {PASSAGE}\n"
        )
        changes = {
            CLAIM: edit(CLAIM, (FINDING, f"People {self.COPIED} woke."), ("related:\n", f"{item}related:\n"))
        }
        texts = {
            "kim2019": "Adults who drank tea slept longer than with water.",
            "lopez2021": f"{self.TEXT}Tea raised the distance run per night.",
        }
        [problem] = found(tmp_path, changes, texts)
        assert problem.rule == "copied-words"
        assert problem.message == f"these words stand in lopez2021 just so: “{self.COPIED}”"

    def test_one_problem_a_field(self, tmp_path):
        changes = {CLAIM: (FINDING, f"People {self.COPIED}, few adults were lost to follow up.")}
        text = {"kim2019": self.TEXT + "But few adults were lost to follow up in the end. Than with water."}
        assert names(found(tmp_path, changes, text)) == ["copied-words"]

    def test_the_words_of_a_web_page_may_be_repeated(self, tmp_path):
        lay = f"{QUOTE} and makes everybody rather tired by the next morning. Subscribe to our letter!\n"
        changes = {
            LAY_TEXT: lay,
            CLAIM: ("It speaks of everybody;", f"{QUOTE} and makes everybody rather tired;"),
        }
        assert rules(base(tmp_path, changes)) == []

    def test_without_a_text_at_hand_nobody_can_tell(self, tmp_path):
        assert rules(base(tmp_path, {CLAIM: (FINDING, f"People {self.COPIED} woke.")})) == []

"""The evidence rules on sources and on what each kind of them needs."""

from __future__ import annotations

import pytest

from claimbook.checks.example import (
    BASE,
    CLAIM,
    HEARSAY,
    HEARSAY_TEXT,
    LAY,
    MICE,
    MICE_STUDY,
    STUDY,
)
from claimbook.examine import examine
from tests.bases import TODAY, base, rules
from tests.evidence import FINDING, PASSAGE, QUOTE, edit, folder, found, names, shown


class TestNoEvidence:
    def test_an_empty_list(self, tmp_path):
        changes = {
            HEARSAY: HEARSAY_TEXT[: HEARSAY_TEXT.index("evidence:")] + "evidence: []\nreviewed: 2026-11-01\n"
        }
        [problem] = found(tmp_path, changes)
        assert (problem.rule, problem.where.path, shown(problem, changes)) == ("no-evidence", HEARSAY, "[]")

    @pytest.mark.parametrize("value", ["", "evidence: 3\n", "evidence:\n", "evidence: [tea]\n"])
    def test_a_reported_list_is_not_reported_twice(self, tmp_path, value):
        text = HEARSAY_TEXT[: HEARSAY_TEXT.index("evidence:")] + value + "reviewed: 2026-11-01\n"
        assert rules(base(tmp_path, {HEARSAY: text})) in (["missing-field"], ["wrong-type"])

    def test_a_number_in_the_statement_is_no_second_problem(self, tmp_path):
        text = HEARSAY_TEXT.replace("until morning", "for 8 hours")
        text = text[: text.index("evidence:")] + "evidence: []\nreviewed: 2026-11-01\n"
        assert rules(base(tmp_path, {HEARSAY: text})) == ["no-evidence"]


class TestUnknownSource:
    def test_the_nearest_key_is_named(self, tmp_path):
        changes = {CLAIM: ("source: kim2019", "source: kim2091")}
        [problem] = found(tmp_path, changes)
        assert (problem.rule, problem.hint) == (
            "unknown-source",
            "did you mean 'kim2019'? If not, describe it in sources/kim2091.yaml, or mend the key",
        )
        assert problem.where.line == 11

    @pytest.mark.parametrize(("key", "told"), [("zzz", "zzz"), ("z" * 60, "z" * 60), ("z" * 61, "z" * 60)])
    def test_a_key_like_no_other_even_where_it_stands_last(self, tmp_path, key, told):
        first = "  - source: web-tea\n    stance: supports\n"
        last = f"  - stance: supports\n    source: {key}\n"
        changes = {HEARSAY: HEARSAY_TEXT.replace(first, last)}
        [problem] = found(tmp_path, changes)
        assert (problem.rule, problem.message) == ("unknown-source", f"no source is called '{told}'")
        assert problem.hint == f"describe it in sources/{told}.yaml, or mend the key"
        assert shown(problem, changes) == key

    def test_part_of_names_a_source_too(self, tmp_path):
        changes = {STUDY: ("participants: 48", "participants: 48, part_of: kim2020")}
        [problem] = found(tmp_path, changes)
        assert problem.rule == "unknown-source"
        assert shown(problem, {STUDY: edit(STUDY, changes[STUDY])}) == "kim2020"

    def test_a_source_that_exists_and_cannot_be_read_is_known(self, tmp_path):
        assert rules(base(tmp_path, {STUDY: b"kind: \xff"})) == ["not-utf8"]

    def test_every_place_that_names_it_is_shown(self, tmp_path):
        changes = {MICE_STUDY: None, HEARSAY: BASE[MICE].replace("Results, starts", "Methods, starts")}
        assert names(found(tmp_path, changes)) == ["unknown-source"] * 2

    @pytest.mark.parametrize("field", ["quote", "reading", "fit", "finding", "passage"])
    def test_what_its_kind_would_need_is_not_asked_for(self, tmp_path, field):
        lines = edit(CLAIM, ("source: kim2019", "source: nobody")).splitlines(keepends=True)
        kept = [
            line for number, line in enumerate(lines) if number < 10 or not line.startswith(f"    {field}:")
        ]
        assert rules(base(tmp_path, {CLAIM: "".join(kept)})) == ["unknown-source"]


class TestFieldsByKind:
    @pytest.mark.parametrize(
        ("line", "rule"),
        [
            ("    fit: It speaks of everybody; the study saw a small difference.\n", "missing-field"),
            ("    reading: overstated\n", "reading-missing"),
            (f"    finding: {FINDING}\n", "finding-missing"),
            (f"    passage: {PASSAGE}\n", "missing-field"),
        ],
    )
    def test_absent_and_empty_are_the_same(self, tmp_path, line, rule):
        assert rules(base(tmp_path, {CLAIM: (line, "")})) == [rule]
        name = line.partition(":")[0]
        [problem] = found(tmp_path, {CLAIM: (line, f"{name}:\n")})
        place = BASE[CLAIM].splitlines(keepends=True).index(line) + 1
        assert (problem.rule, problem.where.line) == (rule, place)

    def test_a_lay_item_without_quote(self, tmp_path):
        text = HEARSAY_TEXT.replace('    quote: "everybody awake all night"\n', "")
        [problem] = found(tmp_path, {HEARSAY: text})
        assert (problem.rule, problem.where.path, problem.where.line) == ("missing-field", HEARSAY, 6)
        assert "'quote'" in problem.message

    @pytest.mark.parametrize(
        ("old", "new", "rule"),
        [
            ("    reading: overstated", "    reeding: overstated", "unknown-field"),
            ("    reading: overstated", "    reading: exaggerated", "bad-value"),
            ("    finding: In", "    findings: In", "unknown-field"),
            (f"finding: {FINDING}", "finding: 48", "wrong-type"),
            (f"finding: {FINDING}", 'finding: ""', "bad-value"),
            ("    fit: It", "    fits: It", "unknown-field"),
            ("    passage: {", "    pasage: {", "unknown-field"),
            (f"passage: {PASSAGE}", "passage: Results", "wrong-type"),
            (", ends: than with water}", "}", "missing-field"),
        ],
    )
    def test_a_field_that_was_reported_is_not_missing(self, tmp_path, old, new, rule):
        assert rules(base(tmp_path, {CLAIM: (old, new)})) == [rule]

    @pytest.mark.parametrize("kind", ["kind: lay", "kund: lay-page", "kind:", "kind: 3"])
    def test_silent_where_the_kind_is_not_known(self, tmp_path, kind):
        text = HEARSAY_TEXT.replace("    reading: unsupported\n", "")
        silent = rules(base(tmp_path, {LAY: ("kind: lay-page", kind), HEARSAY: text}))
        assert len(silent) == 1
        assert silent[0] in ("bad-value", "unknown-field", "missing-field", "wrong-type")

    def test_a_missing_reading_is_told_what_it_may_be(self, tmp_path):
        [problem] = found(tmp_path, {CLAIM: ("    reading: overstated\n", "")})
        readings = "accurate, overstated, contradicted, out-of-context, unsupported"
        assert problem.hint == f"add 'reading': one of {readings}"

    def test_a_reading_on_a_study(self, tmp_path):
        changes = {MICE: ("    finding:", "    reading: accurate\n    finding:")}
        [problem] = found(tmp_path, changes)
        assert problem.rule == "reading-on-study"
        assert shown(problem, {MICE: edit(MICE, changes[MICE])}) == "accurate"

    def test_a_bad_reading_on_a_study_is_one_problem(self, tmp_path):
        assert rules(base(tmp_path, {MICE: ("    finding:", "    reading: good\n    finding:")})) == [
            "bad-value"
        ]


def test_what_was_looked_at_is_counted(tmp_path):
    root = base(tmp_path, {CLAIM: (QUOTE, "Tea keeps everybody asleep")})
    texts = folder(tmp_path, {"kim2019": "Adults who drank tea slept later than with water."})
    examined = examine(root, TODAY, texts)
    assert examined.counts(examined.problems) == {
        "topics": 1,
        "claims": 2,
        "sources": 3,
        "evidence": 3,
        "quotes": 2,
        "quotes_verified": 1,
        "passages": 2,
        "passages_verified": 1,
        "errors": 1,
        "warnings": 0,
    }


def test_a_passage_of_which_only_one_end_stands_there_is_not_counted_as_verified(tmp_path):
    texts = folder(tmp_path, {"kim2019": "Adults who drank tea slept later."})
    examined = examine(base(tmp_path), TODAY, texts)
    assert [problem.rule for problem in examined.problems] == ["passage-not-in-text"]
    assert examined.counts(examined.problems)["passages_verified"] == 0

"""What is told of a claim: its conclusion, why it turned, and its passages."""

from __future__ import annotations

import pytest

from claimbook.checks import Facts
from claimbook.checks.example import BASE, CLAIM, LAY, LAY_TEXT, MICE, STUDY, TOPICS
from claimbook.comparing import compare
from claimbook.comparing.told import record_lines
from claimbook.load import load
from tests.bases import TODAY, base

SECOND = "sources/moss2021.yaml"
SECOND_STUDY = BASE[STUDY].replace("tea.2019", "moss.2021").replace("31000001", "32000002")
SECOND_STUDY = SECOND_STUDY.replace("participants: 48", "participants: 60").replace("and sleep", "at night")
FINDING = """\
  - source: moss2021
    stance: {stance}
    finding: In 60 adults, green tea made no clear difference.
    passage: {{section: Results, starts: No clear difference, ends: at all}}
"""
ENTRY = "changes: [{date: 2026-11-20, what: Now surer., why: A second trial.}]\n"


def turned(tmp_path, changes, start=None):
    before, after = base(tmp_path, start), base(tmp_path, {**(start or {}), **changes})
    return compare(*(Facts(load(root)[0], TODAY) for root in (before, after)))


def edited(*pairs, path=CLAIM):
    text = BASE[path]
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return {path: text}


def added(stance, *more):
    return {
        SECOND: SECOND_STUDY,
        **edited(("related:\n", FINDING.format(stance=stance) + "related:\n"), *more),
    }


SURER = (("may keep", "probably keeps"), ("certainty: low", "certainty: moderate"))


def test_nothing_changed(tmp_path):
    difference = turned(tmp_path, {})
    assert difference.is_empty
    assert difference == ((), (), (), (), (), ())


def test_layout_and_comments_are_no_change(tmp_path):
    assert turned(
        tmp_path, {CLAIM: "# a note\n" + BASE[CLAIM].replace("[green-tea]", "[ 'green-tea' ]")}
    ).is_empty


def test_a_second_trial_makes_it_surer(tmp_path):
    (turn,) = turned(tmp_path, added("supports", *SURER)).claims
    assert turn.kind == "changed"
    assert turn.certainty == ("low", "moderate")
    assert turn.agreement == ("one-study", "agree")
    assert turn.because == (
        "one more randomized trial supports it (moss2021)",
        "the evidence now allows at most moderate; before, low",
        "“may” becomes “probably”",
    )
    assert turn.unrecorded


def test_with_an_entry_the_change_is_recorded(tmp_path):
    changes = added("supports", *SURER, ("reviewed:", f"{ENTRY}reviewed:"))
    (turn,) = turned(tmp_path, changes).claims
    assert turn.concludes
    assert not turn.unrecorded


def test_an_old_entry_does_not_record_a_new_change(tmp_path):
    old = {CLAIM: BASE[CLAIM] + ENTRY}
    (turn,) = turned(
        tmp_path, {CLAIM: old[CLAIM].replace("certainty: low", "certainty: very-low")}, old
    ).claims
    assert turn.unrecorded


def test_judgement_alone_is_named_as_such(tmp_path):
    reason = "reasons: [{domain: imprecision, note: Few people.}]\nevidence:\n"
    changes = edited(("certainty: low", "certainty: very-low"), ("evidence:\n", reason))
    (turn,) = turned(tmp_path, changes).claims
    assert turn.because == (
        "a reason was added (imprecision: Few people.)",
        "the evidence allows at most low, as before: the rest is the curators' judgement",
    )
    (back,) = turned(tmp_path, {CLAIM: BASE[CLAIM]}, changes).claims
    assert back.because[0] == "a reason was taken away (imprecision: Few people.)"


def test_a_dispute_splits_the_studies(tmp_path):
    (turn,) = turned(tmp_path, added("disputes")).claims
    assert turn.agreement == ("one-study", "split")
    assert turn.because == ("one more randomized trial disputes it (moss2021)",)
    (gone,) = turned(tmp_path, {CLAIM: BASE[CLAIM]}, added("disputes")).claims
    assert gone.because == ("a passage of a randomized trial that disputes it is gone (moss2021)",)


def test_a_stance_that_turns_is_told(tmp_path):
    changes = edited(
        ("  - source: kim2019\n    stance: supports", "  - source: kim2019\n    stance: qualifies")
    )
    (turn,) = turned(tmp_path, changes).claims
    assert turn.agreement == ("one-study", "only-qualified")
    assert turn.because == ("kim2019 now qualifies it; before, it supports it",)
    (each,) = turn.evidence
    assert each.stance == ("supports", "qualifies")
    assert each.fields == ("stance",)


@pytest.mark.parametrize(
    ("old", "new", "because"),
    [
        ("access:", "status: {is: retracted}\naccess:", "kim2019 was retracted, so it no longer counts"),
        (
            "design: randomized-trial",
            "design: case-report",
            "the design of kim2019 is now case-report; before, randomized-trial",
        ),
    ],
)
def test_a_source_that_turns_is_told_with_the_claim(tmp_path, old, new, because):
    low = {**edited(("certainty: low", "certainty: very-low"))}
    changes = {**edited((old, new), path=STUDY), **low}
    (turn,) = turned(tmp_path, changes).claims
    assert because in turn.because


def test_a_retraction_alone_changes_the_claims_that_cite_it(tmp_path):
    difference = turned(tmp_path, edited(("access:", "status: {is: retracted}\naccess:"), path=STUDY))
    (turn,) = difference.claims
    assert turn.agreement == ("one-study", "no-study")
    assert not turn.evidence
    (source,) = difference.sources
    assert source.status == (None, "retracted")


def test_a_number_of_participants_is_told(tmp_path):
    start = {**added("supports"), STUDY: BASE[STUDY].replace("participants: 48", "participants: 30")}
    changes = {CLAIM: start[CLAIM].replace("low", "moderate"), STUDY: BASE[STUDY]}
    (turn,) = turned(tmp_path, changes, start).claims
    assert "kim2019 now has 48 participants" in turn.because


def test_a_reading_before_and_after(tmp_path):
    (turn,) = turned(tmp_path, edited(("reading: overstated", "reading: accurate"))).claims
    assert not turn.concludes
    assert turn.because == ()
    (each,) = turn.evidence
    assert each.is_lay
    assert each.reading == ("overstated", "accurate")


def test_a_reworded_finding_is_one_change(tmp_path):
    (turn,) = turned(
        tmp_path, edited(("Adults who drank", "Those who drank"), ("20 minutes later", "later"))
    ).claims
    (each,) = turn.evidence
    assert each.words.before.endswith("20 minutes later.")
    assert each.words.after.endswith("asleep later.")
    assert each.fields == ("finding", "passage")


def test_other_fields_are_named(tmp_path):
    (turn,) = turned(
        tmp_path, edited(("One study looked", "One small study looked"), ("[green-tea]", "[]"))
    ).claims
    assert turn.fields == ("plain", "treatment")
    assert not turn.concludes


def test_a_full_stop_is_no_new_conclusion(tmp_path):
    (turn,) = turned(tmp_path, edited(("for longer.", "for longer"))).claims
    assert turn.statement.changed
    assert not turn.concludes


def test_a_new_claim_and_one_that_is_gone(tmp_path):
    (gone,) = turned(
        tmp_path, {MICE: None, **edited(("related:\n  - {claim: mice-run-on-tea, as: see-also}\n", ""))}
    ).claims[1:]
    assert (gone.kind, gone.claim.id) == ("gone", "mice-run-on-tea")
    assert gone.certainty == ("low", None)
    start = {MICE: None}
    (new,) = turned(tmp_path, {MICE: BASE[MICE]}, start).claims
    assert (new.kind, new.agreement) == ("new", (None, "one-study"))


MOVED = "claims/tea/tea-wakes.yaml"


@pytest.mark.parametrize("formerly", ["", "formerly: [tea-keeps-awake]\n"])
def test_a_new_id_is_followed(tmp_path, formerly):
    (turn,) = turned(tmp_path, {CLAIM: None, MOVED: BASE[CLAIM] + formerly}).claims
    assert turn.address == ("tea/tea-keeps-awake", "tea/tea-wakes")
    assert turn.lost is not bool(formerly)
    assert not turn.concludes


def test_formerly_is_followed_whatever_the_claim_holds(tmp_path):
    other = (
        BASE[MICE]
        .replace("reviewed:", "formerly: [tea-keeps-awake]\nreviewed:")
        .replace("tea may", "milk may")
    )
    other = other.replace("lopez2021", "kim2019").replace("Tea raised", "Milk raised")
    turns = turned(tmp_path, {CLAIM: None, MOVED: other}).claims
    assert [(turn.kind, turn.claim.id) for turn in turns] == [("changed", "tea-wakes")]


def test_half_the_passages_do_not_make_it_the_same_claim(tmp_path):
    half = BASE[CLAIM].replace("Adults who drank", "Other words here")
    kinds = [turn.kind for turn in turned(tmp_path, {CLAIM: None, MOVED: half}).claims]
    assert kinds == ["new", "gone"]


def test_a_new_topic_keeps_the_claim(tmp_path):
    topics = BASE[TOPICS] + BASE[TOPICS].replace("id: tea", "id: night")
    changes = {CLAIM: None, CLAIM.replace("/tea/", "/night/"): BASE[CLAIM], TOPICS: topics}
    difference = turned(tmp_path, changes)
    (turn,) = difference.claims
    assert turn.address == ("tea/tea-keeps-awake", "night/tea-keeps-awake")
    assert not turn.lost
    assert [topic.kind for topic in difference.topics] == ["new"]


def test_a_source_with_a_new_key_is_followed(tmp_path):
    changes = {STUDY: None, "sources/kim2020.yaml": BASE[STUDY]}
    changes |= edited(("source: kim2019", "source: kim2020"))
    difference = turned(tmp_path, changes)
    assert [turn.id for turn in difference.sources] == [("kim2019", "kim2020")]
    assert difference.claims == ()


def test_a_file_that_cannot_be_read_is_named_and_not_gone(tmp_path):
    difference = turned(tmp_path, {CLAIM: "statement: [\n"})
    assert difference.claims == ()
    assert difference.unread == (CLAIM,)


def test_pages_touched(tmp_path):
    assert turned(tmp_path, edited(("reading: overstated", "reading: accurate"))).pages == (
        "claims/tea-keeps-awake.md",
        "ledger/web-tea.md",
        "sources/web-tea.md",
        "topics/tea.md",
    )
    assert turned(tmp_path, edited(("title: Ten", "title: Nine"), path=LAY)).pages == ("sources/web-tea.md",)


def test_a_text_that_was_made_to_fit_is_told_and_its_line_ends_are_not(tmp_path):
    text = BASE[LAY_TEXT]
    told = turned(tmp_path, {LAY_TEXT: text.replace("everybody", "most people")})
    (turn,) = told.sources
    assert turn.fields == ("text",)
    assert told.pages == ("ledger/web-tea.md", "sources/web-tea.md")
    assert "its full text is another" in "\n".join(record_lines(turn))
    assert turned(tmp_path, {LAY_TEXT: text.replace("\n", "\r\n")}).is_empty


def test_fields_inside_a_record_are_named(tmp_path):
    changes = edited(
        ("10.1234/tea.2019", "10.1234/tea.2018"), ("participants: 48", "participants: 49"), path=STUDY
    )
    (turn,) = turned(tmp_path, changes).sources
    assert turn.fields == ("csl.DOI", "study.participants")

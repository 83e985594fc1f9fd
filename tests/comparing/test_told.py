"""The difference as Markdown and as JSON."""

from __future__ import annotations

import json

import markdown as library

from claimbook.checks.example import BASE, CLAIM, STUDY, TOPICS
from claimbook.comparing import as_json, as_markdown
from tests.comparing.test_claims import ENTRY, MOVED, SURER, added, edited, turned


def told(tmp_path, changes, start=None):
    return as_markdown.render(turned(tmp_path, changes, start), "main")


def test_nothing(tmp_path):
    assert told(tmp_path, {}) == "## What changed since `main`\n\nNothing that a reader would see.\n"


def test_a_conclusion_in_a_readers_words(tmp_path):
    text = told(tmp_path, added("supports", *SURER))
    assert text.startswith(
        """\
## What changed since `main`

1 claim changed · 1 source new

> **Conclusions changed without an entry in `changes`.** Add one (date, what, why), so that readers see \
when and why it changed: `claims/tea/tea-keeps-awake.yaml`

### Conclusions that changed

**Green tea probably keeps people awake for longer.**\x20\x20
`tea/tea-keeps-awake`

- it said: Green tea may keep people awake for longer.
- certainty: **low → moderate**
- agreement: **one study only → the studies agree**
- why: one more randomized trial supports it (moss2021); the evidence now allows at most moderate; before, \
low; “may” becomes “probably”
- finding added (`moss2021`, for): In 60 adults, green tea made no clear difference.
"""
    )
    assert "- new: `moss2021`, Green tea at night\n" in text
    assert text.endswith(
        "`claims/tea-keeps-awake.md`, `sources/kim2019.md`, `sources/moss2021.md`, "
        "`sources/web-tea.md`, `topics/tea.md`\n"
    )


def test_recorded_changes_are_not_complained_of(tmp_path):
    assert "without an entry" not in told(
        tmp_path, added("supports", *SURER, ("reviewed:", f"{ENTRY}reviewed:"))
    )


def test_a_lost_address_names_the_way_out(tmp_path):
    text = told(tmp_path, {CLAIM: None, MOVED: BASE[CLAIM]})
    assert "`claims/tea/tea-wakes.yaml` was `tea-keeps-awake`. Add `formerly: [tea-keeps-awake]`." in text
    assert "- it was `tea/tea-keeps-awake`" in text


def test_readings_reasons_fields_and_statuses(tmp_path):
    reason = "reasons: [{domain: imprecision, note: Few people.}]\nevidence:\n"
    changes = edited(
        ("reading: overstated", "reading: accurate"), ("evidence:\n", reason), ("[green-tea]", "[]")
    )
    changes |= edited(("access:", "status: {is: corrected}\naccess:"), path=STUDY)
    changes |= {TOPICS: BASE[TOPICS].replace("It may", "Tea may")}
    text = told(tmp_path, changes)
    assert "- reason added: imprecision: Few people.\n" in text
    assert "- quote of `web-tea`: reading **overstated → accurate**\n" in text
    assert "- also changed: `treatment` (treatments it speaks of, words of the vocabulary)\n" in text
    assert "    - status: nothing known → **corrected**\n" in text
    assert "- changed: `tea`, Tea: `summary`\n" in text


def test_texts_of_the_base_are_no_markup_and_call_nobody(tmp_path):
    text = told(
        tmp_path, edited(("for longer.", "for <b>longer</b> @maintainer `x` [y](https://z.example)."))
    )
    body = library.markdown(text)
    assert "<b>longer" not in body
    assert "@maintainer" not in text
    assert "href" not in body


def test_a_long_difference_is_cut_between_claims_and_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(as_markdown, "LIMIT", 900)
    text = told(tmp_path, added("supports", *SURER))
    assert len(text) < 900
    assert text.endswith("left out here; `diff --format json` has all.*\n")


def test_json_has_it_all(tmp_path):
    changes = added("disputes")
    found = json.loads(as_json.render(turned(tmp_path, changes), "main"))
    assert found["base"] == "main"
    (claim,) = found["claims"]
    assert claim["agreement"] == {"before": "one-study", "after": "split"}
    assert claim["conclusion_changed"]
    assert claim["unrecorded"]
    assert claim["evidence"][0]["stance"] == {"before": None, "after": "disputes"}
    assert found["sources"][0]["kind"] == "new"
    assert found["pages"][0] == "claims/tea-keeps-awake.md"

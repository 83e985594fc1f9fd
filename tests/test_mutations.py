"""The edits of `benchmarks/mutations.py` change what they say they change, and a wrong verdict is reported."""

from __future__ import annotations

import random

import pytest

from benchmarks import mutations
from benchmarks.editing import Chance, made
from benchmarks.edits import CHANGING, UNSEEN, UNSEEN_IN_SOURCES
from claimbook.checks.example import LAY, LAY_TEXT
from claimbook.quoting import fold
from tests.bases import base

QUOTE = f'Bees, said "we", find {mutations.PLANT}in 5 days.'


def edited(edit):
    return made(edit, QUOTE, Chance(random.Random(1), ["wasps"]))


@pytest.mark.parametrize("edit", CHANGING, ids=[edit.name for edit in CHANGING])
def test_an_edit_that_matters_leaves_another_text(edit):
    assert edited(edit)
    assert fold(QUOTE) not in map(fold, edited(edit))


@pytest.mark.parametrize("edit", UNSEEN, ids=[edit.name for edit in UNSEEN])
def test_an_edit_that_nobody_sees_changes_characters_and_not_the_folded_text(edit):
    assert edited(edit)
    assert QUOTE not in edited(edit)
    assert {fold(QUOTE)} == set(map(fold, edited(edit)))


def test_a_word_is_edited_at_each_of_its_places():
    (negated,) = (edit for edit in CHANGING if edit.name.startswith("word: twice"))
    assert made(negated, "Bees find wild thyme", Chance(random.Random(1), [])) == [
        "Bees find find wild thyme",
        "Bees find wild wild thyme",
    ]


def run(monkeypatch, capsys, root):
    monkeypatch.setattr("sys.argv", ["mutations.py", "--root", str(root)])
    return mutations.main(), *capsys.readouterr()


def test_a_base_without_an_exception(tmp_path, monkeypatch, capsys):
    status, out, _ = run(monkeypatch, capsys, base(tmp_path))
    assert status == 0
    assert out.count("No exception.") == 3
    assert "| word: twice | 2 | 6 of 6 | 2 | " in out
    assert len([line for line in out.splitlines() if line.startswith("| ")]) == 3 + len(CHANGING) + len(
        UNSEEN
    ) + len(UNSEEN_IN_SOURCES)


LAX = {
    "case: of": lambda text, quote: fold(quote).casefold() in fold(text).casefold(),
    "edge: ": lambda text, quote: fold(quote) in fold(text),
    "mark-up: ": lambda text, quote: fold(quote).replace("*", "").replace("_", "") in fold(text),
    "white space: ": lambda text, quote: quote in text,
}


@pytest.mark.parametrize("kind", LAX)
def test_a_wrong_verdict_is_counted_and_shown(kind, tmp_path, monkeypatch, capsys):
    """Each of these definitions of verbatim is known to be wrong."""
    monkeypatch.setattr(mutations, "finder", lambda: LAX[kind])
    monkeypatch.setattr(mutations, "CHANGING", [edit for edit in CHANGING if edit.name.startswith(kind)])
    monkeypatch.setattr(mutations, "UNSEEN", [edit for edit in UNSEEN if edit.name.startswith(kind)])
    monkeypatch.setattr(mutations, "UNSEEN_IN_SOURCES", [])
    status, out, _ = run(monkeypatch, capsys, base(tmp_path))
    assert status == 1
    assert f"Exceptions:\n- {kind}" in out


def test_nothing_to_edit_is_no_success(tmp_path, monkeypatch, capsys):
    root = base(tmp_path, {LAY: None, LAY_TEXT: None})
    assert run(monkeypatch, capsys, root) == (2, "", "no quotes\n")
    status, out, err = run(monkeypatch, capsys, base(tmp_path, {LAY_TEXT: "Tea is a drink.\n"}))
    assert (status, out) == (2, "")
    assert "Tea keeps everybody awake all night" in err

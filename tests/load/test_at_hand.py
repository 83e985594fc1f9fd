"""Texts that lie at hand, in a folder outside the base."""

from __future__ import annotations

import pytest

from claimbook.checks.example import BASE, LAY_TEXT
from claimbook.errors import CannotRunError
from claimbook.load import load
from tests.bases import base
from tests.trees import refuse


def test_texts_at_hand_are_read_for_sources_that_exist(tmp_path):
    root, texts = base(tmp_path), tmp_path / "texts"
    texts.mkdir()
    (texts / "kim2019.txt").write_bytes(b"\xef\xbb\xbfAdults who drank caf\xe9")
    (texts / "web-tea.txt").write_text("Quite another than is held.")
    (texts / "other.txt").write_text("No source.")
    (texts / "lopez2021.txt").mkdir()
    library, found = load(root, texts)
    assert found == []
    assert library.at_hand == {
        "kim2019": "Adults who drank caf\ufffd",
        "web-tea": "Quite another than is held.",
    }
    assert library.text("kim2019") == "Adults who drank caf\ufffd"
    assert library.text("web-tea") == BASE[LAY_TEXT]
    assert library.text("lopez2021") is None


def test_a_text_at_hand_that_cannot_be_read_ends_the_run(tmp_path, monkeypatch):
    root, texts = base(tmp_path), tmp_path / "texts"
    texts.mkdir()
    (texts / "kim2019.txt").write_text("x")
    refuse(monkeypatch, texts / "kim2019.txt")
    with pytest.raises(CannotRunError, match="Permission denied"):
        load(root, texts)


def test_a_folder_of_texts_that_may_not_be_entered_ends_the_run(tmp_path, monkeypatch):
    def refusing(path):
        raise PermissionError(13, "Permission denied", str(path))

    root = base(tmp_path)
    monkeypatch.setattr("pathlib.Path.is_file", refusing)
    with pytest.raises(CannotRunError, match=r"cannot read .*texts/\S+\.txt: Permission denied"):
        load(root, tmp_path / "texts")


def test_a_text_at_hand_that_is_too_large_ends_the_run(tmp_path, monkeypatch):
    root, texts = base(tmp_path), tmp_path / "texts"
    texts.mkdir()
    (texts / "kim2019.txt").write_text("1234")
    monkeypatch.setattr("claimbook.load.base.MAX_TEXT", 4)
    assert load(root, texts)[0].at_hand == {"kim2019": "1234"}
    monkeypatch.setattr("claimbook.load.base.MAX_TEXT", 3)
    with pytest.raises(CannotRunError, match=r"kim2019\.txt: it holds more than 3 bytes"):
        load(root, texts)

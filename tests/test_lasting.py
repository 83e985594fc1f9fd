"""Results that are kept between runs make the next one quicker and change nothing."""

from __future__ import annotations

import random
from contextlib import contextmanager

import pytest

from claimbook import lasting, usage
from claimbook.citing.formatted import formatted
from claimbook.lasting import Lasting
from claimbook.remembering import remembering

TIDES = {"type": "article-journal", "title": "Tides", "author": [{"family": "Moon", "given": "A"}]}


@pytest.fixture
def loud(monkeypatch):
    """A lasting function, with the texts for which it ran."""
    ran = []
    monkeypatch.setattr(Lasting, "every", [])

    @Lasting
    def told(*texts):
        ran.append(texts)
        return "\n".join(texts) + "\ud800"

    told.ran = ran
    return told


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setenv(usage.CACHE_PLACE, str(tmp_path / "kept"))
    return tmp_path / "kept"


def again(told, root):
    """What it gives in a new run, and for which texts it has to run there."""
    told.used.clear()
    told.ran.clear()
    with remembering(root):
        given = [told("a", "b"), told("a"), told("a", "b")]
    assert given == ["a\nb\ud800", "a\ud800", "a\nb\ud800"]
    assert told.known == {}
    return told.ran


def test_it_runs_once_for_the_same_texts(loud):
    assert loud("a", "b") == loud("a", "b") != loud("a, b") != loud("a\nb")
    assert loud.ran == [("a", "b"), ("a, b",), ("a\nb",)]


def test_another_function_gives_its_own(loud):
    @Lasting
    def other(*texts):
        return "other"

    loud("a")
    other.known = loud.used
    assert other("a") == "other"


def test_it_does_not_grow_without_end(loud, monkeypatch):
    monkeypatch.setattr(lasting, "_MOST", 3)
    for number in range(9):
        loud(str(number))
        assert len(loud.used) <= 3


def test_the_next_run_knows_what_this_one_gave(loud, tmp_path, place):
    assert again(loud, tmp_path / "base") == [("a", "b"), ("a",)]
    assert again(loud, tmp_path / "base") == []
    assert again(loud, tmp_path / "another") == [("a", "b"), ("a",)]
    assert len(list((place / "made").iterdir())) == 2


def test_what_a_run_did_not_ask_for_is_not_kept(loud, tmp_path, place):
    with remembering(tmp_path / "base"):
        loud("long ago")
    again(loud, tmp_path / "base")
    (file,) = (place / "made").iterdir()
    assert len(file.read_text().splitlines()) == 2 + 2


@contextmanager
def changed(monkeypatch, name, value):
    with monkeypatch.context() as patch:
        patch.setattr(f"claimbook.remembering.{name}", value)
        yield


def test_whatever_stands_there_nothing_else_is_given(loud, tmp_path, place, monkeypatch):
    again(loud, tmp_path / "base")
    (file,) = (place / "made").iterdir()
    raw, chance = file.read_bytes(), random.Random(20261121)
    for _ in range(10):
        at = chance.randrange(len(raw))
        for spoilt in (raw[:at], raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :], b""):
            file.write_bytes(spoilt)
            assert again(loud, tmp_path / "base") == [("a", "b"), ("a",)]
    for name, value in (("version", lambda name: "9"), ("_MAKING", ("usercache.py",))):
        with changed(monkeypatch, name, value):
            assert again(loud, tmp_path / "base") == [("a", "b"), ("a",)]
        again(loud, tmp_path / "base")
    file.unlink()
    file.mkdir()
    assert again(loud, tmp_path / "base") == [("a", "b"), ("a",)]


def test_a_run_that_breaks_off_keeps_what_it_has(loud, tmp_path, place):
    def broken_off():
        with remembering(tmp_path / "base"):
            raise KeyError(loud("a"))

    with pytest.raises(KeyError):
        broken_off()
    assert again(loud, tmp_path / "base") == [("a", "b")]


def test_references_are_among_them(tmp_path, place):
    with remembering(tmp_path / "base"):
        once = formatted(TIDES)
    (file,) = (place / "made").iterdir()
    assert "Moon" in file.read_text()
    assert formatted(TIDES) == once

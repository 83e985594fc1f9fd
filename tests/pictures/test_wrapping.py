"""Text is broken into lines that fit, and nothing of it is lost."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.pages.pictures.wrapping import lines, width
from claimbook.pages.text import clean

ROOM, SIZE = 114, 12


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_every_letter_stands_in_a_line_and_every_line_fits(text):
    found = lines(text, ROOM, SIZE)
    assert "".join(found).replace(" ", "") == "".join(clean(text).split())
    assert all(width(line, SIZE) <= ROOM for line in found)


def test_lines_end_between_words_where_they_can():
    assert lines("New links between nerve cells", ROOM, SIZE) == ["New links", "between nerve", "cells"]


def test_a_word_wider_than_a_line_is_broken():
    found = lines("x" * 300, ROOM, SIZE)
    assert len(found) > 15
    assert "".join(found) == "x" * 300


def test_wide_signs_count_as_wide_and_marks_upon_letters_as_nothing():
    assert width("蜂", 10) == 10
    assert width("e\u0301", 10) == width("e", 10)
    assert width("W", 10) > width("M".lower(), 10) - 1 > width("e", 10) > width("i", 10)

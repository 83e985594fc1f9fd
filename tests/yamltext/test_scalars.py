"""What a scalar means, with quotes and without."""

from __future__ import annotations

from datetime import date

import pytest

from claimbook.yamltext import BadDate, calendar_date, control_character, plain
from tests.yamls import read


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *((word, None) for word in ("~", "null", "Null", "NULL", "")),
        *((word, True) for word in ("true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON")),
        *((word, False) for word in ("false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF")),
        ("0", 0),
        ("12", 12),
        ("-7", -7),
        ("+7", 7),
        ("9" * 18, int("9" * 18)),
        ("1.5", 1.5),
        ("-12.05", -12.05),
        ("1234567890.5", 1234567890.5),
        ("0.123456789", 0.123456789),
        ("2026-11-21", date(2026, 11, 21)),
        ("2024-02-29", date(2024, 2, 29)),
        ("2026-02-29", BadDate("2026-02-29")),
        ("2026-13-01", BadDate("2026-13-01")),
        ("0000-01-01", BadDate("0000-01-01")),
        *(
            (text, text)
            for text in (
                "none",
                "y",
                "N",
                "nO",
                "tRUE",
                "not",
                "007",
                "1_000",
                "0x1F",
                "0o17",
                "9" * 19,
                "1e5",
                "1.0e3",
                "12.10",
                "1.",
                "-.5",
                "+1.5",
                "1.5 2.5",
                "0.123456789012345678",
                "01.5",
                "2.0",
                "-x",
                ".inf",
                ".nan",
                "12:30",
                "1.2.3",
                "2026-1-1",
                "2026-W01-1",
                "2026-11-21T10:00",
                "２０２６-11-21",
                "٣",
                "bees",
                "<<",
                "=",
            )
        ),
    ],
)
def test_an_unquoted_scalar_is_typed_and_a_quoted_one_is_text(text, value):
    found = read(f"a: {text}\n").values["a"].value
    assert (found, type(found)) == (value, type(value))
    for quote in "'\"":
        assert read(f"a: {quote}{text}{quote}").values["a"].value == text


def test_block_scalars_are_text():
    assert read("a: >-\n  no\nb: |\n  12\n").values["a"].value == "no"
    assert read("a: >-\n  no\nb: |\n  12\n").values["b"].value == "12\n"


@pytest.mark.parametrize("text", ["2026-W01-1", "20261121", "2026-11-1", "2026-11-211", "", "2026-11-21 "])
def test_only_year_month_and_day_in_full_make_a_date(text):
    assert calendar_date(text) is None


def test_values_without_their_places():
    text = 'a: [1, 2.5, no, ~, 2026-11-21, 2026-02-30]\nb: {c: "d"}\n'
    assert plain(read(text)) == {
        "a": [1, 2.5, False, None, date(2026, 11, 21), "2026-02-30"],
        "b": {"c": "d"},
    }


@pytest.mark.parametrize("char", "\x00\x07\x0b\x0c\x1b\x7f\x80\x86\x90\x9f\ud800\ud900\udfff\ufffe\uffff")
def test_control_characters_are_found(char):
    assert control_character(f"ab{char}") == 2


def test_breaks_tabs_and_letters_are_no_control_characters():
    assert control_character("a\tb\nc\rd\x85\u2028é😀\ufeff\u200b\u202e") is None

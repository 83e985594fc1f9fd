"""JSON in lines: the same values as in one piece, and a line for each part."""

from __future__ import annotations

import json

import pytest

from claimbook.export.linewise import file, line, listed, named
from tests.exported import book_of, exported


@pytest.mark.parametrize("value", [[], [1], [1, "a\nb", {"c": None}]])
def test_a_list_has_an_item_a_line(value):
    text = listed(map(line, value))
    assert json.loads(text) == value
    assert text.count("\n") == (len(value) + 1 if value else 0)


@pytest.mark.parametrize("value", [{}, {"a": 1}, {"a\n": [1], 'b"': "ü"}])
def test_an_object_has_a_name_a_line(value):
    text = named({name: line(each) for name, each in value.items()})
    assert json.loads(text) == value
    assert text.count("\n") == (len(value) + 1 if value else 0)


def test_a_half_of_a_surrogate_pair_becomes_a_question_mark():
    assert json.loads(file({"a": line("x\ud800")})) == {"a": "x?"}


def test_a_claim_stands_in_the_file_of_all_as_in_its_own(tmp_path):
    """So a change of a claim shows in one line of each."""
    files = exported(tmp_path)
    every = files["claims.json"].decode().splitlines()
    for claim in book_of(tmp_path).library.claims:
        own = files[f"claims/{claim.id}.json"].decode()
        (line_,) = (each for each in own.splitlines() if each.startswith('"claim": '))
        assert line_.removeprefix('"claim": ').rstrip(",") in {each.rstrip(",") for each in every}

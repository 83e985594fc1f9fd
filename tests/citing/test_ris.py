"""A record in RIS, read back line by line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.citing.lines import line, work
from claimbook.citing.ris import ris
from tests.citing.test_bibtex import HOSTILE, TIDES
from tests.readers import read_ris


def one(csl, more=False):
    (record,) = read_ris(ris(work("moon2019", csl, more)))
    return record


def test_a_paper_has_all_its_tags_in_order():
    assert one(TIDES) == [
        ("TY", "JOUR"),
        ("ID", "moon2019"),
        ("AU", "Moon, Ann B."),
        ("AU", "de Wal, C"),
        ("TI", "Tides of the Baltic & beyond"),
        ("T2", "Sea Letters"),
        ("PY", "2019"),
        ("DA", "2019/03/07/"),
        ("VL", "12"),
        ("IS", "3"),
        ("SP", "1081"),
        ("EP", "1091"),
        ("DO", "10.1234/sea_(19)%7"),
        ("AN", "31000001"),
        ("C2", "PMC123"),
        ("ER", ""),
    ]


def test_a_cut_list_of_authors_ends_with_others():
    assert [value for tag, value in one(TIDES, True) if tag == "AU"][-1] == "others"


def test_no_authors_and_no_year_leave_their_tags_out():
    record = one({"type": "webpage", "title": "Five tides", "editor": [{"literal": "Sea Office"}]}, True)
    assert record == [
        ("TY", "ELEC"),
        ("ID", "moon2019"),
        ("ED", "Sea Office"),
        ("TI", "Five tides"),
        ("ER", ""),
    ]
    assert one({}) == [("TY", "GEN"), ("ID", "moon2019"), ("ER", "")]


@pytest.mark.parametrize(
    ("page", "tags"),
    [
        ("568", [("SP", "568")]),
        ("e12", [("SP", "e12")]),
        ("S1–S9", [("SP", "S1"), ("EP", "S9")]),
        ("1-2, 5-6", [("SP", "1-2, 5-6")]),
        ("99-101", [("SP", "99"), ("EP", "101")]),
    ],
)
def test_pages_are_split_where_they_are_a_range(page, tags):
    assert [row for row in one({"page": page}) if row[0] in ("SP", "EP")] == tags


@pytest.mark.parametrize(("parts", "date"), [([2020, 5], "2020/05//"), ([2020, 13], None), ([2020], None)])
def test_a_date_is_given_as_far_as_it_is_one(parts, date):
    record = dict(one({"issued": {"date-parts": [parts]}}))
    assert record["PY"] == "2020"
    assert record.get("DA") == date


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_on_its_line(text):
    record = one({"type": "article-journal", "title": text, "author": [{"family": text, "given": "A"}]})
    assert ("TI", line(text)) in record
    assert ("AU", f"{line(text)}, A") in record


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=40), st.text(max_size=20))
def test_any_text_is_one_record(title, number):
    record = one({"title": title, "volume": number, "publisher": title, "URL": number}, True)
    assert ("TI", line(title)) in record or not line(title)

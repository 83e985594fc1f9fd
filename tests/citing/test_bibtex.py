"""A record as BibTeX, read back by a reader that knows nothing of how it was written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.citing.bibtex import bibtex
from claimbook.citing.lines import line, work
from tests.readers import names, read_bibtex, untex

TIDES = {
    "type": "article-journal",
    "title": "Tides of the <i>Baltic</i> & beyond",
    "author": [
        {"family": "Moon", "given": "Ann B."},
        {"family": "Wal", "given": "C", "non-dropping-particle": "de"},
    ],
    "container-title": "Sea Letters",
    "issued": {"date-parts": [[2019, 3, 7]]},
    "volume": "12",
    "issue": 3,
    "page": "1081-91",
    "DOI": "10.1234/sea_(19)%7",
    "PMID": "31000001",
    "PMCID": "PMC123",
}
HOSTILE = [
    'a "b" {c} }{ d',
    "back\\slash \\end{document}",
    "50% of $5 & #1_x^y~z",
    "=cmd()|' /C calc'!A0",
    "@book{x, y = {z}}",
    "two\nlines\r\nER  - ",
    "<script>x</script>",
    "x and y, z AND w",
]


def one(key, csl, more=False):
    ((kind, found, fields),) = read_bibtex(bibtex(work(key, csl, more)))
    assert found == key
    return kind, fields


def test_a_paper_has_all_its_fields():
    kind, fields = one("moon2019", TIDES)
    assert kind == "article"
    assert {name: untex(value) for name, value in fields.items() if name not in ("author", "doi")} == {
        "title": "Tides of the Baltic & beyond",
        "journal": "Sea Letters",
        "year": "2019",
        "month": "3",
        "volume": "12",
        "number": "3",
        "pages": "1081--1091",
        "pmid": "31000001",
        "pmcid": "PMC123",
    }
    assert names(fields["author"]) == [["Moon", "Ann B."], ["de Wal", "C"]]
    assert fields["doi"] == "10.1234/sea_(19)%7"


def test_the_title_keeps_its_capitals():
    assert one("a", TIDES)[1]["title"].startswith("{")


def test_a_cut_list_of_authors_says_and_others():
    assert one("a", TIDES, True)[1]["author"].endswith(" and de Wal, C and others")


def test_no_authors_and_no_year_leave_their_fields_out():
    kind, fields = one("a", {"type": "webpage", "title": "Five tides"}, True)
    assert (kind, fields) == ("misc", {"title": "{Five tides}"})
    assert one("a", {}) == ("misc", {})


@pytest.mark.parametrize(
    ("csl", "kind", "expected"),
    [
        (
            {"type": "report", "publisher": "Sea Office", "number": 7},
            "techreport",
            {"institution": "Sea Office", "number": "7"},
        ),
        ({"type": "thesis", "publisher": "Sea School"}, "phdthesis", {"school": "Sea School"}),
        (
            {"type": "chapter", "container-title": "Seas", "page": "3"},
            "incollection",
            {"booktitle": "Seas", "pages": "3"},
        ),
        (
            {"type": "webpage", "container-title": "Seas", "URL": "https://x.org/{a}"},
            "misc",
            {"howpublished": "Seas", "url": "https://x.org/%7Ba%7D"},
        ),
        ({"type": "article", "number": "e12"}, "article", {"pages": "e12"}),
        (
            {"type": "book", "issued": {"literal": "spring 1999"}, "publisher-place": "Bergen"},
            "book",
            {"year": "1999", "address": "Bergen"},
        ),
    ],
)
def test_other_kinds_have_the_fields_of_their_kind(csl, kind, expected):
    assert one("a", csl) == (kind, expected)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ({"literal": "Henry, Sea and Sons, Inc."}, ["Henry, Sea and Sons, Inc."]),
        ({"family": "Land and Sea", "given": "A, B"}, ["Land and Sea", "A, B"]),
        ({"family": "Zar", "given": "C", "suffix": "Jr"}, ["Zar", "Jr", "C"]),
        ({"family": "Mono Name"}, ["Mono Name"]),
        ({"given": "Madonna"}, ["Madonna"]),
    ],
)
def test_a_name_stays_one_name(name, written):
    field = one("a", {"author": [name, {"family": "Moon", "given": "A"}]})[1]["author"]
    assert names(field) == [written, ["Moon", "A"]]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back_as_it_was(text):
    csl = {
        "type": "article-journal",
        "title": text,
        "author": [{"literal": text}],
        "volume": text,
        "URL": text,
    }
    _, fields = one("a", csl)
    assert untex(fields["title"]) == untex(fields["volume"]) == line(text)
    assert names(fields["author"]) == [[line(text)]]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=12))
def test_any_text_in_any_field_is_one_entry(title, name, number):
    csl = {
        "title": title,
        "author": [{"family": name, "given": number}],
        "DOI": title,
        "issue": number,
        "page": name,
    }
    _, fields = one("a", csl, True)
    assert untex(fields.get("title", "")) == line(title)
    assert "\n" not in "".join(fields.values())

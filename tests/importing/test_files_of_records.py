"""Files as Zotero exports them: the good entries are read, the broken one is named, nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.importing import NoRecordsError, read_entries
from tests.records import BIBTEX, CSL, RIS

TEA = {
    "type": "article-journal",
    "author": [{"family": "Kim", "given": "Ann"}, {"literal": "World Tea Group"}],
    "container-title": "Journal of Tea",
    "page": "11-19",
    "PMID": "31000009",
}


def works(text):
    return [entry.work.csl if entry.work else entry.fault for entry in read_entries(text)]


def test_bibtex():
    tea, broken, book = read_entries(BIBTEX)
    assert tea.work.csl == {
        "type": "article-journal",
        "title": "Tea and sleep: a DNA study of Camellia in cafés & homes",
        "author": [
            {"family": "Kim", "given": "Ann"},
            {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"},
            {"literal": "World Tea Group"},
            {"family": "Müller", "given": "Karl"},
        ],
        "container-title": "Journal of Tea",
        "issued": {"date-parts": [[2031, 5]]},
        "volume": "12",
        "issue": "3",
        "page": "11-19",
        "DOI": "10.1234/tea_2031",
        "PMID": "31000009",
    }
    assert (broken.work, broken.where) == (None, "line 18 (broken_2032)")
    assert "cannot be read" in broken.fault
    assert book.work.csl["publisher"] == "Copper Press"
    assert book.work.more_authors
    assert not tea.work.more_authors


def test_ris():
    tea, broken, book = read_entries(RIS)
    assert tea.work.csl == {**TEA, "title": "Tea and sleep", "issued": {"date-parts": [[2031, 5, 2]]}} | {
        "volume": "12",
        "issue": "3",
        "DOI": "10.1234/tea_2031",
    }
    assert (broken.where, broken.fault) == ("line 17", "it breaks off: ER is missing at its end")
    assert book.work.csl["author"] == [{"family": "Lee", "given": "Zoe", "suffix": "Jr."}]


def test_csl_json():
    tea, broken, book = read_entries(CSL)
    assert tea.work.csl == {
        **TEA,
        "title": "Tea and <i>sleep</i> & rest",
        "issued": {"date-parts": [[2031, 5, 2]]},
        "DOI": "10.1234/tea_2031",
        "PMCID": "PMC77",
    }
    assert broken.fault.startswith("it is no JSON")
    assert book.work.csl["issued"] == {"literal": "spring 2033"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("@article{a, author={X, Y}}", "it has no title"),
        ("@article{a, title={T}, title={U}}", "a field stands twice: title"),
        ("@article{a, title={T}, author={A, B, C, D, E}}", "the name 'A, B, C, D, E' cannot be read"),
        ('[{"type": "article-journal"}]', "it has no title"),
        ('[{"type": "tune", "title": "T"}]', "tune"),
        ("[7]", "it is no item with fields"),
        ("[" * 5000, "it is no JSON: nested too deeply"),
        ("TY  - JOUR\nAU  - X, Y\nER  - \n", "it has no title"),
        ("Notes\nTY  - JOUR\nTI  - T\nER  - \n", "it does not begin with TY"),
        ("TY  - JOUR\nTI  - T\nER  - \nlost words\n", "it does not begin with TY"),
    ],
)
def test_what_is_wrong_with_an_entry(text, told):
    faults = [entry.fault for entry in read_entries(text) if entry.work is None]
    assert len(faults) == 1
    assert told in faults[0]


def test_a_key_that_stands_twice_loses_no_entry():
    text = "@book{a, title={One}, year={2001}}\n@book{a, title={Two}, year={2002}}\n"
    assert [work["title"] for work in works(text)] == ["One", "Two"]


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        ("date = {2031-05-02}", {"date-parts": [[2031, 5, 2]]}),
        ("year = 2031, month = 13", {"date-parts": [[2031]]}),
        ("year = {in press}", {"literal": "in press"}),
        ('year = 2031, month = {"dec"}', {"date-parts": [[2031, 12]]}),
    ],
)
def test_dates_of_bibtex(date, issued):
    (work,) = works(f"@book{{a, title={{T}}, {date}}}")
    assert work["issued"] == issued


@pytest.mark.parametrize("text", ["", "Dear curator,", "[]", "{", "%PDF-1.7"])
def test_what_is_no_such_file_says_so(text):
    if text == "{":
        assert read_entries(text)[0].work is None
    else:
        with pytest.raises(NoRecordsError):
            read_entries(text)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([BIBTEX, RIS, CSL]), st.data())
def test_a_damaged_file_never_stops_the_reader(text, data):
    """Whatever happens to a file, its entries are works or faults, each with its place."""
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 40))
    put = data.draw(
        st.sampled_from(["", "{", "}", '"', "\\", "@", "\n", "TY  - ", "null", "1e999", "\x00", "[" * 50])
    )
    try:
        entries = read_entries(text[:at] + put + text[at + cut :])
    except NoRecordsError:
        return
    assert all(entry.where and (entry.work is None) == bool(entry.fault) for entry in entries)

"""Finished references: what a reader sees, and that no text can bring markup."""

from __future__ import annotations

import html
import json
import re
import warnings

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography
from citeproc.model import CitationStylesElement, Parent, Text
from citeproc.source.json import CiteProcJSON
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimbook.citing.formatted import _FORMATTER, STYLES, _record, _set, _style, formatted
from claimbook.citing.lines import line
from tests.citing.test_bibtex import HOSTILE

TIDES = {
    "type": "article-journal",
    "title": "Tides of the Baltic",
    "author": [{"family": "Moon", "given": "AB"}, {"family": "Wal", "given": "Carl", "suffix": "Jr"}],
    "container-title": "Sea Letters",
    "issued": {"date-parts": [[2019, 3, 7]]},
    "volume": "12",
    "issue": "3",
    "page": "1081-1091",
    "DOI": "10.1234/sea.19",
}


def text(style, csl, more=False):
    return formatted(csl, more)[style].text


def test_a_paper_after_vancouver():
    expected = "Moon AB, Wal C Jr. Tides of the Baltic. Sea Letters. 2019;12(3):1081–91. doi:10.1234/sea.19"
    assert text("Vancouver", TIDES) == expected


def test_a_paper_after_apa_with_its_italics():
    cited = formatted(TIDES)["APA"]
    assert cited.text == (
        "Moon, A. B., & Wal, C., Jr. (2019). Tides of the Baltic. Sea Letters, 12(3), 1081–1091. "
        "https://doi.org/10.1234/sea.19"
    )
    assert "Moon, A. B., &amp; Wal" in cited.html
    assert "<i>Sea Letters</i>, <i>12</i>(3)" in cited.html


def test_a_cut_list_of_authors_says_and_others():
    assert text("Vancouver", TIDES, True).startswith("Moon AB, Wal C Jr, and others. Tides")
    assert text("APA", TIDES, True).startswith("Moon, A. B., Wal, C., Jr, and others. (2019). Tides")
    alone = {**TIDES, "author": TIDES["author"][:1]}
    assert text("Vancouver", alone, True).startswith("Moon AB, and others. Tides")
    assert text("APA", alone, True).startswith("Moon, A. B., and others. (2019). Tides")


def test_a_long_list_that_is_cut_as_well_says_so_once():
    many = {**TIDES, "author": [{"family": f"Moon{chr(97 + n)}", "given": "A"} for n in range(24)]}
    vancouver, apa = (text(style, many, True) for style in STYLES)
    assert vancouver.startswith("Moona A, Moonb A, Moonc A, Moond A, Moone A, Moonf A, et al. Tides")
    assert re.search(r"Moons, A\., and others\. \(2019\)\. Tides", apa)


def test_without_authors_the_title_or_the_publisher_stands_first_and_once():
    nameless = {name: value for name, value in TIDES.items() if name != "author"}
    assert text("Vancouver", nameless, True).startswith("Tides of the Baltic. Sea Letters. 2019")
    assert text("APA", nameless).startswith("Tides of the Baltic. (2019). Sea Letters, 12(3)")
    page = {"type": "webpage", "title": "Tides", "publisher": "Sea Office, Inc.", "URL": "https://x.org"}
    assert text("APA", page) == "Sea Office, Inc. (n.d.). Tides. https://x.org"


def test_without_a_year_apa_says_so_and_vancouver_leaves_it_out():
    page = {"type": "webpage", "title": "Five tides?"}
    assert text("Vancouver", page) == "Five tides?"
    assert text("APA", page) == "Five tides? (n.d.)."


def test_an_empty_record_says_that_it_has_no_title():
    assert [text(style, {}) for style in STYLES] == ["[no title].", "[no title]. (n.d.)."]


def test_the_day_of_access_is_spelt_out():
    page = {
        "type": "webpage",
        "title": "Tides",
        "URL": "https://x.org",
        "accessed": {"date-parts": [["2020", 5, 3]]},
    }
    assert "[cited 2020 May 3]" in text("Vancouver", page)
    assert "Retrieved May 3, 2020" in text("APA", page)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("hostile", [*HOSTILE, "\ue000x\ue001", "1.5 tides.", "Tides (2019). Again."])
def test_hostile_text_is_escaped(style, hostile):
    csl = {**TIDES, "title": hostile, "author": [{"literal": hostile}], "container-title": hostile}
    cited = formatted(csl)[style]
    assert set(re.findall(r"<[^>]*>", cited.html)) <= {"<i>", "</i>"}
    assert html.unescape(re.sub(r"</?i>", "", cited.html)) == cited.text
    assert line(hostile).rstrip(".") in cited.text
    assert cited.text.isprintable()


LOOKED_UP = [
    *((CitationStylesElement, name) for name in ("xpath_search", "get_macro", "get_formatter")),
    *((CitationStylesElement, "get_locale_option"), (Parent, "calls_variable"), (Text, "calls_variable")),
]
VALUES = (
    st.text(max_size=12) | st.integers(-3000, 3000) | st.none() | st.lists(st.integers(0, 99), max_size=3)
)
NAMES = st.dictionaries(
    st.sampled_from(["family", "given", "literal", "suffix", "isInstitution"]), VALUES, max_size=4
)
DATES = st.fixed_dictionaries(
    {"date-parts": st.lists(st.lists(st.integers(-50, 2030) | st.text(max_size=4), max_size=4), max_size=3)}
)
RECORDS = st.dictionaries(
    st.sampled_from(
        [
            "type",
            "title",
            "page",
            "volume",
            "issue",
            "edition",
            "publisher",
            "URL",
            "number",
            "custom",
            "language",
        ]
    ),
    VALUES,
) | st.fixed_dictionaries(
    {"author": st.lists(NAMES, max_size=3), "issued": DATES | VALUES, "accessed": DATES}
)


@settings(max_examples=60, deadline=None)
@given(RECORDS, st.booleans())
def test_any_record_gives_a_line_and_no_warning(csl, more):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        cited = formatted(csl, more)
    assert cited.keys() == STYLES.keys()
    for each in cited.values():
        assert each.text
        assert "\n" not in each.html


@settings(max_examples=15, deadline=None)
@example(TIDES, True)
@given(RECORDS, st.booleans())
def test_what_is_looked_up_once_is_what_citeproc_looks_up_each_time(csl, more):
    record = json.dumps(_record(csl, more), sort_keys=True)
    for style, quick in zip(STYLES, _set.function(record).split("\n"), strict=True):
        with pytest.MonkeyPatch.context() as patch:
            for kind, name in LOOKED_UP:
                patch.setattr(kind, name, vars(kind)[name].__wrapped__)
            slow = CitationStylesBibliography(_style(style), CiteProcJSON([json.loads(record)]), _FORMATTER)
            slow.register(Citation([CitationItem("it")]))
            assert quick == str(slow.bibliography()[0])

"""The addresses that identifiers stand for, and the passages that an address can point at."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.citing import doi_fault, doi_url, pmc_url, primary_url, pubmed_url, text_fragment, url_fault

ALL = {"PMCID": "PMC12", "DOI": "10.1000/bees", "PMID": "34", "URL": "https://example.org/bees"}


@pytest.mark.parametrize(
    ("doi", "url"),
    [
        ("10.1000/bees.2019-(7):8;9", "https://doi.org/10.1000/bees.2019-(7):8;9"),
        ("10.1000/a<b>3.0.CO;2-2", "https://doi.org/10.1000/a%3Cb%3E3.0.CO;2-2"),
        ('10.1000/50%#?"{}^[]`|\\+', "https://doi.org/10.1000/50%25%23%3F%22%7B%7D%5E%5B%5D%60%7C%5C%2B"),
        ("10.1000/ß", "https://doi.org/10.1000/%C3%9F"),
    ],
)
def test_a_doi_is_percent_encoded(doi: str, url: str) -> None:
    assert doi_url(doi) == url


@given(st.from_regex(r"10\.[0-9]{4}/\S{1,12}", fullmatch=True).filter(lambda doi: not doi_fault(doi)))
def test_the_address_of_any_sound_doi_is_sound_and_leads_back_to_it(doi: str) -> None:
    assert url_fault(doi_url(doi)) is None
    assert unquote(doi_url(doi)) == f"https://doi.org/{doi}"


def test_pubmed_and_pubmed_central() -> None:
    assert pubmed_url("34") == "https://pubmed.ncbi.nlm.nih.gov/34/"
    assert pmc_url("PMC12") == "https://pmc.ncbi.nlm.nih.gov/articles/PMC12/"


@pytest.mark.parametrize(
    ("without", "url"),
    [
        ([], "https://pmc.ncbi.nlm.nih.gov/articles/PMC12/"),
        (["PMCID"], "https://doi.org/10.1000/bees"),
        (["PMCID", "DOI"], "https://pubmed.ncbi.nlm.nih.gov/34/"),
        (["PMCID", "DOI", "PMID"], "https://example.org/bees"),
        (["PMCID", "DOI", "PMID", "URL"], None),
    ],
)
def test_a_reader_is_sent_to_the_fullest_copy(without: list[str], url: str | None) -> None:
    assert primary_url({name: value for name, value in ALL.items() if name not in without}) == url


def test_an_unsound_identifier_is_passed_over() -> None:
    faulty = {"PMCID": "12", "DOI": 10.1, "PMID": "PMID 34", "URL": "javascript:alert(1)"}
    assert primary_url(faulty) is None
    assert primary_url({**faulty, "DOI": "10.1000/bees"}) == "https://doi.org/10.1000/bees"


@pytest.mark.parametrize(
    ("starts", "ends", "fragment"),
    [
        ("In the hive", "went home", "#:~:text=In%20the%20hive,went%20home"),
        ("well-fed, bees & wasps", "a_b.c~d", "#:~:text=well%2Dfed%2C%20bees%20%26%20wasps,a_b.c~d"),
        ("63.0% of", "p < 0.05 (n=7)", "#:~:text=63.0%25%20of,p%20%3C%200.05%20%28n%3D7%29"),
        ("größer", "蜂", "#:~:text=gr%C3%B6%C3%9Fer,%E8%9C%82"),
        ("  In \n the hive ", "", "#:~:text=In%20the%20hive"),
        ("", "went home", "#:~:text=went%20home"),
        ("the hive", "the  hive", "#:~:text=the%20hive"),
        ("", " ", ""),
    ],
)
def test_a_passage_as_a_text_fragment(starts: str, ends: str, fragment: str) -> None:
    assert text_fragment(starts, ends) == fragment


@given(st.text(min_size=1), st.text(min_size=1))
def test_only_the_comma_between_the_parts_has_a_meaning(starts: str, ends: str) -> None:
    parts = text_fragment(starts, ends).removeprefix("#:~:text=")
    assert parts.isascii()
    assert not set("-& ") & set(parts)
    told = list(dict.fromkeys(" ".join(part.split()) for part in (starts, ends) if part.strip()))
    assert [unquote(part) for part in parts.split(",") if part] == told

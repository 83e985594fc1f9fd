"""DOI, PMID and PMCID: what is sound, what is not, and which form is suggested."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.citing import canonical_doi, doi_fault, pmcid_fault, pmid_fault

ALONE = "a DOI stands alone and begins with 10."
HIDDEN = "a DOI holds no white space and no invisible characters"
FORM = "a DOI has the form 10.1234/suffix"


@pytest.mark.parametrize(
    "doi",
    [
        "10.1000/182",
        "10.123456789/bees",
        "10.1000.10/123",
        "10.1000/BEES.2019-(7)_a;b:c/d",
        "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
        "10.1000/größe",
        "10.1000/x.",
    ],
)
def test_sound_dois(doi: str) -> None:
    assert doi_fault(doi) is None


@pytest.mark.parametrize(
    ("doi", "message", "meant"),
    [
        ("", "the DOI is empty", None),
        (" \n", "the DOI is empty", None),
        ("https://doi.org/10.1000/bees", ALONE, "10.1000/bees"),
        ("http://dx.doi.org/10.1000/bees%3C7%3E?x=1#top", ALONE, "10.1000/bees<7>"),
        ("doi.org/10.1000/bees", ALONE, "10.1000/bees"),
        ("https://example.org/doi/full/10.1000/bees", ALONE, "10.1000/bees"),
        ("doi:10.1000/bees", ALONE, "10.1000/bees"),
        ("DOI: 10.1000/bees.", ALONE, "10.1000/bees"),
        ("doi:10.1000/100%25?", ALONE, "10.1000/100%25?"),
        ("doi.org/10.1000/bees%3C7", ALONE, "10.1000/bees<7"),
        ("www.doi.org/10.1000/bees%3C7", ALONE, "10.1000/bees<7"),
        ("https://doi.org/10.1000/bees%3C7", ALONE, "10.1000/bees<7"),
        ("dx.doi.org/10.1000/bees%3C7", ALONE, "10.1000/bees<7"),
        ("doi-org/10.1000/bees%3C7", ALONE, "10.1000/bees%3C7"),
        ("doi.org: 10.1000/bees%3C7", ALONE, "10.1000/bees%3C7"),
        ("dx-doi.org/10.1000/bees%3C7", ALONE, "10.1000/bees%3C7"),
        ("www-doi.org/10.1000/bees%3C7", ALONE, "10.1000/bees%3C7"),
        ("adoi.org/10.1000/bees%3C7", ALONE, "10.1000/bees%3C7"),
        (".doi.org/10.1000/bees%3C7", ALONE, "10.1000/bees%3C7"),
        ("http:/10.1000/bees%3C7", ALONE, "10.1000/bees%3C7"),
        ("http://example.org/10.1000/bees%3C7", ALONE, "10.1000/bees<7"),
        ("doi:10.1000/http://b%3C", ALONE, "10.1000/http://b%3C"),
        ("doi:10.1234/BEESSQ", ALONE, "10.1234/BEESSQ"),
        *((f"doi:10.1000/{bees}.", ALONE, f"10.1000/{bees}") for bees in ("(7)", "[7]", "<7>", "ssses")),
        ("10-1000/bees", FORM, None),
        ("1010.1000/bees", ALONE, "10.1000/bees"),
        ("(doi:10.1000/bees).", ALONE, "10.1000/bees"),
        ("<https://doi.org/10.1000/bees>", ALONE, "10.1000/bees"),
        ("[{10.1000/bees}]", ALONE, "10.1000/bees"),
        ("“10.1000/bees”", ALONE, "10.1000/bees"),
        ("doi: 10.1000/bees(7)<a>[b]{c},", ALONE, "10.1000/bees(7)<a>[b]{c}"),
        ("10.1000/be\u200bes;:\"'’", HIDDEN, "10.1000/bees"),
        ("DOI: https://doi.org/10.1000/bees%3C7?x=1", ALONE, "10.1000/bees<7"),
        ("doi dx.doi.org/10.1000/bees#top", ALONE, "10.1000/bees"),
        ("https://doi.org/10.1000/b%E4r", ALONE, None),
        ("doi:10.1000/bees. PMID: 1234", ALONE, None),
        ("10.1000/bees 10.1000/wasps", HIDDEN, None),
        ("10.1000/be es", HIDDEN, None),
        ("10.1000/bees\n10.1000/wasps", HIDDEN, None),
        ("10. 1000/\tbees", HIDDEN, "10.1000/bees"),
        ("10.1000/ bees", HIDDEN, "10.1000/bees"),
        ("10.1000/bees\n", HIDDEN, "10.1000/bees"),
        ("10.1000/be\u200bes", HIDDEN, "10.1000/bees"),
        ("10.1000/be\u00ades", HIDDEN, "10.1000/bees"),
        ("10.1000/be\x00es", HIDDEN, "10.1000/bees"),
        ("10.1000/", FORM, None),
        ("doi:10.1000/.", FORM, None),
        ("10.100/bees", FORM, None),
        ("10.1234567890/bees", FORM, None),
        ("10.1000bees", FORM, None),
        ("11.1000/bees", FORM, None),
        ("10.１０００/bees", FORM, None),
        ("bees", FORM, None),
    ],
)
def test_unsound_dois(doi: str, message: str, meant: str | None) -> None:
    assert doi_fault(doi) == (message, meant)


def test_what_stands_behind_a_doi_goes_however_much_it_is() -> None:
    fault = doi_fault(f"see 10.1000/x(y){').' * 500_000}")
    assert fault is not None
    assert fault[1] == "10.1000/x(y)"


def test_dois_compare_whatever_the_case_of_their_ascii_letters() -> None:
    assert canonical_doi("10.1000/BEES.Ä") == "10.1000/bees.Ä"


@pytest.mark.parametrize("pmid", ["1", "30153752", "12345678"])
def test_sound_pmids(pmid: str) -> None:
    assert pmid_fault(pmid) is None


ALONE_PMID = "a PMID is its digits alone, without zeros in front"
FORM_PMID = "a PMID is a number of 1 to 8 digits"


@pytest.mark.parametrize(
    ("pmid", "message", "meant"),
    [
        ("PMID: 1234", ALONE_PMID, "1234"),
        ("PMID: 5678", ALONE_PMID, "5678"),
        ("pmid1234", ALONE_PMID, "1234"),
        ("PubMed ID 1234", ALONE_PMID, "1234"),
        ("PubMedID1234", ALONE_PMID, "1234"),
        ("pubmed.ncbi.nlm.nih.gov/1234", ALONE_PMID, "1234"),
        ("http://pubmed.ncbi.nlm.nih.gov/1234", ALONE_PMID, "1234"),
        ("https://pubmed.ncbi.nlm.nih.gov/1234/", ALONE_PMID, "1234"),
        ("https://www.ncbi.nlm.nih.gov/pubmed/1234", ALONE_PMID, "1234"),
        ("https://pubmed.ncbi.nlm.nih.gov/1234/?from=5678", ALONE_PMID, "1234"),
        ("https://pubmed.ncbi.nlm.nih.gov/1234#abstract", ALONE_PMID, "1234"),
        ("http://www.ncbi.nlm.nih.gov/pubmed/?term=1234", FORM_PMID, None),
        ("PMID:\u00a01234;", ALONE_PMID, "1234"),
        ("PMID # 1234.", ALONE_PMID, "1234"),
        ("1234\u200b", ALONE_PMID, "1234"),
        ("1234?5", FORM_PMID, None),
        ("1234?https://", FORM_PMID, None),
        ("PMC12a", FORM_PMID, None),
        (" pmc1234.", "this is a PMCID; a PMID is digits alone", None),
        ("01234", ALONE_PMID, "1234"),
        ("1234\n", ALONE_PMID, "1234"),
        ("PMC1234", "this is a PMCID; a PMID is digits alone", None),
        ("123456789", FORM_PMID, None),
        ("١٢٣", FORM_PMID, None),
        ("0", FORM_PMID, None),
        ("12 34", FORM_PMID, None),
        ("", FORM_PMID, None),
    ],
)
def test_unsound_pmids(pmid: str, message: str, meant: str | None) -> None:
    assert pmid_fault(pmid) == (message, meant)


@pytest.mark.parametrize(
    "address", ["https://www.pubmed.ncbi.nlm.nih.gov/1234", "https://www.ncbi.nlm.nih.gov/pubmed/1234"]
)
def test_an_address_that_only_resembles_pubmeds_tells_no_number(address: str) -> None:
    assert pmid_fault(address) == (ALONE_PMID, "1234")
    for place in (number for number, sign in enumerate(address) if sign == "."):
        assert pmid_fault(f"{address[:place]}-{address[place + 1 :]}") == (FORM_PMID, None)


@pytest.mark.parametrize("pmcid", ["PMC1", "PMC56", "PMC12345678"])
def test_sound_pmcids(pmcid: str) -> None:
    assert pmcid_fault(pmcid) is None


@pytest.mark.parametrize(
    ("pmcid", "meant"),
    [
        ("1234567", "PMC1234567"),
        ("pmc1234567", "PMC1234567"),
        ("PMCID: PMC1234567", "PMC1234567"),
        ("PMCID: 1234567", "PMC1234567"),
        ("PMC1234567.12", "PMC1234567"),
        ("PMC1234567x1", None),
        ("pmc5234567", "PMC5234567"),
        ("9234567", "PMC9234567"),
        ("PMCID#5234567", "PMC5234567"),
        ("PMCID#PMC9234567", "PMC9234567"),
        ("PMC0012", "PMC12"),
        ("PMC: 1234567", "PMC1234567"),
        ("aPMC1234567", None),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/", "PMC1234567"),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC1234567/?report=7#top", "PMC1234567"),
        ("PMCID:\u00a0PMC1234567.", "PMC1234567"),
        ("https://example.org/page/7", None),
        ("PMC", None),
        ("", None),
        ("PMC12a", None),
    ],
)
def test_unsound_pmcids(pmcid: str, meant: str | None) -> None:
    assert pmcid_fault(pmcid) == ("a PMCID is PMC and digits, such as PMC1234567", meant)


@pytest.mark.parametrize("fault", [doi_fault, pmid_fault, pmcid_fault])
@given(text=st.text() | st.from_regex(r"(doi:|PMC|PMID ?|https://doi\.org/)?0?10\.?[0-9]{3,9}[/ .]\S*\s?"))
def test_a_suggestion_is_itself_sound(fault: object, text: str) -> None:
    assert callable(fault)
    found = fault(text)
    assert found is None or found[1] is None or fault(found[1]) is None

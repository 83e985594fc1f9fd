"""A source as a schema.org node: what its record holds, and whether it still stands."""

from __future__ import annotations

import pytest

from tests.jsonlds import data_of, edited
from tests.test_injection import BEES


@pytest.fixture(scope="module")
def data():
    return data_of(BEES)


def test_a_study_s_record(data):
    record = data["sources/abeja2012.md"]["mainEntity"]
    assert record == {
        "@type": "MedicalScholarlyArticle",
        "@id": "https://doi.org/10.1234/honey.2012",
        "name": "Effect of honey on nocturnal cough",
        "datePublished": "2012",
        "publicationType": ["Systematic Review"],
        "genre": "systematic review",
        "creativeWorkStatus": "Corrected",
        "author": [
            {"@type": "Person", "name": "A Abeja", "givenName": "A", "familyName": "Abeja"},
            {"@type": "Person", "name": "B Biene", "givenName": "B", "familyName": "Biene"},
        ],
        "creditText": "Abeja A, Biene B, and others",
        "isPartOf": {
            "@type": "PublicationVolume",
            "volumeNumber": "3",
            "isPartOf": {"@type": "Periodical", "name": "Journal of Bees"},
        },
        "pagination": "1-9",
        "identifier": [
            {"@type": "PropertyValue", "propertyID": "DOI", "value": "10.1234/honey.2012"},
            {"@type": "PropertyValue", "propertyID": "PMID", "value": "12345"},
        ],
        "sameAs": ["https://doi.org/10.1234/honey.2012", "https://pubmed.ncbi.nlm.nih.gov/12345/"],
        "correction": {
            "@type": "CorrectionComment",
            "url": "https://doi.org/10.1234/honey.note",
            "datePublished": "2013-01-01",
        },
    }


def test_a_design_that_mesh_has_no_type_for(tmp_path):
    design = ("design: randomized-trial", "design: open-label-trial")
    record = edited(tmp_path, "sources/miel2015.yaml", *design)["sources/miel2015.md"]["mainEntity"]
    assert (record["@type"], record["genre"]) == ("ScholarlyArticle", "open-label trial")
    assert "publicationType" not in record


def test_records_of_other_kinds(data):
    assert data["sources/frisch1923.md"]["mainEntity"]["@type"] == "Book"
    company = data["sources/med2016.md"]["mainEntity"]
    assert (company["@type"], company["genre"]) == ("WebPage", "maker's own page")
    lay = data["sources/web-bees.md"]["mainEntity"]
    assert (lay["@type"], lay["genre"]) == ("WebPage", "Web page for lay readers")
    assert "identifier" not in lay


def test_a_retraction_shows_wherever_the_study_is_cited(tmp_path):
    found = edited(tmp_path, "sources/abeja2012.yaml", "is: corrected", "is: retracted")
    record = found["sources/abeja2012.md"]["mainEntity"]
    cited = found["claims/honey-eases-cough.md"]["citation"][1]
    for each in (record, cited):
        assert each["creativeWorkStatus"] == "Retracted"
        assert each["publicationType"] == ["Systematic Review", "Retracted Publication"]
    assert record["subjectOf"]["url"] == "https://doi.org/10.1234/honey.note"
    assert "correction" not in record


def test_a_record_s_body_as_author_issue_and_day(tmp_path):
    csl = "title: Honey <i>or</i> gauze, author: [{literal: Bee Board}], container-title: J, "
    csl += "volume: '1', issue: '2', issued: {date-parts: [[2020, 3, 4]]}"
    found = edited(tmp_path, "sources/miel2015.yaml", "title: Honey or gauze", csl)
    record = found["sources/miel2015.md"]["mainEntity"]
    assert record["name"] == "Honey or gauze"
    assert record["author"] == [{"@type": "Organization", "name": "Bee Board"}]
    assert record["datePublished"] == "2020-03-04"
    assert record["isPartOf"] == {
        "@type": "PublicationIssue",
        "issueNumber": "2",
        "isPartOf": {
            "@type": "PublicationVolume",
            "volumeNumber": "1",
            "isPartOf": {"@type": "Periodical", "name": "J"},
        },
    }


def test_a_month_in_words_is_left_out_of_a_date(tmp_path):
    csl = ("title: Honey or gauze", "title: Honey or gauze, issued: {date-parts: [[2020, May, 4]]}")
    record = edited(tmp_path, "sources/miel2015.yaml", *csl)["sources/miel2015.md"]["mainEntity"]
    assert record["datePublished"] == "2020"

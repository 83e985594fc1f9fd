"""BibTeX and RIS read back by libraries of others, from tiny bases with hostile text and gaps in them."""

from __future__ import annotations

import json

import bibtexparser
import pytest
import rispy

from claimbook.checks.example import CLAIM, STUDY
from tests.exported import NASTY, TEA, exported, nasty
from tests.readers import untex

LONG = " ".join(["tea"] * 500)
SCRIPT = "<script>alert('tea')</script>"


def titled(title):
    return {STUDY: ("title: Green tea and sleep", f'title: "{title}"')}


def items(files):
    return {item["id"]: item for item in json.loads(files["sources.csl.json"])}


@pytest.mark.parametrize("changes", [None, nasty, titled(LONG), titled(SCRIPT)])
def test_ris_comes_back_from_a_library(tmp_path, changes):
    files = exported(tmp_path, changes(tmp_path) if callable(changes) else changes)
    read = {each["id"]: each for each in rispy.loads(files["sources.ris"].decode())}
    told = items(files)
    assert read.keys() == told.keys()
    for key, record in read.items():
        csl = told[key]
        assert record["title"] == csl["title"]
        assert record.get("doi") == csl.get("DOI")
        assert record.get("urls", [None])[0] == csl.get("URL")
        assert len(record.get("authors", [])) == len(csl.get("author", []))
    assert read["kim2019"]["type_of_reference"] == "JOUR"
    assert read["kim2019"]["accession_number"] == "31000001"
    assert read["kim2019"]["authors"][-1] == "others"


@pytest.mark.parametrize("changes", [None, nasty, titled(LONG), titled(SCRIPT)])
def test_bibtex_comes_back_from_a_library(tmp_path, changes):
    files = exported(tmp_path, changes(tmp_path) if callable(changes) else changes)
    read = bibtexparser.parse_string(files["sources.bib"].decode())
    told = items(files)
    assert not read.failed_blocks
    assert [entry.key for entry in read.entries] == list(told)
    for entry in read.entries:
        csl = told[entry.key]
        fields = {field.key: field.value for field in entry.fields}
        assert untex(fields["title"]) == csl["title"]
        assert fields.get("doi") == csl.get("DOI")
        assert ("author" in fields) == ("author" in csl)


def test_a_source_without_authors_or_year_has_no_empty_fields(tmp_path):
    files = exported(tmp_path)
    (record,) = rispy.loads(files["sources/kim2021.ris"].decode())
    assert record.keys() == {"type_of_reference", "id", "title", "doi"}
    (entry,) = bibtexparser.parse_string(files["sources/kim2021.bib"].decode()).entries
    assert [field.key for field in entry.fields] == ["title", "doi"]


@pytest.mark.parametrize("said", [LONG, SCRIPT, NASTY])
def test_a_claim_s_page_comes_back_whatever_it_says(tmp_path, said):
    quoted = said.replace("'", "''")
    claim = TEA[CLAIM].replace("Green tea may keep people awake for longer.", f"'{quoted}'", 1)
    files = exported(tmp_path, {CLAIM: claim})
    (record,) = rispy.loads(files["claims/tea-keeps-awake.ris"].decode())
    (entry,) = bibtexparser.parse_string(files["claims/tea-keeps-awake.bib"].decode()).entries
    assert record["title"] == untex(entry["title"]) == said
    assert (record["year"], record["date"], entry["year"]) == ("2026", "2026/11/01/", "2026")

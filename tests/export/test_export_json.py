"""The claims as JSON: held to the schema beside this file, and nothing of a claim left out."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest

from claimbook import fields
from claimbook.checks.example import CLAIM
from claimbook.export.as_json import claims_schema
from claimbook.pages.words import RELATIONS
from tests.exported import NASTY, URL, book_of, exported, nasty

SCHEMA = json.loads(claims_schema(None))
CITO = "http://purl.org/spar/cito/"
# Where a field of the file is found again in the data, when not under its own name.
RENAMED = {"allow": "excuses", "elision": "elision_checked", "context": "quote"}


def read(files, path="claims.json"):
    return json.loads(files[path])


def by_id(files):
    return {claim["id"]: claim for claim in read(files)["claims"]}


@pytest.mark.parametrize("url", ["", URL])
@pytest.mark.parametrize("changes", [None, nasty])
def test_every_json_file_is_as_the_schema_says(tmp_path, url, changes):
    files = exported(tmp_path, changes and changes(tmp_path), url)
    assert json.loads(files["claims.schema.json"]) == SCHEMA
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    found = [path for path in files if re.fullmatch(r"claims(/[^.]*)?\.json", path)]
    assert len(found) == 6
    for path in found:
        jsonschema.Draft7Validator(SCHEMA).validate(read(files, path))


def test_the_schema_refuses_a_statement_of_lay_pages_alone_without_its_prefix(tmp_path):
    data = read(exported(tmp_path))
    for claim in data["claims"]:
        claim["statement"] = claim["statement"].removeprefix("A web page says: ")
    assert not jsonschema.Draft7Validator(SCHEMA).is_valid(data)


def test_no_field_of_a_claim_is_left_out(tmp_path):
    claim = by_id(exported(tmp_path))["tea-keeps-awake"]
    assert {RENAMED.get(name, name) for name in fields.CLAIM} <= claim.keys()
    for item in claim["evidence"]:
        assert {RENAMED.get(name, name) for name in fields.EVIDENCE} <= item.keys()
    (change,) = claim["changes"]
    assert change == {
        "date": "2026-10-01",
        "what": "Less sure than before.",
        "why": "A second look at the same people.",
    }
    assert claim["reasons"][1] == {
        "domain": "indirectness",
        "fhir": "Indirectness",
        "note": "All of them were young.",
    }
    assert claim["safety"] == [{"id": "scald", "line": "Hot drinks can scald."}]
    assert claim["treatment"] == [{"id": "green-tea", "name": "green tea"}]
    assert claim["formerly"] == ["tea-keeps-us-awake"]


def test_the_grades_are_those_of_the_pages(tmp_path):
    claims = by_id(exported(tmp_path))
    assert claims["tea-keeps-awake"]["certainty"]["fhir"]["code"] == "low"
    assert claims["tea-keeps-awake"]["agreement"]["value"] == book_of(tmp_path).agreement(
        book_of(tmp_path).library.by_id["tea-keeps-awake"]
    )
    hearsay = claims["tea-all-night"]
    assert hearsay["statement"] == "A web page says: Tea keeps everybody awake until morning."
    assert hearsay["certainty"]["fhir"] is None
    assert hearsay["verdict"]["value"] == "hearsay"
    assert claims["mice-run-on-tea"]["rests_on"] == ["lopez2021"]


def test_relations_stand_both_ways(tmp_path):
    claims = by_id(exported(tmp_path))
    there = {each["id"]: each["relation"] for each in claims["tea-keeps-awake"]["related"]}
    assert there == {"mice-run-on-tea": "see-also", "label-names-a-dose": "explains"}
    (back,) = claims["label-names-a-dose"]["related"]
    assert (back["relation"], back["id"]) == ("is-explained-by", "tea-keeps-awake")
    assert {there.lower().replace(" ", "-") for there, _ in RELATIONS.values()} == set(fields.RELATIONS)


def test_cito_sets_lay_pages_apart_from_studies(tmp_path):
    claims = by_id(exported(tmp_path))
    relations = [
        (item["source"], [each.removeprefix(CITO) for each in item["cito"]])
        for item in [*claims["tea-keeps-awake"]["evidence"], *claims["label-names-a-dose"]["evidence"]]
    ]
    assert relations == [
        *[("web-tea", ["includesQuotationFrom", "critiques"])] * 3,
        ("ito2020", ["isSupportedBy", "citesAsEvidence", "includesQuotationFrom"]),
        ("kim2019", ["isSupportedBy", "citesAsEvidence"]),
        ("kim2021", ["isQualifiedBy", "citesAsEvidence"]),
        ("tea-label", ["isSupportedBy", "citesAsAuthority"]),
    ]


def test_a_quote_is_a_selector_and_a_passage_an_address(tmp_path):
    first, *_, kim, _ = by_id(exported(tmp_path))["tea-keeps-awake"]["evidence"]
    assert first["quote"] == {
        "type": "TextQuoteSelector",
        "exact": "Tea keeps everybody awake",
        "prefix": "All agree.",
        "suffix": "all night.",
    }
    assert first["quote_url"] == f"{URL}ledger/web-tea/#s2"
    assert first["reading"]["label"] == "Overstated"
    assert (
        kim["passage"]["url"]
        == "https://doi.org/10.1234/tea.2019#:~:text=Adults%20who%20drank,than%20with%20water"
    )


def test_addresses_are_seen_from_the_home_page_while_the_site_has_none(tmp_path):
    claim = read(exported(tmp_path, url=""), "claims/tea-keeps-awake.json")["claim"]
    assert (claim["url"], claim["json"]) == ("claims/tea-keeps-awake/", "claims/tea-keeps-awake.json")


def test_one_file_holds_one_claim_and_the_sources_that_it_cites(tmp_path):
    files = exported(tmp_path)
    one = read(files, "claims/tea-keeps-awake.json")
    assert one["claim"] == by_id(files)["tea-keeps-awake"]
    assert list(one["sources"]) == ["ito2020", "kim2019", "kim2021", "web-tea"]
    assert set(read(files)["sources"]) > set(one["sources"])


def test_a_claim_can_still_be_had_at_its_older_address(tmp_path):
    files = exported(tmp_path)
    assert files["claims/tea-keeps-us-awake.json"] == files["claims/tea-keeps-awake.json"]


def test_a_source_tells_its_design_and_what_became_of_it(tmp_path):
    sources = read(exported(tmp_path))["sources"]
    kim, web = sources["kim2019"], sources["web-tea"]
    assert kim["status"] == {"is": "corrected", "notice": "10.1234/tea.2019.1", "date": "2020-01-01"}
    assert kim["study"]["design"]["terms"] == ["ECO:0000180", "SEVCO:01003", "mesh:D016449"]
    assert kim["csl"]["author"][-1] == {"literal": "others"}
    assert (web["study"], web["lay"]["publisher"], kim["lay"]) == (None, "unknown", None)


def test_hostile_text_comes_back_as_it_was(tmp_path):
    claims = by_id(exported(tmp_path, nasty(tmp_path)))
    assert claims["tea-keeps-awake"]["statement"] == NASTY
    assert read(exported(tmp_path, nasty(tmp_path)))["sources"]["kim2019"]["csl"]["title"] == NASTY


def test_two_runs_give_the_same_bytes(tmp_path):
    assert exported(tmp_path) == exported(tmp_path)
    assert CLAIM.rpartition("/")[2].removesuffix(".yaml") in by_id(exported(tmp_path))

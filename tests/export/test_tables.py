"""The tables as a Data Package: valid before the library, and every row named elsewhere is there."""

from __future__ import annotations

import csv
import io
import json

import pytest
from frictionless import Package

from claimbook.export.as_csv import HEAD
from claimbook.export.tables import EVIDENCE_HEAD, SOURCES_HEAD
from tests.exported import NASTY, URL, exported, nasty

TABLES = {"claims": HEAD, "evidence": EVIDENCE_HEAD, "sources": SOURCES_HEAD}


def rows(files, name):
    return list(csv.DictReader(io.StringIO(files[f"{name}.csv"].decode("utf-8-sig"), newline="")))


def laid(folder, files):
    for name in TABLES:
        (folder / f"{name}.csv").write_bytes(files[f"{name}.csv"])
    (folder / "datapackage.json").write_bytes(files["datapackage.json"])
    return Package(str(folder / "datapackage.json"))


@pytest.mark.parametrize("url", ["", URL])
@pytest.mark.parametrize("changes", [None, nasty])
def test_the_package_is_valid(tmp_path, changes, url):
    package = laid(tmp_path, exported(tmp_path, changes and changes(tmp_path), url))
    report = package.validate()
    assert report.valid, report.to_summary()
    assert [task.stats["rows"] for task in report.tasks] == [4, 9, 7]


def test_a_row_that_names_no_other_would_be_seen(tmp_path):
    files = exported(tmp_path)
    files["evidence.csv"] = files["evidence.csv"].replace(b'"kim2019"', b'"gone"')
    assert [error.type for error in laid(tmp_path, files).validate().tasks[1].errors] == ["foreign-key"]


def test_every_column_is_described(tmp_path):
    files = exported(tmp_path)
    package = json.loads(files["datapackage.json"])
    assert [each["name"] for each in package["resources"]] == list(TABLES)
    for each in package["resources"]:
        told = each["schema"]["fields"]
        assert tuple(field["name"] for field in told) == TABLES[each["name"]]
        assert all(field["description"] for field in told)
        assert tuple(rows(files, each["name"])[0]) == TABLES[each["name"]]


def test_a_row_is_one_use_of_a_source(tmp_path):
    found = {(row["claim"], row["number"]): row for row in rows(exported(tmp_path), "evidence")}
    lay, study = found["tea-keeps-awake", "1"], found["tea-keeps-awake", "4"]
    assert (lay["kind"], lay["quote"], lay["reading"]) == ("lay", "Tea keeps everybody awake", "overstated")
    assert lay["url"] == f"{URL}ledger/web-tea/#s2"
    assert (study["kind"], study["finding"]) == ("study", "Pooled over 9 trials, tea delayed sleep.")
    assert (study["section"], study["starts"], study["graded"]) == ("Results", "Tea delayed sleep", "low")
    assert study["url"] == f"{URL}sources/ito2020/"


def test_a_row_is_a_source(tmp_path):
    found = {row["key"]: row for row in rows(exported(tmp_path), "sources")}
    kim, page, mice = found["kim2019"], found["web-tea"], found["lopez2021"]
    assert (kim["doi"], kim["pmid"], kim["participants"]) == ("10.1234/tea.2019", "31000001", "48")
    assert (kim["status"], kim["notice"], kim["read"]) == ("corrected", "10.1234/tea.2019.1", "abstract")
    assert (page["kind"], page["paraphrased"], page["publisher"]) == ("lay-page", "true", "unknown")
    assert (page["design"], mice["participants"], mice["paraphrased"]) == ("", "", "")


def test_hostile_text_stays_in_its_cell(tmp_path):
    files = exported(tmp_path, nasty(tmp_path))
    assert "'" + NASTY in {row["finding"] for row in rows(files, "evidence")}
    assert "'" + NASTY in {row["title"] for row in rows(files, "sources")}


def test_a_home_page_is_told_only_where_it_has_a_sound_address(tmp_path):
    homes = {
        url: json.loads(exported(tmp_path, url=url)["datapackage.json"]).get("homepage")
        for url in (URL, "", "x y")
    }
    assert homes == {URL: URL, "": None, "x y": None}

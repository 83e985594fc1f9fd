"""The table, the bibliographies, the feed and the list for programs."""

from __future__ import annotations

import csv
import io
import json
import re
from xml.etree import ElementTree

import jsonschema
import pytest

from claimbook.checks.example import CLAIM, MICE
from claimbook.citing.schema import SCHEMA_FILE
from claimbook.export import FORMATS
from claimbook.export.as_csv import HEAD, cell
from tests.exported import NASTY, URL, exported, nasty
from tests.readers import names, read_bibtex, read_ris, untex

ATOM = "{http://www.w3.org/2005/Atom}"
CSL = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
HEARD = "A web page says: Tea keeps everybody awake until morning."


def rows(files):
    text = files["claims.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def feed(files):
    return ElementTree.fromstring(files["changes.xml"])


def test_every_download_is_made(tmp_path):
    files = exported(tmp_path)
    whole = {*(each.path for each in FORMATS), "llms.txt", "use-the-data.md"}
    single = files.keys() - whole
    assert whole <= files.keys()
    assert all(
        re.fullmatch(r"(claims|sources)/[a-z0-9-]+\.(json|bib|ris|csl\.json)", each) for each in single
    )


def test_a_row_tells_a_claim(tmp_path):
    found = {row["id"]: row for row in rows(exported(tmp_path))}
    tea = found["tea-keeps-awake"]
    assert tuple(tea) == HEAD
    assert (tea["certainty"], tea["studies_for"], tea["studies_qualifying"]) == ("low", "2", "0")
    assert tea["readings"] == "overstated; accurate; unsupported"
    assert tea["sources"] == "web-tea; ito2020; kim2019; kim2021"
    assert tea["url"] == f"{URL}claims/tea-keeps-awake/"
    assert found["tea-all-night"]["statement"] == HEARD


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1+1", "'=1+1"),
        (" \t=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1", "'＝1"),
        ("a=b", "a=b"),
        ("two\r\nlines", "two lines"),
        ("", ""),
    ],
)
def test_no_cell_begins_as_a_formula(text, safe):
    assert cell(text) == safe


def test_hostile_text_stays_in_its_cell(tmp_path):
    (row,) = [row for row in rows(exported(tmp_path, nasty(tmp_path))) if row["id"] == "tea-keeps-awake"]
    assert row["statement"] == "'" + NASTY


def test_the_bibliographies_hold_every_source_once_by_key(tmp_path):
    files = exported(tmp_path, nasty(tmp_path))
    keys = ["ito2020", "kim2019", "kim2021", "lopez2021", "spare2018", "tea-label", "web-tea"]
    entries = {key: fields for _, key, fields in read_bibtex(files["sources.bib"].decode())}
    records = {dict(record)["ID"]: record for record in read_ris(files["sources.ris"].decode())}
    items = json.loads(files["sources.csl.json"])
    assert list(entries) == list(records) == [item["id"] for item in items] == keys
    assert untex(entries["kim2019"]["title"]) == dict(records["kim2019"])["TI"] == NASTY
    assert names(entries["kim2019"]["author"]) == [[NASTY, "A"], ["others"]]
    assert items[1]["title"] == NASTY
    jsonschema.Draft7Validator(CSL).validate(items)
    assert "author" not in entries["kim2021"]
    assert "year" not in entries["kim2021"]


CHANGES = """\
changes:
  - {date: 2026-10-01, what: First., why: One.}
  - {date: 2026-11-02, what: "=Second & <b>last</b>.", why: Two.}
  - {date: 2026-10-01, what: Third., why: Three.}
reviewed: 2026-11-01
"""


def test_the_feed_tells_each_change_the_newest_first(tmp_path):
    found = feed(exported(tmp_path, {MICE: ("reviewed: 2026-11-01\n", CHANGES)}))
    entries = found.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}id") for entry in entries] == [
        "tag:tea.example,2026:claims/mice-run-on-tea/2026-11-02",
        "tag:tea.example,2026:claims/mice-run-on-tea/2026-10-01",
        "tag:tea.example,2026:claims/mice-run-on-tea/2026-10-01/2",
        "tag:tea.example,2026:claims/tea-keeps-awake/2026-10-01",
    ]
    assert entries[0].findtext(f"{ATOM}title") == "In mice, tea may lead to more running."
    assert entries[0].findtext(f"{ATOM}content") == "=Second & <b>last</b>. Two."
    assert entries[0].find(f"{ATOM}content").get("type") == "text"
    assert entries[0].find(f"{ATOM}link").get("href") == f"{URL}claims/mice-run-on-tea/"
    assert found.findtext(f"{ATOM}updated") == entries[0].findtext(f"{ATOM}updated") == "2026-11-02T00:00:00Z"
    assert found.findtext(f"{ATOM}title") == "Tea & truth: changed conclusions"


def demands(found):
    """What RFC 4287, sections 4.1.1 and 4.1.2, asks of a feed and of its entries."""
    for element in (found, *found.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            (one,) = element.findall(ATOM + name)
            assert one.text
        assert re.fullmatch(r"tag:[a-z.]+,[0-9]{4}:[a-z0-9/-]+", element.findtext(f"{ATOM}id"))
        assert re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T00:00:00Z", element.findtext(f"{ATOM}updated"))
        assert len(element.findall(f"{ATOM}link[@rel='alternate']")) == 1
        assert all(link.get("href") for link in element.findall(f"{ATOM}link"))
    assert found.tag == f"{ATOM}feed"
    assert found.findtext(f"{ATOM}author/{ATOM}name")
    ids = [element.text for element in found.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("url", ["", URL])
@pytest.mark.parametrize("changes", [None, nasty])
def test_the_feed_is_an_atom_feed(tmp_path, url, changes):
    demands(feed(exported(tmp_path, changes and changes(tmp_path), url)))


def test_an_empty_feed_is_dated_by_the_latest_review(tmp_path):
    gone = """changes:
  - {date: 2026-10-01, what: Less sure than before., why: A second look at the same people.}
"""
    found = feed(exported(tmp_path, {CLAIM: (gone, "")}))
    demands(found)
    assert not found.findall(f"{ATOM}entry")
    assert found.findtext(f"{ATOM}updated") == "2026-11-01T00:00:00Z"


def test_the_list_for_programs_names_every_topic_and_claim(tmp_path):
    text = exported(tmp_path)["llms.txt"].decode()
    assert text.startswith("# Tea &amp; truth\n\n> ")
    assert (
        f"- [In mice, tea may lead to more running.]({URL}claims/mice-run-on-tea.md): Low certainty. One study only."
        in text
    )
    assert f"[{HEARD}]" in text
    assert text.count("Tea keeps everybody awake until morning") == 1
    assert f"[Coffee]({URL}topics/coffee.md)" in text
    assert f"[changes.xml]({URL}changes.xml)" in text
    assert "](claims/tea-keeps-awake.md)" in exported(tmp_path, url="")["llms.txt"].decode()
    assert "<script" not in exported(tmp_path, nasty(tmp_path))["llms.txt"].decode()

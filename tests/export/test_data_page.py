"""The page "Use the data": each file is named there, and its examples run on the files."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import subprocess
import sys

import pytest

from claimbook.checks.example import CLAIM
from claimbook.export import FORMATS
from claimbook.export.linked import NOWHERE
from claimbook.export.questions import (
    ANNOTATED,
    JOINED,
    LABELLED,
    LINKED,
    NAMED_GRAPHS,
    PYTHON,
    QUESTIONS,
    SQL,
    STORED_JSON_LD,
    STORED_TRIG,
)
from tests.exported import URL, exported

AGAINST = {CLAIM: ("source: ito2020\n    stance: supports", "source: ito2020\n    stance: disputes")}


def test_every_file_is_named_with_its_media_type(tmp_path):
    page = exported(tmp_path)["use-the-data.md"].decode()
    for each in FORMATS:
        assert f"| [{each.path}]({each.path}) {{ data-label=" in page
        assert f"<code>{each.kind}</code>" in page
    assert "[llms.txt](llms.txt)" in page


def shown(code):
    return "\n".join(f"    {line}".rstrip() for line in code.rstrip().split("\n"))


def test_the_examples_stand_on_the_page_and_name_files_that_are_there(tmp_path):
    files = exported(tmp_path)
    page = files["use-the-data.md"].decode()
    for each in QUESTIONS:
        assert f"## {each.asked}" in page
        assert shown(each.code) in page
        assert shown(each.how.partition("\n")[2]) in page
        named = re.findall(r"`([^` ]+\.[a-z]+)`", each.about)
        assert named
        assert set(named) <= {*files, "question.sql", "question.rq"}
    assert re.findall(r"\w<code>|</code>\w", page) == []


def test_every_format_but_those_of_other_tools_has_a_question():
    named = {name for each in QUESTIONS for name in re.findall(r"[a-z.-]+\.[a-z]+", each.about + each.how)}
    others = {"changes.xml", "sources.bib", "sources.ris", "sources.csl.json"}
    assert {each.path for each in FORMATS} - others <= named


def test_the_page_says_what_addresses_start_from(tmp_path):
    assert "begin with that of this site" in exported(tmp_path)["use-the-data.md"].decode()
    assert f"<code>{NOWHERE}</code>" in exported(tmp_path, url="")["use-the-data.md"].decode()


def answer(folder, files, code, question=""):
    """What a program prints that stands beside the files."""
    for path, data in files.items():
        if "/" not in path:
            (folder / path).write_bytes(data)
    (folder / "question.rq").write_text(question)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout.splitlines()


def test_the_examples_in_python_find_what_they_ask_for(tmp_path):
    files = exported(tmp_path, AGAINST)
    overstated = f"Low certainty | Tea keeps everybody awake | {URL}claims/tea-keeps-awake/"
    assert answer(tmp_path, files, PYTHON) == [overstated]
    assert (
        "Accurate | Tea is of course […] good for every sleeper | It says for whom it is not good."
        in answer(tmp_path, files, ANNOTATED)
    )
    disputed = "Green tea may keep people awake for longer. | low | CONTRADICT | Pooled over 9 trials, tea delayed sleep."
    assert disputed in answer(tmp_path, files, LABELLED)


@pytest.mark.parametrize(
    ("code", "question", "first"),
    [
        (
            STORED_JSON_LD,
            LINKED,
            "Low certainty | Green tea may keep people awake for longer. | A pooled look at tea | ",
        ),
        (STORED_TRIG, NAMED_GRAPHS, "https://doi.org/10.1234/mice.2021 | 1 | 2026-11-01T00:00:00Z"),
    ],
)
def test_the_examples_in_sparql_find_what_they_ask_for(tmp_path, code, question, first):
    found = answer(tmp_path, exported(tmp_path, AGAINST), code, question)
    assert found[0].startswith(first)


def asked(files, question):
    """What SQLite answers, with each table as it is."""
    with sqlite3.connect(":memory:") as base:
        for name in ("claims", "evidence", "sources"):
            head, *rows = csv.reader(io.StringIO(files[f"{name}.csv"].decode("utf-8-sig"), newline=""))
            columns = ", ".join(f'"{each}" TEXT' for each in head)
            base.execute(f"CREATE TABLE {name} ({columns})")
            base.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(head))})", rows)
        return base.execute(question).fetchall()


def test_the_examples_in_sql_find_what_they_ask_for(tmp_path):
    files = exported(tmp_path, AGAINST)
    assert asked(files, SQL) == [
        ("Low certainty", 2, 1),
        ("High certainty", 1, 0),
        ("No study: only web pages say it", 1, 0),
    ]
    assert asked(files, JOINED) == [
        ("High certainty", "drug-label", 1),
        ("Low certainty", "animal-experiment", 1),
        ("Low certainty", "randomized-trial", 1),
    ]


def test_the_page_is_a_data_set(tmp_path):
    block = exported(tmp_path)["use-the-data.md"].decode().partition('<script type="application/ld+json">')[2]
    data = json.loads(block.partition("</script>")[0])
    assert (data["@type"], data["url"]) == ("Dataset", f"{URL}use-the-data/")
    told = {each["contentUrl"]: each["encodingFormat"] for each in data["distribution"]}
    assert told == {f"{URL}{each.path}": each.kind for each in FORMATS}

"""The page "Use the data": each file is named there, and its examples run on the files."""

from __future__ import annotations

import csv
import io
import sqlite3
import subprocess
import sys

from claimbook.checks.example import CLAIM
from claimbook.export import FORMATS
from claimbook.export.data_page import PYTHON, SQL
from tests.exported import URL, exported


def test_every_file_is_named_with_its_media_type(tmp_path):
    page = exported(tmp_path)["use-the-data.md"].decode()
    for each in FORMATS:
        assert f"| [{each.path}]({each.path}) {{" in page
        assert f"<code>{each.kind}</code>" in page
    assert "[llms.txt](llms.txt)" in page


def shown(code):
    return "\n".join(f"    {line}".rstrip() for line in code.rstrip().split("\n"))


def test_the_examples_stand_on_the_page(tmp_path):
    page = exported(tmp_path)["use-the-data.md"].decode()
    assert shown(PYTHON) in page
    assert shown(SQL) in page


def test_the_example_in_python_finds_what_is_overstated(tmp_path):
    (tmp_path / "claims.json").write_bytes(exported(tmp_path)["claims.json"])
    done = subprocess.run(
        [sys.executable, "-c", PYTHON], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout == f"Low certainty | Tea keeps everybody awake | {URL}claims/tea-keeps-awake/\n"


def test_the_example_in_sql_counts_the_claims(tmp_path):
    against = {CLAIM: ("source: ito2020\n    stance: supports", "source: ito2020\n    stance: disputes")}
    table = exported(tmp_path, against)["claims.csv"].decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(table, newline=""))
    with sqlite3.connect(":memory:") as base:
        base.execute(f"CREATE TABLE claims ({', '.join(f'{name} TEXT' for name in head)})")
        base.executemany(f"INSERT INTO claims VALUES ({', '.join('?' * len(head))})", rows)
        found = base.execute(SQL).fetchall()
    assert found == [
        ("Low certainty", 2, 1),
        ("High certainty", 1, 0),
        ("No study: only web pages say it", 1, 0),
    ]

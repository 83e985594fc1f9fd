"""The page "Use the data": the files that are offered, and how to begin with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.citing.records import FORMATS as RECORDS
from claimbook.pages import address, files
from claimbook.pages.text import bullets, code, front_matter, md, page, table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimbook.export.format import Format

# Both are run by a test, on the files of a tiny base.
PYTHON = """\
import json

with open("claims.json", encoding="utf-8") as file:
    base = json.load(file)

for claim in base["claims"]:
    for item in claim["evidence"]:
        if item["reading"] and item["reading"]["value"] == "overstated":
            print(claim["certainty"]["label"], "|", item["quote"]["exact"], "|", claim["url"])
"""
SQL = """\
SELECT certainty_label, count(*) AS claims, sum(studies_against > 0) AS disputed
FROM claims
GROUP BY certainty_label
ORDER BY claims DESC, certainty_label;
"""
SQLITE = 'sqlite3 :memory: ".import --csv claims.csv claims" ".read question.sql"'

_RIGHTLY = (
    "Never tell a statement without its certainty; the two belong together.",
    "A statement that begins with “A web page says:” has no study behind it here. "
    "A web page adds nothing to certainty.",
    "Findings are in our words, with the first and last words of the passage; quotes are word for word.",
    "Quoted words belong to their authors.",
)


def data_page(formats: Iterable[Format]) -> bytes:
    """A table of the files, how single ones are named, and two first questions to ask."""
    here = address.DATA
    rows = [
        [address.link(here, each.path, each.path), md(each.holds), f"<code>{md(each.kind)}</code>"]
        for each in formats
    ]
    return page(
        front_matter("Use the data", "Every claim and source as a file, and how to begin with them."),
        "# Use the data",
        "All that stands on these pages can be had as files. They are made with the pages, from the same base.",
        table(["File", "Holds", "Media type"], rows),
        f"## Single claims and sources\n\n{bullets(_single(here))}",
        f"## Read it rightly\n\n{bullets([md(each) for each in _RIGHTLY])}",
        f"## What do web pages overstate?\n\nIn Python, beside the file:\n\n{code(PYTHON)}",
        "## How sure are the claims, and how many are disputed?",
        f"In SQL. Save this as <code>question.sql</code> beside the table:\n\n{code(SQL)}",
        f"Then ask, here with SQLite:\n\n{code(SQLITE)}",
    )


def _single(here: str) -> list[str]:
    endings = ", ".join(f"<code>.{ending}</code>" for ending in RECORDS)
    llms = address.link(here, files.LLMS, files.LLMS)
    feed = address.link(here, files.FEED, files.FEED)
    return [
        "The page of a claim at <code>claims/name/</code> has its data at <code>claims/name.json</code>. "
        "A claim that got a new name can still be had under its old one.",
        f"For reference managers, each claim and each source has files that end in {endings}, "
        "such as <code>sources/name.ris</code>.",
        f"Each page has a Markdown twin, at <code>claims/name.md</code>; {llms} lists those of topics and claims.",
        f"{feed} can be followed in a feed reader: it tells when a conclusion changed, and why.",
    ]

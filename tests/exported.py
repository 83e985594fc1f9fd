"""The rich base about tea with a statement that only web pages make, and what is exported of it."""

from __future__ import annotations

from datetime import date

from claimbook import export
from claimbook.checks import Facts
from claimbook.checks.example import CLAIM, HEARSAY, HEARSAY_TEXT, LAY_TEXT, STUDY
from claimbook.load import load
from claimbook.pages.book import Book
from claimbook.pages.published import Site
from tests.bases import changed, written
from tests.rich import RICH

TODAY = date(2026, 11, 21)
URL = "https://tea.example/base/"
TEA = {**RICH, HEARSAY: HEARSAY_TEXT}


SITE = Site(name="Tea & truth", url=URL)


def book_of(tmp_path, changes=None, site=SITE):
    """A book of the base with files changed: by path a new content, a pair (old, new), or None for none."""
    files = dict(TEA)
    for path, change in (changes or {}).items():
        if change is None:
            del files[path]
        else:
            files[path] = changed(files[path], *change) if isinstance(change, tuple) else change
    library, _ = load(written(tmp_path, files))
    return Book(Facts(library, TODAY), site)


def exported(tmp_path, changes=None, url=URL):
    return export.files(book_of(tmp_path, changes, SITE._replace(url=url)))


NASTY = '=cmd("x")|<script>alert(1)</script> {a} \\\\b "q" & [x](y) *z*'


def nasty(tmp_path):
    """The same base with hostile text in a statement, a title, a name and a finding."""
    quoted = "'" + NASTY + "'"
    claim = TEA[CLAIM].replace(
        "statement: Green tea may keep people awake for longer.", f"statement: {quoted}"
    )
    claim = claim.replace("finding: Pooled over 9 trials, tea delayed sleep.", f"finding: {quoted}")
    claim = claim.replace("what: Less sure than before.", f"what: {quoted}")
    study = TEA[STUDY].replace("title: Green tea and sleep", f"title: {quoted}")
    study = study.replace("{family: Kim, given: A}", f"{{family: {quoted}, given: A}}")
    assert claim.count(quoted) == 3
    assert study.count(quoted) == 2
    return {CLAIM: claim, STUDY: study, LAY_TEXT: TEA[LAY_TEXT]}

"""Helpers to read the JSON-LD of a base's pages, with the base on bees."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date

from claimbook.checks import Facts
from claimbook.load import load
from claimbook.pages.book import Book
from claimbook.pages.published import Site
from claimbook.pages.structured import every
from tests.bases import changed
from tests.test_injection import BEES

SITE = Site(
    "Bees",
    "https://example.org/bees",
    "What pages say of bees, and what studies found.",
    "https://example.org/licence",
    "Quoted words belong to their authors.",
)


def book_of(folder):
    library, _ = load(folder)
    return Book(Facts(library, date(2026, 11, 21)))


def data_of(folder, site=SITE):
    """The data of every page of a base, by the page's path."""
    return {path: parsed(block) for path, block in every(book_of(folder), site).items()}


def parsed(block):
    """The data of a block, which is one script element and nothing else."""
    found = re.fullmatch(r'<script type="application/ld\+json">\n([^<>&\u2028\u2029]+)\n</script>', block)
    assert found, block
    data = json.loads(found[1])
    assert data.pop("@context") == "https://schema.org"
    return data


def nodes(value):
    """Every mapping in it, however deep."""
    if isinstance(value, dict):
        yield value
    for each in inside(value):
        yield from nodes(each)


def strings(value):
    """Every text in it, however deep."""
    if isinstance(value, str):
        yield value
    for each in inside(value):
        yield from strings(each)


def inside(value):
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()


def edited(tmp_path, path, old, new):
    """The data of the base with one file changed."""
    root = tmp_path / "bees"
    shutil.copytree(BEES, root)
    file = root / path
    file.write_text(changed(file.read_text(), old, new))
    return data_of(root)

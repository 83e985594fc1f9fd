"""JSON-LD as part of a page: one script that no text can close; and where pages are published."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import markdown
import pytest

from claimbook.pages.address import relative
from claimbook.pages.jsonld import script
from claimbook.pages.published import Site, place, way
from claimbook.pages.structured import every
from claimbook.pages.text import clean
from tests.jsonlds import SITE, book_of, parsed, strings
from tests.test_injection import EXTENSIONS, PAYLOADS, poisoned

HOSTILE = [
    *PAYLOADS,
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "a\u2028b\u2029c",
    "שלום \u202eabc",
    "]]>",
]


class Scripts(HTMLParser):
    """The tags of a page, and the text of its last element."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.last = [], ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.last = data.strip() or self.last


@pytest.fixture(scope="module")
def renderer():
    return markdown.Markdown(
        extensions=[next(iter(each)) if isinstance(each, dict) else each for each in EXTENSIONS]
    )


@pytest.mark.parametrize("payload", HOSTILE)
def test_hostile_text_stays_data(payload, tmp_path, renderer):
    book = book_of(poisoned(tmp_path, payload))
    carried = 0
    for block in every(book, SITE).values():
        data = parsed(block)
        assert all(clean(each) == each for each in strings(data))
        carried += sum(clean(payload) in each for each in strings(data))
        seen = Scripts(renderer.reset().convert(f"# Title\n\n{block}\n"))
        assert seen.tags == ["h1", "script"]
        assert json.loads(seen.last) == {"@context": "https://schema.org", **data}
    refused = not payload.isprintable() and "\u2028" not in payload
    assert refused or carried > 20


def test_text_that_reads_like_markup_is_still_the_same_text():
    text = 'a </script> "b" \\ <!-- & \u05e9'
    assert parsed(script({"name": text})) == {"name": text}
    assert parsed(script({"name": "a\u2028b\u202ec"})) == {"name": "a b\ufffdc"}


def test_what_is_empty_is_left_out_however_deep():
    node = {"a": "", "b": [], "c": {"@type": "Thing", "name": None}, "d": [{"@type": "Thing", "e": ""}, "f"]}
    assert parsed(script(node)) == {"d": ["f"]}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.md", ""),
        ("claims/index.md", "claims/"),
        ("claims/a-b.md", "claims/a-b/"),
        ("help.md", "help/"),
        ("ledger/x.md#s3", "ledger/x/#s3"),
        ("claims.json", "claims.json"),
    ],
)
def test_where_a_page_is_published(path, expected):
    assert place(path) == expected
    assert Site(url="https://example.org/x/").address(path) == f"https://example.org/x/{expected}"
    assert Site().address(path) == ""


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("claims/a.md", "ledger/x.md#s3", "../../ledger/x/#s3"),
        ("often-overstated.md", "ledger/x.md#s3", "../ledger/x/#s3"),
        ("index.md", "ledger/x.md", "ledger/x/"),
        ("claims/a.md", "index.md", "../../"),
    ],
)
def test_the_way_between_published_pages(here, there, expected):
    assert way(here, there) == expected


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("claims/a.md", "claims/b.md#top", "b.md#top"),
        ("claims/a.md", "claims-old/b.md", "../claims-old/b.md"),
        ("claims/a.md", "index.md", "../index.md"),
        ("index.md", "claims/a.md", "claims/a.md"),
        ("a/b/c.md", "a/d/e.svg", "../d/e.svg"),
        ("a/b/c.md", "d/b/c.md", "../../d/b/c.md"),
        ("a/b.md", "a/b/c.md", "b/c.md"),
    ],
)
def test_the_way_from_page_to_page(here, there, expected):
    assert relative(here, there) == expected

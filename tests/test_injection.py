"""Text from the files shows as text: no field can bring markup, scripts or addresses of its own."""

from __future__ import annotations

import html
import json
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import markdown
import pytest
import yaml

from claimbook import fields, pages
from claimbook.checks import Facts
from claimbook.load import load
from claimbook.pages.book import Book
from claimbook.pages.filters import DATA
from claimbook.pages.text import clean

if TYPE_CHECKING:
    from claimbook.fields import Shape

BEES = Path(__file__).parent / "golden" / "bees" / "base"
EXTENSIONS = yaml.load((Path(__file__).parents[1] / "mkdocs.yml").read_text(), yaml.BaseLoader)[
    "markdown_extensions"
]
TAGS = {
    "a",
    "blockquote",
    "br",
    "cite",
    "button",
    "code",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "form",
    "h1",
    "h2",
    "h3",
    "i",
    "input",
    "label",
    "li",
    "mark",
    "meter",
    "nav",
    "ol",
    "p",
    "path",
    "pre",
    "small",
    "span",
    "strong",
    "summary",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
    "hr",
}
SVG_NAMES = """
svg title desc g path text tspan rect line role font-family font-size font-weight viewBox id x y x2 y2 dy d
transform width height text-anchor fill stroke stroke-width stroke-dasharray aria-labelledby aria-describedby
"""
SVG = set(SVG_NAMES.split())
STRUCTURED = ("script", [("type", "application/ld+json")])  # tests/test_jsonld.py holds what is in it
ATTRIBUTES = {"class", "id", "href", "cite", "title", "start", "open"}
ATTRIBUTES |= {"data-label", "data-sort", "viewbox", "d", "data-pagefind-ignore"}
ATTRIBUTES |= {"for", "type", "name", "autocomplete", "role", "data-cb-search", "hidden"}  # the search form
ATTRIBUTES |= {"min", "max", "value", "aria-label", "aria-hidden"}
ADDRESS = r"https://(doi\.org|example\.org)/|[./\w-]+(\.md|\.(json|csv|bib|ris|svg)$|/(#s\d+)?$)|#"
# Not free text: what names something else, is an address or must stand in a text. There a payload is an error
# (tests/test_injection_reach.py).
NAMES = {"before", "after"} | {
    "source",
    "claim",
    "rule",
    "part_of",
    "formerly",
    "treatment",
    "safety",
    "id",
    "notice",
    "url",
}
CSL = json.loads((Path(fields.__file__).parent / "data" / "csl-data.json").read_text())["items"]["properties"]
CSL_NAMES = {"id", "type", "DOI", "PMID", "PMCID", "URL"}  # rules hold these to their form
CSL_KEPT = {"issued"}  # by its year a study stands in the pictures
PERSON = ("family", "given", "suffix", "non-dropping-particle", "dropping-particle", "literal")

PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "[x](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "[x][y] [y]: https://evil.example",
    "<https://evil.example>",
    "{: onclick=alert(1) #stolen .class }",
    "text {: #stolen }",
    "`code` **bold** __bold__ *em* _em_ ~~x~~",
    "</blockquote></div></p></mark></a>",
    '<div markdown="1"># heading</div>',
    "&lt;b&gt; &#60;script&#62;alert(1)&#60;/script&#62; &amp;amp;",
    "| a | b |",
    "<!-- comment --> --> <![CDATA[ x ]]>",
    "[TOC] [^1] *[HTML]: x",
    '!!! note "x"',
    "# heading",
    "1. one",
    "\\<b\\> \\[x\\]",
    "\x02stx:0\x03 wzxhzdk:0 \x02wzxhzdk:1\x03",
    "{{ config }} {% raw %} ${x}",
    "</title><script>alert(1)</script>",
    "a\u202eb\u0000c\u0007",
]


def injected(value: Any, shape: Shape, payload: str) -> Any:
    """The plain value of a mapping with the payload in every free text, those added that it lacks."""
    lacking = {name: _lacking(field) for name, field in shape.items() if name not in NAMES}
    whole = {**lacking, **value}
    return {
        name: _injected(item, shape[name], payload) if name in shape and _is_free(name, shape[name]) else item
        for name, item in whole.items()
        if item is not None
    }


def _is_free(name: str, field: fields.Field) -> bool:
    return field.kind == "mapping" or name not in NAMES


def _lacking(field: fields.Field) -> Any:
    """A value for a field that stands in no file, where one is needed so that a payload can stand in it."""
    if field.kind == "text":
        return ["x"] if field.many else "x"
    if field.kind != "mapping" or {"claim", "before"} & (field.shape or {}).keys():
        return None
    inner = {name: _needed(name, each) for name, each in (field.shape or {}).items()}
    return [inner] if field.many else inner


def _needed(name: str, field: fields.Field) -> Any:
    if field.kind == "date":
        return "2026-11-01"
    return field.options[0] if field.options else {"rule": "banned-word"}.get(name, "10.1234/x")


def _injected(item: Any, field: fields.Field, payload: str) -> Any:
    if isinstance(item, list):
        return [_injected(each, field, payload) for each in item]
    if field.kind == "mapping":
        return injected(item, field.shape or {}, payload)
    if field.kind == "csl":
        every = (
            CSL
            if "PMID" in item
            else CSL.keys() & {"title", "container-title", "volume", "page"} & item.keys()
        )
        added = {name: told for name in every if (told := _csl(name, payload)) is not None}
        return {**added, **{name: text for name, text in item.items() if name not in added}}
    return f"{payload} word {payload}" if field.kind == "text" and field.shape is None else item


def _csl(name: str, payload: str) -> Any:
    """A value of a bibliographic record that holds the payload, of the kind that its schema asks for."""
    kind = CSL[name]
    if name in CSL_NAMES | CSL_KEPT or "enum" in kind:
        return None
    if kind.get("$ref", "").endswith("date-variable"):
        return {"literal": payload}
    if kind.get("type") == "array" and kind["items"].get("$ref", "").endswith("name-variable"):
        return [dict.fromkeys(PERSON, payload)]
    if kind.get("type") == "array":
        return [payload]
    return {name: payload} if kind.get("type") == "object" else f"{name} {payload}"


def poisoned(folder: Path, payload: str) -> Path:
    """The base on bees with the payload in every free text of every file."""
    for path in BEES.rglob("*.*"):
        to = folder / path.relative_to(BEES)
        to.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".txt":
            to.write_text(f"{payload} word {payload}\n\nAnother {payload} sentence.\n", encoding="utf-8")
            continue
        value = yaml.safe_load(path.read_text(encoding="utf-8"))
        shape = shape_of(path, value)
        if isinstance(value, list):
            value = [injected(each, shape, payload) for each in value]
        else:
            value = injected(value, shape, payload)
        to.write_text(json.dumps(value, default=str), encoding="utf-8")
    return folder


def shape_of(path: Path, value: Any) -> Shape:
    named = {"topics": fields.TOPIC, "vocabulary": fields.VOCABULARY, "help-lines": fields.HELP_LINE}
    named["method"] = fields.METHOD
    if path.stem in named:
        return named[path.stem]
    if path.parent.name == "sources":
        return fields.LAY_SOURCE if value["kind"] == "lay-page" else fields.STUDY_SOURCE
    return fields.CLAIM


class Seen(HTMLParser):
    """Tags, attributes, addresses and text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.text: list[str] = []
        self.in_data = False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.in_data = (tag, attrs) == STRUCTURED
        if self.in_data:
            return
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses += [value for name, value in attrs if name in ("href", "cite", "src")]

    def handle_comment(self, data):
        self.tags.add("comment")

    def handle_decl(self, decl):
        self.tags.add("declaration")

    def handle_endtag(self, tag):
        self.in_data = False

    def handle_data(self, data):
        if not self.in_data:
            self.text.append(data)


def without_pictures(text: str) -> str:
    """The page without its pictures, each of which is looked at by itself."""

    def looked_at(found: re.Match[str]) -> str:
        assert drawn(found[1]) <= SVG
        return ""

    return re.sub(r'<figure class="cb-picture" data-pagefind-ignore="all">(.*?)</figure>', looked_at, text)


def drawn(svg: str) -> set[str]:
    """The elements and attributes of a picture; it must be whole."""
    root = ElementTree.fromstring(svg.encode())
    named = {name for each in root.iter() for name in (each.tag, *each.attrib)}
    return {name.rpartition("}")[2] for name in named}


@pytest.fixture(scope="module")
def renderer() -> markdown.Markdown:
    names = [next(iter(each)) if isinstance(each, dict) else each for each in EXTENSIONS]
    return markdown.Markdown(extensions=names)


def split_head(text: str) -> tuple[dict[str, str], str]:
    found = re.fullmatch(r"---\n(.*?)\n---\n(.*)", text, re.S)
    return (yaml.safe_load(found[1]), found[2]) if found else ({}, text)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_every_field_shows_as_text(payload, tmp_path, renderer):
    library, problems = load(poisoned(tmp_path, payload))
    assert len(library.claims) == 4
    assert not [problem for problem in problems if problem.rule in ("yaml-syntax", "wrong-type")]
    refused = any(problem.rule == "bad-value" for problem in problems)
    assert refused == any(not each.isprintable() for each in payload)
    shown = " ".join(clean(payload).split())
    everywhere = ""
    made = pages.make(Book(Facts(library, date(2026, 11, 21))))
    del made[DATA]  # test_filters.py and test_browser.py hold what is in it
    assert (
        len([path for path in made if path.endswith(".svg")]) == 4 - refused
    )  # a refused record has no year
    for path, text in made.items():
        if path.endswith(".svg"):
            assert drawn(text.decode()) <= SVG, path
            continue
        head, body = split_head(text.decode())
        for words in head.pop("search", {}).values():
            assert words == [clean(word) for word in words]  # the theme escapes them
        for value in head.values():
            assert "<" not in value
            assert '"' not in value
            assert html.unescape(value) == clean(html.unescape(value))
        seen = Seen(without_pictures(renderer.reset().convert(body)))
        assert seen.tags <= TAGS, (path, seen.tags - TAGS)
        assert seen.attributes <= ATTRIBUTES, (path, seen.attributes - ATTRIBUTES)
        for address in seen.addresses:
            assert re.match(ADDRESS, address), (path, address)
        words = " ".join("".join(seen.text).split())
        everywhere += words
        if path == "claims/bees-dance.md":
            assert refused or words.count(shown) >= 8, (path, words)
    assert everywhere.count(shown) > (1 if refused else 60)

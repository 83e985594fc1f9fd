"""TriG: any text comes back from a reader of others as it went in, and no address ends too early."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse
from rdflib import Dataset

from claimbook.export.trig import document, graph, iri, literal
from tests.exported import NASTY

A = "<https://example.org/a>"
HOSTILE = [
    NASTY,
    '" . <https://example.org/x> a <https://example.org/y> . "',
    "a\\",
    'a\\"',
    '"""',
    "\\u0022",
    "line\r\nline\tend",
    "a\u2028b\u0085c\x07d\x7f",
    "\N{PILE OF POO} שלום",
    "",
]


def written(name, value):
    return document(None, {}, [graph(iri(name), [(A, A, value)])])


def read(text):
    (quad,) = parse(text, format=RdfFormat.TRIG)
    return quad


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back_from_two_readers(text):
    data = written("https://example.org/g", literal(text, "@en"))
    quad = read(data)
    assert (quad.object.value, quad.object.language) == (text, "en")
    (other,) = Dataset().parse(data=data, format="trig").quads()
    assert (str(other[2]), other[2].language) == (text, "en")


@given(st.text(st.characters(exclude_characters="\x00\ufffe\uffff", exclude_categories=["Cs"])))
@example("\n")
def test_any_text_comes_back(text):
    assert read(written("https://example.org/g", literal(text))).object.value == text


def test_what_is_no_text_is_replaced():
    assert read(written("https://example.org/g", literal("a\x00b\ud800c\uffffd"))).object.value == (
        "a\ufffdb\ufffdc\ufffdd"
    )


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://example.org/?a=1&b=2#c", "https://example.org/?a=1&b=2#c"),
        ("https://example.org/> <x", "https://example.org/%3E%20%3Cx"),
        ('https://example.org/"{}|^`\\', "https://example.org/%22%7B%7D%7C%5E%60%5C"),
        ("https://example.org/\n\x7f\ud800", "https://example.org/%0A%7F%3F"),
        ("https://example.org/é", "https://example.org/é"),
    ],
)
def test_no_address_ends_its_brackets(address, safe):
    assert read(written(address, literal("x"))).graph_name.value == safe


def test_a_kind_stands_behind_the_string():
    quad = read(
        written("https://example.org/g", literal("1", "^^<http://www.w3.org/2001/XMLSchema#integer>"))
    )
    assert quad.object.datatype.value.endswith("#integer")


def test_a_file_has_its_base_and_its_prefixes():
    text = document(
        "https://example.org/", {"x": "https://example.org/x#"}, [graph("<g>", [("<a>", "x:b", "<>")])]
    )
    quad = read(text)
    assert quad.graph_name.value == "https://example.org/g"
    assert quad.predicate.value == "https://example.org/x#b"
    assert quad.object.value == "https://example.org/"

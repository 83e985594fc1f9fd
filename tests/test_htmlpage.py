"""Tags that are written plainly are read quickly, and as any others are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook import htmlpage, policy

NONE = re.compile("(?!)")
PARTS = [
    *["<", ">", '"', "'", "/", "=", "&", "&amp;", "a", "A", "é", "ſ", "İ", "-", ":", " ", "\n", "\x00", "<a"],
    *["<img", "<meta", "<SCRIPT", "<!--", "-->", "</style >", "href", "src", "style", "on", " id=", "name"],
    *["onclick=", '="x"', "='x'", '="&lt;"', '="//e"', ' content="0; url=x"', ' http-equiv="refresh"'],
    *[
        ' srcset="a 1x, b"',
        ' href="a&amp;b"',
        ' id="é"',
        "<script",
        "<script>",
        "</script>",
        "<style>",
        "</p>",
        "</nav>",
        "<head>",
    ],
]
pages = st.lists(st.sampled_from(PARTS), max_size=25).map("".join)


def looked_at(html: str, theme: str = "<script>end()</script>") -> policy.Sealed:
    htmlpage._told.cache_clear()
    htmlpage._part.cache_clear()
    policy._judged.cache_clear()
    return policy.sealed(html.encode(), policy.scripts_of([theme]))


@settings(max_examples=150, deadline=None)
@given(pages)
def test_a_page_is_seen_alike_whether_its_plain_tags_are_read_quickly_or_not(html: str) -> None:
    quickly, page = looked_at(html), htmlpage.read(html.encode())
    plain, htmlpage._PLAIN = htmlpage._PLAIN, NONE
    try:
        assert looked_at(html) == quickly
        assert htmlpage.read(html.encode()) == page == quickly.seen.page
    finally:
        htmlpage._PLAIN = plain


@settings(max_examples=300, deadline=None)
@given(pages)
def test_a_page_is_seen_alike_whether_it_is_parted_or_not(html: str) -> None:
    parted = looked_at(html)
    seam, htmlpage._SEAM = htmlpage._SEAM, b"\xff"
    try:
        assert looked_at(html) == parted
    finally:
        htmlpage._SEAM = seam


@pytest.mark.parametrize(
    ("page", "links"),
    [
        ('<!-- </nav><a href="x"> -->', []),
        ('<script></nav><a href="x"></script>', []),
        ('<STYLE></nav><a href="x"></style>', []),
        ("<p title='</nav><a href=x>'>", []),
        ("<p title= \"</nav><a href='x'>\">", []),
        ('<a </nav> href="x">', []),
        ('<a href="x></nav>y">', ["x></nav>y"]),
        ('<a href="x"></nav><a href="y">', ["x", "y"]),
        ('<!-- </nav><a href="x">', ["x"]),
    ],
)
def test_what_goes_on_behind_a_navigation_is_read_whole(page: str, links: list[str]) -> None:
    assert htmlpage.read(page.encode()).links == links


@settings(max_examples=50, deadline=None)
@given(
    st.sampled_from(["a", "h2", "script", "a-b"]),
    st.lists(st.tuples(st.sampled_from(["href", "id", "x:y", "a-b"]), st.text("a&;lt<>= \n'", max_size=5))),
)
def test_a_tag_is_read_quickly_where_nothing_in_it_stands_for_something_else(
    name: str, attributes: list[tuple[str, str]]
) -> None:
    tag = "<" + name + "".join(f' {each}="{value}"' for each, value in attributes) + ">"
    reader = htmlpage._Tags()
    reader.feed(tag)
    assert htmlpage.tags(tag) == reader.tags
    assert bool(htmlpage._PLAIN.fullmatch(tag)) == ("&" not in tag and "-" not in name)


@pytest.mark.parametrize(
    "attribute",
    [f'{name}="x"' for name in ("href", "xlink:href", "src", "srcset", "poster", "data", "cite", "id")]
    + [f'{name}="x"' for name in ("style", "onclick", "on", "DATA", "ID")],
)
@pytest.mark.parametrize(
    "tag",
    ["<p {}>", "<P {}>", '<p class="y" {}>', '<p {} data-label="y">', '<p d="M" {} aria-hidden="true">'],
)
def test_no_tag_is_passed_over_that_tells_something(tag: str, attribute: str) -> None:
    html = tag.format(attribute).encode()
    assert htmlpage.look(html) == htmlpage._told(html)
    assert htmlpage._told(html) is not None


@pytest.mark.parametrize(
    "html",
    [
        '<a class="y" name="x">',
        '<meta content="0; url=x" http-equiv="refresh">',
        '<style class="y">',
        "<style>",
        "<script>",
        '<SCRIPT class="y">',
    ],
)
def test_no_tag_is_passed_over_because_of_its_name(html: str) -> None:
    told = htmlpage.look(html.encode())
    assert told == htmlpage._told(html.encode())
    assert told.links or told.ids or told.active


@pytest.mark.parametrize(
    "html", ["<p>", "</a>", '<td class="y">', '<P class="y" data-label="href=x">', '<path d="M">']
)
def test_a_tag_that_tells_nothing_is_passed_over(html: str) -> None:
    assert htmlpage._PIECE.findall(html.encode()) == []

"""Tags that are written plainly are read quickly, and as any others are."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook import htmlpage, policy

NONE = re.compile("(?!)")
PARTS = [
    *["<", ">", '"', "'", "/", "=", "&", "&amp;", "a", "A", "é", "ſ", "İ", "-", ":", " ", "\n", "\x00", "<a"],
    *["<img", "<meta", "<SCRIPT", "<!--", "-->", "</style >", "href", "src", "style", "on", " id=", "name"],
    *["onclick=", '="x"', "='x'", '="&lt;"', '="//e"', ' content="0; url=x"', ' http-equiv="refresh"'],
    *[' srcset="a 1x, b"', "<script", "<script>", "</script>", "<style>", "</p>", "<head>"],
]
pages = st.lists(st.sampled_from(PARTS), max_size=25).map("".join)


def looked_at(html: str, theme: str = "<script>end()</script>") -> policy.Sealed:
    htmlpage.found_in.cache_clear()
    policy._told.cache_clear()
    return policy.sealed(html.encode(), policy.scripts_of([theme]))


@settings(max_examples=150, deadline=None)
@given(pages)
def test_a_page_is_seen_alike_whether_its_plain_tags_are_read_quickly_or_not(html: str) -> None:
    quickly, page = looked_at(html), htmlpage.read(html)
    plain, htmlpage._PLAIN = htmlpage._PLAIN, NONE
    try:
        assert looked_at(html) == quickly
        assert htmlpage.read(html) == page == quickly.seen.page
    finally:
        htmlpage._PLAIN = plain


@settings(max_examples=50, deadline=None)
@given(
    st.from_regex("[a-z][a-z0-9]{0,3}", fullmatch=True),
    st.lists(st.tuples(st.sampled_from(["href", "id", "on", "x:y", "a-b"]), st.text(max_size=5)), max_size=4),
)
def test_a_plain_tag_has_the_attributes_that_were_written(
    name: str, attributes: list[tuple[str, str]]
) -> None:
    held = [(each, re.sub('["&]', "", value)) for each, value in attributes]
    tag = "<" + name + "".join(f' {each}="{value}"' for each, value in held) + ">"
    reader = htmlpage._Tags()
    reader.feed(tag)
    assert htmlpage.tags(tag) == reader.tags == [(name, held[::-1])]
    assert htmlpage._PLAIN.fullmatch(tag)

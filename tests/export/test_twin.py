"""Markdown twins: the words of a page without what only a browser needs."""

from __future__ import annotations

import html
import re

import markdown
import pytest

from claimbook import pages
from claimbook.export import twins
from claimbook.export.twin import twin
from claimbook.pages.text import clean, md
from tests.exported import book_of, nasty


def of(text):
    return twin(text.encode()).decode()


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ('---\ntitle: "x"\n---\n\n# Tea\n', "# Tea\n"),
        ('<p class="cb-x" markdown="span">**Safety:** hot</p>\n', "**Safety:** hot\n"),
        ('<blockquote class="q" markdown="span">“a”</blockquote>', "> “a”\n"),
        ('<a href="https://x.org/(a)?b=1&amp;c=2">x</a>', "[x](https://x.org/%28a%29?b=1&amp;c=2)\n"),
        (
            '<span class="cb-chip x"><span aria-hidden="true">⊕</span> Low</span> <span class="cb-chip y">One</span>',
            "⊕ Low · One\n",
        ),
        ('a\n\n<svg role="img"><title>x</title>\n<path d="M0 0"/></svg>\n\nb', "a\n\nb\n"),
        ('<script type="application/ld+json">{"a": 1}</script>\n\nb', "b\n"),
        (
            'a\n\n<details class="cb-format" data-x>\n<summary>RIS</summary>\n<pre>TY</pre>\n</details>\n\nb',
            "a\n\nb\n",
        ),
        ('<details markdown="1">\n<summary>More</summary>\n\n| a |\n\n</details>', "More\n\n| a |\n"),
        ("<pre><code>@misc{a,\n  x = {&lt;i&gt;}\n}</code></pre>", "```\n@misc{a,\n  x = {<i>}\n}\n```\n"),
        ("<pre>a ``` b</pre>", "````\na ``` b\n````\n"),
        ("Text:\n\n    <kept> &#42;\n\nend <b>x</b>", "Text:\n\n    <kept> &#42;\n\nend x\n"),
        ('| a { data-label="Study" } | {b} { data-sort="2" data-label="n" } |\n', "| a | {b} |\n"),
        ("a\n\n<div>\n\n</div>\n\n\nb", "a\n\nb\n"),
    ],
)
def test_a_page_loses_its_html_and_keeps_its_words(page, expected):
    assert of(page) == expected


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[x](javascript:y)",
        "*a* _b_ `c` | d",
        "# e",
        "1. f",
        "- g",
        "&lt;b&gt;",
        "a\\b",
        '"h" ~i~ ^j^',
        "<!-- k -->",
    ],
)
def test_text_of_the_base_stays_text_for_readers_of_markdown(text):
    shown = markdown.markdown(of(f"# x\n\nword {md(text)}").split("\n\n")[1])
    words = html.unescape(re.sub(r"</?p>", "", shown))
    assert "<script" not in shown
    # This reader of Markdown shows the backslash before signs that CommonMark lets one escape.
    assert re.sub(r"\\(?=[~^|&:=])", "", words) == f"word {clean(text)}"


def test_every_page_has_a_twin_with_its_links_and_no_html(tmp_path):
    made = pages.make(book_of(tmp_path, nasty(tmp_path)))
    found = twins({**made, "assets/x.css": b""})
    assert found.keys() == {path for path in made if path.endswith(".md")}
    for path, text in found.items():
        prose = re.sub(r"(?ms)^(```+)\n.*?^\1$|^ {4}.*$", "", text.decode())
        assert not re.search(r"</?[a-zA-Z]", prose), path
        own = set(re.findall(r"\]\(([^)]*\.md[^)]*)\)", made[path].decode()))
        assert own <= set(re.findall(r"\]\(([^)]*)\)", text.decode())), path
    assert "A web page says: Tea keeps" in found["claims/tea-all-night.md"].decode()

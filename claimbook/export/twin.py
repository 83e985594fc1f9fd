"""A page's Markdown twin: the same text without the markup that only a browser needs."""

from __future__ import annotations

import html
import re
import string
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# What is searched for begins with letters wherever it can, and skips by what a character is not: so `re` runs far
# faster than from `^`, or with `.*?`.
_HEAD = re.compile(r"\A---\n(?:.*\n)+?---\n+")
# Drawings and data for machines, which have their words beside them; records, which have their files.
_DROPPED = re.compile(
    r'<(svg|script|style|details(?= class="cb-format"))\b[^>]*>[^<]*+(?:<(?!/\1>)[^<]*+)*+</\1>\n*'
)
_HIDDEN = re.compile(
    r'<span aria-hidden="true">([^<]*)</span>(?! )'
)  # else all but its tags is as it should be
_ATTRIBUTES = re.compile(r"""\{[^{}\n|"]*?\bdata-[^{}\n|]*\}""")  # of a table's cells, for narrow screens
_QUOTE = re.compile(r"<blockquote\b[^>]*>")
_LINK = re.compile(r'<a\b[^>]*\bhref="([^"]*)"[^>]*>(.*?)</a>', re.S)
_PRE = re.compile(r"<pre\b[^>]*>(?:<code\b[^>]*>)?(.*?)</pre>", re.S)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*+>")
_ENTITY = re.compile(r"&(?:#[0-9]+|#x[0-9A-Fa-f]+|[a-zA-Z]+);")
_LITERAL = re.compile(r"\n(?:(```+)(?=\n).*?\n\1$| {4}[^\n]*(?:\n {4}[^\n]*)*)", re.S | re.M)
# What opens HTML stays an entity, since not every reader of Markdown takes a backslash before it.
_HTML = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_MARKUP = frozenset(string.punctuation) - frozenset("\"'")
_BLANK = re.compile(r"\n\n\n+")  # sooner found than `\n{3,}`


def twins(pages: Mapping[str, bytes]) -> dict[str, bytes]:
    """The twin of each page, at the page's own path; files that are no pages have none."""
    return {path: twin(text) for path, text in pages.items() if path.endswith(".md")}


def twin(page: bytes) -> bytes:
    """CommonMark with the page's words, links and tables; raw HTML in it is gone, and text stays text."""
    text = page.decode("utf-8", "replace")
    head = _HEAD.match(text)
    text = f"\n{text[head.end() if head else 0 :]}"  # so that every line begins behind a line's end
    text = _DROPPED.sub("", text)
    text = _PRE.sub(_code, text) if "<pre" in text else text
    kept: list[str] = []
    end = 0
    for block in _LITERAL.finditer(text) if "\n    " in text or "\n```" in text else ():
        kept += [plain_markdown(text[end : block.start()]), block[0]]
        end = block.end()
    kept.append(plain_markdown(text[end:]))
    return (_BLANK.sub("\n\n", "".join(kept)).strip() + "\n").encode()


def plain_markdown(text: str) -> str:
    """Markdown of a page without its HTML; entities become the characters, set so that they are no markup."""
    *before, last = _ATTRIBUTES.split(text)
    text = "".join([*(part.removesuffix(" ") for part in before), last])
    text = _HIDDEN.sub(r"\1 ", text)
    text = text.replace('</span> <span class="cb-chip ', '</span> · <span class="cb-chip ')
    text = _QUOTE.sub("> ", text) if "<blockquote" in text else text
    text = _LINK.sub(lambda link: f"[{link[2]}]({_url(link[1])})", text)
    return _ENTITY.sub(_character, _TAG.sub("", text))


def _character(entity: re.Match[str]) -> str:
    """The character itself, or so written that it is never markup: as an entity, or behind a backslash."""
    found = html.unescape(entity[0])
    if found in _HTML:
        return _HTML[found]
    return f"\\{found}" if found in _MARKUP else found


def _url(escaped: str) -> str:
    """An address in which nothing ends the link."""
    return escaped.replace("(", "%28").replace(")", "%29").replace(" ", "%20")


def _code(block: re.Match[str]) -> str:
    """Text to be copied, in a fence that is longer than any in it."""
    inside = html.unescape(block[1].removesuffix("</code>"))
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", inside)), default=0))
    return f"\n{fence}\n{inside}\n{fence}\n"

"""A page's Markdown twin: the same text without the markup that only a browser needs."""

from __future__ import annotations

import html
import re
import string
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Bytes, as a page is made of them: `re` runs faster over them, and nothing is decoded and encoded again.
# What is searched for begins with letters wherever it can, and skips by what a character is not: so `re` runs far
# faster than from `^`, or with `.*?`.
_HEAD = re.compile(rb"\A---\n(?:.*\n)+?---\n+")
# Drawings and data for machines, which have their words beside them; records, which have their files.
_DROPPED = re.compile(
    rb'<(svg|script|style|details(?= class="cb-format"))\b[^>]*>[^<]*+(?:<(?!/\1>)[^<]*+)*+</\1>\n*'
)
_HIDDEN = re.compile(rb'<span aria-hidden="true">([^<]*)</span>(?! )')  # else only its tags have to go
_ATTRIBUTES = re.compile(rb"""\{[^{}\n|"]*?\bdata-[^{}\n|]*\}""")  # of a table's cells, for narrow screens
_QUOTE = re.compile(rb"<blockquote\b[^>]*>")
_LINK = re.compile(rb'<a\b[^>]*\bhref="([^"]*)"[^>]*>(.*?)</a>', re.S)
_PRE = re.compile(rb"<pre\b[^>]*>(?:<code\b[^>]*>)?(.*?)</pre>", re.S)
_TAG = re.compile(rb"</?[a-zA-Z][^<>]*+>")
_ENTITY = re.compile(rb"&(?:#[0-9]+|#x[0-9A-Fa-f]+|[a-zA-Z]+);")
_LITERAL = re.compile(rb"\n(?:(```+)(?=\n).*?\n\1$| {4}[^\n]*(?:\n {4}[^\n]*)*)", re.S | re.M)
# What opens HTML stays an entity, since not every reader of Markdown takes a backslash before it.
_HTML = {"<": b"&lt;", ">": b"&gt;", "&": b"&amp;"}
_MARKUP = frozenset(string.punctuation) - frozenset("\"'")
_BLANK = re.compile(rb"\n\n\n+")  # sooner found than `\n{3,}`


def twins(pages: Mapping[str, bytes]) -> dict[str, bytes]:
    """The twin of each page, at the page's own path; files that are no pages have none."""
    return {path: twin(text) for path, text in pages.items() if path.endswith(".md")}


def twin(page: bytes) -> bytes:
    """CommonMark with the page's words, links and tables; raw HTML in it is gone, and text stays text."""
    head = _HEAD.match(page)
    text = b"\n" + page[head.end() if head else 0 :]  # so that every line begins behind a line's end
    text = _DROPPED.sub(b"", text)
    text = _PRE.sub(_code, text) if b"<pre" in text else text
    kept: list[bytes] = []
    end = 0
    for block in _LITERAL.finditer(text) if b"\n    " in text or b"\n```" in text else ():
        kept += [plain_markdown(text[end : block.start()]), block[0]]
        end = block.end()
    kept.append(plain_markdown(text[end:]))
    return _BLANK.sub(b"\n\n", b"".join(kept)).strip() + b"\n"


def plain_markdown(text: bytes) -> bytes:
    """Markdown of a page without its HTML; entities become the characters, set so that they are no markup."""
    *before, last = _ATTRIBUTES.split(text)
    text = b"".join([*(part.removesuffix(b" ") for part in before), last])
    text = _HIDDEN.sub(rb"\1 ", text)
    text = text.replace(b'</span> <span class="cb-chip ', '</span> · <span class="cb-chip '.encode())
    text = _QUOTE.sub(b"> ", text) if b"<blockquote" in text else text
    text = _LINK.sub(lambda link: b"[%b](%b)" % (link[2], _url(link[1])), text)
    return _ENTITY.sub(_character, _TAG.sub(b"", text))


def _character(entity: re.Match[bytes]) -> bytes:
    """The character itself, or so written that it is never markup: as an entity, or behind a backslash."""
    found = html.unescape(entity[0].decode())
    if found in _HTML:
        return _HTML[found]
    return (f"\\{found}" if found in _MARKUP else found).encode()


def _url(escaped: bytes) -> bytes:
    """An address in which nothing ends the link."""
    return escaped.replace(b"(", b"%28").replace(b")", b"%29").replace(b" ", b"%20")


def _code(block: re.Match[bytes]) -> bytes:
    """Text to be copied, in a fence that is longer than any in it."""
    inside = html.unescape(block[1].removesuffix(b"</code>").decode("utf-8", "replace"))
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", inside)), default=0))
    return f"\n{fence}\n{inside}\n{fence}\n".encode("utf-8", "replace")

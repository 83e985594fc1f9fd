"""What an HTML page links to, and which places in it can be linked to."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from html.parser import HTMLParser
from typing import NamedTuple

# Nine tags in ten neither link nor can be linked to, and most stand on page after page; reading the others, and
# those of many pages once, is many times as fast.
# A comment and a script count as one piece, so that what looks like a tag in them is none.
PIECE = re.compile(  # groups: script or style, and what it holds
    r"""<!--.*?-->|<(script|style)\b[^>]*>(.*?)</\1\s*>|<[a-z](?:[^<>"']++|"[^"]*+"|'[^']*+')*+>""",
    re.S | re.I,
)
_OF_USE = re.compile(r"\b(?:id|name|href|src|srcset|poster|data|content|cite)\s*=", re.I)

_LINKING = {"href", "xlink:href", "src", "poster", "data", "cite"}
_CANDIDATE = re.compile(r"\s*(\S*[^\s,])(?:\s[^,]*)?(?:,|$)")  # of a srcset: an address, perhaps a width
_REFRESH = re.compile(r"""[\d.\s]*[;,]?\s*url\s*=\s*["']?([^"']*)""", re.I)


class Page(NamedTuple):
    """The `links` of a page as they stand in it, and its `ids` with how often each stands.

    Links are those of ``href``, ``src``, ``srcset``, ``poster``, ``<object data>``,
    ``<blockquote cite>`` and a refresh by ``<meta>``; ``<a name>`` counts as an id.
    """

    links: list[str]
    ids: Counter[str]


def read(html: str) -> Page:
    """What a whole page links to, and the places in it."""
    page = Page([], Counter())
    for piece in PIECE.finditer(html):
        note(opening(piece), page)
    return page


def opening(piece: re.Match[str]) -> str:
    """A piece without what a script or style in it holds, where it is plain where its tag ends."""
    if piece[1] is None:
        return piece[0]
    tag = piece[0][: piece.start(2) - piece.start()]
    return piece[0] if "'" in tag or tag.count('"') % 2 else tag


def note(tag: str, page: Page) -> None:
    """Add to `page` what one of its tags links to and is called."""
    links, ids = _found(tag)
    if links:
        page.links.extend(links)
    if ids:
        page.ids.update(ids)


@lru_cache(maxsize=1 << 15)
def _found(tag: str) -> tuple[list[str], list[str]]:
    """The links and ids of a tag."""
    if not _OF_USE.search(tag):
        return [], []
    found = _Tag(tag)
    return found.links, found.ids


class _Tag(HTMLParser):
    """What one tag links to and is called."""

    def __init__(self, tag: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(tag)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what a tag links to and what it is called."""
        given = {name: value for name, value in reversed(attrs) if value is not None}
        self.links += (given[name] for name in given if name in _LINKING)
        self.links += _CANDIDATE.findall(given.get("srcset", ""))
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self.links += _REFRESH.findall(given.get("content", ""))
        names = {given.get("id"), given.get("name") if tag == "a" else None}
        self.ids += (name for name in names if name)

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
PIECE = re.compile(  # groups: the piece; script or style, and what it holds
    r"""(<!--.*?-->|<(script|style)\b[^>]*>(.*?)</\2\s*>|<[a-z](?:[^<>"']++|"[^"]*+"|'[^']*+')*+>)""",
    re.S | re.I,
)
_OF_USE = re.compile(r"\b(?:id|name|href|src|srcset|poster|data|content|cite)\s*=", re.I)

# A tag as the theme and Markdown write it.
_PLAIN = re.compile(r"""<([a-z][a-z0-9]*)((?: [a-z][a-z:-]*="[^"&]*")*)>""")
_ATTRIBUTE = re.compile(r""" ([^=]*)="([^"]*)\"""")
_NOTHING: tuple[list[str], list[str]] = ([], [])
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
    for piece, kind, _ in PIECE.findall(html):
        links, ids = found_in(opening(piece) if kind else piece)
        page.links.extend(links)
        page.ids.update(ids)
    return page


def opening(piece: str) -> str:
    """A whole script or style without what it holds, where it is plain where its tag ends."""
    tag = piece[: piece.index(">") + 1]
    return piece if "'" in tag or tag.count('"') % 2 else tag


@lru_cache(maxsize=1 << 15)
def found_in(piece: str) -> tuple[list[str], list[str]]:
    """What a tag links to, and the places that it names."""
    if not _OF_USE.search(piece):
        return _NOTHING
    links, ids = list[str](), list[str]()
    for tag, attributes in tags(piece):
        given = {name: value for name, value in attributes if value is not None}
        links += (given[name] for name in given if name in _LINKING)
        links += _CANDIDATE.findall(given.get("srcset", ""))
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            links += _REFRESH.findall(given.get("content", ""))
        names = {given.get("id"), given.get("name") if tag == "a" else None}
        ids += (name for name in names if name)
    return links, ids


def tags(piece: str) -> list[tuple[str, list[tuple[str, str | None]]]]:
    """The tag of a piece with its attributes, the last of them first, since of one name the first counts.

    Seldom there is none, or, where quotes do not pair, one more.
    """
    if plain := _PLAIN.fullmatch(piece):
        return [(plain[1], _ATTRIBUTE.findall(plain[2])[::-1])]
    reader = _Tags()
    reader.feed(piece)
    return reader.tags


class _Tags(HTMLParser):
    """The tags of a piece, however they are written."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take one."""
        self.tags.append((tag, attrs[::-1]))

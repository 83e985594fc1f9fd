"""What an HTML page links to, and which places in it can be linked to."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# Three tags in four neither link nor can be linked to nor run anything, and most stand on page after page; reading
# the others, and those of many pages once, is many times as fast.
# A comment and a script count as one piece, so that what looks like a tag in them is none. Where a tag, a comment and
# a script end is told as browsers tell it (HTML Standard, 13.2.5): a quote counts only right after "=".
_NAMED = r"(?=[\s/>])"  # a name ends here
_REST = r"""(?:[^>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+|["'])*+>"""
_WHOLE = "|".join(f"<{name}{_NAMED}{_REST}.*?</{name}{_NAMED}[^>]*>" for name in ("script", "style"))
_PIECE = re.compile(f"<!--(?:-?>|.*?--!?>)|{_WHOLE}|<[a-z]{_REST}", re.S | re.I | re.A)
_HELD = re.compile(f"(<s(?:cript|tyle){_NAMED}{_REST})(.*)</[^>]*>", re.S | re.I | re.A)
_OF_USE = re.compile(r"\b(?:id|name|href|src|srcset|poster|data|content|cite)\s*=", re.I | re.A)
_ACTIVE = re.compile(r"""<(?:script|style)\b|[\s"'/](?:on\w+|style|src)\s*=""", re.I | re.A)

# A tag as the theme and Markdown write it.
_PLAIN = re.compile(r"""<([a-z][a-z0-9]*)((?: [a-z][a-z:-]*="[^"&]*")*)>""")
_ATTRIBUTE = re.compile(r""" ([^=]*)="([^"]*)\"""")
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


class Told(NamedTuple):
    """What one piece of a page tells: its links, the places that it names, and what of it may run or look as it likes.

    `active` is its tag if that begins a script or a style, has one on it, or fetches something; `held` is what a
    whole script or style holds.
    """

    links: list[str]
    ids: list[str]
    active: str
    held: str


def read(html: str) -> Page:
    """What a whole page links to, and the places in it."""
    links, ids = list[str](), list[str]()
    for told in pieces(html):
        links += told.links
        ids += told.ids
    return Page(links, Counter(ids))


def pieces(html: str) -> Iterator[Told]:
    """What the pieces of a page tell, in their order, without those that tell nothing."""
    return filter(None, map(_told, _PIECE.findall(html)))


@lru_cache(maxsize=1 << 16)
def _told(piece: str) -> Told | None:
    """What a piece tells, if anything."""
    holding = _HELD.fullmatch(piece)
    piece = holding[1] if holding else piece
    active = piece if _ACTIVE.search(piece) else ""
    if not active and not _OF_USE.search(piece):
        return None
    links, ids = list[str](), list[str]()
    for tag, attributes in tags(piece):
        given = {name: value for name, value in attributes if value is not None}
        links += [given[name] for name in given if name in _LINKING]
        if "srcset" in given:
            links += _CANDIDATE.findall(given["srcset"])
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            links += _REFRESH.findall(given.get("content", ""))
        named = (given.get("id"), given.get("name") if tag == "a" else None)
        ids += [name for name in dict.fromkeys(named) if name]
    if not (links or ids or active):
        return None
    return Told(links, ids, active, holding[2] if holding else "")


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

"""What an HTML page links to, and which places in it can be linked to."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

# Most tags stand on page after page, and each is read once.
# A comment and a script count as one piece, so that what looks like a tag in them is none. Where a tag, a comment and
# a script end is told as browsers tell it (HTML Standard, 13.2.5): a quote counts only right after "=".
_NAMED = rb"(?=[\s/>])"  # a name ends here
_REST = rb"""(?:[^>"'=]++|="[^"]*+"|=\s*+(?:"[^"]*+"|'[^']*+')?+|["'])*+>"""
_HOLDING = (b"script", b"style")
_WHOLE = b"|".join(b"%b%b%b.*?</%b%b[^>]*>" % (name, _NAMED, _REST, name, _NAMED) for name in _HOLDING)
_PIECE = re.compile(b"<(?:!--(?:-?>|.*?--!?>)|%b|[a-z]%b)" % (_WHOLE, _REST), re.S | re.I)
_HELD = re.compile(b"(<s(?:cript|tyle)%b%b)(.*)</[^>]*>" % (_NAMED, _REST), re.S | re.I)

# A tag as the theme and Markdown write it.
_PLAIN = re.compile(r"""<([a-z][a-z0-9]*)((?: [a-z][a-z:-]*="[^"&]*")*)>""")
_ATTRIBUTE = re.compile(r""" ([^=]*)="([^"]*)\"""")
_LINKING = {"href", "xlink:href", "src", "poster", "data", "cite"}
_ACTIVE = re.compile("script|style|src|on.*", re.S)  # tags and attributes
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
    held: bytes


def read(html: bytes) -> Page:
    """What a whole page links to, and the places in it."""
    return page_of(pieces(html))


def page_of(told: Iterable[Told]) -> Page:
    """What the pieces of a page tell together."""
    links, ids = list[str](), list[str]()
    for piece in told:
        links += piece.links
        ids += piece.ids
    return Page(links, Counter(ids))


def pieces(html: bytes) -> list[Told]:
    """What the pieces of a page tell, in their order, without those that tell nothing."""
    return list(filter(None, map(_told, _PIECE.findall(html))))


@lru_cache(maxsize=1 << 16)
def _told(piece: bytes) -> Told | None:
    """What a piece tells, if anything."""
    holding = _HELD.fullmatch(piece)
    tag = (holding[1] if holding else piece).decode("utf-8", "replace")
    links, ids = list[str](), list[str]()
    active = False
    for name, attributes in tags(tag):
        given = dict(attributes)
        links += _links(name, given)
        named = (given.get("id"), given.get("name") if name == "a" else None)
        ids += [each for each in dict.fromkeys(named) if each]
        active = active or any(map(_ACTIVE.fullmatch, (name, *given)))
    if not (links or ids or active):
        return None
    return Told(links, ids, tag if active else "", holding[2] if holding else b"")


def _links(tag: str, given: dict[str, str | None]) -> list[str]:
    """What a tag with these attributes links to."""
    links = [value for name, value in given.items() if name in _LINKING and value is not None]
    if "srcset" in given:
        links += _CANDIDATE.findall(given["srcset"] or "")
    if tag == "meta" and (given.get("http-equiv") or "").lower() == "refresh":
        links += _REFRESH.findall(given.get("content") or "")
    return links


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

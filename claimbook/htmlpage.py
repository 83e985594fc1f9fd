"""What an HTML page links to, and which places in it can be linked to."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

# Most tags stand on page after page, and each is read once; a tag without attributes tells nothing.
# A comment and a script count as one piece, so that what looks like a tag in them is none. Where a tag, a comment and
# a script end is told as browsers tell it (HTML Standard, 13.2.5): a quote counts only right after "=".
# Capitals are allowed for where they can stand, since `re` runs far slower with its flag for them.
_LETTER = rb"[A-Za-z]"
_NAMED = rb"(?=[\s/>])"  # a name ends here
_REST = rb"""(?:[^>"'=]*+="[^"]*+")*+(?:[^>"'=]++|="[^"]*+"|=\s*+(?:"[^"]*+"|'[^']*+')?+|["'])*+>"""
_NAMES = (b"script", b"style")
_WHOLE = b"|".join(
    b"(?i:%b)%b%b[^<]*+(?:<(?!/(?i:%b)%b)[^<]*+)*+</(?i:%b)[^>]*>" % (name, _NAMED, _REST, name, _NAMED, name)
    for name in _NAMES
)
_HOLDING = b"(?i:%b)%b" % (b"|".join(_NAMES), _NAMED)
_MUTE = rb"""(?: (?:class|d|xmlns|viewBox|content|property|(?:data|aria)-[a-z-]*+)="[^"]*+")*+"""
_BARE = b"(?!%b)%b[A-Za-z0-9]*+%b>" % (_HOLDING, _LETTER, _MUTE)
_BEGUN = b"(?=!--|%b)" % _LETTER  # without an end
_PIECE = re.compile(
    b"<(?!/|%b)(?:!--(?:-?>|.*?--!?>)|%b|%b%b|%b)" % (_BARE, _WHOLE, _LETTER, _REST, _BEGUN), re.S
)
_HELD = re.compile(b"(<%b%b)(.*)</[^>]*>" % (_HOLDING, _REST), re.S)

# A page is parted behind its navigations, which are most of its tags and the same on many pages. A part whose last
# comment, script, tag or quote may end in the next one does not stand by itself.
_SEAM = b"</nav>"
_ENDING = re.compile(
    rb"""<(?:!--.*|(?!%b)[a-z](?:[^>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+>)""" % _HOLDING,
    re.S | re.I,
)

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
    """What a part of a page tells: its links, the places that it names, and what of it may run or look as it likes.

    `active` are the tags that begin a script or a style, have one on them, or fetch something, each with what a whole
    script or style holds. `ends` says that nothing which begins in the part goes on behind it.
    """

    links: list[str]
    ids: list[str]
    active: list[tuple[str, bytes]]
    ends: bool

    @property
    def page(self) -> Page:
        """What of it the link check asks."""
        return Page(self.links, Counter(self.ids))


def read(html: bytes) -> Page:
    """What a whole page links to, and the places in it."""
    return look(html).page


def look(html: bytes) -> Told:
    """What a whole page tells; a part that stands on many pages is looked at once."""
    parts = [_part(part) for part in html.split(_SEAM)]
    return _together(parts) if all(part.ends for part in parts) else _look(html)


def _look(html: bytes) -> Told:
    return _together(filter(None, map(_told, _PIECE.findall(html))))


_part = lru_cache(maxsize=1 << 8)(_look)


def _together(parts: Iterable[Told]) -> Told:
    links: list[str] = []
    ids: list[str] = []
    active: list[tuple[str, bytes]] = []
    ends = True
    for part in parts:
        links += part.links
        ids += part.ids
        active += part.active
        ends = ends and part.ends
    return Told(links, ids, active, ends)


@lru_cache(maxsize=1 << 16)
def _told(piece: bytes) -> Told | None:
    """What a piece tells, if anything."""
    holding = _HELD.fullmatch(piece)
    tag = (holding[1] if holding else piece).decode("utf-8", "replace")
    links: list[str] = []
    ids: list[str] = []
    active: list[tuple[str, bytes]] = []
    for name, attributes in tags(tag):
        given = dict(attributes)
        links += _links(name, given)
        named = (given.get("id"), given.get("name") if name == "a" else None)
        ids += [each for each in dict.fromkeys(named) if each]
        if any(map(_ACTIVE.fullmatch, (name, *given))):
            active = [(tag, holding[2] if holding else b"")]
    ends = holding is not None or _ENDING.fullmatch(piece) is not None
    return Told(links, ids, active, ends) if links or ids or active or not ends else None


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

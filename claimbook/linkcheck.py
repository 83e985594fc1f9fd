"""Internal links, anchors and ids of a whole site: what each page points to is there."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import filterfalse
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Set
    from urllib.parse import SplitResult

    from claimbook.htmlpage import Page

_PATH = re.compile(r"(?!//)[A-Za-z0-9_./-]+")  # which has no other parts
_PLACE = re.compile(r"https?://[a-z0-9.-]+(?=[/?#]|\Z)")  # of an address that plainly is one
_SCHEMES = ("", "http", "https", "mailto")


class BrokenLink(NamedTuple):
    """A link as it stands in `page` (a path in the site), and what is wrong with it."""

    page: str
    link: str
    what: str

    def __str__(self) -> str:
        """Draw it as one line."""
        return f"{self.page}: {self.link}: {self.what}"


class LinkReport(NamedTuple):
    """How much was looked at, and what of it is broken, sorted by page."""

    pages: int
    links: int
    broken: list[BrokenLink]


def check_links(files: Set[str], pages: Mapping[str, Page], site_url: str = "") -> LinkReport:
    """Follow every internal link of every page.

    `files` are the paths of all files of the site, `pages` those of its HTML pages with what
    was read of them. `site_url` is the address at which the site will stand, if known: links
    to it, and links that begin with its path, are internal. Looked for: the file (or a
    folder's index.html), the anchor in it, and ids that stand twice in a page. Queries, text
    fragments (``#:~:text=``) and links to elsewhere are let be, if http, https or mailto.
    """
    site = _Site(files, pages, urlsplit(site_url), defaultdict(set))
    broken = [fault for path in sorted(pages) for fault in site.faults(path)]
    return LinkReport(len(pages), sum(len(page.links) for page in pages.values()), broken)


class _Site(NamedTuple):
    files: Set[str]
    pages: Mapping[str, Page]
    home: SplitResult
    fine: dict[str, set[str]]  # links that are, by the folder to which their first ``../`` leads

    def faults(self, path: str) -> Iterator[BrokenLink]:
        """Everything that is wrong with one page's links and ids, each once."""
        page = self.pages[path]
        folder = dirname(path)
        fine = self.fine[dirname(folder) if folder else ".."]
        for link in dict.fromkeys(filterfalse(fine.__contains__, page.links)):
            if _leads_within(page, link):
                continue
            if what := self._fault(path, link.strip()):
                yield BrokenLink(path, link, what)
            elif link.startswith("../"):
                fine.add(link)
        for name, times in page.ids.items():
            if times > 1:
                yield BrokenLink(path, f"#{name}", f"this id stands {times} times on the page")

    def _fault(self, page: str, link: str) -> str:
        """What is wrong with a link, or nothing."""
        if _PATH.fullmatch(link):
            return self._file_fault(self._target(page, link))
        if (place := _PLACE.match(link)) and place[0] != f"{self.home.scheme}://{self.home.netloc}":
            return ""
        try:
            parts = urlsplit(link)
        except ValueError:
            return "this is no address"
        if parts.scheme not in _SCHEMES:
            return "links are http, https or mailto"
        if (parts.scheme or parts.netloc) and parts[:2] != self.home[:2]:
            return ""
        if link == "#top":
            return ""  # the start of its own page, named or not; of another, MkDocs asks for the name, too
        target = self._target(page, unquote(parts.path))
        return self._file_fault(target) or self._anchor_fault(target, parts.fragment.partition(":~:")[0])

    def _file_fault(self, target: str) -> str:
        return "" if target in self.files else "there is no such file in the site"

    def _target(self, page: str, path: str) -> str:
        """The file that a path means, seen from a page; outside the site, a path of no file."""
        if not path:
            return page
        if path.startswith("/"):
            base = self.home.path.rstrip("/") + "/"
            if not join(path, "").startswith(base):
                return path
            page, path = "", path[len(base) :] or "."
        target = page[: page.rfind("/") + 1] + path
        whole = "" if path.endswith("/") else normpath(target)
        return whole if whole in self.files else normpath(f"{target}/index.html")

    def _anchor_fault(self, target: str, anchor: str) -> str:
        """What is wrong with an anchor in a file; only pages have anchors to look for."""
        if not anchor or target not in self.pages:
            return ""
        ids = self.pages[target].ids
        if anchor in ids or unquote(anchor) in ids:
            return ""
        return f"{target} has no anchor “{unquote(anchor)}”"


def _leads_within(page: Page, link: str) -> bool:
    """Whether a link plainly leads to a place in its own page."""
    return (
        link[:1] == "#" and link[1:] in page.ids and link.isprintable() and not (" " in link or ":~:" in link)
    )

"""A checked base → build/docs and site/."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, NamedTuple

from claimbook import export, pages
from claimbook.errors import CannotRunError
from claimbook.handwritten import HOME, handwritten, merge
from claimbook.haste import in_haste
from claimbook.links import check_site
from claimbook.pages.book import Book
from claimbook.pages.published import Site
from claimbook.remembering import remembering
from claimbook.site import build_site, site_settings
from claimbook.takingover import TakingOver
from claimbook.write import write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claimbook.examine import Examined
    from claimbook.linkcheck import BrokenLink, LinkReport
    from claimbook.write import Written


class Content(NamedTuple):
    """All files of build/docs by path, those of them that are an export, and the navigation over the pages."""

    files: dict[str, bytes]
    exported: dict[str, bytes]
    nav: pages.Nav

    @property
    def twins(self) -> dict[str, bytes]:
        """The Markdown twin of each page, which MkDocs would take for the page itself."""
        return export.twins(self.files)


class Pages(NamedTuple):
    """What was written to build/docs, and its content."""

    written: Written
    content: Content


class Built(NamedTuple):
    """What a build did: pages, links, and what MkDocs or the link check complained of."""

    written: Written
    links: LinkReport | None
    faults: list[str]


def content(root: Path, examined: Examined) -> Content:
    """Make the pages and files of a base without errors, together with those written by hand.

    Raises `ClashError` where a hand-written page stands at a generated address, and `CannotRunError` where
    the settings or docs/ cannot be read.
    """
    by_hand = handwritten(root / "docs")
    head = by_hand.get(HOME)
    opening = head.decode("utf-8", "replace") if head is not None else None
    book = Book(examined.facts, Site(**site_settings(root)))
    exported = export.files(book)
    files, clashes = merge(by_hand, {**pages.make(book, opening), **exported})
    if clashes:
        raise ClashError("\n".join(clashes))
    return Content(files, exported, pages.nav(examined.facts.library, by_hand))


def write_pages(root: Path, examined: Examined) -> Pages:
    """Write the `content` of a base without errors to build/docs.

    Raises as `content` does, and `CannotRunError` where the disk refuses.
    """
    made = content(root, examined)
    return Pages(write(root / "build" / "docs", made.files), made)


class ClashError(Exception):
    """A hand-written page stands at a generated address; the text names it."""


def build(root: Path, examined: Examined, cache: bool = True, processes: int = 1) -> Built:
    """Write the pages and build the site from them; a site with faults does not replace the old one.

    With `cache`, pages that did not change are taken over from the site that stands, and references and pictures
    from the user's cache. More `processes` make it quicker and change nothing else.

    Raises `ClashError` and `CannotRunError` as `write_pages` does, and where there is no mkdocs.yml.
    """
    if not (root / "mkdocs.yml").is_file():
        raise CannotRunError(f"there is no mkdocs.yml in {root}")
    with in_haste(), remembering(root) if cache else nullcontext():
        made = write_pages(root, examined)
    over = TakingOver(root / "site", root / "build" / "site.record" if cache else None)
    reports: list[LinkReport] = []

    def look(site: Path, site_url: str) -> Iterator[BrokenLink]:
        reports.append(check_site(site, site_url, {path: each.page for path, each in over.seen.items()}))
        yield from reports[-1].broken

    docs, nav = root / "build" / "docs", made.content.nav
    faults = build_site(root, docs, root / "site", nav, look, made.content.twins, over, processes)
    return Built(made.written, reports[-1] if reports else None, faults)

"""A checked base → build/docs and site/."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimbook import pages
from claimbook.errors import CannotRunError
from claimbook.handwritten import HOME, handwritten, merge
from claimbook.links import check_site
from claimbook.pages.published import Site
from claimbook.site import build_site, site_settings
from claimbook.write import write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claimbook.examine import Examined
    from claimbook.linkcheck import BrokenLink, LinkReport
    from claimbook.write import Written


class Pages(NamedTuple):
    """What was written to build/docs, and the navigation over it."""

    written: Written
    nav: pages.Nav


class Built(NamedTuple):
    """What a build did: pages, links, and what MkDocs or the link check complained of."""

    written: Written
    links: LinkReport | None
    faults: list[str]


def write_pages(root: Path, examined: Examined) -> Pages:
    """Make the pages of a base without errors and write them to build/docs.

    Raises `CannotRunError` where a hand-written page stands at a generated address, or the disk refuses.
    """
    by_hand = handwritten(root / "docs")
    head = by_hand.get(HOME)
    opening = head.decode("utf-8", "replace") if head is not None else None
    made = pages.make(examined.facts, opening, Site(**site_settings(root)))
    files, clashes = merge(by_hand, made)
    if clashes:
        raise ClashError("\n".join(clashes))
    return Pages(write(root / "build" / "docs", files), pages.nav(examined.facts.library, by_hand))


class ClashError(Exception):
    """A hand-written page stands at a generated address; the text names it."""


def build(root: Path, examined: Examined) -> Built:
    """Write the pages and build the site from them; a site with faults does not replace the old one.

    Raises `ClashError` and `CannotRunError` as `write_pages` does, and where there is no mkdocs.yml.
    """
    if not (root / "mkdocs.yml").is_file():
        raise CannotRunError(f"there is no mkdocs.yml in {root}")
    made = write_pages(root, examined)
    reports: list[LinkReport] = []

    def look(site: Path, site_url: str) -> Iterator[BrokenLink]:
        reports.append(check_site(site, site_url))
        yield from reports[-1].broken

    faults = build_site(root, root / "build" / "docs", root / "site", made.nav, look)
    return Built(made.written, reports[-1] if reports else None, faults)

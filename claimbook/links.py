"""Links of the built site on the disk: the build's own check, and the deeper one with lychee."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from claimbook.below import files_below
from claimbook.errors import CannotRunError, explained
from claimbook.htmlpage import Page, read
from claimbook.linkcheck import BrokenLink, LinkReport, check_links

if TYPE_CHECKING:
    from collections.abc import Mapping

_BROKEN = 2  # lychee's status where it ran and found broken links

_OFFLINE = ["--offline", "--include-fragments=anchor-only", "--index-files", "index.html"]


def check_site(site: Path, site_url: str = "", known: Mapping[str, Page] | None = None) -> LinkReport:
    """Check all internal links, anchors and ids below the folder `site`; see `check_links`.

    `known` are pages, by path, that were read already.

    Raises `CannotRunError` when a page cannot be read.
    """
    with explained(f"cannot read {site}"):
        files = set(files_below(site))
    known = known or {}
    pages = {path: known.get(path) or _read(site / path) for path in files if path.endswith(".html")}
    return check_links(files, pages, site_url)


def lychee(site: Path, site_url: str = "") -> LinkReport:
    """Check the links inside the folder `site` with the program lychee (the extra ``links``).

    It reads HTML in another way than `check_site`, so it catches what that may miss; ids
    that stand twice it does not look for.

    Raises `CannotRunError` when lychee is not installed, breaks off, or finds no page.
    """
    site = site.resolve()
    base = urlsplit(site_url).path.strip("/")
    remap = ["--remap", f"^{site.as_uri()}/{base}/(.*)$ {site.as_uri()}/$1"] if base else []
    found = run_lychee([*_OFFLINE, "--root-dir", str(site), *remap, "**/*.html"], site)
    if not found["total"]:
        raise CannotRunError(f"lychee found no link to check in {site}")
    broken = [
        BrokenLink(page, unquote(link["url"].removeprefix(site.as_uri() + "/")), link["status"]["text"])
        for kind in ("error_map", "timeout_map")
        for page, links in found[kind].items()
        for link in links
    ]
    return LinkReport(sum(1 for _ in site.rglob("*.html")), found["total"], sorted(set(broken)))


def run_lychee(options: list[str], folder: Path, environment: dict[str, str] | None = None) -> dict[str, Any]:
    """Run lychee in a folder, with these variables or this process's own, and read the JSON it prints.

    Raises `CannotRunError` when it is not installed or breaks off.
    """
    command = [_program(), "--no-progress", "--format", "json", *options]
    with explained("cannot run lychee"):
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
        )
    if done.returncode not in (0, _BROKEN):
        raise CannotRunError(f"lychee broke off: {done.stderr.strip()}")
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _read(path: Path) -> Page:
    with explained(f"cannot read {path}"):
        return read(path.read_bytes())


def _program() -> str:
    """Where lychee is: beside this Python, where the extra puts it, or else on the search path."""
    found = shutil.which("lychee", path=Path(sys.executable).parent) or shutil.which("lychee")
    if found is None:
        raise CannotRunError("lychee is not installed; install this project with its extra “links”")
    return found

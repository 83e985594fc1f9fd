"""The search index of a built site: Pagefind, run quietly on the pages that ask to be found."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from claimbook.errors import CannotRunError, explained

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "pagefind"
_MARK = b"data-pagefind-body"  # on a page's article: of such a site, Pagefind indexes these pages only
# The title, which is searched apart from the text; a filter already; or the same on many pages.
_NO_TEXT = "h1, thead, .headerlink, .cb-crumbs, .cb-chip, .cb-cite, .cb-help, .cb-safety"
_UNUSED = ("pagefind-*ui*", "pagefind-highlight.js")  # Pagefind's own dialogs; ours stands in theme/assets
_PATIENCE = 300  # seconds; 1,000 pages take about two


def index(site: Path) -> None:
    """Index the marked pages of the folder `site` into its folder ``pagefind``, in place of what was there.

    A page is marked by ``data-pagefind-body`` on its article and gives its filters in its
    head (`claimbook/theme/main.html`). A site without such a page gets no index. The same
    site gives the same words and texts, byte by byte; but the values of a filter stand in an
    order of chance, by which Pagefind names their files and the list of all.

    Raises `CannotRunError` when Pagefind is not installed, breaks off or takes minutes.
    """
    with explained(f"cannot index {site}"):
        if (site / FOLDER).exists():
            shutil.rmtree(site / FOLDER)
        if not any(_MARK in page.read_bytes() for page in site.rglob("*.html")):
            return
        _run(site)
        for pattern in _UNUSED:
            for path in (site / FOLDER).glob(pattern):
                path.unlink()


def _run(site: Path) -> None:
    """Run Pagefind on a folder; in that folder, so that no settings of elsewhere are read."""
    options = ["--site", ".", "--output-subdir", FOLDER, "--exclude-selectors", _NO_TEXT, "--silent"]
    command = [sys.executable, "-P", "-m", "pagefind", *options]  # -P: runs no Python that lies in the site
    try:
        done = subprocess.run(
            command,
            cwd=site,
            capture_output=True,
            encoding="utf-8",
            timeout=_PATIENCE,
            check=False,
            close_fds=False,  # so that it holds its base as long as it writes (`claimbook/turns.py`)
        )
    except subprocess.TimeoutExpired as error:
        raise CannotRunError(f"Pagefind did not end within {_PATIENCE} seconds") from error
    if done.returncode:
        told = (done.stderr or done.stdout).strip().rpartition("\n")[2]
        raise CannotRunError(f"Pagefind, which makes the search index, broke off: {told}")

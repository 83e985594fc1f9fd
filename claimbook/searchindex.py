"""The search index of a built site: Pagefind, run quietly on the pages that ask to be found."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from claimbook.below import files_below
from claimbook.errors import CannotRunError, explained

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "pagefind"
_MARK = b"data-pagefind-body"  # on a page's article: of such a site, Pagefind indexes these pages only
_ARTICLE, _END = b"<article " + _MARK, b"</article>"
_COUNTS = (b"data-pagefind-", b"<h1", b"<img")  # what Pagefind takes from outside an article, too
# The title, which is searched apart from the text; a filter already; or the same on many pages.
_NO_TEXT = "h1, thead, .headerlink, .cb-crumbs, .cb-chip, .cb-cite, .cb-help, .cb-safety"
_UNUSED = ("pagefind-*ui*", "pagefind-highlight.js")  # Pagefind's own dialogs; ours stands in theme/assets
_PATIENCE = 300  # seconds; 1,000 pages take about two


def index(site: Path) -> None:
    """Index the marked pages of the folder `site` into its folder ``pagefind``, in place of what was there.

    A page is marked by ``data-pagefind-body`` on its article and gives its filters in its
    head (`claimbook/theme/main.html`). A site without such a page gets no index. The same
    site gives the same words and texts; but Pagefind numbers its pages as the disk lists them, puts the
    values of a filter in an order of chance, and names files by both.

    Raises `CannotRunError` when Pagefind is not installed, breaks off or takes minutes.
    """
    pages = site / FOLDER / "pages"  # in there, so that it goes with a build that is broken off
    with explained(f"cannot index {site}"):
        if (site / FOLDER).exists():
            shutil.rmtree(site / FOLDER)
        if not _lay_out(site, pages):
            return
        _run(pages)
        shutil.rmtree(pages)
        for pattern in _UNUSED:
            for path in (site / FOLDER).glob(pattern):
                path.unlink()


def _lay_out(site: Path, pages: Path) -> bool:
    """Lay what is to be indexed of each marked page into a folder; whether there is any."""
    for name in files_below(site, ".html"):
        html = (site / name).read_bytes()
        if _MARK in html:
            place = pages / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(essence(html))
    return pages.exists()


def essence(html: bytes) -> bytes:
    """A marked page without the frame around its article, which takes Pagefind as long to read as all else.

    A page of another form stays whole, and so does one whose frame holds what the index would.
    """
    head, opening, rest = html.partition(b"<body")
    begin, end = rest.find(_ARTICLE), rest.rfind(_END)
    frame = (rest[:begin] + rest[end:]).lower()
    if begin < 0 or end < begin or any(each in frame for each in _COUNTS):
        return html
    return head + opening + b">" + rest[begin : end + len(_END)]


def _run(pages: Path) -> None:
    """Run Pagefind on a folder, for the one above; in that folder, so that no settings of elsewhere are read."""
    options = ["--site", ".", "--output-path", "..", "--exclude-selectors", _NO_TEXT, "--silent"]
    command = [sys.executable, "-P", "-m", "pagefind", *options]  # -P: runs no Python that lies there
    try:
        done = subprocess.run(
            command,
            cwd=pages,
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

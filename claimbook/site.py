"""Markdown pages into a site: built aside, checked, and put in place of the old one."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING, Any, NamedTuple

from claimbook.errors import CannotRunError, explained
from claimbook.haste import in_haste
from claimbook.rendering import render
from claimbook.sealing import seal
from claimbook.searchindex import FOLDER, index
from claimbook.sitesettings import site_address, site_settings
from claimbook.swapping import back, put_in_place
from claimbook.takingover import TakingOver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    Nav = list[Any] | None  # MkDocs' own shape: paths, {title: path}, {section: [...]}; None: all pages

__all__ = ["Preview", "build_site", "site_address", "site_settings"]


def build_site(
    root: Path,
    docs: Path,
    out: Path,
    nav: Nav,
    check: Callable[[Path, str], Iterable[object]],
    beside: Mapping[str, bytes] | None = None,
    over: TakingOver | None = None,
    processes: int = 1,
) -> list[str]:
    """Build the site of ``root/mkdocs.yml`` from the folder `docs` into `out`, strictly.

    `beside` are files (by path) that MkDocs would take for pages; they are laid in as they are. Each page gets
    its policy (`claimbook/sealing.py`). `check` is given the built folder and the site's address, and yields what
    is wrong with its links. `over` takes pages that did not change over from the site that stands, and more
    `processes` share the others; where anything is wrong then, the site is built again in full by one, so that what
    is told hangs on nothing else.

    Returns all complaints, MkDocs', the policy's and those, as text; none: the new site stands in `out`, with its
    search index. Until then it is built aside in ``root/build``, so a failing or killed build leaves the old site
    standing; the next run clears what a killed one left.

    Raises `CannotRunError` when the disk refuses or `out` is something other than a folder.
    """
    fresh, old = (root / "build" / f"{out.name}.{end}" for end in ("new", "old"))
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise CannotRunError(f"{out} is not a folder of its own; move it away")
    over = over or TakingOver(out)
    aside = _Aside(root, docs, fresh, nav, check, beside or {})
    with explained(f"cannot build {out}"):
        _settle(fresh, old, out)
        try:
            messages, was_shared = aside.build(over, processes)
            if messages and (over.taken or was_shared):
                _settle(fresh, old, out)
                over.forget()
                messages, _ = aside.build(over, 1)
            if not messages:
                with in_haste():
                    if not over.take_index(fresh):
                        index(fresh)
                    over.note(fresh, FOLDER)
                    put_in_place(fresh, out, old)
                    over.keep()
        finally:
            _settle(fresh, old, out)
    return messages


class _Aside(NamedTuple):
    """A site that is being built aside."""

    root: Path
    docs: Path
    fresh: Path
    nav: Nav
    check: Callable[[Path, str], Iterable[object]]
    beside: Mapping[str, bytes]

    def build(self, over: TakingOver, processes: int) -> tuple[list[str], bool]:
        """Build it but for its search index; returns what is wrong with it, and whether several processes did it."""
        settings = {"docs_dir": str(self.docs), "site_dir": str(self.fresh), "nav": self.nav}
        made = render(self.root, settings, twins=bool(self.beside), over=over, processes=processes)
        messages = made.messages
        if not messages:
            _lay(self.fresh, self.beside)
            with in_haste():
                messages = seal(self.fresh, made.themes, over.seen)
                messages += (str(fault) for fault in self.check(self.fresh, made.site_url))
        return messages, made.was_shared


class Preview:
    """A folder that is kept built for a curator's eyes: in full at first, then what changed."""

    def __init__(self, root: Path, docs: Path, out: Path) -> None:
        """Build from `docs` with the settings of `root` into `out`, whose content is replaced."""
        self.root, self.docs, self.out = root, docs, out
        self._built: object = None
        self._at = 0.0

    def build(self, nav: Nav) -> list[str]:
        """Bring the folder up to date and return MkDocs' complaints.

        Only pages whose Markdown is newer are built, unless the navigation, the settings or
        the set of files changed, or something was wrong the last time. The search index is
        made with all pages, not with some: it would take longer than they do.
        """
        with explained(f"cannot build {self.out}"):
            wanted = (nav, (self.root / "mkdocs.yml").read_bytes(), set(self.docs.rglob("*")))
            # MkDocs builds what is newer than its page; after a clock was set back, nothing is.
            dirty = self._built == wanted and time.time() >= self._at
            self._built, self._at = None, time.time()
            settings = {"docs_dir": str(self.docs), "site_dir": str(self.out), "nav": nav}
            messages = render(self.root, {**settings, "strict": False, "site_url": ""}, dirty).messages
            if not (dirty or messages):
                index(self.out)
        self._built = None if messages else wanted
        return messages


def _lay(site: Path, files: Mapping[str, bytes]) -> None:
    for folder in {path.rpartition("/")[0] for path in files}:
        (site / folder).mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        with open(f"{site}/{path}", "wb") as file:  # noqa: PTH123 - as text, see `claimbook/write.py`
            file.write(content)


def _settle(fresh: Path, old: Path, out: Path) -> None:
    """Clear what a build leaves beside the site; a swap that was broken off is undone."""
    back(out, old)
    for leftover in (fresh, old):
        if leftover.exists():
            shutil.rmtree(leftover)

"""Markdown pages into a site: MkDocs run in this process, its complaints taken as plain messages."""

from __future__ import annotations

import shutil
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from claimbook.errors import CannotRunError, explained
from claimbook.listening import listening
from claimbook.sealing import seal
from claimbook.searchindex import FOLDER, index
from claimbook.sitesettings import site_address, site_settings
from claimbook.swapping import back, put_in_place
from claimbook.takingover import TakingOver
from claimbook.takingover.static import link_static
from claimbook.takingover.terms import terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    Nav = list[Any] | None  # MkDocs' own shape: paths, {title: path}, {section: [...]}; None: all pages

__all__ = ["Preview", "build_site", "site_address", "site_settings"]

_PATIENCE = 1.0  # seconds; a build that takes longer says what it is doing
_THEME = Path(__file__).parent / "theme"  # what the pages have beyond their theme
_FEED = "changes.xml"  # named in each page's head where it is among the pages
_KNOWN = "A 'dirty' build is being performed"  # MkDocs warns of what was asked for


def build_site(
    root: Path,
    docs: Path,
    out: Path,
    nav: Nav,
    check: Callable[[Path, str], Iterable[object]],
    beside: Mapping[str, bytes] | None = None,
    over: TakingOver | None = None,
) -> list[str]:
    """Build the site of ``root/mkdocs.yml`` from the folder `docs` into `out`, strictly.

    `beside` are files (by path) that MkDocs would take for pages; they are laid in as they are. Each page gets
    its policy (`claimbook/sealing.py`). `check` is given the built folder and the site's address, and yields what
    is wrong with its links. `over` takes pages that did not change over from the site that stands; where anything
    is wrong then, the site is built again in full, so that what is told does not hang on the past.

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
            messages = aside.build(over)
            if messages and over.taken:
                _settle(fresh, old, out)
                over.forget()
                messages = aside.build(over)
            if not messages:
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

    def build(self, over: TakingOver) -> list[str]:
        """Build it but for its search index, and return what is wrong with it."""
        settings = {"docs_dir": str(self.docs), "site_dir": str(self.fresh), "nav": self.nav, "strict": True}
        messages, site_url, themes = _mkdocs(self.root, settings, twins=bool(self.beside), over=over)
        if not messages:
            _lay(self.fresh, self.beside)
            messages = seal(self.fresh, themes, over.seen)
            messages += (str(fault) for fault in self.check(self.fresh, site_url))
        return messages


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
            messages, *_ = _mkdocs(self.root, {**settings, "strict": False, "site_url": ""}, dirty)
            if not (dirty or messages):
                index(self.out)
        self._built = None if messages else wanted
        return messages


def _mkdocs(
    root: Path,
    settings: dict[str, Any],
    dirty: bool = False,
    twins: bool = False,
    over: TakingOver | None = None,
) -> tuple[list[str], str, list[Path]]:
    """Run one build; returns MkDocs' complaints, the site's address, if it has one, and the theme's folders."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    from claimbook.tight import tightened

    site_url, themes = "", list[Path]()
    with listening() as messages, _patience(f"MkDocs is building {settings['site_dir']} …"):
        try:
            config = load_config(str(root / "mkdocs.yml"), **settings)
            site_url = config.site_url or ""
            config.theme.dirs.insert(0, str(_THEME))
            themes = list(map(Path, config.theme.dirs))
            config.extra["feed"] = _FEED if Path(config.docs_dir, _FEED).is_file() else ""
            config.extra["twins"] = twins
            config.plugins.on_startup(command="build", dirty=False)
            templates = config.theme.get_env
            config.theme.get_env = lambda: tightened(templates(), config.theme.dirs)  # type: ignore[method-assign]
            if over:
                dirty = _take_over(root, config, over)
            build(config, dirty=dirty)
        except MkDocsException as error:
            messages[:] = messages or [error.format_message()]
        except OSError:
            raise
        except (Exception, SystemExit) as error:  # its plugins, hooks and templates may raise anything
            if not any(str(error) in message for message in messages):
                messages.append(f"MkDocs broke off: {type(error).__name__}: {error}")
    return [message for message in messages if not message.startswith(_KNOWN)], site_url, themes


def _take_over(root: Path, config: Any, over: TakingOver) -> bool:
    """Let MkDocs pass over the pages that are taken over; returns whether there may be any."""

    def take(files: Any, config: Any) -> None:
        if told := terms(root, config, files):
            link_static(files, config)
        over.begin(told)
        for file in files.documentation_pages():
            if over.take(file.dest_uri, file.content_bytes, Path(config.site_dir)):
                file.is_modified = lambda: False

    if over.file:
        config.plugins.events["files"].append(take)
    config.strict = (
        config.strict and not over.known.terms
    )  # it would stop at its own warning of a "dirty" build
    return bool(over.known.terms)


def _lay(site: Path, files: Mapping[str, bytes]) -> None:
    for path, content in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)


def _settle(fresh: Path, old: Path, out: Path) -> None:
    """Clear what a build leaves beside the site; a swap that was broken off is undone."""
    back(out, old)
    for leftover in (fresh, old):
        if leftover.exists():
            shutil.rmtree(leftover)


@contextmanager
def _patience(text: str) -> Iterator[None]:
    """Say what is going on, on standard error, should it take long."""
    timer = threading.Timer(_PATIENCE, print, [text], {"file": sys.stderr, "flush": True})
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()

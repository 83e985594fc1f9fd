"""Markdown pages into a site: MkDocs run in this process, its complaints taken as plain messages."""

from __future__ import annotations

import logging
import shutil
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from claimbook.errors import CannotRunError, explained
from claimbook.sealing import seal
from claimbook.searchindex import index
from claimbook.swapping import back, put_in_place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    Nav = list[Any] | None  # MkDocs' own shape: paths, {title: path}, {section: [...]}; None: all pages

_PATIENCE = 1.0  # seconds; a build that takes longer says what it is doing
_THEME = Path(__file__).parent / "theme"  # what the pages have beyond their theme
_FEED = "changes.xml"  # named in each page's head where it is among the pages
_ONE_LOG = threading.Lock()  # there is one in a process: of two builds, the second waits for the first
_KNOWN = "A 'dirty' build is being performed"  # MkDocs warns of what was asked for


def build_site(
    root: Path,
    docs: Path,
    out: Path,
    nav: Nav,
    check: Callable[[Path, str], Iterable[object]],
    beside: Mapping[str, bytes] | None = None,
) -> list[str]:
    """Build the site of ``root/mkdocs.yml`` from the folder `docs` into `out`, strictly.

    `beside` are files (by path) that MkDocs would take for pages; they are laid into the site
    as they are. Each page gets its policy (`claimbook/sealing.py`). `check` is given the built folder
    and the site's address, and yields what is wrong with its links. Returns all complaints, MkDocs',
    the policy's and those, as text; none: the new site stands in `out`, with its search index. Until
    then it is built aside in ``root/build``, so a failing or killed build leaves the old site standing;
    the next run clears what a killed one left.

    Raises `CannotRunError` when the disk refuses or `out` is something other than a folder.
    """
    fresh, old = (root / "build" / f"{out.name}.{end}" for end in ("new", "old"))
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise CannotRunError(f"{out} is not a folder of its own; move it away")
    with explained(f"cannot build {out}"):
        _settle(fresh, old, out)
        try:
            settings = {"docs_dir": str(docs), "site_dir": str(fresh), "nav": nav, "strict": True}
            messages, site_url, themes = _mkdocs(root, settings, twins=bool(beside))
            if not messages:
                _lay(fresh, beside or {})
                messages = seal(fresh, themes)
                messages += (str(fault) for fault in check(fresh, site_url))
            if not messages:
                index(fresh)
                put_in_place(fresh, out, old)
        finally:
            _settle(fresh, old, out)
    return messages


def site_address(root: Path) -> str:
    """The address at which the settings say the site will stand, or nothing.

    Raises `CannotRunError` when the settings cannot be read.
    """
    return site_settings(root)["url"]


def site_settings(root: Path) -> dict[str, str]:
    """What the settings say of the site: name, url, description, copyright, repo, license (`extra.license`).

    Raises `CannotRunError` when the settings cannot be read.
    """
    given = _given(root)
    extra = given.get("extra")
    told = {name: given.get(f"site_{name}") for name in ("name", "url", "description")}
    told |= {"copyright": given.get("copyright"), "repo": given.get("repo_url")}
    told["license"] = extra.get("license") if isinstance(extra, dict) else None
    settings = {name: str(each or "").strip() for name, each in told.items()}
    try:
        urlsplit(settings["url"])
    except ValueError as error:
        raise CannotRunError(f"cannot read mkdocs.yml: site_url is no address: {error}") from error
    return settings


def _given(root: Path) -> dict[str, Any]:
    from mkdocs.exceptions import ConfigurationError
    from mkdocs.utils.yaml import yaml_load

    with explained("cannot read mkdocs.yml"):
        text = (root / "mkdocs.yml").read_bytes()
    try:
        given: object = yaml_load(text.decode("utf-8"))
    except ConfigurationError as error:
        raise CannotRunError(str(error)) from error
    except (RecursionError, TypeError, ValueError) as error:
        raise CannotRunError(f"cannot read mkdocs.yml: {error}") from error
    if not isinstance(given, dict):
        raise CannotRunError("cannot read mkdocs.yml: it holds no settings")
    return given


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
    root: Path, settings: dict[str, Any], dirty: bool = False, twins: bool = False
) -> tuple[list[str], str, list[Path]]:
    """Run one build; returns MkDocs' complaints, the site's address, if it has one, and the theme's folders."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    site_url, themes = "", list[Path]()
    with _listening() as messages, _patience(f"MkDocs is building {settings['site_dir']} …"):
        try:
            config = load_config(str(root / "mkdocs.yml"), **settings)
            site_url = config.site_url or ""
            config.theme.dirs.insert(0, str(_THEME))
            themes = list(map(Path, config.theme.dirs))
            config.extra["feed"] = _FEED if Path(config.docs_dir, _FEED).is_file() else ""
            config.extra["twins"] = twins
            config.plugins.on_startup(command="build", dirty=False)
            build(config, dirty=dirty)
        except MkDocsException as error:
            messages[:] = messages or [error.format_message()]
        except OSError:
            raise
        except (Exception, SystemExit) as error:  # its plugins, hooks and templates may raise anything
            if not any(str(error) in message for message in messages):
                messages.append(f"MkDocs broke off: {type(error).__name__}: {error}")
    return [message for message in messages if not message.startswith(_KNOWN)], site_url, themes


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
def _listening() -> Iterator[list[str]]:
    """Collect MkDocs' warnings and errors; nothing of its log reaches the terminal."""
    messages: list[str] = []
    listener = logging.Handler(logging.WARNING)
    listener.emit = lambda record: messages.append(record.getMessage())  # type: ignore[method-assign]
    log = logging.getLogger("mkdocs")
    with _ONE_LOG:
        level, propagate = log.level, log.propagate
        log.addHandler(listener)
        log.setLevel(logging.WARNING)  # while it logs in detail, MkDocs does not check anchors
        log.propagate = False
        try:
            yield messages
        finally:
            log.removeHandler(listener)
            log.setLevel(level)
            log.propagate = propagate


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

"""One run of MkDocs in this process, what it complains of taken as plain messages."""

from __future__ import annotations

import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from claimbook.listening import listening
from claimbook.splitting import Copies, pass_over
from claimbook.takingover.static import link_static
from claimbook.takingover.terms import entries, terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.takingover import TakingOver

_PATIENCE = 1.0  # seconds; a build that takes longer says what it is doing
_THEME = Path(__file__).parent / "theme"  # what the pages have beyond their theme
_MOST_LISTED = 50  # entries in each page's navigation; of more, those of the part in which the page stands
_FEED = "changes.xml"  # named in each page's head where it is among the pages


class Rendered(NamedTuple):
    """MkDocs' complaints, the site's address, if it has one, the theme's folders, and whether several processes did it."""

    messages: list[str]
    site_url: str
    themes: list[Path]
    was_shared: bool


def render(
    root: Path,
    settings: dict[str, Any],
    dirty: bool = False,
    twins: bool = False,
    over: TakingOver | None = None,
    processes: int = 1,
) -> Rendered:
    """Run one build with the settings of ``root/mkdocs.yml`` and these.

    A `dirty` one makes only pages whose Markdown is newer; `twins` says that each page has one in Markdown. With
    `over`, pages are taken over into a folder that is not there yet, and `processes` may share the others.

    Raises `OSError` when the disk refuses.
    """
    from mkdocs.commands.build import build
    from mkdocs.exceptions import MkDocsException

    config: Any = None
    with (
        listening() as messages,
        _patience(f"MkDocs is building {settings['site_dir']} …"),
        Copies(processes, messages) as copies,
    ):
        try:
            config = _loaded(root, settings, twins)
            if over:
                _spare(root, config, over, copies)
            build(config, dirty=dirty or bool(over))
        except MkDocsException as error:
            messages[:] = messages or [error.format_message()]
        except OSError:
            raise
        except (Exception, SystemExit) as error:  # its plugins, hooks and templates may raise anything
            if not any(str(error) in message for message in messages):
                messages.append(f"MkDocs broke off: {type(error).__name__}: {error}")
    site_url, themes = (config.site_url, config.theme.dirs) if config else ("", [])
    return Rendered(messages, site_url or "", list(map(Path, themes)), bool(copies.started))


def _loaded(root: Path, settings: dict[str, Any], twins: bool) -> Any:
    """MkDocs' settings, with what our own templates ask for."""
    from mkdocs.config import load_config

    from claimbook.tight import tightened

    config = load_config(str(root / "mkdocs.yml"), **settings)
    config.theme.dirs.insert(0, str(_THEME))
    config.extra["feed"] = _FEED if Path(config.docs_dir, _FEED).is_file() else ""
    config.extra["twins"] = twins
    if sum(1 for _ in entries(config.nav)) > _MOST_LISTED:
        config.theme["features"] = [*config.theme.get("features", []), "navigation.prune"]
    config.plugins.on_startup(command="build", dirty=False)
    templates = config.theme.get_env  # wrapped, since no event comes before MkDocs lists all templates
    config.theme.get_env = lambda: tightened(templates(), config.theme.dirs)  # type: ignore[method-assign]
    return config


def _spare(root: Path, config: Any, over: TakingOver, copies: Copies) -> None:
    """Let MkDocs pass over pages, in its way: as in a "dirty" build, told of each file whether it is to be made."""

    def begin(files: Any, config: Any) -> None:
        on_what = terms(root, config, files)
        over.begin(on_what)
        for file in files:
            file.is_modified = lambda: True
        for file in files.documentation_pages():
            if over.take(file.dest_uri, file.content_bytes, Path(config.site_dir)):
                pass_over(file)
        if on_what:
            link_static(files, config)
            copies.share_out(files, config)

    config.plugins.events["files"].append(begin)


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

"""On what a page of the site hangs besides its own Markdown: the navigation, the settings, the theme, the engine."""

from __future__ import annotations

import sys
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimbook.below import files_below
from claimbook.digesting import digest
from claimbook.sitesettings import all_settings

if TYPE_CHECKING:
    from collections.abc import Iterator


_ENGINE = Path(__file__).parent.parent
_MAKERS = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "markupsafe", "pyyaml")
_SHOWN = {"icon", "status", "subtitle"}  # what the theme's navigation takes from another page's front matter


def terms(root: Path, config: Any, files: Any) -> str:
    """A digest of all that a page hangs on but its own Markdown; empty where that cannot be told.

    A link in a page is made from the paths of all files, so these are in it. It cannot be told where anything
    from outside may have a hand in a page (a plugin, a hook, a theme of the base's own, an extension of Markdown
    that may read files), where the navigation shows what stands in another page, and where two files have one place.
    """
    places = {file.dest_uri for file in files}
    if (
        not _alone(config)
        or len(places) < len(files)
        or any(_is_told_by_itself(page, files) for page in entries(config.nav))
    ):
        return ""
    paths = sorted(file.src_uri for file in files)
    told = (engine(), all_settings(root), config.nav, dict(config.extra), paths)
    return digest(told, ())


def _alone(config: Any) -> bool:
    """Whether pages are made by MkDocs, Material, Markdown and the engine alone."""
    names = (str(name).removeprefix("markdown.extensions.") for name in config.markdown_extensions)
    own = all(name.isidentifier() and find_spec(f"markdown.extensions.{name}") for name in names)
    return own and not config.plugins and config.theme.name == "material" and not config.theme.custom_dir


def entries(nav: Any) -> Iterator[tuple[str, str]]:
    """The titles and paths of the navigation; a title is empty where none is given."""
    if isinstance(nav, dict):
        for title, below in nav.items():
            yield from [(title, below)] if isinstance(below, str) else entries(below)
    elif isinstance(nav, list):
        for each in nav:
            yield from entries(each)
    else:
        yield "", str(nav)


def _is_told_by_itself(entry: tuple[str, str], files: Any) -> bool:
    """Whether the navigation shows of a page what only the page says."""
    from mkdocs.utils.meta import get_data

    title, path = entry
    file = files.get_file_from_path(path)
    return not title or (file is not None and not _SHOWN.isdisjoint(get_data(file.content_string)[1]))


@cache
def engine() -> str:
    """A digest of the engine's files, and the versions of all that makes a page."""
    names = [name for name in files_below(_ENGINE) if not name.endswith(".pyc")]
    return digest([sys.version, *map(version, _MAKERS), names], (_ENGINE / name for name in names))

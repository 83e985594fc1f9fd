"""What the commands share: an option, places on the command line, what the Tab key completes, and examples in the help."""

from __future__ import annotations

from pathlib import Path

import click

from claimbook.errors import CannotRunError

FRONT_DOOR = "python build_claims.py"
CACHE_PLACE = "CLAIMBOOK_CACHE"  # in the environment: names another folder for the cache

cache_option = click.option(
    "--cache",
    envvar=CACHE_PLACE,
    show_envvar=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Where good answers are kept for a day, in place of your cache folder.",
)


def examples(*words: str) -> str:
    """Lines for the end of a command's help, one for each of these command lines.

    The first line keeps click from joining the others.
    """
    return "\b\nFor example:\n" + "\n".join(f"  {FRONT_DOOR} {line}".rstrip() for line in words)


def place(root: Path, path: Path) -> str:
    """A path on the command line, relative to the root; the root itself is empty.

    Raises `CannotRunError` where it lies outside.
    """
    try:
        relative = path.resolve().relative_to(root).as_posix()
    except ValueError:
        raise CannotRunError(f"{path} is not in this base ({root})") from None
    return "" if relative == "." else relative


def topics(context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """The topics whose names begin so, by their folders: pressing Tab must not wait for the whole base."""
    return sorted(each.name for each in _root(context).glob(f"claims/{_plain(begun)}*") if each.is_dir())


def sources(context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """The keys of the sources that begin so, by their files."""
    return sorted(each.stem for each in _root(context).glob(f"sources/{_plain(begun)}*.yaml"))


def _root(context: click.Context) -> Path:
    """The base that the command line begun so far is about."""
    outermost = context.find_root()
    root: Path = outermost.params.get("root") or outermost.obj
    return root


def _plain(begun: str) -> str:
    return "".join(sign for sign in begun if sign.isalnum() or sign in "-_")

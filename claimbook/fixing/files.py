"""What mending comes to in the files of a base: shown as a difference first, written only when asked for."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING, NamedTuple

from claimbook.errors import CannotRunError, explained
from claimbook.fixing.text import fix_text
from claimbook.load import LISTS, load
from claimbook.report.visible import lines, visible
from claimbook.write import put

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from claimbook.model import Library
    from claimbook.problem import Problem

_MARK = "\ufeff"  # some editors begin a file with it; reading leaves it out


class Fixed(NamedTuple):
    """One file before and after; one that cannot be read is left alone, and `problem` says where and why."""

    path: str
    before: str
    after: str
    problem: Problem | None = None

    @property
    def is_changed(self) -> bool:
        """Whether anything was mended."""
        return self.before != self.after

    def difference(self) -> str:
        """What changes, as a unified diff whose lines are safe to print."""
        before, after = lines(self.before), lines(self.after)
        shown = unified_diff(before, after, self.path, self.path, lineterm="")
        return "".join(f"{visible(line)}\n" for line in shown)


def fixed_files(root: Path, places: Sequence[str]) -> list[Fixed]:
    """The claims, sources and lists at these places (relative to the root), each before and after.

    Nothing is written. Raises `CannotRunError` where no such file stands there.
    """
    library, problems = load(root)
    paths = [path for path in _files(library) if any(_within(path, place) for place in places)]
    if not paths:
        raise CannotRunError(f"no claim, source or list stands at {', '.join(places)}")
    return [_fixed(path, library, problems) for path in paths]


def _files(library: Library) -> list[str]:
    """Every YAML file of the base, those that could not be read among them."""
    read = [claim.path for claim in library.claims] + [source.path for source in library.sources.values()]
    lists = [path for path in LISTS if path in library.files]
    unread = [path for path in library.unread if path in library.files and path.endswith(".yaml")]
    return sorted({*read, *lists, *unread})


def _within(path: str, place: str) -> bool:
    return not place or f"{path}/".startswith(f"{place}/")


def _fixed(path: str, library: Library, problems: Iterable[Problem]) -> Fixed:
    before = library.files[path]
    here = (each for each in problems if each.where.path == path and each.is_error)
    unreadable = sorted(each for each in here if path in library.unread or each.rule == "duplicate-key")
    if unreadable:
        return Fixed(path, before, before, unreadable[0])
    return Fixed(path, before, fix_text(path, before, library.held))


def write_fixed(root: Path, fixed: Fixed) -> None:
    """Write a mended file whole. Raises `CannotRunError` where it is no longer what was read."""
    path = root / fixed.path
    with explained(f"cannot read {path}"):
        raw = path.read_bytes()
    text = raw.decode("utf-8", "replace")
    marks = text[: len(text) - len(text.lstrip(_MARK))]
    if raw != (marks + fixed.before).encode():
        raise CannotRunError(f"{path} has changed meanwhile; run 'fix' again")
    put(path, (marks + fixed.after).encode())

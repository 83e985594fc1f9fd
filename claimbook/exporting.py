"""A checked base → a folder with its files in the formats of others."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from claimbook.building import content
from claimbook.errors import CannotRunError, explained
from claimbook.write import put

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimbook.examine import Examined

_BROKEN_OFF = ".new-"  # begins the name of a file that `put` was writing when it was killed
LIST = "EXPORTED.txt"  # names every file of an export, so that the next one knows its own
_HEAD = "Written by `build_claims.py export`, which may replace or remove these files:"


class Exported(NamedTuple):
    """What an export did: how many files it wrote, and which of an earlier one it removed."""

    written: int
    removed: tuple[str, ...]


def export_base(root: Path, examined: Examined, target: Path) -> Exported:
    """Write the files of a base without errors into the folder `target`, each whole, and twins of its pages.

    Raises `CannotRunError` where `target` holds anything that no export wrote, and where the disk refuses;
    `ClashError` as a build does.
    """
    made = content(root, examined)
    return replace(target, {**made.exported, **made.twins})


def replace(target: Path, files: Mapping[str, bytes]) -> Exported:
    """Make `target` hold these files (by path) and their list; files of an earlier export go.

    The list is written first, with the earlier names too: an export that is broken off can be run again.
    """
    old = _own(target)
    put(target / LIST, _listing({*files, *old}))
    for path in sorted(files):
        put(target / path, files[path])
    gone = sorted(old - files.keys())
    with explained(f"cannot write {target}"):
        for path in gone:
            (target / path).unlink()
    put(target / LIST, _listing(files))
    return Exported(len(files), tuple(gone))


def _own(target: Path) -> set[str]:
    """What an earlier export wrote there and still stands; raises where anything else does."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise CannotRunError(f"{target} is not a folder of its own; name another")
    with explained(f"cannot read {target}"):
        found = set(_below(target)) if target.exists() else set()
        own = _listed(target, found) if LIST in found else set()
    if strangers := sorted(found - own - {LIST}):
        raise CannotRunError(
            f"{target} holds files that no export wrote, such as {strangers[0]}; name an empty folder"
        )
    return found - {LIST}


def _listed(target: Path, found: set[str]) -> set[str]:
    """What the list there names, and what a broken-off export left."""
    named = set((target / LIST).read_text("utf-8", "replace").splitlines())
    return named | {path for path in found if path.rpartition("/")[2].startswith(_BROKEN_OFF)}


def _below(target: Path) -> Iterator[str]:
    """Every file below the folder, links among them; these are never followed."""
    for folder, below, names in os.walk(target):
        links = [name for name in below if Path(folder, name).is_symlink()]
        for name in [*names, *links]:
            yield Path(folder, name).relative_to(target).as_posix()


def _listing(paths: set[str] | Mapping[str, bytes]) -> bytes:
    return ("\n".join([_HEAD, *sorted(paths)]) + "\n").encode()

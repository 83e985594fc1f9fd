"""The hand-written folder docs/: what is in it, and how it goes together with the generated pages."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from claimbook.errors import CannotRunError, explained
from claimbook.plainfile import read_plain

if TYPE_CHECKING:
    from collections.abc import Mapping

HOME = "index.md"  # the one page that may be hand-written and generated: its text heads the home page


def handwritten(docs: Path) -> dict[str, bytes]:
    """Read the folder `docs` as {path relative to it: content}; a missing folder is empty.

    Hidden files and folders are left out. Raises `CannotRunError` on a symbolic link, which
    could publish what lies outside the project, on a name that other systems may not have, and
    on anything that cannot be read.
    """
    found: dict[str, bytes] = {}
    if docs.is_symlink():
        raise CannotRunError(f"{docs} is a symbolic link; put the folder itself there")
    for folder, below, names in os.walk(docs, onerror=_refuse):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in [*below, *sorted(names)]:
            path = Path(folder, name)
            if name.startswith("."):
                continue
            _refuse_odd(path)
            if name not in below:
                with explained(f"cannot read {path}"):
                    found[path.relative_to(docs).as_posix()] = read_plain(path) or b""
    return found


def _refuse_odd(path: Path) -> None:
    """Refuse what is no plain file or folder (a pipe would never end) and names that no page can have."""
    if path.is_symlink():
        raise CannotRunError(f"{path} is a symbolic link; put the file itself there")
    if not path.name.isprintable() or {"\\", ":"} & set(path.name):
        raise CannotRunError(
            f"docs/ holds a file or folder with a name that not every system can have: "
            f"{path.name!a}; rename it"
        )
    if not (path.is_file() or path.is_dir()):
        raise CannotRunError(f"{path} is no plain file; take it out of docs/")


def merge(by_hand: Mapping[str, bytes], generated: Mapping[str, bytes]) -> tuple[dict[str, bytes], list[str]]:
    """Put both together, and tell of each hand-written file at a generated address.

    Two files share an address when MkDocs would write them to the same place, as
    ``bees.md`` and ``bees/index.md`` do. The messages name the file; no message, no clash.
    """
    taken = {_address(path): f"generated page {path}" for path in generated}
    clashes: list[str] = []
    for path in sorted(by_hand):
        if path == HOME:
            continue
        address = _address(path)
        if address in taken:
            clashes.append(f"docs/{path}: this address is taken by the {taken[address]}; rename the file")
        taken.setdefault(address, f"file docs/{path}")
    return {**by_hand, **generated}, clashes


def _address(path: str) -> str:
    """Where MkDocs writes a file: pages to folder/index.html, all else to its own path.

    To many systems, names that differ in capitals or in how an accent is composed are the same.
    """
    if path.endswith(".md"):
        pure = PurePosixPath(path).with_suffix("")
        path = str((pure.parent if pure.name in ("index", "README") else pure) / "index.html")
    return unicodedata.normalize("NFC", path).casefold()


def _refuse(error: OSError) -> None:
    """Say why a folder cannot be listed, unless it does not exist at all."""
    if not isinstance(error, FileNotFoundError):
        with explained(f"cannot read {error.filename}"):
            raise error

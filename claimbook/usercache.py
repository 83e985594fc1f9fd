"""What is kept between runs: outside the base, so that none becomes part of it, and never relied upon.

A kept file is a line with a checksum of all that follows, a line that names what made it, and an entry a line.
It is used when the checksum holds and the maker is the same, byte by byte, and is as good as absent otherwise:
cut off, overwritten, of another version, unreadable. Entries are JSON, which cannot make anything run; that nobody
but the user writes them is asked of the folder, as of the engine's own code. A new file takes the old one's place
whole, so that of two runs at once each reads one or the other; a folder that cannot be written is left as it is.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.errors import CannotRunError, explained
from claimbook.usage import CACHE_PLACE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def cache_folder(root: Path, name: str, given: Path | None = None) -> Path:
    """The folder `name` in the cache of this computer's user, or in the folder `given`; made if missing.

    Raises `CannotRunError` where it would lie in the base `root`, or cannot be made.
    """
    if given is None:
        from platformdirs import user_cache_path

        given = user_cache_path("claimbook", appauthor=False)
    folder = given.expanduser().resolve() / name
    if folder.is_relative_to(root.resolve()):
        raise CannotRunError(f"the cache {folder} lies in the base; name a folder outside of {root}")
    with explained(f"cannot make the cache {folder}"):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def kept_file(root: Path, kind: str) -> Path | None:
    """Where what is kept of a base stands; None where it would stand in the base itself, or there is no place."""
    named = os.environ.get(CACHE_PLACE)
    try:
        folder = cache_folder(root, kind, Path(named) if named else None)
    except (CannotRunError, OSError, RuntimeError):  # the last: no home, or a circle of links
        return None
    return folder / sha256(os.fsencode(root.resolve())).hexdigest()[:32]


def kept_lines(file: Path | None, maker: Callable[[], str]) -> list[str]:
    """The entries that this maker kept; none where there are none that can be used. Raises nothing."""
    try:
        raw = file.read_bytes() if file is not None and file.is_file() else b""
    except OSError:
        return []
    checksum, _, rest = raw.partition(b"\n")
    if sha256(rest).hexdigest().encode() != checksum:
        return []
    made_by, *lines = rest.decode().split("\n")
    return lines if made_by == maker() else []


def keep_lines(file: Path | None, maker: Callable[[], str], lines: Iterable[str]) -> None:
    """Keep these entries in place of those that were kept. Raises nothing."""
    if file is None:
        return
    rest = "\n".join([maker(), *lines]).encode()
    raw = b"%b\n%b" % (sha256(rest).hexdigest().encode(), rest)
    new = file.with_name(f"{file.name}.{os.getpid()}")  # should it be left behind half, nobody reads it
    try:
        new.write_bytes(raw)
        new.replace(file)
    except OSError:
        with suppress(OSError):
            new.unlink(missing_ok=True)

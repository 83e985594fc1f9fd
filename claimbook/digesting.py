"""One digest of what is told and of the files that something hangs on."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def digest(told: object, files: Iterable[Path]) -> str:
    """SHA-256 in hexadecimal of how `told` is written, and of each file's length and bytes, in this order."""
    found = sha256(repr(told).encode("utf-8", "surrogateescape"))
    for path in files:
        raw = path.read_bytes()
        found.update(b"\n%d\n" % len(raw) + raw)
    return found.hexdigest()

"""Answers kept on the disk, one file an address, so that a run can be resumed and the next one is quick."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from claimbook.write import put

if TYPE_CHECKING:
    from pathlib import Path

FRESH = 24 * 60 * 60  # seconds; an older answer is asked for again, and taken if it did not change


class Kept(NamedTuple):
    """An answer: status, body and the marks by which a service tells whether it changed (RFC 9110, 8.8)."""

    status: int
    body: bytes
    asked: float
    etag: str = ""
    modified: str = ""

    def is_fresh(self, now: float) -> bool:
        """Whether it may be used without asking; never where its time lies ahead."""
        return 0 <= now - self.asked < FRESH

    @property
    def conditions(self) -> dict[str, str]:
        """The headers that ask for it only if it changed."""
        marks = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: mark for name, mark in marks.items() if mark}


class Cache:
    """The folder of kept answers; a file that is not whole, or not what was written, counts as absent."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, address: str) -> Kept | None:
        """The answer kept for an address, if there is one."""
        try:
            head, _, body = self._path(address).read_bytes().partition(b"\n")
            told = json.loads(head)
            if told["address"] != address or told["sha256"] != sha256(body).hexdigest():
                return None
            return Kept(int(told["status"]), body, float(told["asked"]), told["etag"], told["modified"])
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def keep(self, address: str, kept: Kept) -> None:
        """Write it down whole; raises `CannotRunError` where the system refuses."""
        head = {
            "address": address,
            "status": kept.status,
            "asked": kept.asked,
            "etag": kept.etag,
            "modified": kept.modified,
            "sha256": sha256(kept.body).hexdigest(),
        }
        put(self._path(address), json.dumps(head).encode() + b"\n" + kept.body)

    def _path(self, address: str) -> Path:
        return self._folder / sha256(address.encode()).hexdigest()

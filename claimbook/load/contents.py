"""What the files of a base hold: each is opened once, so that all of a run sees the same."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from claimbook.load.files import decoded, read_bytes
from claimbook.plainfile import MAX_TEXT
from claimbook.problem import Problem
from claimbook.yamltext import MAX_BYTES, TextFile

if TYPE_CHECKING:
    from pathlib import Path

    from claimbook.load.listing import Listing

_DIGEST = 32  # hexadecimal digits, 128 bits


class Contents:
    """The bytes and texts of files, by path."""

    def __init__(self, root: Path, listing: Listing) -> None:
        self._root = root
        self._listing = listing
        self._texts = frozenset(listing.texts.values())
        self._read: dict[str, bytes | Problem] = {}
        self._digests: dict[str, str] = {}

    def file(self, path: str, problems: list[Problem]) -> TextFile | None:
        """The file's text; None where a problem was added."""
        content = self._content(path)
        file = content if isinstance(content, Problem) else decoded(path, content)
        if isinstance(file, TextFile):
            return file
        problems.append(file)
        return None

    def digest(self, path: str) -> str:
        """A digest of what a file holds, or of the fault that keeps it from being read."""
        if path not in self._digests:
            content = self._content(path)
            raw = repr(content).encode() if isinstance(content, Problem) else content
            self._digests[path] = digest(raw)
        return self._digests[path]

    def text(self, path: str) -> str:
        """What a file says, as far as it can be made out: it may still tell what it was to cite."""
        content = self._content(path)
        if isinstance(content, Problem):
            return ""
        file = None if path in self._listing.misplaced else decoded(path, content)
        if isinstance(file, TextFile):
            return file.text
        return "" if path in self._texts else content.decode("utf-8", "replace")

    def _content(self, path: str) -> bytes | Problem:
        if path not in self._read:
            limit = MAX_TEXT if path in self._texts else MAX_BYTES
            self._read[path] = read_bytes(self._root, path, limit)
        return self._read[path]


def digest(raw: bytes) -> str:
    """A short digest of some bytes, which none but the same have."""
    return sha256(raw).hexdigest()[:_DIGEST]

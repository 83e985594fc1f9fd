"""Files of the base → texts; what cannot be read becomes a problem."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from claimbook.errors import CannotRunError, explained
from claimbook.plainfile import MAX_TEXT, read_plain
from claimbook.problem import Problem, Span
from claimbook.yamltext import MAX_BYTES, TextFile

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = "\ufeff"  # the byte order mark, which editors do not show


class Found(NamedTuple):
    """A file below the root: its path relative to the root, and its folders and name."""

    path: str
    parts: tuple[str, ...]


def walk(root: Path, folder: str) -> Iterator[Found]:
    """Every file below `folder`, hidden ones left out, a folder's own files before those of its folders.

    No such folder is as good as an empty one. Raises `CannotRunError` for a folder that cannot be listed, and
    for one that is a link, which would be passed over or lead out of the base.
    """
    _refuse_link(root / folder)
    for place, folders, names in os.walk(root / folder, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        parts = Path(place).relative_to(root).parts
        for name in folders:
            _refuse_link(Path(place, name))
        for name in sorted(names):
            if not name.startswith("."):
                yield Found("/".join((*parts, name)), (*parts, name))


def _refuse_link(folder: Path) -> None:
    if folder.is_symlink():
        raise CannotRunError(f"{folder} is a symbolic link; put the folder itself there")


def _refuse(error: OSError) -> None:
    if not isinstance(error, FileNotFoundError):
        with explained(f"cannot list {error.filename}"):
            raise error


def read_text(root: Path, path: str, problems: list[Problem], limit: int = MAX_TEXT) -> TextFile | None:
    """The file's text, exactly as it stands but for a byte order mark; None where it cannot be read.

    Links are not followed: they could publish what lies outside the base.
    """
    try:
        raw = read_plain(root / path, limit)
    except OSError as error:
        message = f"this file cannot be read: {error.strerror or error}"
        hint = "put the file itself here, one that may be read"
        problems.append(Problem(Span(path), "not-utf8", message, hint))
        return None
    if raw is None:
        problems.append(_too_large(path, limit))
        return None
    return _decoded(path, raw, problems)


def read_yaml_text(root: Path, path: str, problems: list[Problem]) -> TextFile | None:
    """As `read_text`, and at most 1 MiB."""
    return read_text(root, path, problems, MAX_BYTES)


def salvaged(root: Path, path: str) -> str:
    """What can be made out of a file that was reported: it may still tell what it was to cite."""
    try:
        return (read_plain(root / path, MAX_BYTES) or b"").decode("utf-8", "replace")
    except OSError:
        return ""


def _decoded(path: str, raw: bytes, problems: list[Problem]) -> TextFile | None:
    try:
        return TextFile(path, raw.decode("utf-8").lstrip(_MARK))
    except UnicodeDecodeError as error:
        before = TextFile(path, raw[: error.start].decode("utf-8").lstrip(_MARK))
        where = before.span(len(before.text), len(before.text))
        message = f"the byte 0x{raw[error.start]:02x} here is no UTF-8 text"
        hint = f"save the file in the encoding UTF-8; it was probably saved {_encoding(raw)}"
        problems.append(Problem(where, "not-utf8", message, hint))
        return None


def _encoding(raw: bytes) -> str:
    marks = (b"\xff\xfe", b"\xfe\xff")
    return "in UTF-16, which Windows calls Unicode" if raw[:2] in marks else "in that of an older program"


def _too_large(path: str, limit: int) -> Problem:
    message = f"this file holds more than {limit:,} bytes"
    if path.endswith(".txt"):
        return Problem(Span(path), "not-utf8", message, "keep the text alone, without what stands around it")
    return Problem(Span(path), "unsafe-yaml", message, "split it; a claim is a page at most")

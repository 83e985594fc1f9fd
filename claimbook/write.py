"""Generated files onto the disk: only what changed, each file whole, everything else removed."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from claimbook.errors import CannotRunError, explained
from claimbook.plainfile import read_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_TEMPORARY = ".new-"  # begins the name of a file that is being written
_NUMBERS = count()
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_UNWELCOME = {"", ".", ".."}  # between the slashes of a path


class Written(NamedTuple):
    """What a run did: the paths it wrote and removed, sorted, and how many stood already."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


def write(target: Path, files: Mapping[str, bytes]) -> Written:
    """Make the folder `target` hold exactly `files`, and tell what that took.

    `files` maps paths relative to `target`, with forward slashes, to contents. A file that
    has its content already is not touched, so its time stamp stays and ``mkdocs --dirty``
    works. New content comes first and removals last: a run that is broken off leaves each
    file old or new, and the next run mends the rest, its leftovers included.
    Links inside `target` are replaced or removed, never followed.

    Raises `CannotRunError` when `target` is not a real folder ``build/docs`` (all that is in
    it may be deleted), when a path would lead out of it, or when the system refuses.
    """
    _refuse_foreign(target)
    folders = _folders(files)
    with explained(f"cannot write {target}"):
        target.mkdir(parents=True, exist_ok=True)
        found = dict(_survey(str(target)))
        misfits = {path: e for path, e in found.items() if path not in (folders if _is_folder(e) else files)}
        in_the_way = [path for path in misfits if path in files or path in folders]
        changed = sorted(path for path in files if not _same(found.get(path), files[path]))
        for path in in_the_way:
            _remove(misfits[path])
        top = target.as_posix()  # names as text from here on: paths as objects cost more than the writing
        for path in changed:
            _put(f"{top}/{path}", files[path], os.replace)
        for path in misfits.keys() - in_the_way:
            _remove(misfits[path])
    removed = (path for path, e in misfits.items() if not _is_folder(e) and _TEMPORARY not in path)
    return Written(tuple(changed), tuple(sorted(removed)), len(files) - len(changed))


def put(path: Path, content: bytes) -> None:
    """Write one file so that a reader, or a kill, finds it old or new but never half.

    Makes missing folders. Not forced to the platter: that costs milliseconds a file, and
    after a power cut `write` compares bytes, so it mends whatever was lost.

    Raises `CannotRunError` when the system refuses.
    """
    _put(path.as_posix(), content, os.replace)


def put_new(path: Path, content: bytes) -> None:
    """The same for a file that is not there yet.

    Raises `CannotRunError` also where something stands there already; it is left as it was.
    """
    _put(path.as_posix(), content, _move_to_nothing)


def _put(path: str, content: bytes, move: Callable[[str, str], None]) -> None:
    """Write a file beside `path` and let `move` bring it there; it is gone if anything fails."""
    with explained(f"cannot write {path}"):
        file, name = _new(path[: path.rfind("/") + 1])
        try:
            try:
                while content:
                    content = content[os.write(file, content) :]
            finally:
                os.close(file)
            move(name, path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


def _move_to_nothing(name: str, path: str) -> None:
    """By a link, which unlike a renaming never takes the place of what came to stand there meanwhile."""
    try:
        os.link(name, path)
    except FileExistsError:
        raise CannotRunError(f"{path} stands already; nothing was written") from None
    Path(name).unlink()


def _new(folder: str) -> tuple[int, str]:
    """A new file, open for writing, of a name of its own in a folder (up to its slash), which is made if it is not there.

    `tempfile` does so too, at twice the cost and with rights that keep a web server from reading it.
    """
    while True:
        name = f"{folder}{_TEMPORARY}{os.getpid()}-{next(_NUMBERS)}"
        try:
            return os.open(name, _FLAGS, 0o666), name
        except FileNotFoundError:
            Path(folder).mkdir(parents=True, exist_ok=True)
        except FileExistsError:
            continue  # left by a process of this number that was killed


def _refuse_foreign(target: Path) -> None:
    """Let only a real ``build/docs`` through: its other contents are about to be deleted."""
    if (target.parent.name, target.name) != ("build", "docs"):
        raise CannotRunError(f"generated pages go to a folder build/docs, not to {target}")
    for folder in (target.parent, target):
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            raise CannotRunError(f"{folder} is not a folder of its own; move it away")


def _folders(files: Mapping[str, bytes]) -> set[str]:
    """All folders that `files` need; raises if a path leads elsewhere or is a folder too."""
    folders: set[str] = set()
    for path in files:
        if not _UNWELCOME.isdisjoint(path.split("/")) or "\\" in path or ":" in path:
            raise CannotRunError(f"“{path}” is no path inside the site")
        folder = path
        while (folder := folder.rpartition("/")[0]) and folder not in folders:
            folders.add(folder)
    for path in sorted(folders & files.keys()):
        raise CannotRunError(f"“{path}” cannot be both a page and a folder")
    return folders


def _survey(folder: str, prefix: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Everything below `folder` by its path from there; contents come before their folder."""
    with os.scandir(folder) as entries:
        for entry in entries:
            path = prefix + entry.name
            if _is_folder(entry):
                yield from _survey(entry.path, path + "/")
            yield path, entry


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)


def _same(entry: os.DirEntry[str] | None, content: bytes) -> bool:
    """Whether a plain file of this very content stands there."""
    if entry is None or not entry.is_file(follow_symlinks=False):
        return False
    return read_plain(entry.path, len(content)) == content


def _remove(entry: os.DirEntry[str]) -> None:
    """Remove what stands there, a link rather than its aim; gone already is fine."""
    with suppress(FileNotFoundError, NotADirectoryError):
        if _is_folder(entry):
            shutil.rmtree(entry.path)
        else:
            Path(entry.path).unlink()

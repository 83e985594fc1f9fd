"""Generated files onto the disk: only what changed, each file whole, everything else removed."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from claimbook.errors import CannotRunError, explained

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TEMPORARY = ".new-"  # begins the name of a file that is being written
_NUMBERS = count()
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
        for path in changed:  # names as text from here on: paths as objects cost more than the writing
            _put(f"{target}{os.sep}{path}", files[path])
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
    _put(str(path), content)


def put_new(path: Path, content: bytes) -> None:
    """The same for a file that is not there yet.

    Raises `CannotRunError` also where something stands there already; it is left as it was.
    """
    with explained(f"cannot write {path}"), _whole(str(path), content) as temporary:
        try:
            # A link, unlike a renaming, never takes the place of what came to stand there meanwhile.
            path.hardlink_to(temporary)
        except FileExistsError:
            raise CannotRunError(f"{path} stands already; nothing was written") from None
        Path(temporary).unlink()


def _put(path: str, content: bytes) -> None:
    with explained(f"cannot write {path}"), _whole(path, content) as temporary:
        os.replace(temporary, path)  # noqa: PTH105 - as text, see `write`


@contextmanager
def _whole(path: str, content: bytes) -> Iterator[str]:
    """A file beside `path` with all of the content; it is gone if what is done with it fails."""
    file = _new(os.path.dirname(path))  # noqa: PTH120 - as text, see `write`
    try:
        with file:
            file.write(content)
        yield file.name
    except BaseException:
        Path(file.name).unlink(missing_ok=True)
        raise


def _new(folder: str) -> BinaryIO:
    """A new file of a name of its own in a folder, which is made if it is not there.

    `tempfile` does so too, at twice the cost and with rights that keep a web server from reading it.
    """
    while True:
        name = f"{_TEMPORARY}{os.getpid()}-{next(_NUMBERS)}"
        try:
            return open(os.path.join(folder, name), "xb")  # noqa: PTH118, PTH123
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
    """Whether a plain file of this very content stands there; its size is asked first."""
    if entry is None or not entry.is_file(follow_symlinks=False):
        return False
    if entry.stat(follow_symlinks=False).st_size != len(content):
        return False
    return Path(entry.path).read_bytes() == content


def _remove(entry: os.DirEntry[str]) -> None:
    """Remove what stands there, a link rather than its aim; gone already is fine."""
    with suppress(FileNotFoundError, NotADirectoryError):
        if _is_folder(entry):
            shutil.rmtree(entry.path)
        else:
            Path(entry.path).unlink()

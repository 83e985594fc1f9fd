"""Builds of a tiny base, each broken off at another of its changes to files; run as a program of its own.

Python tells a hook of each file that is opened for writing, made, renamed or removed, before it happens
(`sys.addaudithook`). At the nth the process kills itself, leaves half a file and kills itself, or is refused by
the system. All builds are forks of this one process, since starting Python takes longer than such a build.
"""

from __future__ import annotations

import errno
import gc
import hashlib
import json
import os
import shutil
import signal
import sys
import traceback
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from claimbook import export, pages
from claimbook.cli import cli

CHANGES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate"}
CHANGES |= {"os.chmod", "os.utime", "shutil.rmtree", "ctypes.dlopen", "subprocess.Popen"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
REFUSALS = {"full": errno.ENOSPC, "denied": errno.EACCES, "read-only": errno.EROFS}


class Breaking:
    """Counts the changes below `root` and breaks the process off at one of them; 0: only counts, or tells of each."""

    def __init__(self, root: Path, way: str, nth: int) -> None:
        self.root, self.way, self.nth, self.count = os.fspath(root), way, nth, 0

    def __call__(self, event: str, args: tuple[Any, ...]) -> None:
        if not self._changes(event, args):
            return
        self.count += 1
        if self.way == "tell":
            print("change", event, args[0])
        refused = REFUSALS.get(self.way)
        if refused and self.nth and self.count >= self.nth and event == "open":
            raise OSError(refused, os.strerror(refused), args[0])  # a disk that is full stays full
        if self.count != self.nth or refused:
            return
        if self.way == "half" and event == "open":
            handle = os.open(args[0], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.write(handle, b"<html>half a pa")
        os.kill(os.getpid(), signal.SIGKILL)

    def _changes(self, event: str, args: tuple[Any, ...]) -> bool:
        if event == "open":
            path, _, flags = args
            return bool(flags & WRITING) and isinstance(path, str) and path.startswith(self.root)
        return event in CHANGES


def build(root: Path) -> int:
    """Run the command in this process; its exit status."""
    try:
        return cli.main(["--root", str(root), "build"], standalone_mode=False) or 0
    except SystemExit as ended:
        return int(ended.code or 0)


def built(root: Path, way: str = "", nth: int = 0) -> tuple[int, str]:
    """Build in a fork; its exit status (negative: the signal that ended it), and what it said."""
    told = root.parent / "told"
    child = os.fork()
    if child == 0:
        status = 70
        try:
            handle = os.open(told, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(handle, 1)
            os.dup2(handle, 2)
            sys.addaudithook(Breaking(root, way, nth))
            status = build(root)
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            os._exit(status)
    _, waited = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(waited), told.read_text("utf-8", "replace")


def tree(folder: Path) -> str:
    """A digest of all names and bytes in a folder; empty where there is none."""
    if not folder.is_dir():
        return ""
    seen = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        seen.update(f"{path.relative_to(folder)}\n".encode())
        seen.update(path.read_bytes() if path.is_file() else b"folder")
    return seen.hexdigest()


def state(root: Path) -> dict[str, Any]:
    """What stands: the site, the hand-written files, and each file of build/docs."""
    docs = root / "build" / "docs"
    files = {
        path.relative_to(docs).as_posix(): path.read_text() for path in docs.rglob("*") if path.is_file()
    }
    return {"site": tree(root / "site"), "docs": tree(root / "docs"), "pages": files}


def tried(old: Path, root: Path, way: str, nth: int) -> dict[str, Any]:
    """One build of the changed base, broken off, and one after it."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(old, root)
    changed(root)
    status, told = built(root, way, nth)
    after = state(root)
    again, told_again = built(root)
    beside = sorted(path.name for path in (root / "build").iterdir() if not path.name.startswith("site.rec"))
    last = {"status": again, "told": told_again, **state(root), "beside": beside}
    return {"nth": nth, "status": status, "told": told, "after": after, "next": last}


def changed(root: Path) -> None:
    """The edit between the old state and the new one: a page changed, one gone, one new."""
    (root / "docs" / "rye.md").write_text("# Rye\n\nSour, and dark.\n")
    (root / "docs" / "oat.md").unlink()
    (root / "docs" / "spelt").mkdir()
    (root / "docs" / "spelt" / "flour.md").write_text("# Spelt\n\nOld.\n")


def main(root: Path, ways: list[str]) -> None:
    """Print the old state, the new one, and what came of each build that broke off.

    `ways` are like ``kill:7``: break off at every 7th change, and at more of the first, until a build gets through.
    """
    pages.make = lambda *_: {"index.md": b"# Bread\n"}  # few pages, so that each of its writes can be met
    pages.nav = lambda *_: None
    export.files = lambda *_: {"bread.json": b"{}"}
    compile_once()
    old = root.with_name("old")
    shutil.copytree(root, old)
    with redirect_stdout(sys.stderr):
        assert build(old) == 0  # in this process, so that the forks need import nothing
    gc.freeze()
    told: dict[str, Any] = {"old": state(old), "new": tried(old, root, "", 0)["after"]}
    for way, _, step in (each.partition(":") for each in ways):
        told[way] = []
        early = range(2, 9) if way == "half" else range(2, 9, 3)  # pages are written first
        for nth in (*early, *range(9, 1000, int(step))):
            told[way].append(tried(old, root, way, nth))
            if told[way][-1]["status"] == 0:
                break
    print(json.dumps(told))


def compile_once() -> None:
    """Keep compiled templates for all forks: they are half of the work of so small a site."""
    import jinja2

    real, kept = jinja2.Environment.compile, dict[Any, Any]()

    def compiled(environment: Any, source: Any, name: Any = None, filename: Any = None) -> Any:
        if (source, name) not in kept:
            kept[source, name] = real(environment, source, name, filename)
        return kept[source, name]

    jinja2.Environment.compile = compiled


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])

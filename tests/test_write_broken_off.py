"""The writer, broken off at any moment: files old or new, never half, and the next run mends the rest."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimbook.errors import CannotRunError
from claimbook.write import write
from tests.trees import held

REPOSITORY = Path(__file__).parent.parent


@pytest.fixture
def target(tmp_path):
    return tmp_path / "build" / "docs"


OLD = {"gone/x.md": b"old", **{f"{n % 3}/{n}.md": b"old %d" % n for n in range(9)}}
NEW = {f"{n % 4}/{n}.md": b"new %d" % n for n in range(3, 12)}


class Stumble:
    """Lets calls through and raises at the nth."""

    def __init__(self, real, nth, error):
        self.real, self.left, self.error = real, nth, error

    def __call__(self, *args, **kwargs):
        self.left -= 1
        if self.left == 0:
            raise self.error
        return self.real(*args, **kwargs)


@pytest.mark.parametrize("error", [OSError(errno.EROFS, "Read-only file system"), KeyboardInterrupt()])
@pytest.mark.parametrize(
    ("call", "nth"), [("open", 1), ("open", 4), ("replace", 2), ("unlink", 2), ("rmtree", 1)]
)
def test_a_run_that_breaks_off_leaves_files_old_or_new_and_the_next_mends_them(
    target, monkeypatch, call, nth, error
):
    owner = shutil if call == "rmtree" else os
    write(target, OLD)
    with monkeypatch.context() as patch:
        patch.setattr(owner, call, Stumble(getattr(owner, call), nth, error))
        with pytest.raises(CannotRunError if isinstance(error, OSError) else KeyboardInterrupt):
            write(target, NEW)
    between = held(target)
    assert all(content in (OLD.get(path), NEW.get(path)) for path, content in between.items())
    assert OLD.keys() & NEW.keys() <= between.keys()
    write(target, NEW)
    assert held(target) == NEW


def test_a_full_disk_is_told_in_one_sentence_and_leaves_no_half_file(target, monkeypatch):
    write(target, {"index.md": b"old"})

    def full(file, content):
        real(file, content[:1])
        raise OSError(errno.ENOSPC, "No space left on device")

    real = os.write
    monkeypatch.setattr(os, "write", full)
    with pytest.raises(CannotRunError, match=r"cannot write .*index\.md: No space left on device$"):
        write(target, {"index.md": b"new"})
    assert held(target) == {"index.md": b"old"}


def test_what_the_system_takes_a_part_at_a_time_is_written_whole(target, monkeypatch):
    real = os.write
    monkeypatch.setattr(os, "write", lambda file, content: real(file, content[:2]))
    write(target, {"index.md": b"bread", "empty.md": b""})
    assert held(target) == {"index.md": b"bread", "empty.md": b""}


WRITER = """
import sys
from pathlib import Path
from claimbook.write import write
files = [{f"{n % 5}/{n}.md": letter * 20_000 for n in range(40)} for letter in (b"a", b"b")]
print("ready", flush=True)
for turn in range(100_000):
    write(Path(sys.argv[1]), files[turn % 2])
"""


def test_a_killed_writer_leaves_no_half_file_under_a_page_s_name(target):
    write(target, {f"{n % 5}/{n}.md": b"a" * 20_000 for n in range(40)})
    whole = {b"a" * 20_000, b"b" * 20_000}
    for _ in range(2):
        child = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(target)], stdout=subprocess.PIPE, cwd=REPOSITORY
        )
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
        time.sleep(random.uniform(0.01, 0.08))
        child.send_signal(signal.SIGKILL)
        child.wait(timeout=10)
        child.stdout.close()
        pages = {path: content for path, content in held(target).items() if path.endswith(".md")}
        assert len(pages) == 40
        assert set(pages.values()) <= whole
    write(target, {"index.md": b"mended"})
    assert held(target) == {"index.md": b"mended"}

"""Two builds of one base at once: the second waits for the first, and both end well."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimbook import turns
from claimbook.searchindex import index
from claimbook.turns import alone
from tests.faults.bakery import bakery

PROJECT = Path(__file__).parents[2]
BUILD = """
import sys
from claimbook import cli, export, pages
pages.make, pages.nav = (lambda *_: {"index.md": b"# Bread"}), (lambda *_: None)
export.files = lambda *_: {}
cli.cli(["--root", sys.argv[1], "build"])
"""  # of few pages


def started(root: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", BUILD, str(root)],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_build_waits_for_another_says_so_and_sees_the_newest_files(tmp_path: Path) -> None:
    root = bakery(tmp_path)
    with alone(root):
        waiting = started(root)
        assert waiting.stderr is not None
        assert waiting.stderr.readline() == f"Another build of {root} is at work; waiting for it …\n"
        assert not (root / "build").exists()
        (root / "docs" / "rye.md").write_text("# Rye\n\nSour.\n")
    out, err = waiting.communicate(timeout=60)
    assert (waiting.returncode, "Site: " in out) == (0, True), err
    assert "Sour." in (root / "site" / "rye" / "index.html").read_text()


def test_the_folder_is_free_again_after_a_build_and_in_the_folder_beside_it(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    for _ in range(2):
        with alone(tmp_path / "one"), alone(tmp_path / "other"):
            pass


def test_a_search_index_that_outlives_a_killed_build_still_holds_the_base(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Pagefind's process goes on writing when the build is killed; here it is a stand-in that only waits."""
    (tmp_path / "index.html").write_text("<article data-pagefind-body>Bread</article>")
    lasting = tmp_path / "lasting.py"
    lasting.write_text("import os, sys\nos.write(1, b'on')\nsys.stdin.read()\n")
    real, children = subprocess.Popen, list[subprocess.Popen[bytes]]()

    def stand_in(command: list[str], **words: object) -> subprocess.CompletedProcess[str]:
        kept = {name: words[name] for name in ("cwd", "close_fds")}
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        children.append(real([sys.executable, str(lasting)], **pipes, **kept))  # type: ignore[call-overload]
        assert children[0].stdout.read(2) == b"on"  # type: ignore[union-attr]
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr("subprocess.run", stand_in)
    with alone(tmp_path):
        index(tmp_path)
    handle = os.open(tmp_path, os.O_RDONLY)
    with pytest.raises(BlockingIOError):
        turns.fcntl.flock(handle, turns.fcntl.LOCK_EX | turns.fcntl.LOCK_NB)
    children[0].communicate()
    turns.fcntl.flock(handle, turns.fcntl.LOCK_EX | turns.fcntl.LOCK_NB)
    os.close(handle)


@pytest.mark.parametrize("lacking", ["no such call", "no locks on this disk"])
def test_where_nothing_can_be_held_a_build_goes_on(
    lacking: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    if lacking == "no such call":
        monkeypatch.setattr(turns, "fcntl", None)
    else:
        monkeypatch.setattr(turns.fcntl, "flock", refuse)
    with alone(tmp_path):
        pass

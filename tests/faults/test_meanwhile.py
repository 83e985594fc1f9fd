"""What changes while a build runs, and a clock that is set back: the old site or the new one, and no traceback."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimbook import export, pages
from claimbook.checks.example import CLAIM, LAY, LAY_TEXT, STUDY, TOPICS
from claimbook.cli import cli
from claimbook.site import Preview
from tests.faults.bakery import bakery
from tests.trees import NAV, fill, held
from tests.trees import bakery as plain_bakery

FILES = (CLAIM, STUDY, LAY, LAY_TEXT, TOPICS, "docs/rye.md", "mkdocs.yml", "look/base.html")
HAPPENS = {
    "deleted": lambda path: path.unlink(missing_ok=True),
    "cut off": lambda path: path.write_bytes(path.read_bytes()[:20]),
    "a folder": lambda path: (path.unlink(missing_ok=True), path.mkdir(exist_ok=True)),
    "a pipe": lambda path: (path.unlink(missing_ok=True), os.mkfifo(path)),
}


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A base that was built, and a page edited since."""
    monkeypatch.setattr(pages, "make", lambda *_: {"index.md": b"# Bread\n"})
    monkeypatch.setattr(pages, "nav", lambda *_: None)
    monkeypatch.setattr(export, "files", lambda *_: {})
    root = bakery(tmp_path)
    assert build(root) == 0
    return root


def build(root):
    done = CliRunner().invoke(cli, ["--root", str(root), "build"], obj=root)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
    return done.exit_code


def shown(root):
    return (root / "site" / "rye" / "index.html").read_text()


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_goes_or_changes_between_the_look_and_the_reading(name, root, tmp_path, monkeypatch):
    """It is looked at, then something happens to it, then it is opened."""
    (root / "docs" / "rye.md").write_text("# Rye\n\nSour.\n")
    kept = tmp_path / "kept"
    shutil.copytree(root, kept)
    before = held(root / "site")
    for happens in HAPPENS.values():
        with monkeypatch.context() as patch:
            meanwhile(patch, root / name, happens)
            status = build(root)
        after = held(root / "site")
        assert status in (0, 1, 2)
        assert after == before or (status == 0 and "Sour." in shown(root)), name
        shutil.rmtree(root)
        shutil.copytree(kept, root)


def meanwhile(patch, path, happens):
    """Let it happen once, when the file has been asked for its state and not yet been read."""
    real = Path.lstat
    left = [happens]

    def lstat(asked):
        found = real(asked)
        if asked == path and left:
            left.pop()(path)
        return found

    patch.setattr(Path, "lstat", lstat)


def test_a_clock_set_back_leaves_no_page_stale(root):
    for folder in ("docs", "build", "site"):
        for path in (root / folder).rglob("*"):
            os.utime(path, (9_000_000_000, 9_000_000_000))  # in the year 2255
    (root / "docs" / "rye.md").write_text("# Rye\n\nSour.\n")
    assert build(root) == 0
    assert "Sour." in shown(root)


def test_a_clock_set_back_leaves_no_page_of_the_preview_stale(tmp_path, monkeypatch):
    root = plain_bakery(tmp_path)
    preview = Preview(root, root / "build" / "docs", root / "build" / "preview")
    with monkeypatch.context() as patch:
        patch.setattr("time.time", lambda: 9_000_000_000)
        assert preview.build(NAV) == []
    for path in (root / "build" / "preview").rglob("*"):
        os.utime(path, (9_000_000_000, 9_000_000_000))
    fill(root, {"rye.md": "# Rye\n\n## Crust\n\nSour.\n"})
    assert preview.build(NAV) == []
    assert "Sour." in (root / "build" / "preview" / "rye" / "index.html").read_text()

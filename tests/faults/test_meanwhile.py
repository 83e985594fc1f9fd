"""What changes while a build runs, and a clock that is set back: the old site or the new one, and no traceback."""

from __future__ import annotations

import os

import pytest
from click.testing import CliRunner

from claimbook import export, pages
from claimbook.checks.example import CLAIM, LAY_TEXT
from claimbook.cli import cli
from claimbook.site import Preview
from tests.faults.bakery import bakery
from tests.trees import NAV, PAGES, fill, held

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


@pytest.mark.parametrize("happens", HAPPENS)
@pytest.mark.parametrize("name", [CLAIM, LAY_TEXT, "docs/rye.md"])
def test_a_file_that_goes_or_changes_between_the_listing_and_the_reading(name, happens, root, monkeypatch):
    """It is listed, then something happens to it, then it is opened."""
    (root / "docs" / "rye.md").write_text("# Rye\n\nSour.\n")
    before = held(root / "site")
    with monkeypatch.context() as patch:
        meanwhile(patch, root / name, HAPPENS[happens])
        status = build(root)
    cut = (name, happens) == ("docs/rye.md", "cut off")  # a page may hold anything
    assert status == (0 if cut else 2 if name.startswith("docs") else 1)
    assert held(root / "site") == before or cut


@pytest.mark.parametrize("name", ["mkdocs.yml", "look/base.html", "docs/rye.md"])
def test_a_file_that_goes_while_pages_are_made(name, root, monkeypatch):
    before = held(root / "site")
    monkeypatch.setattr(pages, "make", lambda *_: (root / name).unlink() or {"index.md": b"# Bread\n"})
    assert build(root) == {"mkdocs.yml": 1, "look/base.html": 2, "docs/rye.md": 0}[name]
    assert held(root / "site") == before


def meanwhile(patch, path, happens):
    """Let it happen once, when the file has been listed and is about to be opened."""
    real = os.open
    left = [happens]

    def opened(asked, *how, **named):
        if os.fspath(asked) == str(path) and left:
            left.pop()(path)
        return real(asked, *how, **named)

    patch.setattr(os, "open", opened)


def test_a_clock_set_back_leaves_no_page_stale(root):
    for folder in ("docs", "build", "site"):
        for path in (root / folder).rglob("*"):
            os.utime(path, (9_000_000_000, 9_000_000_000))  # in the year 2255
    (root / "docs" / "rye.md").write_text("# Rye\n\nSour.\n")
    assert build(root) == 0
    assert "Sour." in shown(root)


def test_a_clock_set_back_leaves_no_page_of_the_preview_stale(tmp_path, monkeypatch):
    root = bakery(tmp_path)
    fill(root, PAGES)
    preview = Preview(root, root / "build" / "docs", root / "build" / "preview")
    with monkeypatch.context() as patch:
        patch.setattr("time.time", lambda: 9_000_000_000)
        assert preview.build(NAV) == []
    for path in (root / "build" / "preview").rglob("*"):
        os.utime(path, (9_000_000_000, 9_000_000_000))
    fill(root, {"rye.md": "# Rye\n\n## Crust\n\nSour.\n"})
    assert preview.build(NAV) == []
    assert "Sour." in (root / "build" / "preview" / "rye" / "index.html").read_text()

"""An export into a folder: whole files, and nothing of anybody else touched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimbook.errors import CannotRunError
from claimbook.examine import examine
from claimbook.exporting import LIST, Exported, export_base, replace
from tests.bases import written
from tests.exported import TEA, TODAY
from tests.trees import held

FILES = {"bees.json": b"{}", "bees/one.json": b"1", "bees/two.json": b"2"}


def test_a_base_is_exported_with_the_list_of_its_files(tmp_path):
    root = written(tmp_path, {**TEA, "mkdocs.yml": "site_name: Tea\n", "docs/about.md": "# About\n"})
    target = tmp_path / "out" / "data"
    done = export_base(root, examine(root, TODAY), target)
    found = held(target)
    assert done == Exported(len(found) - 1, ())
    assert found[LIST].decode().splitlines()[1:] == sorted(found.keys() - {LIST})
    assert {"claims.json", "claims/tea-keeps-awake.json", "claims/tea-keeps-awake.md"} <= found.keys()
    assert {"changes.xml", "sources.ris", "sources/kim2019.ris", "llms.txt", "about.md"} <= found.keys()
    assert found["use-the-data.md"].startswith(b"# Use the data\n")
    assert json.loads(found["claims.json"])["name"] == "Tea"
    assert export_base(root, examine(root, TODAY), target) == done
    assert held(target) == found


def test_an_empty_folder_is_taken(tmp_path):
    assert replace(tmp_path, FILES) == Exported(3, ())
    assert held(tmp_path).keys() == {*FILES, LIST}


def test_files_of_an_earlier_export_that_are_no_longer_made_go(tmp_path):
    replace(tmp_path, FILES)
    assert replace(tmp_path, {"bees.json": b"{1}"}) == Exported(1, ("bees/one.json", "bees/two.json"))
    assert held(tmp_path).keys() == {"bees.json", LIST}
    assert (tmp_path / "bees.json").read_bytes() == b"{1}"


@pytest.mark.parametrize("stranger", ["honey.txt", "bees/three.json", ".new-x", "EXPORTED.txt/x"])
def test_a_folder_with_files_of_others_is_refused_and_left_alone(tmp_path, stranger):
    (tmp_path / stranger).parent.mkdir(exist_ok=True)
    (tmp_path / stranger).write_text("mine")
    with pytest.raises(CannotRunError, match="no export wrote"):
        replace(tmp_path, FILES)
    assert held(tmp_path) == {stranger: b"mine"}


def test_a_file_laid_into_an_export_is_not_removed(tmp_path):
    replace(tmp_path, FILES)
    (tmp_path / "bees" / "mine.txt").write_text("mine")
    before = held(tmp_path)
    with pytest.raises(CannotRunError, match=r"bees/mine\.txt"):
        replace(tmp_path, {})
    assert held(tmp_path) == before


def test_a_list_that_points_outside_removes_nothing_there(tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("mine")
    target = tmp_path / "out"
    target.mkdir()
    (target / LIST).write_text(f"x\n../other.txt\n{other}\n")
    assert replace(target, FILES) == Exported(3, ())
    assert other.read_text() == "mine"


@pytest.mark.parametrize("kind", ["file", "link", "link inside"])
def test_what_is_no_folder_of_its_own_is_refused(tmp_path, kind):
    real = tmp_path / "real"
    real.mkdir()
    target = tmp_path / "out"
    if kind == "file":
        target.write_text("mine")
    elif kind == "link":
        target.symlink_to(real)
    else:
        target.mkdir()
        (target / "bees").symlink_to(real)
    with pytest.raises(CannotRunError):
        replace(target, FILES)
    assert held(real) == {}


def test_an_export_that_was_broken_off_can_be_run_again(tmp_path, monkeypatch):
    replace(tmp_path, FILES)

    unlink = Path.unlink

    def stop(path, missing_ok=False):
        if not missing_ok:  # as no file that is being written is removed
            raise KeyboardInterrupt
        unlink(path, missing_ok)

    new = {"bees.json": b"{2}", "wasps.json": b"3"}
    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", stop)
        with pytest.raises(KeyboardInterrupt):
            replace(tmp_path, new)
    (tmp_path / ".new-left").write_text("half")
    assert held(tmp_path).keys() == {*FILES, *new, LIST, ".new-left"}
    replace(tmp_path, new)
    assert held(tmp_path).keys() == {*new, LIST}


def test_a_disk_that_refuses_is_told(tmp_path):
    (tmp_path / "bees.json").mkdir()
    with pytest.raises(CannotRunError, match="cannot write"):
        replace(tmp_path, FILES)

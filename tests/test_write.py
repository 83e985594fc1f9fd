"""The writer: only what changed, whole files only, nothing left over, nothing of anybody else's touched."""

from __future__ import annotations

import itertools
import os
from pathlib import Path

import pytest

from claimbook.errors import CannotRunError
from claimbook.write import Written, put, put_new, write
from tests.trees import held

LONG_AGO = 1_000_000_000
REPOSITORY = Path(__file__).parent.parent


@pytest.fixture
def target(tmp_path):
    return tmp_path / "build" / "docs"


def aged(folder: Path) -> None:
    for path in folder.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))


def test_first_run_writes_everything(target):
    files = {"index.md": b"bread", "loaves/rye.md": b"rye", "empty.md": b""}
    assert write(target, files) == Written(("empty.md", "index.md", "loaves/rye.md"), (), 0)
    assert held(target) == files


def test_second_run_touches_only_what_changed(target):
    write(target, {"same.md": b"rye", "longer.md": b"rye", "other.md": b"rye", "gone/a.md": b"x"})
    aged(target)
    done = write(target, {"same.md": b"rye", "longer.md": b"rye bread", "other.md": b"oat"})
    assert done == Written(("longer.md", "other.md"), ("gone/a.md",), 1)
    assert (target / "same.md").stat().st_mtime == LONG_AGO
    assert (target / "other.md").stat().st_mtime > LONG_AGO
    assert held(target) == {"same.md": b"rye", "longer.md": b"rye bread", "other.md": b"oat"}
    assert not (target / "gone").exists()


def test_files_are_as_readable_as_any_others(target):
    write(target, {"index.md": b"bread"})
    (target / "other").touch()
    assert (target / "index.md").stat().st_mode == (target / "other").stat().st_mode


def test_what_a_killed_process_of_the_same_number_left_is_in_no_one_s_way(target, monkeypatch):
    monkeypatch.setattr("claimbook.write._NUMBERS", itertools.count())
    target.mkdir(parents=True)
    (target / f".new-{os.getpid()}-0").write_bytes(b"half a lo")
    put(target / "index.md", b"bread")
    assert held(target) == {"index.md": b"bread", f".new-{os.getpid()}-0": b"half a lo"}


def test_a_folder_where_a_file_must_be_and_the_reverse(target):
    write(target, {"rye/a.md": b"a", "rye/deep/b.md": b"b", "oat": b"c"})
    done = write(target, {"rye": b"now a file", "oat/d.md": b"now in a folder"})
    assert held(target) == {"rye": b"now a file", "oat/d.md": b"now in a folder"}
    assert done == Written(("oat/d.md", "rye"), ("oat", "rye/a.md", "rye/deep/b.md"), 0)


def test_links_are_replaced_and_never_followed(target, tmp_path):
    own = tmp_path / "own"
    own.mkdir()
    letter = str(own / "letter.md").encode()  # as long as the link to it, which must not deceive
    (own / "letter.md").write_bytes(letter)
    target.mkdir(parents=True)
    (target / "page.md").symlink_to(own / "letter.md")
    (target / "folder").symlink_to(own)
    (target / "stray").symlink_to(own)
    (target / "nowhere").symlink_to(own / "missing")
    write(target, {"page.md": letter, "folder/letter.md": b"theirs"})
    assert held(own) == {"letter.md": letter}
    assert held(target) == {"page.md": letter, "folder/letter.md": b"theirs"}
    assert not any(path.is_symlink() for path in target.rglob("*"))


def test_what_a_killed_run_left_is_cleared_without_a_word(target):
    write(target, {"rye/a.md": b"a"})
    (target / "rye" / ".new-abc").write_bytes(b"half a lo")
    assert write(target, {"rye/a.md": b"a"}) == Written((), (), 1)
    assert held(target) == {"rye/a.md": b"a"}


@pytest.mark.parametrize("name", ["docs", "build/pages", "build/docs/claims"])
def test_no_folder_but_build_docs_is_written_to(tmp_path, name):
    (tmp_path / name).mkdir(parents=True)
    (tmp_path / name / "mine.md").write_bytes(b"mine")
    with pytest.raises(CannotRunError, match="build/docs"):
        write(tmp_path / name, {})
    assert (tmp_path / name / "mine.md").read_bytes() == b"mine"


@pytest.mark.parametrize("linked", ["build", "build/docs"])
def test_a_linked_target_is_refused(tmp_path, linked):
    own = tmp_path / "own"
    (own / "docs").mkdir(parents=True)
    (own / "docs" / "mine.md").write_bytes(b"mine")
    link = tmp_path / linked
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(own if linked == "build" else own / "docs")
    with pytest.raises(CannotRunError, match="not a folder of its own"):
        write(tmp_path / "build" / "docs", {})
    assert held(own) == {"docs/mine.md": b"mine"}


def test_a_file_in_place_of_the_target_is_refused(target):
    target.parent.mkdir()
    target.write_bytes(b"mine")
    with pytest.raises(CannotRunError, match="not a folder of its own"):
        write(target, {})
    assert target.read_bytes() == b"mine"


@pytest.mark.parametrize(
    "path", ["../a.md", "a/../../b.md", "/etc/a", "a//b.md", "./a.md", "", ".", "a\\b.md", "c:a.md"]
)
def test_paths_that_lead_elsewhere_are_refused_before_anything_is_written(target, path):
    with pytest.raises(CannotRunError, match="no path inside the site"):
        write(target, {"good.md": b"x", path: b"x"})
    assert not target.exists()


def test_a_page_cannot_be_a_folder_too(target):
    with pytest.raises(CannotRunError, match=r"“a/b” cannot be both"):
        write(target, {"a/b": b"x", "a/b/c.md": b"x"})


def test_put_makes_folders_and_replaces_whole_files(tmp_path):
    put(tmp_path / "claims" / "rye.yaml", b"one")
    put(tmp_path / "claims" / "rye.yaml", b"two")
    assert held(tmp_path) == {"claims/rye.yaml": b"two"}


def test_a_name_without_a_folder_is_one_in_this_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    put(Path("rye.md"), b"rye")
    assert held(tmp_path) == {"rye.md": b"rye"}


def test_a_new_file_is_whole_and_never_in_the_place_of_another(tmp_path):
    put_new(tmp_path / "loaves" / "rye.md", b"rye")
    with pytest.raises(CannotRunError, match="stands already; nothing was written"):
        put_new(tmp_path / "loaves" / "rye.md", b"oat")
    assert held(tmp_path) == {"loaves/rye.md": b"rye"}


def test_a_new_file_that_the_system_refuses_leaves_nothing(tmp_path):
    (tmp_path / "loaves").write_bytes(b"a file")
    with pytest.raises(CannotRunError, match="cannot write"):
        put_new(tmp_path / "loaves" / "rye.md", b"rye")
    assert held(tmp_path) == {"loaves": b"a file"}

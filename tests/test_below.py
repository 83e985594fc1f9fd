"""The files below a folder, and nothing that is none."""

from __future__ import annotations

import os

from claimbook.below import files_below


def test_files_of_all_folders_are_found_by_their_paths_and_sorted(tmp_path):
    for name in ("b.html", "a/c.html", "a/b/d.txt", "a/.e.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    assert files_below(tmp_path) == ["a/.e.html", "a/b/d.txt", "a/c.html", "b.html"]
    assert files_below(tmp_path, ".html") == ["a/.e.html", "a/c.html", "b.html"]


def test_no_link_to_a_folder_is_followed_and_what_is_no_file_is_left_out(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to("nowhere")
    (tmp_path / "c").symlink_to(tmp_path / "d")
    (tmp_path / "d").write_text("x")
    os.mkfifo(tmp_path / "e")
    assert files_below(tmp_path) == ["c", "d"]

"""The hand-written folder: what is taken from it, and where it would get in the way."""

from __future__ import annotations

import pytest

from claimbook.errors import CannotRunError
from claimbook.handwritten import handwritten, merge
from tests.trees import refuse


def test_all_files_but_hidden_ones_are_read(tmp_path):
    for path in ("index.md", "assets/a.css", ".DS_Store", ".git/config", "assets/.a.css.swp"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(path.encode())
    assert handwritten(tmp_path) == {"index.md": b"index.md", "assets/a.css": b"assets/a.css"}


def test_a_missing_folder_is_empty(tmp_path):
    assert handwritten(tmp_path / "docs") == {}


@pytest.mark.parametrize("aim", ["secret.md", "secrets"])
def test_links_are_refused(tmp_path, aim):
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secret.md").write_bytes(b"private")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "page").symlink_to(tmp_path / aim)
    with pytest.raises(CannotRunError, match=r"docs/page is a symbolic link"):
        handwritten(tmp_path / "docs")


def test_what_cannot_be_read_is_named(tmp_path, monkeypatch):
    (tmp_path / "a.md").write_bytes(b"x")
    refuse(monkeypatch, tmp_path / "a.md")
    with pytest.raises(CannotRunError, match=r"cannot read .*a\.md: Permission denied"):
        handwritten(tmp_path)


def test_a_file_in_place_of_the_folder_is_told(tmp_path):
    (tmp_path / "docs").write_bytes(b"x")
    with pytest.raises(CannotRunError, match=r"cannot read .*docs: Not a directory"):
        handwritten(tmp_path / "docs")


def test_both_go_together_and_the_home_page_is_the_generated_one():
    files, clashes = merge({"index.md": b"head", "about.md": b"a"}, {"index.md": b"whole", "bees/x.md": b"b"})
    assert files == {"index.md": b"whole", "about.md": b"a", "bees/x.md": b"b"}
    assert clashes == []


@pytest.mark.parametrize(
    ("by_hand", "generated"),
    [
        ("bees/dance.md", "bees/dance.md"),
        ("bees/dance/index.md", "bees/dance.md"),
        ("bees/README.md", "bees/index.md"),
        ("bees/dance/index.html", "bees/dance.md"),
        ("feed.xml", "feed.xml"),
        ("README.md", "index.md"),
    ],
)
def test_a_file_at_a_generated_address_is_told(by_hand, generated):
    _, clashes = merge({by_hand: b"x"}, {generated: b"y"})
    assert clashes == [
        f"docs/{by_hand}: this address is taken by the generated page {generated}; rename the file"
    ]


def test_like_names_at_other_addresses_are_fine():
    by_hand = {"bees.md": b"", "bees/dance.txt": b"", "dance.md": b""}
    assert merge(by_hand, {"bees/index.txt": b"", "bees/dance.md": b""})[1] == []

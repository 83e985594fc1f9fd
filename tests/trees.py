"""Tiny trees of files for the tests of the edges: what a folder holds, and a site on bread."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

SETTINGS = """
site_name: Bread
docs_dir: build/docs
theme: {name: material, font: false}
plugins: []
validation:
  nav: {omitted_files: warn, not_found: warn, absolute_links: warn}
  links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}
"""
PAGES = {"index.md": "# Bread\n\n[rye](rye.md#crust)\n", "rye.md": "# Rye\n\n## Crust\n\nDark.\n"}
NAV = [{"Bread": "index.md"}, {"Rye": "rye.md"}]


def held(folder: Path) -> dict[str, bytes]:
    """All that is in a folder, hidden files too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def refuse(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Let the system refuse to open this file, as it does where its reader has no right to."""
    real = os.open

    def refusing(asked: str | Path, *words: int, **named: int) -> int:
        if os.fspath(asked) == os.fspath(path):
            raise PermissionError(13, "Permission denied")
        return real(asked, *words, **named)

    monkeypatch.setattr("os.open", refusing)


def fill(root: Path, pages: dict[str, str]) -> None:
    for path, text in pages.items():
        page = root / "build" / "docs" / path
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text)


def bakery(root: Path) -> Path:
    """A root with the settings and the pages of the site on bread."""
    (root / "mkdocs.yml").write_text(SETTINGS)
    fill(root, PAGES)
    return root


def tidal(folder: Path, **files: str) -> Path:
    """Make a site on tides in `folder`, with these files too; a text stands in a body."""
    whole = {"index": "<h1 id=home>Tides</h1>", "tides/moon/index": "<h2 id=pull>Pull</h2>", **files}
    for name, body in whole.items():
        path = folder / (name if "." in name else f"{name}.html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<!doctype html><html><body>{body}</body></html>", encoding="utf-8")
    return folder

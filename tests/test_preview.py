"""The preview: kept built for a curator, in full only where it must be."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

import pytest

from claimbook.errors import CannotRunError
from claimbook.site import Preview
from tests.trees import NAV, SETTINGS, bakery, fill

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path):
    return bakery(tmp_path)


@pytest.fixture
def preview(root):
    preview = Preview(root, root / "build" / "docs", root / "build" / "preview")
    assert preview.build(NAV) == []
    assert "Content-Security-Policy" not in (preview.out / "index.html").read_text()  # serve adds a script
    for page in (root / "build" / "preview").rglob("*.html"):
        page.write_text(page.read_text() + "<!-- built before -->")
    return preview


def anew(preview: Preview) -> set[str]:
    """The pages of the site that were built since."""
    pages = {path: path.read_text() for path in preview.out.rglob("index.html")}
    return {
        path.relative_to(preview.out).as_posix() for path, text in pages.items() if "built before" not in text
    }


def edit(root: Path, pages: dict[str, str]) -> None:
    time.sleep(0.02)  # the site's files must be older than what is edited
    fill(root, pages)


def test_nobody_hears_mkdocs_warn_of_what_it_was_asked_for(root, preview):
    listener, log = logging.Handler(), logging.getLogger("mkdocs")
    heard = []
    listener.emit = heard.append
    log.addHandler(listener)
    try:
        assert preview.build(NAV) == []
        fill(root, {"rye.md": "[oat](oat.md)"})
        assert len(preview.build(NAV)) == 1
    finally:
        log.removeHandler(listener)
    assert ["oat.md" in record.getMessage() for record in heard] == [True]


def test_only_what_changed_is_built_anew(root, preview):
    edit(root, {"rye.md": "# Rye\n\n## Crust\n\nPale.\n"})
    assert preview.build(NAV) == []
    assert anew(preview) == {"rye/index.html"}
    assert "Pale." in (preview.out / "rye" / "index.html").read_text()


@pytest.mark.parametrize("change", ["nav", "added", "removed", "settings"])
def test_what_touches_other_pages_builds_all_of_them(root, preview, change):
    nav = NAV
    edit(root, {"index.md": "# Bread\n"})
    if change == "nav":
        nav = [{"Loaf": "index.md"}, {"Rye": "rye.md"}]
    elif change == "added":
        edit(root, {"bread.css": ""})
    elif change == "removed":
        (root / "build" / "docs" / "rye.md").unlink()
        nav = NAV[:1]
    else:
        (root / "mkdocs.yml").write_text(SETTINGS.replace("Bread", "Loaves"))
    assert preview.build(nav) == []
    pages = {path.relative_to(preview.out).as_posix() for path in preview.out.rglob("index.html")}
    assert anew(preview) == pages
    assert ("rye/index.html" in pages) == (change != "removed")


def test_a_fault_is_told_until_it_is_mended(root, preview):
    edit(root, {"index.md": "[oat](oat.md)"})
    assert len(preview.build(NAV)) == 1
    edit(root, {"rye.md": "# Rye, again\n"})
    assert len(preview.build(NAV)) == 1
    edit(root, {"index.md": "# Bread\n"})
    assert preview.build(NAV) == []


def test_a_preview_without_settings_is_told(root):
    (root / "mkdocs.yml").unlink()
    with pytest.raises(CannotRunError, match=r"cannot build .*preview: No such file"):
        Preview(root, root / "build" / "docs", root / "build" / "preview").build(NAV)

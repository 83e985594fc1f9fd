"""Static files of the site are those of build/docs under one more name, save what is written into later."""

from __future__ import annotations

import pytest

from claimbook.site import build_site
from claimbook.takingover import TakingOver
from tests.trees import NAV, bakery, fill, held

FILES = {
    "data/a.json": "{}",
    "data/b.json": "[]",
    "c.csv": "1\n",
    "raw.html": "<html><head></head><body>x</body></html>",
    "404.html": "mine",
    "sitemap.xml": "mine",
}
OWN = ("data/a.json", "data/b.json", "c.csv")


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.setattr("claimbook.rendering._PATIENCE", 60)
    root = bakery(tmp_path)
    fill(root, FILES)
    return root


def build(root):
    over = TakingOver(root / "site")
    return build_site(root, root / "build" / "docs", root / "site", NAV, lambda *_: (), over=over)


def same(root):
    docs, site = root / "build" / "docs", root / "site"
    return [name for name in FILES if (docs / name).samefile(site / name)]


def refuse(*_args, **_named):
    raise OSError


def test_the_site_is_that_of_copies_and_its_sources_stay(root, monkeypatch):
    before = held(root / "build" / "docs")
    with monkeypatch.context() as without:
        without.setattr("os.link", refuse)
        assert build(root) == []
    copies = held(root / "site")
    assert same(root) == []
    assert build(root) == []
    assert held(root / "site") == copies
    assert set(same(root)) >= {"data/b.json"}
    assert set(same(root)) <= set(OWN)
    assert held(root / "build" / "docs") == before


def test_where_anything_else_may_write_into_the_site_files_are_copied(root):
    settings = (root / "mkdocs.yml").read_text()
    (root / "mkdocs.yml").write_text(settings + "\nhooks: [hook.py]\n")
    (root / "hook.py").write_text("")
    assert build(root) == []
    assert same(root) == []

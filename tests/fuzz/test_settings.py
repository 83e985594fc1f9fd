"""What mkdocs.yml, the pages in docs/ and their names may hold: a message, never a traceback, and the old site stays.

Settings and pages written by hand are the base's own: they may bring markup and programs. So only what goes wrong
by accident is looked at here.
"""

from __future__ import annotations

import os

import pytest
from click.testing import CliRunner

from claimbook import export, pages
from claimbook.cli import cli
from tests.faults.bakery import SETTINGS, bakery
from tests.fuzz.test_named import ODD
from tests.trees import held

CANNOT = {
    "a list": b"- a\n",
    "a word": b"bread\n",
    "a number": b"7\n",
    "no UTF-8": b"site_name: \xff\n",
    "UTF-16": SETTINGS.encode("utf-16"),
    "a NUL": b"site_name: \0\n",
    "deep blocks": b"- " * 100_000,
    "no environment": SETTINGS.encode() + b"site_url: !ENV {a: b}\n",
    "no such tag": SETTINGS.encode() + b"site_url: !bread x\n",
    "no such name": SETTINGS.encode() + b"extra: {a: !!python/name:nowhere.x }\n",
    "a list for a name": SETTINGS.encode() + b"? [a]\n: b\n",
    "an address that is none": SETTINGS.encode() + b"site_url: 'http://[x'\n",
}
FAULTS = {
    "empty": b"",
    "inherits nothing": SETTINGS.encode() + b"INHERIT: nowhere.yml\n",
    "inherits a number": SETTINGS.encode() + b"INHERIT: 7\n",
    "a repository that is none": SETTINGS.encode() + b"repo_url: 'http://[x'\n",
    "styles that are none": SETTINGS.encode() + b"extra_css: [7]\n",
    "a theme in a list": SETTINGS.replace("look", "[look]").encode(),
    "a hook that fails": SETTINGS.encode() + b"hooks: [fails.py]\n",
    "a hook that ends all": SETTINGS.encode() + b"hooks: [ends.py]\n",
    "an extension that is none": SETTINGS.encode() + b"markdown_extensions: [nowhere]\n",
}
HOOKS = {"fails.py": "1 / 0\n", "ends.py": "def on_page_markdown(text, **_): raise SystemExit(0)\n"}
PAGES = {
    "no UTF-8": b"# \xff\n",
    "a template that is not there": b"---\ntemplate: nowhere.html\n---\n# Rye\n",
    "filters that are none": b"---\nsearch: 7\n---\n# Rye\n",
}
FINE = {
    "a mark": b"\xef\xbb\xbf# Rye\n",
    "a NUL": b"# Rye\n\na\0b\n",
    "no YAML before it": b"---\ntitle: [\n---\n# Rye\n",
    "a program before it": b"---\nx: !!python/object/apply:os.mkdir [pwned]\n---\n# Rye\n",
}


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A base with a site that stands."""
    monkeypatch.setattr(pages, "make", lambda *_: {"index.md": b"# Bread\n", "claims/x.md": b"# X\n"})
    monkeypatch.setattr(pages, "nav", lambda *_: None)
    monkeypatch.setattr(export, "files", lambda *_: {})
    monkeypatch.chdir(tmp_path)
    root = bakery(tmp_path)
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text("old")
    return root


def told(root, *, changed=False):
    """The status of a build and what it said; the old site is as it was."""
    for name, text in HOOKS.items():
        (root / name).write_text(text)
    done = CliRunner().invoke(cli, ["--root", str(root), "build"], obj=root)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
    assert (held(root / "site") == {"index.html": b"old"}) != changed
    return done.exit_code, done.stderr


@pytest.mark.parametrize("case", CANNOT)
def test_settings_that_cannot_be_read_are_one_sentence(case, root):
    (root / "mkdocs.yml").write_bytes(CANNOT[case])
    status, said = told(root)
    assert status == 2
    assert said.startswith("could not run: ")
    assert "mkdocs.yml" in said or "MkDocs encountered an error parsing" in said


@pytest.mark.parametrize("case", FAULTS)
def test_settings_at_which_mkdocs_breaks_off_are_a_fault(case, root):
    (root / "mkdocs.yml").write_bytes(FAULTS[case])
    status, said = told(root)
    assert status == 1
    assert said.endswith("The site was left as it was.\n")
    assert len(said.splitlines()) > 1


@pytest.mark.parametrize("case", PAGES)
def test_a_page_at_which_mkdocs_breaks_off_is_named(case, root):
    (root / "docs" / "rye.md").write_bytes(PAGES[case])
    status, said = told(root)
    assert status in (1, 2)
    assert "rye.md" in said or "nowhere.html" in said


@pytest.mark.parametrize("case", FINE)
def test_what_only_looks_odd_is_a_page(case, root, tmp_path):
    (root / "docs" / "rye.md").write_bytes(FINE[case])
    assert told(root, changed=True)[0] == 0
    assert not (tmp_path / "pwned").exists()


@pytest.mark.parametrize("odd", ["a pipe", "a socket", "a link out of the base", "a link to itself"])
def test_what_is_no_file_in_docs_is_neither_opened_nor_waited_for(odd, root):
    ODD[odd](root / "docs" / "odd.md")
    status, said = told(root)
    assert status == 2
    assert "odd.md is " in said


@pytest.mark.parametrize("name", [b"\xff.md", b"a\nb.md", b"a\x1b[2J.md", b"a\\b.md", b"a:b.md"])
def test_names_that_no_page_can_have_are_shown_harmlessly(name, root):
    (root / "docs" / os.fsdecode(name)).write_text("# A")
    status, said = told(root)
    assert status == 2
    assert "a name that not every system can have" in said
    assert said.rstrip("\n").isprintable()


@pytest.mark.parametrize("name", ["Claims/X.md", "claims/x/INDEX.html", "RYE.md", "rye/index.md"])
def test_two_names_that_are_one_address_on_other_systems_clash(name, root):
    (root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
    (root / "docs" / name).write_text("# A")
    status, said = told(root)
    assert status == 1
    assert "this address is taken by the " in said


def test_docs_may_be_no_link(root, tmp_path):
    (root / "docs").rename(tmp_path / "elsewhere")
    (root / "docs").symlink_to(tmp_path / "elsewhere")
    assert "docs is a symbolic link" in told(root)[1]

"""A second base, on another subject: built by the same engine as it is, outside the project, at an awkward path."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from claimbook.examine import examine
from tests.test_floors import HOUSE, SUBJECT

PROJECT = Path(__file__).parent.parent
BREAD = PROJECT / "examples" / "bread"
AWKWARD = "Brot & Käse – 面包 #1 100%25"
BY_HAND = "Über den Ofen & mehr.md"


def run(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The front door, run as a user does, in a terminal that promises ASCII only."""
    return subprocess.run(
        [sys.executable, str(PROJECT / "build_claims.py"), "--root", AWKWARD, *arguments],
        cwd=place,
        env={**os.environ, "LC_ALL": "C", "SITE_URL": ""},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder outside the project that holds a copy of the example, with a hand-written page more, not built."""
    folder = tmp_path_factory.mktemp("bäckerei")
    root = folder / AWKWARD
    shutil.copytree(BREAD, root, ignore=shutil.ignore_patterns("build", "site"))
    (root / "docs" / BY_HAND).write_text("# Über den Ofen\n\n[Zurück](index.md)\n", encoding="utf-8")
    home = root / "docs" / "index.md"
    home.write_text(f"{home.read_text('utf-8')}\n[Ofen](<{BY_HAND}>)\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def built(place):
    return run(place), place / AWKWARD / "site"


def test_the_example_has_no_fault_and_its_addresses_are_examples():
    examined = examine(BREAD, date(2026, 11, 22))
    assert examined.problems == []
    urls = [source.csl["URL"] for source in examined.facts.library.sources.values()]
    assert len(urls) == 6
    assert all(url.startswith("https://example.org/") for url in urls)


def test_each_record_of_the_example_says_that_it_is_invented():
    for path in [*BREAD.glob("sources/*.yaml"), BREAD / "README.md", BREAD / "docs" / "index.md"]:
        assert "invented" in path.read_text(encoding="utf-8"), path


def test_it_is_built_at_an_awkward_path_outside_the_project(built):
    done, site = built
    assert (done.returncode, "0 faults" in done.stdout) == (0, True), done.stdout + done.stderr
    assert AWKWARD in done.stdout
    assert (site / "claims" / "long-rise-eases-bloating" / "index.html").is_file()
    assert (site / BY_HAND.removesuffix(".md") / "index.html").is_file()
    assert "Müller" in (site / "sources" / "mueller2021" / "index.html").read_text(encoding="utf-8")


def test_the_engine_brings_its_stylesheet_scripts_and_search(built):
    _, site = built
    assert not (BREAD / "docs" / "assets").exists()
    for path in (HOUSE / "theme" / "assets").iterdir():
        assert (site / "assets" / path.name).read_bytes() == path.read_bytes()
    page = (site / "claims" / "long-rise-eases-bloating" / "index.html").read_text(encoding="utf-8")
    ours = re.findall(r'(?:href|src)="\.\./\.\./assets/((?:claimbook|tables)\.\w+)"', page)
    assert ours == ["claimbook.svg", "claimbook.css", "claimbook.js", "tables.js"]
    assert (site / "pagefind" / "pagefind.js").is_file()


def test_no_page_speaks_of_another_base_s_subject(built):
    _, site = built
    texts = [path for end in ("html", "md", "json", "csv", "xml", "txt") for path in site.rglob(f"*.{end}")]
    assert len(texts) > 100
    assert [path.name for path in texts if SUBJECT.search(path.read_text(encoding="utf-8"))] == []


def test_problems_name_paths_from_the_base_wherever_it_stands(place):
    claim = "claims/keeping/box-keeps-a-month.yaml"
    file = place / AWKWARD / claim
    sound = file.read_text(encoding="utf-8")
    try:
        file.write_text(sound.replace("quote: ", "quote: Käse "), encoding="utf-8")
        done = run(place, "check", "--format", "concise", f"{AWKWARD}/claims/keeping")
    finally:
        file.write_text(sound, encoding="utf-8")
    assert done.returncode == 1, done.stderr
    assert [line for line in done.stdout.splitlines() if line.startswith(claim)], done.stdout

"""The project's own mkdocs.yml: strict, quiet, and without a request to elsewhere."""

from __future__ import annotations

import re
import shutil
import tomllib
from html.parser import HTMLParser
from pathlib import Path

from claimbook.links import check_site
from claimbook.site import build_site
from tests.trees import fill

REPO = "https://github.com/rye/bread"
PROJECT = Path(__file__).parent.parent


class Requests(HTMLParser):
    """What a browser fetches for a page by itself."""

    def __init__(self, html):
        super().__init__()
        self.urls = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag in ("script", "img", "iframe", "link") and given.get("rel") != "canonical":
            self.urls += [value for name, value in attrs if name in ("src", "href") and value]


def test_the_project_s_own_settings_build_a_site_that_asks_nothing_of_elsewhere(tmp_path, monkeypatch):
    monkeypatch.setenv("REPO_URL", REPO)
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    quote = 'He said "well..." -- 1/2 (c) :smile: https://example.org'
    fill(tmp_path, {"index.md": "# Home\n", "claims/rye.md": f"# Rye\n\n## Words\n\n{quote}\n"})
    docs, nav = tmp_path / "build" / "docs", [{"Home": "index.md"}]
    faults = build_site(
        tmp_path, docs, tmp_path / "site", nav, lambda site, url: check_site(site, url).broken
    )
    assert faults == []
    page = (tmp_path / "site" / "claims" / "rye" / "index.html").read_text()
    assert f"<p>{quote}</p>" in page
    assert 'title="Link to this section"' in page
    assert len(Requests(page).urls) > 3
    assert [url for url in Requests(page).urls if "//" in url] == []
    assert page.count(f'href="{REPO}"') == 2
    assert 'data-md-component="source"' not in page  # by which the theme's script would ask GitHub


def test_the_lock_holds_what_the_project_asks_for_by_hashes_and_names_no_host():
    lock = (PROJECT / "requirements.lock").read_text()
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]
    asked = sum(project["optional-dependencies"].values(), project["dependencies"])
    pins = {re.sub(r"\[.*\]", "", each).lower() for each in asked if "==" in each}
    locked = dict(re.findall(r"^([\w.-]+==[^\s;]+)(.*(?:\\\n.*)+)", lock, re.M))
    assert pins <= locked.keys(), f"make it anew (docs/decisions.md): {sorted(pins - locked.keys())}"
    assert len(locked) == len(re.findall("==", re.sub(r" ;.*", "", lock)))
    assert all(" --hash=sha256:" in rest for rest in locked.values())
    assert "://" not in lock

"""The files beside the pages, in a built site: they are there, and lead to what is there."""

from __future__ import annotations

import json
import re
from posixpath import dirname, join, normpath
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from claimbook.export import FORMATS
from tests.bases import written
from tests.exported import TEA, URL
from tests.test_cli import EXTENSIONS, HIDDEN, SETTINGS, files, run

BY_HAND = {
    "docs/about/us.md": "# Us\n\n![A leaf](../leaf.svg) and [home](../index.md)\n",
    "docs/leaf.svg": "<svg/>",
}


def built(folder, settings=""):
    root = written(folder, {**TEA, **BY_HAND, "mkdocs.yml": SETTINGS + EXTENSIONS + HIDDEN + settings})
    done = run(root)
    assert done.exit_code == 0, done.output
    return files(root / "site")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return built(tmp_path_factory.mktemp("tea"))


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    return built(tmp_path_factory.mktemp("tea"), f"site_url: {URL}\n")


def file_of(address, here=""):
    """The file of a site that an address means, seen from one of its files; None where it is another site's."""
    if address.startswith(URL):
        address, here = address.removeprefix(URL), ""
    path = unquote(address.partition("#")[0])
    if re.match(r"[a-z]+:", path):
        return None
    found = normpath(join(dirname(here), path)) if path else here
    return join(found, "index.html").removeprefix("./") if path.endswith("/") else found


def lost(site, addresses, here=""):
    return [each for each in addresses if (path := file_of(each, here)) and path not in site]


def test_every_page_has_its_twin_and_every_format_is_there(site):
    pages = {path for path in site if path.endswith("index.html")}
    twins = {path for path in site if path.endswith(".md")}
    assert {each.path for each in FORMATS} <= site.keys()
    folders = {
        f"{path.removesuffix('.md').removesuffix('index').rstrip('/')}/index.html".lstrip("/")
        for path in twins
    }
    assert folders == pages
    assert b'<a href="use-the-data/">' in site["index.html"]


@pytest.mark.parametrize("which", ["site", "published"])
def test_each_twin_leads_to_files_that_are_there(which, request):
    site = request.getfixturevalue(which)
    count = 0
    for path, text in site.items():
        if path.endswith(".md"):
            addresses = re.findall(r"\]\(([^)\s]+)\)", text.decode())
            count += len(addresses)
            assert not lost(site, addresses, path), path
    assert count > 100


@pytest.mark.parametrize("which", ["site", "published"])
def test_the_list_the_feed_and_the_data_lead_to_files_that_are_there(which, request):
    site = request.getfixturevalue(which)
    listed = re.findall(r"\]\(([^)\s]+)\)", site["llms.txt"].decode())
    linked = [
        each.get("href") for each in ElementTree.fromstring(site["changes.xml"]).iter() if each.get("href")
    ]
    data = json.loads(site["claims.json"])
    told = [claim[name] for claim in data["claims"] for name in ("url", "json")]
    told += [
        item[name] for claim in data["claims"] for item in claim["evidence"] for name in ("url", "quote_url")
    ]
    told += [source["url"] for source in data["sources"].values()]
    for addresses in (listed, linked, told):
        assert len(addresses) >= 3
        assert not lost(site, filter(None, addresses))
    assert all(each.startswith(URL) for each in (*listed, *linked)) == (which == "published")


def test_a_lost_file_would_be_seen(site):
    assert lost(site, ["claims/gone.json", "topics/tea/", "https://example.org/x"]) == ["claims/gone.json"]

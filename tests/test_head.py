"""What the built pages say in <head>, and that their data and quotations come through whole: bees, built in full."""

from __future__ import annotations

import json
import shutil
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from claimbook.building import build
from claimbook.examine import examine
from claimbook.takingover import TakingOver
from tests.test_injection import BEES
from tests.trees import held

PROJECT = Path(__file__).parent.parent
URL = "https://bees.example/kb/"
NAME = 'Bees & "honey"'


class Head(HTMLParser):
    """Meta elements, links, quotations and scripts of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.meta: list[tuple[str, str]] = []
        self.canonical: list[str] = []
        self.alternate: dict[str, str] = {}
        self.titles: list[str] = []
        self.quotes: list[str] = []
        self.cited = 0
        self.data: list[str] = []
        self._inside = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "meta":
            name = given.get("property") or given.get("name") or given.get("http-equiv") or ""
            self.meta.append((name, given.get("content", "")))
        if tag == "link" and given.get("rel") == "canonical":
            self.canonical.append(given["href"])
        if tag == "link" and "alternate" in given.get("rel", "").split():
            self.alternate[given["type"]] = given["href"]
        if tag == "blockquote":
            self.quotes.append(given.get("cite", ""))
        self.cited += tag == "cite"
        self._inside = given.get("type", "") if tag == "script" else tag
        if tag == "title" and "id" in given:
            self._inside = "the title of a picture"

    def handle_endtag(self, tag):
        self._inside = ""

    def handle_data(self, data):
        if self._inside == "application/ld+json":
            self.data.append(data)
        if self._inside == "title":
            self.titles.append(data)

    def said(self, name: str) -> list[str]:
        return [content for each, content in self.meta if each == name]


def built(root: Path, address: str, more: dict[str, str] | None = None) -> Path:
    """The site of the base on bees at an address, with `more` files of docs/."""
    shutil.copytree(BEES, root, dirs_exist_ok=True)
    settings = (PROJECT / "mkdocs.yml").read_text().replace('!ENV [SITE_URL, ""]', f'"{address}"')
    name = next(line for line in settings.splitlines() if line.startswith("site_name:"))
    (root / "mkdocs.yml").write_text(settings.replace(name, f"site_name: {json.dumps(NAME)}"))
    (root / "docs").mkdir()
    for path, text in {"by-hand.md": "---\ntitle: By hand & so\n---\n# By hand\n", **(more or {})}.items():
        (root / "docs" / path).write_text(text)
    assert build(root, examine(root, date(2026, 11, 21))).faults == []
    return root / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return built(tmp_path_factory.mktemp("bees"), URL)


@pytest.fixture(scope="module")
def nowhere(tmp_path_factory):
    long = f"---\ntitle: {'so very ' * 300}long\n---\n# Long\n"
    return built(tmp_path_factory.mktemp("bees"), "", {"long.md": long})


def head(site: Path, path: str) -> Head:
    return Head((site / path / "index.html").read_text(encoding="utf-8"))


def heads(site: Path):
    for path in sorted(site.rglob("index.html")):
        yield path.parent.relative_to(site).as_posix(), Head(path.read_text(encoding="utf-8"))


def test_every_page_has_one_of_each(site):
    count = 0
    for path, page in heads(site):
        moved = path == "claims/cough-and-honey"
        for name in ("og:title", "og:description", "og:type", "og:url", "og:site_name", "twitter:card"):
            assert len(page.said(name)) == (not moved), (path, name)
        assert len(page.canonical) == len(page.said("description")) == 1, path
        assert moved or page.said("og:url") == page.canonical == [
            URL + path.removeprefix(".") + "/" * (path != ".")
        ]
        assert len(page.titles) == 1, path
        count += 1
    assert count > 40


def test_texts_are_escaped_once(site):
    page = head(site, "claims/honey-cures-all")
    assert page.said("og:title") == ["A web page says: Honey helps with every illness <b>there</b> *is*."]
    assert page.said("og:site_name") == [NAME]
    assert head(site, "topics/honey").said("og:title") == ["Honey & health"]
    assert head(site, "by-hand").said("og:title") == ["By hand & so"]
    assert head(site, ".").said("og:title") == [NAME]
    assert head(site, "claims/bees-dance").said("og:description") == [
        "Bees that find food move in a figure of eight. Others then fly there."
    ]


def test_titles_name_the_page_and_the_site(site, nowhere):
    assert head(site, ".").titles == [NAME]
    assert head(site, "topics/honey").titles == [f"Honey & health - {NAME}"]
    assert Head((site / "404.html").read_text(encoding="utf-8")).titles == [f"Page not found - {NAME}"]
    (title,) = head(nowhere, "long").titles
    assert title == f"{'so very ' * 13}so… - {NAME}"
    assert head(nowhere, "long").said("og:title") == [title.removesuffix(f" - {NAME}")]


def test_other_formats_are_named_where_they_are(site):
    for path, page in heads(site):
        for kind, name in {"application/atom+xml": "changes.xml", "text/markdown": ".md"}.items():
            if kind in page.alternate:
                assert page.alternate[kind].endswith(name)
                assert (site / path / page.alternate[kind]).resolve().is_file(), (path, kind)
    assert head(site, "by-hand").alternate["text/markdown"] == "../by-hand.md"
    assert head(site, ".").alternate == {"application/atom+xml": "changes.xml", "text/markdown": "index.md"}
    assert "text/markdown" not in head(site, "claims/cough-and-honey").alternate


def test_a_browser_without_scripts_is_told_the_colour(site):
    text = (site / "index.html").read_text(encoding="utf-8")
    assert text.count('<meta name="theme-color" content="#164e68">') == 1


def test_the_home_page_is_a_website_and_others_are_articles(site):
    assert head(site, ".").said("og:type") == ["website"]
    assert head(site, "sources/kim2018").said("og:type") == ["article"]


def test_a_moved_page_leads_on_and_names_the_new_address(site):
    page = head(site, "claims/cough-and-honey")
    assert page.said("refresh") == ["0; url=../honey-eases-cough/"]
    assert page.canonical == [f"{URL}claims/honey-eases-cough/"]


def test_without_an_address_nothing_names_one(nowhere):
    for path, page in heads(nowhere):
        assert page.canonical == page.said("og:url") == [], path
        assert "bees.example" not in "".join(page.data)
    assert head(nowhere, "claims/bees-dance").said("og:title") == [
        "Bees may dance to tell other bees where food is."
    ]
    assert head(nowhere, "claims/cough-and-honey").said("refresh") == ["0; url=../honey-eases-cough/"]


def test_a_page_that_is_not_there_has_no_address(site):
    page = Head((site / "404.html").read_text(encoding="utf-8"))
    assert page.canonical == page.said("og:url") == page.said("og:title") == []


def test_the_data_of_every_page_comes_through_and_names_its_canonical_address(site):
    kinds = set()
    for path, page in heads(site):
        for each in map(json.loads, page.data):
            kinds.add(path.partition("/")[0])
            if "url" in each:  # the other blocks hold several nodes
                assert [each["url"]] == page.canonical
    assert kinds == {".", "claims", "topics", "sources", "ledger", "use-the-data"}


def test_lay_quotes_cite_their_sentence_in_the_ledger(site):
    assert head(site, "claims/honey-eases-cough").quotes == ["../../ledger/web-bees/#s1"]
    assert head(site, "claims/honey-eases-cough").cited == 1
    assert head(site, "often-overstated").quotes == ["../ledger/web-bees/#s1"]
    assert head(site, "sources/web-bees").quotes == [
        f"../../ledger/web-bees/#s{number}" for number in (2, 3, 1)
    ]
    assert 'id="s1"' in (site / "ledger" / "web-bees" / "index.html").read_text(encoding="utf-8")


def test_a_changed_claim_changes_the_site_as_a_build_without_the_past_does(site, tmp_path, monkeypatch):
    root = shutil.copytree(site.parent, tmp_path / "bees")
    claim = root / "claims" / "honey" / "honey-heals-burns.yaml"
    claim.write_text(claim.read_text().replace("plain: ", "plain: So it is said. ", 1))
    made = []
    take = TakingOver.take

    def told(*words):
        taken = take(*words)
        made.append(taken)
        return taken

    monkeypatch.setattr(TakingOver, "take", told)
    runs = []
    for cache in (True, False):
        assert build(root, examine(root, date(2026, 11, 21)), cache).faults == []
        runs.append({path: text for path, text in held(root / "site").items() if "pagefind/" not in path})
    assert runs[0] == runs[1]
    taken, anew = made[: len(made) // 2], made[len(made) // 2 :]
    assert 0 < taken.count(False) < 12 < taken.count(True)
    assert not any(anew)

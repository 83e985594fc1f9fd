"""What is taken over from the site that stands makes a build quicker and nothing else."""

from __future__ import annotations

import os
import random
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import get_files

from claimbook import searchindex
from claimbook.htmlpage import Page
from claimbook.links import check_site
from claimbook.policy import Seen
from claimbook.searchindex import FOLDER
from claimbook.site import build_site
from claimbook.takingover import TakingOver, terms
from claimbook.takingover.record import Made, Record, digest, keep, recalled
from tests.trees import NAV, SETTINGS, fill, held

if TYPE_CHECKING:
    from pathlib import Path

PAGES = {
    "index.md": "# Bread\n\n[rye](rye.md#crust) [oat](cakes/oat.md) ![loaf](assets/loaf.svg)\n",
    "rye.md": "# Rye\n\n## Crust\n\nDark.\n",
    "cakes/oat.md": "---\nsearch: {kind: [Cake]}\ntitle: Oat\n---\n# Oat\n\n[home](../index.md)\n",
    "assets/loaf.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
}
HTML = {"index.html", "rye/index.html", "cakes/oat/index.html"}
PLAIN = SETTINGS + "not_in_nav: /cakes/\nINHERIT: all.yml\nrepo_url: !ENV [BREAD_REPO, '']\n"


class Bakery:
    """A root that is built again and again."""

    def __init__(self, root: Path) -> None:
        self.root, self.built = root, {}
        self.beside = {path: text.encode() for path, text in PAGES.items() if path.endswith(".md")}
        (root / "mkdocs.yml").write_text(PLAIN)
        (root / "all.yml").write_text("copyright: all\n")
        fill(root, PAGES)

    def build(self, record="site.record", out="site"):
        """Build; returns the paths taken over and the complaints."""
        file = self.root / "build" / record if record else None
        over = TakingOver(self.root / out, file)

        def look(site, url):
            return check_site(site, url, {path: each.page for path, each in over.seen.items()}).broken

        docs = self.root / "build" / "docs"
        faults = build_site(self.root, docs, self.root / out, NAV, look, self.beside, over)
        return set(over.taken), faults

    def site(self, out="site"):
        """All files of the site but its search index, whose files are named by chance."""
        return {
            path: text for path, text in held(self.root / out).items() if not path.startswith(f"{FOLDER}/")
        }

    def cold(self):
        """The site of the same base, built without the past; once for each state of it."""
        state = tuple(sorted(held(self.root / "build" / "docs").items()))
        if state not in self.built:
            assert self.build(None, "cold") == (set(), [])
            self.built[state] = self.site("cold")
        return self.built[state]


@pytest.fixture
def bakery(tmp_path, monkeypatch):
    monkeypatch.setattr("claimbook.rendering._PATIENCE", 60)
    made = Bakery(tmp_path)
    assert made.build() == (set(), [])
    return made


def index(bakery):
    """The search index, whose list of files is in an order of chance."""
    return {path: text for path, text in held(bakery.root / "site").items() if path.startswith(f"{FOLDER}/")}


def page(path, text):
    def change(root):
        fill(root, {path: text})

    return change


def a_text(root):
    fill(root, {"rye.md": "# Rye\n\n## Crust\n\nDark *and* <b id=sour>sour</b>.\n"})
    fill(root, {"assets/loaf.svg": "<svg xmlns='http://www.w3.org/2000/svg'><g/></svg>"})


def by_hand(root):
    site = root / "site"
    rye, oat, home = (site / path for path in ("rye/index.html", "cakes/oat/index.html", "index.html"))
    rye.write_text(rye.read_text().replace("</body>", "<b>mine</b></body>"))
    oat.unlink()
    home.rename(root / "moved.html")
    home.symlink_to(root / "moved.html")
    (site / "assets" / "loaf.svg").unlink()
    (site / "new.txt").write_text("mine")


def misled(root):
    (root / "site" / FOLDER / "pagefind.js").write_text("mine")


EDITS = {  # with the pages that it makes anew
    "nothing": (lambda _: None, set()),
    "a text and a file": (a_text, {"rye/index.html"}),
    "a title": (
        page("cakes/oat.md", PAGES["cakes/oat.md"].replace("Oat", "Oats")),
        {"cakes/oat/index.html"},
    ),
    "the site, by hand": (by_hand, HTML),
    "the index, by hand": (misled, set()),
}


def test_a_walk_of_edits_gives_at_each_step_what_a_build_without_the_past_gives(bakery, monkeypatch):
    made = []
    monkeypatch.setattr("claimbook.site.index", lambda site: made.append(True) or searchindex.index(site))
    walk = list(EDITS)
    random.Random(20261121).shuffle(walk)
    for name in walk:
        change, anew = EDITS[name]
        change(bakery.root)
        before = index(bakery)
        made.clear()
        assert bakery.build() == (HTML - anew, []), name
        assert made == ([True] if anew or name == "the index, by hand" else []), name
        assert bakery.site() == bakery.cold(), name
        assert anew or name == "the index, by hand" or index(bakery) == before, name


def test_where_the_disk_has_no_hard_links_pages_are_copied(tmp_path, monkeypatch):
    def refuse(old, new):
        raise PermissionError(1, "Operation not permitted")

    keep(
        tmp_path / "r",
        Record("terms", {"index.html": Made(digest(b"# Bread"), SEEN._replace(digest=digest(b"<p>")))}, {}),
    )
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_bytes(b"<p>")
    for new, linked in (("one", True), ("two", False)):
        over = TakingOver(tmp_path / "site", tmp_path / "r")
        over.begin("terms")
        assert over.take("index.html", b"# Bread", tmp_path / new)
        assert (tmp_path / new / "index.html").read_bytes() == b"<p>"
        assert (tmp_path / new / "index.html").samefile(tmp_path / "site" / "index.html") == linked
        monkeypatch.setattr("os.link", refuse)


def told(root, nav=NAV):
    """What the pages of the base hang on, by the loaded settings."""
    given = {"docs_dir": str(root / "build" / "docs"), "nav": nav}
    config = load_config(str(root / "mkdocs.yml"), **given)
    return terms.terms(root, config, get_files(config))


def settings(text):
    def change(root):
        (root / "mkdocs.yml").write_text(PLAIN + text)

    return change


def theme(text):
    def change(root):
        (root / "own").mkdir()
        (root / "hook.py").write_text("def on_page_markdown(text, **_): return text\n")
        (root / "mkdocs.yml").write_text(
            PLAIN.replace("theme: {name: material, font: false}\nplugins: []", text)
        )

    return change


def nothing(_):
    """Change nothing."""


RYE = [{"Bread": "index.md"}, {"Rye bread": "rye.md"}]
CHANGES = {
    "a page more": (page("cakes/new.md", "# New\n"), NAV),
    "a file more": (page("assets/new.svg", "<svg/>"), NAV),
    "a file less": (lambda root: (root / "build" / "docs" / "assets" / "loaf.svg").unlink(), NAV),
    "the navigation": (nothing, RYE),
    "the settings": (settings("site_url: https://bread.example/\n"), NAV),
    "the environment": (lambda _: os.environ.update(BREAD_REPO="https://bread.example/"), NAV),
    "inherited settings": (lambda root: (root / "all.yml").write_text("copyright: ours\n"), NAV),
    "a section": (nothing, [{"Bread": [{"Home": "index.md"}, {"Rye": "rye.md"}]}]),
    "the theme": (theme("theme: material\nplugins: []"), NAV),
}
DOUBTS = {
    "a theme of its own": (theme("theme: {name: material, custom_dir: own}\nplugins: []"), NAV),
    "another theme": (theme("theme: mkdocs\nplugins: []"), NAV),
    "a hook": (settings("hooks: [hook.py]\n"), NAV),
    "a plugin": (theme("theme: material\nplugins: [search]"), NAV),
    "an extension that reads files": (settings("markdown_extensions: [pymdownx.snippets]\n"), NAV),
    "a mark in the navigation": (page("rye.md", "---\nicon: material/home\n---\n# Rye\n"), NAV),
    "two files in one place": (page("rye/index.html", "<p>"), NAV),
    "no title": (nothing, [{"Bread": "index.md"}, "rye.md"]),
    "no title in a section": (nothing, [{"Bread": ["index.md"]}]),
    "no navigation": (nothing, None),
}


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.setenv("BREAD_REPO", "")
    return Bakery(tmp_path).root


@pytest.mark.parametrize("name", CHANGES)
def test_pages_hang_on_what_is_the_same_for_all(root, name):
    change, nav = CHANGES[name]
    before = told(root)
    assert before == told(root) != ""
    change(root)
    assert told(root, nav) not in (before, "")


@pytest.mark.parametrize("name", DOUBTS)
def test_in_doubt_it_is_not_told(root, name):
    change, nav = DOUBTS[name]
    (root / "hook.py").write_text("def on_page_markdown(text, **_): return text\n")
    change(root)
    assert told(root, nav) == ""


def test_pages_hang_on_the_engine_and_on_what_makes_them(root, monkeypatch):
    def anew(name, value):
        monkeypatch.setattr(terms, name, value)
        terms.engine.cache_clear()
        return told(root)

    (root / "engine").mkdir()
    seen = [told(root), anew("_ENGINE", root / "engine")]
    (root / "engine" / "main.html").write_text("new")
    seen += [anew("_ENGINE", root / "engine"), anew("version", lambda name: f"{name} 9")]
    terms.engine.cache_clear()
    assert len(set(seen)) == 4


SEEN = Seen(["sha256-x"], Page(["../", "#a"], Counter("ab")), "2")
RECORD = Record(
    "terms", {"a/index.html": Made("1", SEEN), "index.html": Made("3", SEEN._replace(digest="4"))}, {"x": "5"}
)


def test_a_record_comes_back_as_it_was(tmp_path):
    keep(tmp_path / "r", RECORD)
    assert recalled(tmp_path / "r") == RECORD
    assert [path.name for path in tmp_path.iterdir()] == ["r"]


def spoilt(raw, chance):
    """The record cut off, overwritten, lengthened, and of no text at all."""
    place = chance.randrange(len(raw))
    yield from (
        raw[:place],
        raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :],
        raw + b" ",
        b"",
        b"\xff\n{}",
    )


def test_a_record_that_is_spoilt_or_of_another_engine_is_none(tmp_path, monkeypatch):
    keep(tmp_path / "r", RECORD)
    raw = (tmp_path / "r").read_bytes()
    for _ in range(20):
        for text in spoilt(raw, random.Random(20261121)):
            (tmp_path / "r").write_bytes(text)
            assert recalled(tmp_path / "r") == Record("", {}, {})
    (tmp_path / "r").write_bytes(raw)
    monkeypatch.setattr(terms, "version", lambda name: "9")
    terms.engine.cache_clear()
    assert recalled(tmp_path / "r") == Record("", {}, {})
    terms.engine.cache_clear()
    for place in (None, tmp_path, tmp_path / "gone", tmp_path / "r" / "x"):
        assert recalled(place) == Record("", {}, {})


def test_a_record_that_cannot_be_read_or_written_is_none(tmp_path, monkeypatch):
    keep(tmp_path / "gone" / "r", RECORD)
    keep(None, RECORD)
    (tmp_path / "r").mkdir()
    keep(tmp_path / "r", RECORD)
    assert [path.name for path in tmp_path.iterdir()] == ["r"]
    keep(tmp_path / "s", RECORD)

    def refuse(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    assert recalled(tmp_path / "s") == Record("", {}, {})


def test_where_an_anchor_is_gone_the_build_says_what_a_full_one_says(bakery):
    before = bakery.site()
    fill(bakery.root, {"rye.md": "# Rye\n\nDark.\n"})
    taken, faults = bakery.build()
    assert faults == bakery.build(None, "cold")[1] != []
    assert "does not contain an anchor '#crust'" in faults[0]
    assert (taken, bakery.site()) == (set(), before)
    fill(bakery.root, PAGES)
    assert bakery.build() == (HTML, [])


@pytest.mark.parametrize("whose", ["index.md", "rye.md"])
def test_the_top_of_another_page_is_an_anchor_like_others(bakery, whose):
    named = {
        "index.md": PAGES["index.md"] + "[top](rye.md#top)\n",
        "rye.md": PAGES["rye.md"] + "\n<b id=top>Top</b>\n",
    }
    fill(bakery.root, named)
    assert bakery.build() == ({"cakes/oat/index.html"}, [])
    fill(bakery.root, {whose: PAGES[whose]})
    taken, faults = bakery.build()
    assert (taken, faults) == (
        (HTML - {"index.html"}, []) if whose == "index.md" else (set(), bakery.build(None, "cold")[1])
    )

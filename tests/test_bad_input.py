"""Pages of a base that holds the worst a curator may write: whole, readable and safe, on 320 px too."""

from __future__ import annotations

import json
import re
import shutil

import pytest

from claimbook import pages
from claimbook.checks import Facts
from claimbook.load import load
from claimbook.pages.book import Book
from claimbook.site import build_site
from claimbook.write import write
from tests.bases import TODAY, written
from tests.sites import content
from tests.test_browser import PAYLOAD, ROOT
from tests.widths import CHROMIUM, WIDTHS, measured

ENDLESS = "x" * 300
HEBREW = "דבש"
LONG = " ".join(["Honey may help, it is said,"] * 74)[:1999] + "."
NAMELESS = "a-study-without-authors-or-year"
TITLE = f"{PAYLOAD} & honey"
PAGES = (
    "",
    "topics/",
    "topics/worst/",
    "topics/bare/",
    "sheets/worst/",
    "sheets/bare/",
    "claims/",
    "claims/long/",
    "claims/endless/",
    "claims/thirty/",
    f"sources/{NAMELESS}/",
    "claims-and-studies/",
    "often-overstated/",
    "ledger/web/",
)


def study(key: str, title: str) -> str:
    csl = {"type": "article-journal", "title": title, "URL": f"https://honey.example/{key}"}
    return json.dumps({"kind": "article", "csl": csl, "study": {"design": "cohort", "subjects": "people"}})


def claim(statement: str, keys: list[str], words: str) -> str:
    passage = {"section": words, "starts": "It was so", "ends": "in that study"}
    evidence = [
        {"source": key, "stance": "supports", "finding": words, "limits": words, "passage": passage}
        for key in keys
    ]
    told = {"source": "web", "stance": "supports", "quote": words, "reading": "overstated", "fit": words}
    record = {
        "statement": statement,
        "about": "people",
        "plain": words,
        "certainty": "low",
        "evidence": [*evidence, told],
        "tags": [words],
        "reviewed": "2026-11-01",
    }
    return json.dumps(record, ensure_ascii=False)


def worst() -> dict[str, str]:
    """A base as it should not be: it need not pass the rules, but its pages must stand."""
    topics = [
        {
            "id": "worst",
            "title": TITLE,
            "question": f"{ENDLESS}?",
            "summary": f"{HEBREW} {ENDLESS}",
            "gaps": [ENDLESS],
        },
        {"id": "bare", "title": ENDLESS, "question": TITLE, "summary": "Nothing yet."},
    ]
    thirty = [f"study{number}" for number in range(30)]
    return {
        "claims/topics.yaml": json.dumps(topics, ensure_ascii=False),
        "claims/worst/long.yaml": claim(LONG, [NAMELESS], "It is said."),
        "claims/worst/endless.yaml": claim(
            f"{ENDLESS} may be {HEBREW}, 12.", [NAMELESS], f"{ENDLESS} {HEBREW}"
        ),
        "claims/worst/thirty.yaml": claim("Honey may help.", thirty, TITLE),
        f"sources/{NAMELESS}.yaml": study(NAMELESS, ENDLESS),
        **{f"sources/{key}.yaml": study(key, TITLE) for key in thirty},
        "sources/web.yaml": json.dumps({"kind": "lay-page", "csl": {"type": "webpage", "title": ENDLESS}}),
        "sources/web.txt": f"It is said. {ENDLESS} {HEBREW}. {TITLE}",
    }


@pytest.fixture(scope="module")
def facts(tmp_path_factory) -> Facts:
    return Facts(load(written(tmp_path_factory.mktemp("worst"), worst()))[0], TODAY)


@pytest.fixture(scope="module")
def made(facts) -> dict[str, str]:
    return {path: text.decode() for path, text in pages.make(Book(facts)).items()}


def test_nothing_is_cut_off(made):
    assert len(LONG) == 2000
    assert f"\n# {LONG}\n" in made["claims/long.md"]
    assert ENDLESS in made["claims/endless.md"].split("\n# ")[1].split("\n")[0]
    assert len(re.findall(r"^\| \[.*study\d+\.md", made["claims/thirty.md"], re.M)) == 30
    assert re.search(r'^title: ".{1,200}…"$', made["claims/long.md"], re.M)


def test_a_study_without_authors_or_year_is_named_by_its_title_and_says_so(made):
    text = made[f"sources/{NAMELESS}.md"]
    assert f"\n# {ENDLESS}\n" in text
    assert "no author named" in text
    assert f"[{ENDLESS}](../sources/{NAMELESS}.md)" in made["claims/long.md"]


def test_a_topic_without_claims_says_so(made):
    for path in ("topics/bare.md", "sheets/bare.md"):
        assert "None" not in re.sub(r"None here\.", "", made[path])
    assert "No claim stands here yet." in made["topics/bare.md"]
    assert "None here." in made["sheets/bare.md"]


SORTING = """
  const frame = Object.assign(document.createElement("iframe"), { width: 320, height: 800, src: "/topics/worst/" });
  await new Promise((done) => { frame.onload = done; document.body.append(frame); });
  await new Promise((done) => setTimeout(done, 50));
  const page = frame.contentDocument, table = page.querySelector(".cb-sortable table");
  const order = () => [...table.tBodies[0].rows].map((row) => row.querySelector("a").getAttribute("href"));
  const state = () => [...table.querySelectorAll("th")].map((head) => head.getAttribute("aria-sort"));
  const say = () => page.querySelector(".cb-status[role=status]").textContent;
  const first = order(), buttons = [...table.querySelectorAll("th button")];
  buttons[0].click();
  found.push({ first, order: order(), state: state(), say: say() });
  buttons[0].click();
  found.push({ order: order(), state: state(), say: say() });
  buttons[2].click();
  found.push({ order: order(), state: state(), say: say() });
  const select = page.querySelector(".cb-filters select");
  select.value = select.options[1].value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
  found.push({
    name: select.labels[0].textContent, options: [...select.options].map((each) => each.text), say: say(),
    shown: [...table.tBodies[0].rows].filter((row) => row.offsetHeight).length,
    small: [...buttons, select].filter((each) => each.offsetHeight < 24).length,
  });
"""


@pytest.fixture(scope="module")
def looked(facts, tmp_path_factory) -> list[dict]:
    """What the browser measured on each page at each width, then what sorting and filtering did."""
    root = tmp_path_factory.mktemp("worst-site")
    shutil.copy(ROOT / "mkdocs.yml", root)
    write(root / "build" / "docs", content(facts))
    assert (
        build_site(root, root / "build" / "docs", root / "site", pages.nav(facts.library, []), lambda *_: ())
        == []
    )
    return measured(root / "site", PAGES, SORTING)


browser = pytest.mark.browser
installed = pytest.mark.skipif(CHROMIUM is None, reason="Debian's chromium is not installed")


@browser
@installed
@pytest.mark.parametrize("way", PAGES)
def test_a_page_is_whole_safe_and_never_wider_than_the_screen(way, looked):
    found = [each for each in looked if each.get("way") == f"/{way}"]
    assert [each["width"] for each in found] == list(WIDTHS)
    for each in found:
        assert each["heading"]
        assert each["hit"] is None
        assert each["wide"] <= each["width"], each
        assert each["cut"] == [], each


@browser
@installed
def test_a_table_of_claims_sorts_and_says_so(looked):
    up, down, agreed, _ = looked[-4:]
    assert [way.split("/")[-2] for way in up["order"]] == ["long", "thirty", "endless"]
    assert sorted(up["order"]) == sorted(up["first"])
    assert up["state"] == ["ascending", None, None, None]
    assert up["say"] == "Sorted by Claim, ascending."
    assert down["order"] == up["order"][::-1]
    assert down["state"] == ["descending", None, None, None]
    assert agreed["order"][0].endswith("thirty/")
    assert agreed["state"] == [None, None, "descending", None]


@browser
@installed
def test_a_table_of_claims_filters_and_says_how_many_are_left(looked):
    found = looked[-1]
    assert found["name"].startswith("Do studies agree")
    assert found["options"] == ["All", "One study only", "The studies agree"]
    assert found["shown"] == 2
    assert found["say"] == "2 of 3 rows shown."
    assert found["small"] == 0

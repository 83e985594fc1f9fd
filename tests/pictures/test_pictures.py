"""The pictures of a base: what they say, whatever it holds, and the same in words."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from xml.etree import ElementTree

import pytest

from claimbook.checks import Facts
from claimbook.load import load
from claimbook.pages import address, make, pictures
from claimbook.pages.book import Book
from claimbook.pages.pictures import drawing
from claimbook.pages.pictures.layers import WIDTH, chart, words
from claimbook.pages.pictures_page import pictures_page
from claimbook.pages.published import Site
from tests.bases import written
from tests.rich import RICH, STUDY

SITE = Site("Tea & sleep", "https://tea.example/", license="https://creativecommons.org/licenses/by/4.0/")
WHOLE = (pictures.evidence_map, pictures.stances, pictures.findings_by_year, pictures.ledger_verdicts)
SVG = "{http://www.w3.org/2000/svg}"
NASTY = '</text><script>alert(1)</script> "x" <b>&amp; ' + "w" * 300
TOPICS = "claims/topics.yaml"
DATED = RICH[STUDY].replace("  DOI:", "  issued: {date-parts: [[2018]]}\n  DOI:")


def book(tmp_path, site=SITE, **changes):
    library, _ = load(written(tmp_path, {**RICH, STUDY: DATED, **changes}))
    return Book(Facts(library, date(2026, 11, 21)), site)


def texts(svg):
    return ["".join(each.itertext()) for each in svg.iter(f"{SVG}text")]


def files(base):
    return {path: ElementTree.fromstring(text) for path, text in pictures.picture_files(base).items()}


def test_every_picture_is_a_file_with_its_citation_and_a_ground_of_its_own(tmp_path):
    found = pictures.picture_files(book(tmp_path))
    assert sorted(found) == [
        "pictures/evidence-map.svg",
        "pictures/findings.svg",
        "pictures/ledger-verdicts.svg",
        "pictures/stances.svg",
        "pictures/topics/tea.svg",
    ]
    for text in found.values():
        svg = ElementTree.fromstring(text)
        assert texts(svg)[-2:] == ["Tea & sleep · tea.example", "newest review 2026-11-01 · CC BY 4.0"]
        assert svg.find("{*}rect").get("fill") == "#ffffff"
        assert b"var(" not in text
        assert b"href" not in text


def test_a_site_without_name_or_address_cites_what_there_is(tmp_path):
    svg = files(book(tmp_path, Site(license="All rights reserved")))["pictures/stances.svg"]
    assert texts(svg)[-1] == "newest review 2026-11-01 · All rights reserved"


def test_the_drawing_and_its_table_hold_the_same_numbers(tmp_path):
    base = book(tmp_path)
    for make_picture in WHOLE:
        picture = make_picture(base)
        shown = pictures.shown(base, address.PICTURES, picture)
        in_drawing = Counter(re.findall(r">(\d+)</t", shown))
        rows = [counts for name, _, counts in picture.numbers.rows if name != "No year known"]
        in_table = Counter(str(count) for counts in rows for count in counts if count)
        assert in_table <= in_drawing, picture.name
        last = next(line for line in shown.splitlines() if line.startswith("| All |"))
        sums = picture.numbers.sums
        assert last == f"| All | {' | '.join(map(str, [*sums, sum(sums)]))} |"


def test_what_the_tea_pictures_count(tmp_path):
    base = book(tmp_path)
    assert pictures.evidence_map(base).numbers.counts == [[1, 0, 2, 0, 0], [0, 0, 0, 0, 0]]
    assert pictures.ledger_verdicts(base).numbers.counts == [[1, 1, 0, 0, 1]]
    years = pictures.findings_by_year(base)
    assert years.numbers.rows[0][:2] == ("2018", "")
    assert years.numbers.rows[-1][0] == "No year known"
    assert "Not drawn" in years.note


def test_a_picture_in_a_page_follows_the_theme_and_is_named_for_those_who_do_not_see_it(tmp_path):
    base = book(tmp_path)
    shown = pictures.shown(base, address.PICTURES, pictures.evidence_map(base))
    assert "#" not in shown
    svg = ElementTree.fromstring(re.search(r"<svg.*</svg>", shown)[0])
    assert svg.get("role") == "img"
    assert svg.find("title").attrib == {"id": svg.get("aria-labelledby")}
    assert svg.find("desc").attrib == {"id": svg.get("aria-describedby")}
    assert "Of 3 claims, high: 1" in svg.find("desc").text
    assert "[This picture as a file](pictures/evidence-map.svg)" in shown


def test_ids_stand_once_on_the_page_of_pictures(tmp_path):
    found = re.findall(r' id="([^"]+)"', pictures_page(book(tmp_path)).decode())
    assert len(found) == 2 * len(WHOLE)
    assert len(found) == len(set(found))


def test_a_base_without_a_claim_has_no_picture(tmp_path):
    nothing = {path: None for path in RICH if path.startswith(("claims/tea", "sources"))}
    kept = {path: text for path, text in RICH.items() if path not in nothing}
    library, _ = load(written(tmp_path, kept))
    base = Book(Facts(library, date(2026, 11, 21)))
    assert pictures.picture_files(base) == {}
    assert "nothing to draw" in pictures_page(base).decode()
    assert pictures.shown(base, "index.md", None) == ""


@pytest.mark.parametrize("path", ["pictures/evidence-map.svg", "pictures/stances.svg"])
def test_a_title_with_markup_and_without_a_break_stands_whole_and_as_text(tmp_path, path):
    topics = RICH[TOPICS].replace("title: Tea", f"title: {NASTY!r}")
    svg = files(book(tmp_path, **{TOPICS: topics}))[path]
    assert "".join(NASTY.split()) in "".join("".join(texts(svg)).split())
    names = {each.tag.rpartition("}")[2] for each in svg.iter()}
    assert names <= {"svg", "title", "desc", "rect", "text", "tspan", "g", "path", "line"}


def test_no_letter_is_too_small_on_a_phone(tmp_path):
    """The column of text is 343 px wide on a screen of 375 px, so a unit of the picture is a pixel there."""
    assert WIDTH <= 343
    for svg in files(book(tmp_path)).values():
        sizes = [float(each.get("font-size").removesuffix("px")) for each in svg.iter(f"{SVG}text")]
        assert min(sizes) >= 11


def test_what_is_drawn_depends_on_no_font():
    spec = chart(30, words([{"x": 0, "y": 9, "text": ["one", "two"]}, {"x": 90, "y": 9, "text": "three"}]))
    drawings = []
    for font in ("serif", "monospace", "No Such Font"):
        spec["config"]["font"] = font
        drawings.append(ElementTree.tostring(drawing.drawn(spec)))
    assert drawings[0] == drawings[1] == drawings[2]


def test_a_chart_cannot_fetch_anything():
    spec = {"mark": "point", "data": {"url": "http://127.0.0.1:9/x.json"}, "encoding": {"x": {"field": "a"}}}
    with pytest.raises(ValueError, match=r"[Aa]llowed|denied|base url"):
        drawing.drawn(spec)


def test_the_same_base_gives_the_same_bytes_without_what_was_kept(tmp_path):
    base = book(tmp_path)
    once = pictures.picture_files(base)
    drawing._svg.used.clear()
    assert pictures.picture_files(base) == once


def test_the_site_of_the_settings_reaches_the_pictures(tmp_path):
    made = make(Book(book(tmp_path).facts, SITE))
    assert b"tea.example" in made["pictures/evidence-map.svg"]
    assert b"tea.example" in made["index.md"]

"""Every kind of page: nothing that axe finds, no sideways scrolling, a picture of each for people to look at."""

from __future__ import annotations

import os
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest

PAGES = {
    "home": "",
    "claim": "claims/honey-eases-cough/",
    "hearsay": "claims/honey-cures-all/",
    "claims": "claims/",
    "topic": "topics/honey/",
    "topics": "topics/",
    "study": "sources/kim2018/",
    "lay-source": "sources/web-bees/",
    "sources": "sources/",
    "ledger": "ledger/web-bees/",
    "disagree": "where-studies-disagree/",
    "overstated": "often-overstated/",
    "matrix": "claims-and-studies/",
    "treatments": "treatments/",
    "left-out": "left-out/",
    "grading": "how-we-grade/",
    "contributing": "how-to-contribute/",
    "help": "help/",
    "sheet": "sheets/honey/",
    "data": "use-the-data/",
    "rule": "rules/quote-not-in-source/",
    "not-found": "404.html",
}
AXE = (
    "{resultTypes: ['violations'], "
    "runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}"
)
SHOTS = os.environ.get("SCREENSHOTS")  # a folder; without it no picture is kept


@cache
def axe():
    return files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


def violations(page):
    page.evaluate(axe())
    found = page.evaluate(f"axe.run({AXE}).then(found => found.violations)")
    return [(each["id"], [node["target"] for node in each["nodes"]][:3]) for each in found]


def shot(page, name):
    if SHOTS:
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(SHOTS, f"{name}.png")), full_page=True)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1440])
def test_axe_finds_nothing(reader, width, scheme):
    window = reader(width, color_scheme=scheme)
    found = {}
    for name, path in PAGES.items():
        page = window.open(path)
        found[name] = violations(page)
        shot(page, f"{name}-{width}-{scheme}")
    assert {name: each for name, each in found.items() if each} == {}


def test_a_fault_would_be_found(reader):
    page = reader().open()
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=\"data:,\"><button></button>')")
    assert {"image-alt", "button-name"} <= {name for name, _ in violations(page)}


@pytest.mark.parametrize("width", [320, 768])
def test_no_page_scrolls_sideways(reader, width):
    """320 px is also what a window of 1,280 shows at 400 % zoom (WCAG 2.2, 1.4.10)."""
    window = reader(width)
    wide = {}
    for name, path in PAGES.items():
        window.open(path)
        wide[name] = window.overflow()
    assert {name: by for name, by in wide.items() if by > 0} == {}

"""The colours of the pictures can be told apart and read, in light and dark."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path
from xml.etree import ElementTree

import pytest

from claimbook.pages.pictures.drawing import PALETTE, STEPS, themed

SHEET = (Path(__file__).parents[2] / "claimbook" / "theme" / "assets" / "claimbook.css").read_text(
    encoding="utf-8"
)
THEMES = ("default", "slate")


def colours(theme):
    """What the stylesheet gives the pictures in one theme, by name."""
    block = re.search(rf'\[data-md-color-scheme="{theme}"\] \{{\n( +--cb-pic-[^}}]*)\}}', SHEET)
    return dict(re.findall(r"--cb-pic-(\w+): (#[0-9a-f]{6});", block[1]))


def contrast(one, other):
    """By WCAG 2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_contrast_is_measured_as_wcag_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_a_file_has_the_light_colours_of_the_stylesheet():
    assert colours("default") == PALETTE


@pytest.mark.parametrize("theme", THEMES)
def test_words_and_numbers_can_be_read_on_every_ground(theme):
    found = colours(theme)
    pairs = [*product(["ink"], ["ground", *STEPS]), ("quiet", "ground"), ("quiet", "none")]
    assert [pair for pair in pairs if contrast(found[pair[0]], found[pair[1]]) < 4.5] == []


@pytest.mark.parametrize("theme", THEMES)
def test_bars_and_lines_stand_out_from_the_ground(theme):
    found = colours(theme)
    marks = ("bar", "for", "against", "reserved", "caution", "quiet")
    assert [mark for mark in marks if contrast(found[mark], found["ground"]) < 3] == []


@pytest.mark.parametrize("theme", THEMES)
def test_each_shade_is_further_from_the_ground_than_the_one_before(theme):
    found = colours(theme)
    steps = [contrast(found[step], found["ground"]) for step in STEPS]
    assert steps == sorted(steps)
    assert len(set(steps)) == len(STEPS)


def test_every_colour_has_one_for_forced_colours():
    forced = SHEET[SHEET.index("forced-colors") :]
    assert [name for name in PALETTE if f"--cb-pic-{name}:" not in forced] == []


def test_a_colour_from_elsewhere_is_refused():
    drawing = ElementTree.fromstring('<g><path fill="none" stroke="#2f7197"/><path fill="#123456"/></g>')
    with pytest.raises(KeyError, match="#123456"):
        themed(drawing)
    assert drawing[0].attrib == {"fill": "none", "stroke": "var(--cb-pic-bar)"}

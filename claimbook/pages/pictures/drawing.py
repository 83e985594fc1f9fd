"""A Vega-Lite chart → plain SVG in the colours of one palette, the same bytes on every machine."""

from __future__ import annotations

import json
import re
from typing import Any
from xml.etree import ElementTree

from claimbook.lasting import Lasting

Spec = dict[str, Any]
Element = ElementTree.Element

# The light colours. A picture in a page names the variable `--cb-pic-<name>` of the stylesheet in the place of
# each, so that it follows the theme; a picture as a file of its own keeps them, for programs that know no variables.
PALETTE = {
    "ink": "#1d2930",  # words and numbers
    "quiet": "#4b5a63",  # words of less weight
    "line": "#c5d0d6",
    "ground": "#ffffff",
    "none": "#f3f6f8",  # a field in which nothing is counted
    "step1": "#dcebf4",
    "step2": "#bddaea",
    "step3": "#97c4dd",
    "step4": "#6dabcc",
    "bar": "#2f7197",
    "for": "#2b7a4b",
    "against": "#b5442c",
    "reserved": "#6b7a83",
    "caution": "#a86f0e",
}
STEPS = ("none", "step1", "step2", "step3", "step4")
_VARIABLES = {colour: f"var(--cb-pic-{name})" for name, colour in PALETTE.items()}
_PLACE = ("d", "x", "x2", "y2", "dy", "transform", "text-anchor")
_LOOK = ("fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-weight")
_NUMBER = re.compile(r"-?\d+\.\d+")


def drawn(spec: Spec) -> Element:
    """The chart as a `<g>`: no fonts, roles or classes of Vega's, lengths to a tenth."""
    return ElementTree.fromstring(_svg(json.dumps(spec, sort_keys=True)))


@Lasting
def _svg(spec: str) -> str:
    """What is kept of Vega's own SVG."""
    import vl_convert

    svg = vl_convert.vegalite_to_svg(spec, vl_version="5.20", allowed_base_urls=[])
    inside = _plain(ElementTree.fromstring(svg))
    inside.tag = "g"
    return ElementTree.tostring(inside, encoding="unicode")


def _plain(old: Element) -> Element:
    look = {
        name: _NUMBER.sub(_rounded, value) for name, value in old.attrib.items() if name in _PLACE + _LOOK
    }
    new = Element(old.tag.rpartition("}")[2], look)
    new.text = old.text
    new.extend(part for part in map(_plain, old) if _shows(part))
    return new


def _rounded(found: re.Match[str]) -> str:
    return f"{round(float(found[0]), 1):g}"


def _shows(part: Element) -> bool:
    """Vega puts empty groups and colourless outlines where nothing is drawn."""
    if part.tag == "g":
        return len(part) > 0
    return part.tag != "path" or "fill" in part.attrib or "stroke" in part.attrib


def themed(drawing: Element) -> None:
    """Put the stylesheet's variables in the place of the palette's colours.

    Raises `KeyError` for any other colour, since it could not follow the theme.
    """
    for part in drawing.iter():
        for name in ("fill", "stroke"):
            if part.get(name, "none") != "none":
                part.set(name, _VARIABLES[part.attrib[name]])

"""What is the same in every picture: title, words for those who do not see it, citation, file, table of numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree

from claimbook.pages import address
from claimbook.pages.pictures.drawing import PALETTE, drawn, themed
from claimbook.pages.pictures.layers import SIZE, SMALL, WIDTH
from claimbook.pages.pictures.wrapping import leading, lines
from claimbook.pages.text import clean, grid, md

if TYPE_CHECKING:
    from claimbook.pages.book import Book
    from claimbook.pages.pictures.drawing import Element, Spec

_TITLE = 14.0
_MARGIN = 12  # around a picture that stands in no page
_CREATIVE_COMMONS = re.compile(r"creativecommons\.org/licenses/([a-z-]+)/([\d.]+)")


class Numbers(NamedTuple):
    """A picture's numbers: what its rows are, its columns' names; for each row its name, page if any, counts."""

    of: str
    columns: list[str]
    rows: list[tuple[str, str, list[int]]]

    @property
    def names(self) -> list[str]:
        """What each row is called."""
        return [name for name, _, _ in self.rows]

    @property
    def counts(self) -> list[list[int]]:
        """The counts of each row."""
        return [counts for _, _, counts in self.rows]

    @property
    def sums(self) -> list[int]:
        """The sum of each column."""
        return [sum(column) for column in zip(*self.counts, strict=True)]


class Picture(NamedTuple):
    """A chart `WIDTH` wide and what is said of it; `name` makes its ids, and the address of its file.

    `note` is for all readers, `told` for those who do not see the drawing; `numbers` are its equal as a table,
    where a page gives no other.
    """

    name: str
    title: str
    note: str
    told: str
    chart: Spec
    numbers: Numbers | None = None

    @property
    def path(self) -> str:
        """Where it stands as a file of its own."""
        return f"pictures/{self.name}.svg"


def shown(book: Book, here: str, picture: Picture | None) -> str:
    """The picture in a page, in the colours of the theme, its numbers and a link to its file; empty for none."""
    if picture is None:
        return ""
    drawing, _ = _drawing(book, picture)
    themed(drawing)
    inside = ElementTree.tostring(drawing, encoding="unicode")
    figure = f'<figure class="cb-picture" data-pagefind-ignore="all">{inside}</figure>'
    way = address.link(here, picture.path, "This picture as a file")
    link = f'<p class="cb-small" markdown="span">{way} (SVG)</p>'
    folded = f"\n\n{_table(here, picture.numbers)}" if picture.numbers else ""
    return f"{figure}\n\n{link}{folded}"


def file(book: Book, picture: Picture) -> bytes:
    """The picture as a file of its own: light, on a ground of its own, with literal colours."""
    drawing, height = _drawing(book, picture)
    wide, high = WIDTH + 2 * _MARGIN, round(height + 2 * _MARGIN, 1)
    drawing.set("xmlns", "http://www.w3.org/2000/svg")
    drawing.set("viewBox", f"{-_MARGIN} {-_MARGIN} {wide} {high:g}")
    drawing.set("width", f"{2 * wide}")
    drawing.set("height", f"{2 * high:g}")
    place = {"x": f"{-_MARGIN}", "y": f"{-_MARGIN}", "width": f"{wide}", "height": f"{high:g}"}
    drawing.insert(2, ElementTree.Element("rect", {**place, "fill": PALETTE["ground"]}))
    text: bytes = ElementTree.tostring(drawing, encoding="utf-8", xml_declaration=True)
    return text


def _table(here: str, found: Numbers) -> str:
    """The numbers as a table, with their sums, folded away."""
    rows = [
        [address.link(here, page, name) if page else md(name), *map(str, counts), str(sum(counts))]
        for name, page, counts in [*found.rows, ("All", "", found.sums)]
    ]
    opening = '<details class="cb-numbers" markdown="1">\n<summary>The same numbers as a table</summary>'
    return f"{opening}\n\n{grid([found.of, *found.columns, 'All'], rows)}\n\n</details>"


def _drawing(book: Book, picture: Picture) -> tuple[Element, float]:
    """The whole picture and its height: title and note above the chart, the citation below it."""
    root = ElementTree.Element("svg", {"role": "img", "font-family": "system-ui, sans-serif"})
    name = picture.name.replace("/", "-")
    root.set("aria-labelledby", f"{name}-title")
    root.set("aria-describedby", f"{name}-told")
    ElementTree.SubElement(root, "title", id=f"{name}-title").text = clean(picture.title)
    ElementTree.SubElement(root, "desc", id=f"{name}-told").text = clean(picture.told)
    top = _text(root, lines(picture.title, WIDTH, _TITLE), 14, _TITLE, "ink", bold=True)
    top = round(_text(root, lines(picture.note, WIDTH, SIZE), top + 3, SIZE, "quiet"), 1)
    ElementTree.SubElement(root, "g", transform=f"translate(0,{top:g})").append(drawn(picture.chart))
    foot = round(top + picture.chart["height"] + 10, 1)
    ElementTree.SubElement(root, "path", d=f"M0,{foot:g}h{WIDTH}", stroke=PALETTE["line"])
    cited = [line for part in _citation(book) for line in lines(part, WIDTH, SMALL)]
    height = round(_text(root, cited, foot + 16, SMALL, "quiet") - SMALL / 2, 1)
    root.set("viewBox", f"0 0 {WIDTH} {height:g}")
    return root, height


def _text(into: Element, said: list[str], y: float, size: float, colour: str, *, bold: bool = False) -> float:
    """Lines of text, the first with its foot at `y`; returns where the next would stand."""
    look = {"font-size": f"{size:g}", "fill": PALETTE[colour], **({"font-weight": "600"} if bold else {})}
    for line in said:
        ElementTree.SubElement(into, "text", {"y": f"{y:g}", **look}).text = line
        y = round(y + leading(size), 1)
    return y


def _citation(book: Book) -> list[str]:
    """Where a picture comes from, since it is shared without its page: name and address, day and licence."""
    days = [claim.reviewed for claim in book.library.claims if claim.reviewed]
    state = f"newest review {max(days)}" if days else ""
    place = re.sub(r"^https?://|/$", "", book.site.url)
    pairs = ((book.site.name, place), (state, _licence(book.site.license)))
    return [" · ".join(filter(None, pair)) for pair in pairs if any(pair)]


def _licence(named: str) -> str:
    """`CC BY 4.0` for the address of that licence; any other as it is named."""
    found = _CREATIVE_COMMONS.search(named)
    return f"CC {found[1].upper()} {found[2]}" if found else named

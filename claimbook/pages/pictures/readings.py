"""The ledger's verdicts: how the words of each lay page compare with what studies found."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimbook.pages import address
from claimbook.pages.pictures.frame import Numbers, Picture
from claimbook.pages.pictures.layers import SIZE, WIDTH, bars, chart, words
from claimbook.pages.pictures.wrapping import leading, lines
from claimbook.pages.text import count
from claimbook.pages.words import READINGS

if TYPE_CHECKING:
    from claimbook.pages.book import Book
    from claimbook.pages.pictures.drawing import Spec
    from claimbook.pages.pictures.layers import Values

_COLOURS = ("for", "caution", "against", "caution", "reserved")  # in the order of READINGS
_NAMES = [word for _, word, _ in READINGS.values()]
_LEFT, _ROW, _GAP, _NUMBER = 108, 22, 14, 30


def ledger_verdicts(book: Book) -> Picture | None:
    """Under each lay page's title a bar for every reading."""
    found = _numbers(book)
    if not any(found.sums):
        return None
    readings = ", ".join(f"{name.lower()}: {n}" for name, n in zip(_NAMES, found.sums, strict=True))
    total = f"{count(sum(found.sums), 'quote')} of {count(len(found.rows), 'web page')}"
    return Picture(
        "ledger-verdicts",
        "What web pages say, beside the studies",
        "Each number counts quotes that a claim here takes from the page. The reading is ours, quote by quote.",
        f"Bars for each web page. Of {total}, {readings}.",
        _spec(found.names, found.counts),
        found,
    )


def _numbers(book: Book) -> Numbers:
    rows = []
    for page in book.lay_pages:
        counts = Counter(each.item.reading for each in book.citations.get(page.key, []))
        rows.append((page.title, address.ledger(page.key), [counts[reading] for reading in READINGS]))
    return Numbers("Web page", _NAMES, rows)


def _spec(titles: list[str], found: list[list[int]]) -> Spec:
    """Also readings that no quote has have their row."""
    most = max(map(max, found))
    heads: Values = []
    columns: list[Values] = [[] for _ in READINGS]
    below = 0.0
    for title, counts in zip(titles, found, strict=True):
        said = lines(title, WIDTH, SIZE)
        high = len(said) * leading(SIZE)
        heads.append({"x": 0, "y": below + high / 2, "text": said})
        below += high + 4
        for name, number, values in zip(_NAMES, counts, columns, strict=True):
            values.append({"x": 0, "y": below + _ROW / 2, "n": number, "text": name})
            below += _ROW
        below += _GAP
    parts = [words(heads, bold=True), words([each for values in columns for each in values])]
    for values, colour in zip(columns, _COLOURS, strict=True):
        parts += bars(values, most, _LEFT, WIDTH - _NUMBER, colour)
    return chart(below - _GAP, *parts)

"""Shows that the check of quotes refuses what changes their meaning, and takes what no reader can see.

`python benchmarks/mutations.py [--root DIR]`. Every quote of the base is edited at every place where an edit
applies, as it stands, and again with figures planted in it and in its source, since web pages have few of their own.
Each exception is printed; the exit status is 1 if there is one. The seed is fixed.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.editing import Chance, Edit, made
from benchmarks.edits import CHANGING, UNSEEN, UNSEEN_IN_SOURCES
from claimbook.load import load
from claimbook.quoting import SourceText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from claimbook.model import Library

    Finds = Callable[[str, str], bool]  # has a text this quote?

PROJECT = Path(__file__).resolve().parent.parent
SEED = 20261121
PLANT = (
    "(0.5 mg/kg, d = −0.12, p < .05, n ≥ 47, 95% CI −0.6–0.4, 10² cells, ±3 µM — “BDNF” didn’t rise, a naïve,"
    " inefficient… and non-toxic dose was not) "
)
BESIDE = 4  # words


class Pair(NamedTuple):
    """A quote and the text that it stands in."""

    quote: str
    text: str


class Row(NamedTuple):
    """What became of one edit: how many quotes it applies to, how many texts it made, those that went wrong."""

    name: str
    quotes: int
    edited: int
    wrong: list[str]


def pairs(library: Library) -> list[Pair]:
    """Each quote whose source's text is held, of the evidence and of what was set aside, once."""
    asides = ((key, item.quote) for key, source in library.sources.items() for item in source.set_aside)
    cited = ((item.source, item.quote) for claim in library.claims for item in claim.evidence)
    held = {key: file.text for key, file in library.held.items()}
    return list(
        dict.fromkeys(Pair(quote, held[key]) for key, quote in (*cited, *asides) if quote and key in held)
    )


def planted(pair: Pair, chance: random.Random) -> Pair | None:
    """A few words of the quote, and its source, with the same figures put in before one of these words."""
    start, end = SourceText(pair.text).find(pair.quote)[0].spans[0]
    spaces = [found.start() for found in re.compile(r"(?<=\S) (?=\S)").finditer(pair.text, start, end)]
    if not spaces:
        return None
    place = chance.randrange(len(spaces))
    at = spaces[place] + 1
    start = spaces[place - BESIDE] + 1 if place >= BESIDE else start
    end = spaces[place + BESIDE] if place + BESIDE < len(spaces) else end
    return Pair(pair.text[start:at] + PLANT + pair.text[at:end], pair.text[:at] + PLANT + pair.text[at:])


def finder() -> Finds:
    """The engine's own answer; a text that is asked again is folded once."""
    known = lru_cache(maxsize=256)(SourceText)
    return lambda text, quote: bool(known(text).look_for(quote))


def in_quotes(edit: Edit, group: Iterable[Pair], wanted: bool, finds: Finds) -> Row:
    """Edit each quote; `wanted` is whether the edited ones should be found."""
    chance = random.Random(SEED)
    quotes, edited, wrong = 0, 0, list[str]()
    for quote, text in group:
        news = made(edit, quote, Chance(chance, text.split()))
        quotes += bool(news)
        edited += len(news)
        wrong += [new for new in news if finds(text, new) is not wanted]
    return Row(edit.name, quotes, edited, wrong)


def in_sources(edit: Edit, group: Iterable[Pair], wanted: bool, finds: Finds) -> Row:
    """Edit the text of each source, in which the quote should be found, or not."""
    quotes, edited, wrong = 0, 0, list[str]()
    for quote, text in group:
        news = made(edit, text, Chance(random.Random(SEED), ()))
        quotes += bool(news)
        edited += len(news)
        wrong += [quote for new in news if finds(new, quote) is not wanted]
    return Row(edit.name, quotes, edited, wrong)


def table(verdict: str, rows: list[tuple[Row, Row]]) -> Iterator[str]:
    """The rows of one set of edits: quotes as they stand beside those with figures planted."""
    yield f"| edit | quotes | {verdict} | with figures | {verdict} |"
    yield "|---|---|---|---|---|"
    for row in rows:
        cells = (f"{one.quotes} | {one.edited - len(one.wrong):,} of {one.edited:,}" for one in row)
        yield f"| {row[0].name} | {' | '.join(cells)} |"


def report(plain: list[Pair], figured: list[Pair], finds: Finds) -> tuple[list[str], int]:
    """The three tables with every exception below its own, and how many exceptions there are."""
    sets = (
        ("What a quote may not differ by", "refused", CHANGING, in_quotes, False),
        ("What no reader sees, in the quote", "accepted", UNSEEN, in_quotes, True),
        ("What no reader sees, in the source", "accepted", UNSEEN_IN_SOURCES, in_sources, True),
    )
    lines: list[str] = []
    exceptions = 0
    for title, verdict, edits, judge, wanted in sets:
        rows = [(judge(edit, plain, wanted, finds), judge(edit, figured, wanted, finds)) for edit in edits]
        wrong = [f"- {row.name}: {text!r}" for both in rows for row in both for text in row.wrong]
        total = sum(row.edited for both in rows for row in both)
        lines += [f"\n{title}: {total - len(wrong):,} of {total:,} {verdict}\n", *table(verdict, rows)]
        lines += ["", *(["Exceptions:", *wrong] if wrong else ["No exception."])]
        exceptions += len(wrong)
    return lines, exceptions


def main() -> int:
    """Print the tables; 1 if there is any exception, 2 if there is nothing to edit."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--root", type=Path, default=PROJECT, help="the base whose quotes are edited")
    plain = pairs(load(options.parse_args().root)[0])
    chance = random.Random(SEED)
    finds = finder()
    lost = [pair.quote for pair in plain if not finds(pair.text, pair.quote)]
    if lost or not plain:
        print(f"not verbatim as it stands: {lost}" if lost else "no quotes", file=sys.stderr)
        return 2
    figured = [pair for pair in (planted(one, chance) for one in plain) if pair]
    lines, exceptions = report(plain, figured, finds)
    print(f"{len(plain)} quotes, {len(figured)} of them with figures planted too.", *lines, sep="\n")
    return 1 if exceptions else 0


if __name__ == "__main__":
    sys.exit(main())

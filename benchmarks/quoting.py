"""How fast quotes are found, beside one bare pass that splits and joins the same texts at their white space.

It makes its own texts from a fixed seed.
"""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

from claimbook.quoting import SourceText

if TYPE_CHECKING:
    from collections.abc import Callable

TEXTS, QUOTES, SIZE = 5_000, 8_000, 3_500
LETTERS = "etaoinshrdlucmfwypvbgk"
DRESSES = ("{}’s", "“{}”", "({})", "{},", "{}.")

Quote = tuple[int, str]


def vocabulary(chance: random.Random) -> list[str]:
    """A few thousand words, mostly plain, some with typography that is folded."""
    plain = ["".join(chance.choices(LETTERS, k=chance.randint(2, 11))) for _ in range(3_000)]
    dressed = [chance.choice(DRESSES).format(word) for word in plain[:900]]
    numbers = [f"{chance.randint(1, 99)}.{chance.randint(0, 9)}" for _ in range(60)]
    return [*plain, *dressed, *numbers, "40–45", "—", "non-significant", "naïve", "µg"]


def make_text(chance: random.Random, words: list[str]) -> str:
    """Prose of about `SIZE` characters, with line breaks, some of them double."""
    pieces: list[str] = []
    length = 0
    while length < SIZE:
        sentence = " ".join(chance.choices(words, k=chance.randint(6, 24))) + "."
        pieces.append(sentence + chance.choices((" ", "\n", "\n\n", "  "), (80, 10, 7, 3))[0])
        length += len(pieces[-1])
    return "".join(pieces)


def make_quote(chance: random.Random, text: str) -> str:
    """Six to twenty words of the text, a third of the time as one would type them."""
    words = text.split()
    start = chance.randrange(len(words) - 20)
    quote = " ".join(words[start : start + chance.randint(6, 20)])
    if chance.random() < 1 / 3:
        for old, new in (("’", "'"), ("“", '"'), ("”", '"'), ("–", "-"), (" — ", "--")):
            quote = quote.replace(old, new)
    return quote


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds that the work takes, once."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def measure(texts: list[str], quotes: list[Quote], others: list[Quote]) -> list[float]:
    """Seconds for the bare pass, and to find: in new texts, in folded ones, and the same quotes again."""
    sources: list[SourceText] = []

    def cold() -> None:
        sources.extend(map(SourceText, texts))
        find(quotes)

    def find(wanted: list[Quote]) -> None:
        for number, quote in wanted:
            if not sources[number].find(quote):
                raise SystemExit(f"not found: {quote}")

    bare = seconds(lambda: [" ".join(text.split()) for text in texts])
    times = [bare, seconds(cold)]
    for source in sources:
        source.find("anything")
    return [*times, seconds(lambda: find(others)), seconds(lambda: find(others))]


def best(runs: int) -> list[float]:
    """The least of so many runs of `measure`."""
    chance = random.Random(20261121)
    words = vocabulary(chance)
    texts = [make_text(chance, words) for _ in range(TEXTS)]
    picks = chance.choices(range(TEXTS), k=2 * QUOTES)
    made = [(number, make_quote(chance, texts[number])) for number in picks]
    every = [measure(texts, made[:QUOTES], made[QUOTES:]) for _ in range(runs)]
    return [min(times) for times in zip(*every, strict=True)]


def table(times: list[float]) -> str:
    """A row a way of asking: seconds, what they are of the bare pass, quotes a second."""
    lines = [
        f"| {TEXTS:,} texts of {SIZE:,} characters, {QUOTES:,} quotes | seconds | of the bare pass | quotes a second |",
        "|---|---|---|---|",
        f"| split and join | {times[0]:.2f} | 1.00 | – |",
    ]
    names = ("found, the texts new", "found, the texts asked before", "the same quotes again")
    for name, taken in zip(names, times[1:], strict=True):
        lines.append(f"| {name} | {taken:.3f} | {taken / times[0]:.2f} | {QUOTES / taken:,.0f} |")
    return "\n".join(lines)

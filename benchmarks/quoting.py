"""How fast quotes are found, beside one bare pass that splits and joins the same texts at their white space.

Run as `python benchmarks/quoting.py`. It makes its own texts from a fixed seed; times are the best of a few runs.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from claimbook.quoting import SourceText

if TYPE_CHECKING:
    from collections.abc import Callable

TEXTS, QUOTES, SIZE = 5_000, 8_000, 3_500
RUNS = 5
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
    """How long the work takes, once."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


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


def main() -> None:
    """Print the figures."""
    chance = random.Random(20261121)
    words = vocabulary(chance)
    texts = [make_text(chance, words) for _ in range(TEXTS)]
    picks = chance.choices(range(TEXTS), k=2 * QUOTES)
    made = [(number, make_quote(chance, texts[number])) for number in picks]
    runs = [measure(texts, made[:QUOTES], made[QUOTES:]) for _ in range(RUNS)]
    best = [min(times) for times in zip(*runs, strict=True)]
    print(f"{TEXTS:,} texts of {SIZE:,} characters, {QUOTES:,} quotes; best of {RUNS}")
    print(f"{'split and join':16}{best[0] * 1000:8.1f} ms    1.00")
    for name, taken in zip(("cold", "warm", "asked again"), best[1:], strict=True):
        print(f"{name:16}{taken * 1000:8.1f} ms{taken / best[0]:8.2f}{QUOTES / taken:12,.0f} quotes a second")


if __name__ == "__main__":
    main()

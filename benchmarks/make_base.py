"""Makes a base of any size, without a fault in it, the same from the same seed.

`python benchmarks/make_base.py DIR --claims 1000`. In the proportions of a real one: to each claim three
evidence items, one link or two, nine tenths of a study and a fortieth of a lay page, which has 3,500 characters.
"""

from __future__ import annotations

import argparse
import random
import textwrap
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).resolve().parent.parent
SEED = 20261121
PAGE_CLAIMS, PAGE_SENTENCES = 40, 38  # a lay page to so many claims; half of its sentences are quoted
DESIGNS = ("randomized-trial", "cohort", "narrative-review")
NAMES, DOING, PARTS, PLACES, FILLER = (
    words.split()
    for words in (
        "barley clover fennel garlic ginger hops lemon mint oat plum quince rice rye sage thyme wheat",
        "calm change ease feed guard hold lift lower move raise shift slow soothe spare wake warm",
        "ear eye hand heart knee leg lung mood nail nose pulse skin sleep spine tooth voice",
        "bakers builders cooks drivers farmers guards nurses pilots sailors singers tailors teachers",
        "about after again along around before below beside between during early first given group half hours"
        " known later least less longer many more most much other over rather seen short since slow small some"
        " still than that their them these they those through under until used week well were when where",
    )
)
WHEN = ("at dawn", "at dusk", "at noon", "each day", "in spring", "in winter", "on the way", "over a year")


class Words(NamedTuple):
    """Where the words of a base come from."""

    chance: random.Random

    def sentence(self, words: int) -> str:
        """A sentence of so many words; it says nothing."""
        picked = [*self.chance.choices(FILLER, k=words - 3), self.chance.choice(NAMES)]
        return f"{self.chance.choice(PLACES)} {' '.join(picked)} {self.chance.choice(PARTS)}.".capitalize()

    def fact(self, number: int) -> tuple[str, str, str]:
        """Who, does, what: another one for each number."""
        name, rest = NAMES[number % len(NAMES)], number // len(NAMES)
        deed, rest = DOING[rest % len(DOING)], rest // len(DOING)
        return name.capitalize(), deed, f"the {PARTS[rest % len(PARTS)]} of {PLACES[number % len(PLACES)]}"


def make_base(root: Path, claims: int, seed: int = SEED) -> None:
    """Write a base of so many claims into the folder, which must be empty or not be there."""
    words = Words(random.Random(seed))
    studies, pages, topics = claims * 9 // 10 + 2, -(-claims // PAGE_CLAIMS), round(claims**0.5)
    files = {
        "mkdocs.yml": (PROJECT / "mkdocs.yml").read_text(encoding="utf-8"),
        "docs/index.md": "# A large base\n",
    }
    files |= {
        "claims/topics.yaml": "".join(map(_topic, range(topics))),
        "claims/vocabulary.yaml": _vocabulary(),
    }
    quoted: list[str] = []
    for number in range(pages):
        sentences = [words.sentence(words.chance.randint(12, 18)) for _ in range(PAGE_SENTENCES)]
        quoted += sentences[: PAGE_CLAIMS // 2]
        files[f"sources/page-{number}.txt"] = _lay_text(sentences)
        files[f"sources/page-{number}.yaml"] = _lay(number, claims, sentences)
    files |= {f"sources/study{number}.yaml": _study(number) for number in range(studies)}
    for number in range(claims):
        files[_path(number, topics)] = _claim(words, number, claims, quoted)
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8", newline="\n")


def _path(number: int, topics: int) -> str:
    return f"claims/topic-{number % topics}/claim-{number}.yaml"


def _topic(number: int) -> str:
    title = f"Topic {number}"
    return f"- {{id: topic-{number}, title: {title}, question: What of {number}?, summary: It may be so.}}\n"


def _vocabulary() -> str:
    treatments = "".join(f"  - {{id: way-{number}, name: way {number}}}\n" for number in range(5))
    return f"safety:\n  - {{id: care, line: Take care., help: false}}\ntreatments:\n{treatments}"


def _lay_text(sentences: list[str]) -> str:
    """Paragraphs of five sentences, each on one line."""
    parts = [" ".join(sentences[start : start + 5]) for start in range(0, len(sentences), 5)]
    return "\n\n".join(parts) + "\n"


def _lay(number: int, claims: int, sentences: list[str]) -> str:
    """A lay page: what no claim quotes is set aside."""
    left = min(PAGE_CLAIMS, max(0, claims - number * PAGE_CLAIMS))
    rest = sentences[(left + 1) // 2 :]
    asides = [" ".join(rest[start : start + 6]) for start in range(0, len(rest), 6)]
    lines = "".join(f"  - quote: >-\n{_block(aside, 6)}    reason: off-topic\n" for aside in asides)
    head = f"kind: lay-page\ncsl: {{type: webpage, title: Page number {number} of many}}\n"
    return f"{head}lay: {{publisher: unknown, paraphrased: true}}\nset_aside:\n{lines}"


def _study(number: int) -> str:
    name = f"{NAMES[number % 16]}{DOING[number // 16 % 16]}".capitalize()
    return f"""\
kind: article
csl:
  type: article-journal
  title: What study {number} found on {NAMES[number % 16]} and the {PARTS[number // 16 % 16]}
  author:
    - {{family: {name}, given: A}}
    - {{family: Other{number}, given: BC}}
    - {{family: Third, given: D}}
  container-title: Journal of {PARTS[number % 16].capitalize()}
  issued: {{date-parts: [[{1990 + number % 36}]]}}
  volume: "{number % 90 + 1}"
  page: {number + 1}-{number + 9}
  DOI: 10.1234/study.{number}
  PMID: "{number + 1000}"
study:
  design: {DESIGNS[number % 3]}
  subjects: people
  population: adults of whom number {number} tells
  participants: {number % 30 + 10}
  treatment: [way-{number % 5}]
access: {{read: abstract}}
"""


def _claim(words: Words, number: int, claims: int, quoted: list[str]) -> str:
    who, deed, what = words.fact(number)
    first = number * 9 // 10
    told = f"{who} number {_name(number)} may {deed} {what} {WHEN[number % len(WHEN)]}"
    evidence = [_finding(words, first + each) for each in range(3 - (number + 1) % 2)]
    if number % 2 == 0:
        evidence.append(_quote(words, number, quoted))
    plain = f"People who took it did so for some weeks. {words.sentence(10)} {words.sentence(11)} {words.sentence(9)}"
    related = [(number + 1) % claims, *([(number + 7) % claims] if number % 2 else [])]
    links = "".join(f"  - {{claim: claim-{other}, as: see-also}}\n" for other in related)
    return f"""\
statement: >-
{_block(told + ".", 2)}about: people
plain: >-
{_block(plain, 2)}certainty: low
reasons:
  - domain: imprecision
    note: {words.sentence(12)}
evidence:
{"".join(evidence)}related:
{links}treatment: [way-{first % 5}]
{"safety: [care]" if number % 5 < 2 else "tags: [calm]"}
would_change: {words.sentence(13)}
{f"formerly: [old-{number}]" + chr(10) if number % 8 == 0 else ""}reviewed: 2026-11-21
"""


def _name(number: int) -> str:
    """A number in letters, since a figure in a statement needs evidence that holds it."""
    return "".join("abcdefghij"[int(digit)] for digit in str(number))


def _finding(words: Words, study: int) -> str:
    starts, ends = words.sentence(5).rstrip("."), words.sentence(4).rstrip(".")
    return f"""\
  - source: study{study}
    stance: supports
    finding: >-
{_block(f"{words.sentence(17)} {words.sentence(16)}", 6)}    figures: [{study % 30 + 10} people, {study % 9 + 2} weeks]
    passage:
      section: abstract
      starts: {starts}
      ends: {ends}
    limits: >-
{_block(f"{words.sentence(10)} {words.sentence(11)}", 6)}"""


def _quote(words: Words, number: int, quoted: list[str]) -> str:
    text = quoted[number // 2]
    return f"""\
  - source: page-{number // PAGE_CLAIMS}
    stance: supports
    quote: >-
{_block(text, 6)}    reading: overstated
    fit: >-
{_block(words.sentence(20), 6)}"""


def _block(text: str, indent: int) -> str:
    margin = " " * indent
    return textwrap.fill(text, 100, initial_indent=margin, subsequent_indent=margin) + "\n"


def main() -> None:
    """Make one."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--claims", type=int, default=1000)
    options.add_argument("--seed", type=int, default=SEED)
    given = options.parse_args()
    make_base(given.folder, given.claims, given.seed)


if __name__ == "__main__":
    main()

"""Of what kind a finding is, and in which stretch of years it was published."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from claimbook import citing
from claimbook.grading import REVIEWS, speaks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.model import Evidence, Source
    from claimbook.pages.book import Book

KINDS = {
    "trials": "Randomized trials and reviews of them",
    "people": "Other studies of people",
    "animals": "Studies of animals and cells",
    "opinion": "Labels, guidance, opinion, other reviews",
}
_OPINION = frozenset(
    (
        "narrative-review",
        "expert-commentary",
        "consensus-statement",
        "guideline",
        "drug-label",
        "company-page",
    )
)
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_MOST = 17  # stretches that can still be told apart on a phone


class Stretches(NamedTuple):
    """Stretches of years, each `step` long, the first from `start`."""

    start: int
    step: int
    number: int

    @property
    def end(self) -> int:
        """The year after the last."""
        return self.start + self.number * self.step

    def name(self, index: int) -> str:
        """`2019`, or `2018–2019`."""
        first = self.start + index * self.step
        return str(first) if self.step == 1 else f"{first}–{first + self.step - 1}"


class Dated(NamedTuple):
    """Findings of one kind: how many fall into each stretch, and how many have no year."""

    name: str
    counts: list[int]
    undated: int

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts) + self.undated


def dated(book: Book) -> tuple[Stretches, list[Dated]]:
    """The findings that count, by kind and year; those of retracted papers do not count."""
    found = Counter(_findings(book))
    stretches = _stretches([year for _, year in found if year is not None])
    return stretches, [_dated(found, stretches, kind, name) for kind, name in KINDS.items()]


def _dated(found: Counter[tuple[str, int | None]], stretches: Stretches, kind: str, name: str) -> Dated:
    counts = [0] * stretches.number
    for (its, year), number in found.items():
        if its == kind and year is not None:
            counts[(year - stretches.start) // stretches.step] += number
    return Dated(name, counts, found[kind, None])


def _stretches(years: list[int]) -> Stretches:
    """The shortest stretches that are not too many, from a year that their length divides; none without a year."""
    if not years:
        return Stretches(0, 1, 0)
    first, last = min(years), max(years)
    step = next((each for each in _STEPS if last // each - first // each < _MOST), _STEPS[-1])
    return Stretches(first // step * step, step, last // step - first // step + 1)


def _findings(book: Book) -> Iterator[tuple[str, int | None]]:
    for source in book.studies:
        if speaks(source):
            for each in book.citations.get(source.key, []):
                yield _kind(each.item, source), _year(source)


def _year(source: Source) -> int | None:
    year = citing.year(source.csl or {}) or ""
    return int(year) if year.isdecimal() and len(year) == len("2026") else None


def _kind(item: Evidence, source: Source) -> str:
    """The first that fits; a review that does not say what it pools ranks as one that only tells."""
    study = source.study
    design = item.design or (study.design if study else None) or ""
    pools = (study.of if study else None) or ""
    subjects = item.subjects or (study.subjects if study else ())
    is_review = design in REVIEWS
    fitting = (
        ("opinion", design in _OPINION or (is_review and not pools)),
        ("animals", "people" not in subjects or (is_review and pools == "animal-experiment")),
        ("trials", (pools if is_review else design) == "randomized-trial"),
        ("people", True),
    )
    return next(kind for kind, fits in fitting if fits)

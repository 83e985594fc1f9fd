"""The page "How we grade": what each certainty means, which designs allow it, and what this is not."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimbook.grading import AGREEMENTS, allowed_words
from claimbook.pages import address
from claimbook.pages.figures import signs
from claimbook.pages.filters import ABOUT_SITE
from claimbook.pages.text import as_sentence, front_matter, md, page, table
from claimbook.pages.words import CERTAINTY, MEANING, READINGS, agreement_chip, certainty_chip, reading_chip

if TYPE_CHECKING:
    from claimbook.pages.book import Book

_READ = {"abstract": "as the abstract only", "excerpt": "in an excerpt", "full": "in full"}
_TWO_KINDS = """\
Two kinds of evidence stand here, and they are never mixed up.

- **Lay pages** tell what people are told. They are quoted word for word, and they add nothing to certainty.
- **Studies** tell what was found. Their findings are given in our own words, with their figures, and with the
  first and last words of the passage, so that you can find it again."""

_NOT = """\
- It is a simplification of GRADE, the usual way of rating evidence, not GRADE itself.
- It is no systematic review: sources are chosen by the curators, and studies may be missing.
- It is no reading of whole papers: how much of each study was read stands on the study's page.
- No clinician has endorsed it. It is not medical advice."""

_CEILING = """\
The ceiling is computed from the studies that support a claim and that studied the claim's own subjects.
Each source counts once. A retracted source never counts; a lay page never counts.
The certainty may be lower than the ceiling, and then the claim says why; it is never higher.
Of guidance, it tells how sure it is that a label, guideline or expert group asks this; it is no finding on what works."""

_CEILINGS = (
    (
        "high",
        "A review of randomized trials and a randomized trial; none of either disputes; "
        "no cited review graded it lower",
        "Never",
        "The label or guideline itself",
    ),
    (
        "moderate",
        "A review of randomized trials, or two randomized trials with 100 people between them; "
        "or two observational studies with a large effect or a dose-response",
        "Three experiments, no experiment disputing",
        "Consensus statement",
    ),
    (
        "low",
        "One randomized trial; a review of other human studies; a controlled experiment, open-label trial, "
        "cohort, cross-sectional or imaging study",
        "One experiment",
        "Expert commentary",
    ),
    (
        "very-low",
        "A review of case reports, case report, label or guideline on an effect, consensus, commentary, "
        "narrative review, maker's page; only animals or cells support; or studies speak and none supports",
        "Reviews",
        "A maker's page",
    ),
    ("none", "Lay pages only", "Lay pages only", "Lay pages only"),
)

_AGREE = {
    "no-study": "No study of the claim's subjects is cited.",
    "against": "No study supports it and at least one disputes it.",
    "only-qualified": "No study supports it; some say when it holds.",
    "one-study": "A single study speaks.",
    "split": "More than a quarter of the studies that take a side dispute it.",
    "qualified": "As many studies qualify it as support it, or more.",
    "mostly": "Most support it; some qualify or dispute it.",
    "agree": "All studies cited support it.",
}


def grading_page(book: Book) -> bytes:
    """The table of ceilings, the words that each certainty asks for, the verdicts and readings."""
    ceilings = [[certainty_chip(name), people, animals, guide] for name, people, animals, guide in _CEILINGS]
    words = [[certainty_chip(name), MEANING[name], _words(name)] for name in CERTAINTY]
    agreeing = [[agreement_chip(name), _AGREE[name]] for name in AGREEMENTS]
    readings = [[reading_chip(name), md(as_sentence(what))] for name, (_, _, what) in READINGS.items()]
    return page(
        front_matter(
            "How we grade", "What the words of certainty mean here, and what this is not.", ABOUT_SITE
        ),
        "# How we grade",
        _TWO_KINDS,
        "## What each certainty means\n\n" + table(["How sure", "Meaning", "Words of the statement"], words),
        "## The highest certainty that the designs allow",
        _CEILING,
        table(["Ceiling", "About people", "About animals or cells", "About guidance"], ceilings),
        "## Whether the studies agree\n\n" + table(["Verdict", "When"], agreeing),
        "## How a lay page's telling compares\n\n" + table(["Reading", "Meaning"], readings),
        signs(),
        f"## How the studies were found\n\n{_found(book)}",
        f"## What this is not\n\n{_NOT}",
        f"{address.link(address.GRADING, address.RULES, 'The rules')} hold every claim to this.",
    )


def _found(book: Book) -> str:
    """How and up to when, and how much of the studies was read, counted."""
    method = book.library.method
    read = Counter((source.access and source.access.read) or "" for source in book.studies)
    parts = [f"{read[name]:,} {how}" for name, how in _READ.items()]
    unknown = f" How much was read of {read['']:,} is not noted." if read[""] else ""
    counted = f"Sources other than web pages: {len(book.studies):,}. Read: {', '.join(parts)}.{unknown}"
    if method is None:
        return f"How they were found is not noted in this base. {counted}"
    left_out = address.link(address.GRADING, address.LEFT_OUT, "Left out, and why")
    until = f"They were looked for up to {method.until}. {left_out} tells what was found and not used."
    return "\n\n".join(filter(None, (md(method.found or ""), until, counted)))


def _words(certainty: str) -> str:
    return md(" or ".join(f"“{word}”" for word in allowed_words(certainty)) or "a plain verb")

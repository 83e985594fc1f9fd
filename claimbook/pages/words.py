"""What readers see in place of the words in the files."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimbook.grading import AGREEMENTS, rank
from claimbook.pages.text import md

if TYPE_CHECKING:
    from claimbook.model import Claim

# The signs are those of GRADE; each chip has its word beside the sign.
CERTAINTY = {
    "high": ("⊕⊕⊕⊕", "High certainty"),
    "moderate": ("⊕⊕⊕◯", "Moderate certainty"),
    "low": ("⊕⊕◯◯", "Low certainty"),
    "very-low": ("⊕◯◯◯", "Very low certainty"),
    "none": ("◯◯◯◯", "No study: only web pages say it"),
}
MEANING = {
    "high": "We are very confident that the true effect lies close to what the studies found.",
    "moderate": "The true effect is probably close to what the studies found, but it may be quite different.",
    "low": "The true effect may be quite different from what the studies found.",
    "very-low": "The evidence is very uncertain.",
    "none": "No study in this base has been set beside it, so nothing here says whether it is true.",
}
ASKED = "{sure} that this is what the guidance asks. It is no finding on what works."
READ_SO = "“How sure” tells how much the studies can tell us, not how good a treatment is."
AGREEING = {
    "no-study": "?",
    "against": "✗",
    "only-qualified": "±",
    "one-study": "1",
    "split": "≠",
    "qualified": "±",
    "mostly": "≈",
    "agree": "=",
}
READINGS = {
    "accurate": ("=", "Accurate", "it says what the studies cited here found"),
    "overstated": ("↑", "Overstated", "the same direction, but more or surer than the studies found"),
    "contradicted": ("✗", "Contradicted", "the studies found otherwise"),
    "out-of-context": ("↷", "Out of context", "it lost its subject or its condition on the way"),
    "unsupported": ("?", "Unsupported", "no study in this base speaks of it"),
}
STANCES = {"supports": "For", "disputes": "Against", "qualifies": "With reservations"}
RELATIONS = {
    "explains": ("Explains", "Is explained by"),
    "follows-from": ("Follows from", "Leads to"),
    "conflicts-with": ("Conflicts with", "Conflicts with"),
    "see-also": ("See also", "See also"),
}
# GRADE's domains, each in plain words before its own name.
DOMAINS = {
    "risk-of-bias": ("Weak points in how studies were done", "risk of bias"),
    "inconsistency": ("Studies differ", "inconsistency"),
    "indirectness": ("Not quite this question", "indirectness"),
    "imprecision": ("Too few people, or too wide a range", "imprecision"),
    "publication-bias": ("Some results may be unpublished", "publication bias"),
    "large-effect": ("The effect is large", "large effect"),
    "dose-response": ("More of it, more effect", "dose-response"),
}
REASONS = {
    "navigation": "part of the page's navigation",
    "advertising": "advertising",
    "anecdote": "one person's experience",
    "definition": "a definition",
    "off-topic": "off topic",
    "repeats": "says again what stands elsewhere",
}
DESIGN = {
    "meta-analysis": ("meta-analysis", "meta-analyses"),
    "systematic-review": ("systematic review", "systematic reviews"),
    "randomized-trial": ("randomized trial", "randomized trials"),
    "controlled-experiment": ("controlled experiment", "controlled experiments"),
    "open-label-trial": ("open-label trial", "open-label trials"),
    "cohort": ("cohort study", "cohort studies"),
    "cross-sectional": ("cross-sectional study", "cross-sectional studies"),
    "imaging-study": ("imaging study", "imaging studies"),
    "case-report": ("case report", "case reports"),
    "narrative-review": ("narrative review", "narrative reviews"),
    "expert-commentary": ("expert commentary", "expert commentaries"),
    "consensus-statement": ("consensus statement", "consensus statements"),
    "guideline": ("guideline", "guidelines"),
    "drug-label": ("drug label", "drug labels"),
    "company-page": ("maker's own page", "makers' own pages"),
    "animal-experiment": ("animal experiment", "animal experiments"),
    "in-vitro": ("experiment on cells", "experiments on cells"),
}
SAYS = "A web page says:"


def chip(group: str, value: str, sign: str, word: str, order: int | None = None) -> str:
    """A small label: a sign for the eye, a word for everybody, a number for a column that is sorted."""
    key = "" if order is None else f' data-sort="{order}"'
    return (
        f'<span class="cb-chip cb-{group}--{value}"{key}><span aria-hidden="true">{md(sign)}</span> '
        f"{md(word)}</span>"
    )


@cache  # of five
def certainty_chip(certainty: str) -> str:
    """How sure."""
    sign, word = CERTAINTY[certainty]
    return chip("chip", certainty, sign, word, rank(certainty))


def agreement_word(agreement: str, claim: Claim | None = None) -> str:
    """Whether the studies agree, in words; a label or guideline, which is no study, is called a source."""
    word = AGREEMENTS[agreement]
    if claim is not None and claim.about == "guidance":
        return word.replace("studies", "sources").replace("study", "source")
    return word


def agreement_chip(agreement: str, claim: Claim | None = None) -> str:
    """Whether the studies agree."""
    word = agreement_word(agreement, claim)
    return chip("agreement", agreement, AGREEING[agreement], word, list(AGREEMENTS).index(agreement))


@cache  # of five
def reading_chip(reading: str) -> str:
    """How a lay page's telling compares with the studies."""
    sign, word, _ = READINGS[reading]
    return chip("reading", reading, sign, word)


def is_hearsay(claim: Claim) -> bool:
    """Whether only lay pages say it; such a statement never stands without its "A web page says:"."""
    return claim.certainty == "none"


def statement(claim: Claim) -> str:
    """The statement in plain text, as it may be shown anywhere."""
    said = claim.statement or claim.id
    return f"{SAYS} {said}" if is_hearsay(claim) else said


def statement_md(claim: Claim) -> str:
    """The statement in Markdown, the prefix set apart."""
    said = md(claim.statement or claim.id)
    return f'<span class="cb-says">{SAYS}</span> {said}' if is_hearsay(claim) else said

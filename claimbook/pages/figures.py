"""What the signs in the figures of findings mean, in plain words."""

from __future__ import annotations

from claimbook.pages import address
from claimbook.pages.text import md, table

TITLE = "Figures in the findings"
_ANCHOR = "#figures-in-the-findings"
_SIGNS = (
    ("n", "How many people or animals were counted in the result."),
    (
        "p",
        "How often chance alone would bring a difference at least as large, were there none in truth. A small p "
        "does not say that the difference is large, or that it matters to anybody.",
    ),
    (
        "95% CI (confidence interval)",
        "A range made in such a way that, of 100 such studies, about 95 would have the true value in theirs. A wide "
        "range says: the size of the effect is hardly known.",
    ),
    (
        "OR, RR, HR (odds, risk and hazard ratio)",
        "How often, or how soon, something happens in one group as against another. 1 is no difference.",
    ),
    (
        "SMD, d, g (standardized mean difference)",
        "The difference between two groups, counted in standard deviations, so that results on different scales can "
        "be set side by side. 0 is no difference.",
    ),
    ("SD (standard deviation)", "How far the values of single people or animals lie from their mean."),
    (
        "r (correlation)",
        "How closely two measures go together, from −1 to 1; 0 is not at all. It does not say that one brings about "
        "the other.",
    ),
    (
        "NNT (number needed to treat)",
        "How many people have to be treated for one more of them to gain what is counted.",
    ),
)


def signs() -> str:
    """The section of “How we grade”."""
    rows = [[f"**{md(sign)}**", md(meaning)] for sign, meaning in _SIGNS]
    told = "Findings give the figures of their studies as these give them. What the signs in them mean:"
    return f"## {TITLE}\n\n{told}\n\n{table(['Sign', 'Meaning'], rows)}"


def explained(here: str) -> str:
    """The way there, for a page that shows findings."""
    return address.link(here, address.GRADING + _ANCHOR, "What p, CI and the like mean")

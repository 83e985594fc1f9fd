"""How sure a claim may be: ceiling, agreement and robustness, computed from its evidence alone.

A simplification of GRADE (Guyatt and others, BMJ 2008;336:924-926): designs give a ceiling,
the curator's judgement may only go below it, and the wording follows the certainty.
"""

from claimbook.grading.agreement import AGREEMENTS, agreement
from claimbook.grading.ceiling import EXPERIMENTS, REVIEWS, ceiling, rank
from claimbook.grading.robustness import Fall, falls, rests_on
from claimbook.grading.voices import Voice, is_own, speaks, voices
from claimbook.grading.wording import allowed_words, fits_wording

__all__ = [
    "AGREEMENTS",
    "EXPERIMENTS",
    "REVIEWS",
    "Fall",
    "Voice",
    "agreement",
    "allowed_words",
    "ceiling",
    "falls",
    "fits_wording",
    "is_own",
    "rank",
    "rests_on",
    "speaks",
    "voices",
]

"""A field that has to be there is missing or empty.

Every claim, every piece of evidence and every source has a few fields that readers rely on: without a
statement there is no claim, and without the section and the first and last words nobody finds the passage
again. What each field is for stands in the hint.

Add the field, with its value behind a colon. Where you do not know the value, it is better to leave the
whole entry out than to fill the field with a guess.
"""

from claimbook.checks.example import CLAIM, swap

EXAMPLE = swap(CLAIM, "    fit: It speaks of everybody; the study saw a small difference.\n", "")

"""A value is of the right kind, but not one that this field can have.

Many fields take only certain words, so that pages can be sorted and searched by them and mean the same
everywhere; the problem lists those words, and the nearest one. Treatments and dangers are words of the
file claims/vocabulary.yaml. Dates are written 2026-11-01 and must exist in the calendar. A text must hold
something to read.

Choose one of the words that are listed, or add a new treatment or danger to the vocabulary first. Only
warnings and a few other rules may be excused with `allow`; for the rest, mend what they found.
"""

from claimbook.checks.example import CLAIM, swap

EXAMPLE = swap(CLAIM, "reading: overstated", "reading: exaggerated")

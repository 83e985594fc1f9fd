"""A value is not of the kind that its field needs.

A field takes text, a number, a date, true or false, a list, or a group of further fields; the problem
says which, and what stands there instead. Some words are not text without quotes: yes, no, on, off, true
and false are truth values, 2019 is a number and 2026-11-01 a date.

Put text that looks like one of these in quotes: "no", "2019". Begin every entry of a list with a dash on
a line of its own, or write the list in square brackets with commas.
"""

from claimbook.checks.example import CLAIM, swap

EXAMPLE = swap(CLAIM, "section: Results,", "section: 3,")

"""A file is not written in valid YAML, so nothing in it can be read.

YAML is the form in which claims and sources are written down: names with values behind a colon, and lists
whose entries begin with a dash. The problem stands where the reader lost its way, or where something was
opened that is never closed; if that line looks right, look at the line above it.

Mostly it is one of these: an indentation that is off, text that holds a colon and a space and therefore
needs quotes, a quotation mark or bracket that is not closed, or a colon that is missing after a name.
"""

from claimbook.checks.example import CLAIM, swap

EXAMPLE = swap(CLAIM, "awake for longer.", "awake: for longer.")

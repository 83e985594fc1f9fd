"""The same field stands twice in one place.

Only one of the two can count, and nobody can tell which was meant. Programs that read such files mostly
take the last and say nothing, so that a value somebody wrote and checked disappears.

Keep one and delete the other. Where both were meant, as with two pieces of evidence, make them two
entries of one list, each beginning with a dash.
"""

from claimbook.checks.example import CLAIM, swap

EXAMPLE = swap(CLAIM, "certainty: low\n", "certainty: low\ncertainty: moderate\n")

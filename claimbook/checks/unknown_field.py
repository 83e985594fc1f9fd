"""A field has a name that is not known here.

A misspelt name would otherwise be passed over in silence, and with it what was written there. The problem
shows the known name that is most like it, or else all names that may stand in this place.

Mend the name. If you have something to say for which there is no field, put it into the text of one that
fits, such as `limits` or `plain`.
"""

from claimbook.checks.example import CLAIM, swap

EXAMPLE = swap(CLAIM, "treatment: [green-tea]", "treatmnt: [green-tea]")

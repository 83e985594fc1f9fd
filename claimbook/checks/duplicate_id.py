"""Two claims, topics or words have the same id.

An id is an address: a link to it must lead to one page. Claims share one set of ids over all topics, so
that a claim can move to another topic and keep its name. Old ids, which a claim lists under `formerly`,
count along, since their addresses go on working.

Rename one of the two. If they say the same, make them one claim with the evidence of both.
"""

from claimbook.checks.example import MICE, swap

EXAMPLE = swap(MICE, "reviewed: 2026-11-01", "formerly: [tea-keeps-awake]\nreviewed: 2026-11-01")

"""An excuse stands here, and there is nothing that it excuses.

With `allow` a curator says: this problem is known, and it may stand because of so and so. Once the
problem is gone, the excuse would only hide the next one that comes up in its place. So an excuse that
excuses nothing has to go.

Take the entry out of `allow`. If you expected it to excuse something, look where it stands: an excuse
covers the claim, the piece of evidence or the source in which it is written, and only the rule that it
names.

The same holds for `elision: checked` beside a quote. It says that a “not” among the words left out was
seen and does no harm; where no such word was left out, there is nothing to say.
"""

from claimbook.checks.example import CLAIM, swap

_REVIEWED = "reviewed: 2026-11-01\n"

EXAMPLE = swap(
    CLAIM,
    _REVIEWED,
    f"{_REVIEWED}allow:\n  - {{rule: review-overdue, because: A new study is about to appear.}}\n",
)

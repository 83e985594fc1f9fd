"""A folder of claims stands for no topic.

Every claim belongs to one topic: that whose id is the name of the folder in which the claim's file
lies. The site lists the topics in the order of the file claims/topics.yaml, so claims in a folder that
is not listed there would appear under no heading.

If the folder's name is misspelt, move its files to the right folder. If the topic is new, add it to
claims/topics.yaml with its title, its question and a short summary. The problem stands once for a
folder, at its first claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import TOPICS, add
from claimbook.load.nearest import nearest
from claimbook.load.words import Known
from claimbook.problem import Problem, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.whole import Whole

EXAMPLE = add(
    "claims/teas/cold-tea.yaml",
    """\
statement: It is very uncertain whether cold tea keeps mice running.
about: animals
plain: Mice given tea ran more in one study. Whether cold tea does the same is not known.
certainty: very-low
reasons: [{domain: indirectness, note: The tea was warm.}]
evidence:
  - source: lopez2021
    stance: supports
    finding: Mice that were given warm tea ran further.
    passage: {section: Results, starts: Tea raised the distance, ends: per night}
reviewed: 2026-11-01
""",
)

_DEPTH = len(("claims", "topic", "claim.yaml"))


def find(whole: Whole) -> Iterator[Problem]:
    """A problem for each folder that is no topic's; silent where the list of topics may lack its id."""
    if TOPICS in whole.unread:
        return
    known = Known(whole.base.topics)
    for folder, path in _folders(whole).items():
        if not known.may_hold(folder):
            guess = nearest(folder, sorted(known.ids))
            way = "move the file to the folder of a topic, or add the topic to claims/topics.yaml"
            hint = f"did you mean '{guess}'? If not, {way}" if guess else way
            yield Problem(Span(path), "unknown-topic", f"the folder '{folder}' is no topic", hint)


def _folders(whole: Whole) -> dict[str, str]:
    """The folders that hold claims, readable or not, each with its first claim file."""
    paths = {note.path for note in whole.claims} | whole.unread
    first: dict[str, str] = {}
    for path in sorted(paths):
        parts = path.split("/")
        if len(parts) == _DEPTH and parts[0] == "claims":
            first.setdefault(parts[1], path)
    return first

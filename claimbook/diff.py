"""A base as it stands against what it was at a git revision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks import Facts
from claimbook.comparing import compare
from claimbook.load import load
from claimbook.revision import base_at

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from claimbook.comparing import Difference


def diff(root: Path, revision: str, today: date) -> Difference:
    """What changed in the base `root` since `revision`; neither state need be free of problems.

    Raises `CannotRunError` as `revision.base_at` does.
    """
    now, problems = load(root)
    with base_at(root, revision) as folder:
        was, _ = load(folder)
    found = compare(Facts(was, today), Facts(now, today))
    changed = {turn.claim.path for turn in found.claims} | {
        f"sources/{turn.id.after}.yaml" for turn in found.sources
    }
    faulty = {problem.where.path for problem in problems if problem.is_error} & changed
    return found._replace(faulty=tuple(sorted(faulty - set(found.unread))))

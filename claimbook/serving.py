"""The live server on a base: what it runs on each change."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from claimbook.building import ClashError, write_pages
from claimbook.examine import examine
from claimbook.remembering import remembering
from claimbook.report.full import draw
from claimbook.report.visible import lines
from claimbook.serve import Outcome, serve
from claimbook.site import Preview
from claimbook.turns import alone

if TYPE_CHECKING:
    from pathlib import Path


def serve_base(root: Path, host: str, port: int) -> None:
    """Serve the base in `root` until Ctrl-C. Raises `CannotRunError` as `serve` does."""
    site = root / "build" / "preview"
    preview = Preview(root, root / "build" / "docs", site)

    def shown(nav: list[Any] | None) -> list[str]:
        with alone(root):
            return preview.build(nav)

    with remembering(root):
        serve(root, site, lambda: renew(root), shown, host, port)


def renew(root: Path) -> Outcome:
    """Check the base and, unless an error stands, write its pages."""
    with alone(root):
        examined = examine(root, date.today())
        if examined.has_errors:
            errors = [problem for problem in examined.problems if problem.is_error]
            texts = examined.texts(errors)
            return Outcome([draw(each, lines(texts.get(each.where.path, ""))) for each in errors])
        try:
            return Outcome(nav=write_pages(root, examined).content.nav)
        except ClashError as clash:
            return Outcome([str(clash)])

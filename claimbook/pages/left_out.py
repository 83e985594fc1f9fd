"""The page "Left out, and why": what was found and is not among the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook import citing
from claimbook.pages import address
from claimbook.pages.filters import ABOUT_SITE
from claimbook.pages.text import front_matter, md, page, table

if TYPE_CHECKING:
    from claimbook.model import LeftOut, Method


def left_out_page(method: Method) -> bytes:
    """Every publication left out with its reason; none of them counts anywhere."""
    rows = [[_title(each), md(each.why or "")] for each in method.left_out]
    return page(
        front_matter(
            "Left out, and why", "What was found and is not among the sources, and why.", ABOUT_SITE
        ),
        "# Left out, and why",
        "These were found, and no claim cites them. A title in square brackets is our description, not its own.",
        table(["Publication", "Why it is left out"], rows) if rows else "Nothing was left out.",
    )


def _title(each: LeftOut) -> str:
    title = each.title or ""
    return address.outside(citing.doi_url(each.doi), title) if each.doi else md(title)

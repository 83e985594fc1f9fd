"""The text of a web page that claims quote is not kept here.

Web pages change and vanish. So the base keeps the full text of each page that it quotes, in a file
beside the source's own: sources/web-tea.txt for sources/web-tea.yaml. Every quote is checked against
that text, and the page's ledger shows a reader which of its sentences were answered and which were set
aside.

Save the page's text, unchanged, with slips and all, in a file of that name. A text that is only at hand
on your own computer does not count, since no reader could see it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import add
from claimbook.checks.pairing import lone_pages, misnamed_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.whole import Whole
    from claimbook.problem import Problem

EXAMPLE = add(
    "sources/web-cups.yaml",
    """\
kind: lay-page
csl: {type: webpage, title: The best cup}
lay: {publisher: unknown}
allow:
  - {rule: orphan-source, because: The claims about cups are being written.}
""",
)


def find(whole: Whole) -> Iterator[Problem]:
    """A problem for each lay page without a text, unless it is there under a name that is reported."""
    lone = lone_pages(whole)
    misnamed = set(misnamed_texts(whole).values()) if lone else set()
    for key in lone:
        if key not in misnamed:
            source = whole.source(key)
            hint = f"save the page's text in {source.text_path}"
            message = "the text of this page is not kept here"
            yield source.origin.problem("lay-page-without-text", "kind", message, hint)

"""The page that a curator sees in the browser while the base cannot be built."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }}
li {{ margin: 1rem 0; border-left: .25rem solid #b3541e; padding: .25rem 0 .25rem 1rem; }}
pre {{ margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: .9rem/1.5 ui-monospace, monospace; }}
</style>
</head>
<body>
<h1>{title}</h1>
<p>The pages stand as they were. This one goes away by itself once the files are mended and saved.</p>
<ol>
{items}
</ol>
</body>
</html>
"""


def problem_page(problems: Sequence[str]) -> bytes:
    """Draw problems, each a text of one or more lines, as one HTML page that needs nothing else."""
    count = len(problems)
    title = "1 problem to mend" if count == 1 else f"{count} problems to mend"
    items = "\n".join(f"<li><pre>{escape(problem)}</pre></li>" for problem in problems)
    return _PAGE.format(title=title, items=items).encode("utf-8", "replace")

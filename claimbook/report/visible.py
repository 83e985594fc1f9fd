"""Makes text from files safe to print: whatever would drive a terminal, or hide in it, shows as an escape."""

from __future__ import annotations

import re

# Controls, soft hyphen, marks that turn the writing direction (CVE-2021-42574), line and paragraph
# separators, lone surrogates, annotation and tag characters. The joiners stay: some scripts and emoji are
# written with them. Patterns are compiled at their first use, to keep the start of every command short.
UNSEEN = (
    r"[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200e\u200f\u2028-\u202e\u2066-\u206f"
    r"\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_BREAK = r"\r\n?|\n"


def visible(text: str) -> str:
    r"""Return the text with its unseen characters shown, such as ``\n``, ``\x1b`` and ``\u202e``."""
    return re.sub(UNSEEN, _escape, text)


def lines(text: str) -> list[str]:
    """Split the text where editors do (LF, CR LF, CR): spans count their lines so."""
    return re.split(_BREAK, text)


def one_line(text: str) -> str:
    """Return a text of several lines as one, its lines joined by spaces."""
    return " ".join(visible(line.strip()) for line in lines(text))


def _escape(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode("ascii")

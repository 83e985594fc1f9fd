"""The safety lines that a page shows before anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.pages.help import help_line
from claimbook.pages.text import bullets, md

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimbook.model import Claim, SafetyWord
    from claimbook.pages.book import Book


def safety(book: Book, here: str, claims: Iterable[Claim]) -> str:
    """One box with the line of every danger that these claims touch, and where to get help; or nothing."""
    words = _touched(book, claims)
    if not words:
        return ""
    lines = [md(word.line or "") for word in words]
    said = f"**Safety:** {lines[0]}" if len(lines) == 1 else f"**Safety**\n\n{bullets(lines)}"
    box = f'<div class="cb-safety" markdown="1">\n\n{said}\n\n</div>'
    return f"{box}\n\n{help_line(book, here)}" if any(word.help for word in words) else box


def names_help(book: Book, claims: Iterable[Claim]) -> bool:
    """Whether these claims touch a danger in which help is needed at once: then its box comes first of all."""
    return any(word.help for word in _touched(book, claims))


def _touched(book: Book, claims: Iterable[Claim]) -> list[SafetyWord]:
    touched = {word for claim in claims for word in claim.safety}
    return [word for word in book.library.vocabulary.safety if word.id in touched]

"""Text of the base → Markdown that shows exactly this text, whatever it holds."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from claimbook.encoded import encoded

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

# Control characters (Markdown uses some as its own marks), bidirectional controls and surrogates.
_UNSHOWN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_MONTHS = "January February March April May June July August September October November December"
_SPACE = re.compile(r"\s+")
_MARKUP = re.compile(r"[\\`*_{}\[\]<>&|~^\"]")
_CODE = re.compile("&#96;(.+?)&#96;")  # as `md` leaves it
_OPENING = re.compile(r"(?:[#+\-=:!?]|\d+(?=[.)]))")


def clean(text: str) -> str:
    """One line of text: white space folded, characters that cannot be shown replaced by U+FFFD."""
    if text.isprintable() and "  " not in text:  # then no white space but single spaces, and nothing unseen
        return text.strip()
    return _UNSHOWN.sub("\ufffd", _SPACE.sub(" ", text)).strip()


@lru_cache(maxsize=1 << 14)  # statements, titles and names stand on many pages
def md(text: str) -> str:
    """The text as one line of Markdown in which nothing is markup."""
    line = _MARKUP.sub(lambda found: f"&#{ord(found[0])};", clean(text))
    opening = _OPENING.match(line)
    return f"{_entities(opening[0])}{line[opening.end() :]}" if opening else line


def with_code(text: str) -> str:
    """The text as one line of Markdown, its `words in backquotes` shown as code."""
    return _CODE.sub(r"<code>\1</code>", md(text))


def _entities(text: str) -> str:
    return "".join(f"&#{ord(character)};" for character in text)


def attr(text: str) -> str:
    """The text for an HTML attribute in double quotes."""
    return html.escape(clean(text), quote=True)


def front_matter(
    title: str, description: str, search: Mapping[str, list[str]] | None = None, **more: str
) -> str:
    """A page's title and description; MkDocs puts both into HTML as they are, so they are escaped here.

    `search` are the filters by which the page is found (`claimbook.pages.filters`), and `more` is for the
    theme, such as `moved`, the new place of a page; the theme escapes both.
    """
    fields = {"title": title, "description": shorten(description, 160), **more}
    lines = (f"{name}: {encoded(attr(text))}" for name, text in fields.items())
    found = [f"search: {encoded(search)}"] if search else []
    return "\n".join(("---", *lines, *found, "---"))


def shorten(text: str, most: int) -> str:
    """At most `most` characters, cut between words where there are any, with an ellipsis where something was cut."""
    line = clean(text)
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:.") + "…"


def as_sentence(words: str) -> str:
    """Words as a sentence of their own: a capital first, a full stop last."""
    return f"{words[:1].upper()}{words[1:]}."


def paragraphs(text: str) -> str:
    """A text of a record as Markdown; where its file leaves a line blank, a paragraph ends."""
    return "\n\n".join(md(part) for part in text.splitlines() if part.strip())


def page(*blocks: str) -> bytes:
    """Blocks of Markdown, a blank line between them; empty ones left out."""
    # Encoded one by one: most blocks are ASCII alone, which is quick, and one sign that is not would slow all of them.
    return b"\n\n".join([block.strip("\n").encode() for block in blocks if block]) + b"\n"


def unsearched(block: str) -> str:
    """A block of which the search knows nothing, such as words that belong to another page."""
    return f'<div data-pagefind-ignore markdown="1">\n\n{block}\n\n</div>' if block else ""


def bullets(items: list[str]) -> str:
    """A list of Markdown lines."""
    return "\n".join(f"- {item}" for item in items)


def table(head: list[str], rows: list[list[str]], kind: str = "") -> str:
    """A Markdown table of cells that are Markdown already; on a narrow screen each row becomes a card.

    There each cell carries the head of its column as a label. `kind` are further classes.
    """
    marks = [f' {{ data-label="{label}" }}' for label in head]
    labelled = [[cell and cell + mark for cell, mark in zip(cells, marks, strict=True)] for cells in rows]
    return f'<div class="cb-stack{kind}" markdown="1">\n\n{grid(head, labelled)}\n\n</div>'


def grid(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table that stays a table on every screen, and scrolls within its own box."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def code(text: str) -> str:
    """Text shown letter by letter in a block."""
    return "\n".join(f"    {line}".rstrip() for line in text.rstrip("\n").split("\n"))


def day(when: date) -> str:
    """`21 November 2026`, in English whatever the machine speaks."""
    return f"{when.day} {_MONTHS.split()[when.month - 1]} {when.year}"


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 claim`, `2 claims`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"

"""Text of the base → Markdown that shows exactly this text, whatever it holds."""

from __future__ import annotations

import html
import json
import re

# Control characters (Markdown uses some as its own marks), bidirectional controls and surrogates.
_UNSHOWN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_SPACE = re.compile(r"\s+")
_MARKUP = re.compile(r"[\\`*_{}\[\]<>&|~^\"]")
_OPENING = re.compile(r"(?:[#+\-=:!?]|\d+(?=[.)]))")


def clean(text: str) -> str:
    """One line of text: white space folded, characters that cannot be shown replaced by U+FFFD."""
    return _UNSHOWN.sub("\ufffd", _SPACE.sub(" ", text)).strip()


def md(text: str) -> str:
    """The text as one line of Markdown in which nothing is markup."""
    line = _MARKUP.sub(lambda found: f"&#{ord(found[0])};", clean(text))
    opening = _OPENING.match(line)
    return f"{_entities(opening[0])}{line[opening.end() :]}" if opening else line


def _entities(text: str) -> str:
    return "".join(f"&#{ord(character)};" for character in text)


def attr(text: str) -> str:
    """The text for an HTML attribute in double quotes."""
    return html.escape(clean(text), quote=True)


def front_matter(title: str, description: str, **more: str) -> str:
    """A page's title and description; MkDocs puts both into HTML as they are, so they are escaped here.

    `more` is for the theme, such as `moved`, the new place of a page.
    """
    fields = {"title": title, "description": shorten(description, 160), **more}
    lines = (f"{name}: {json.dumps(attr(text), ensure_ascii=False)}" for name, text in fields.items())
    return "\n".join(("---", *lines, "---"))


def shorten(text: str, most: int) -> str:
    """At most `most` characters, cut between words, with an ellipsis where something was cut."""
    line = clean(text)
    if len(line) <= most:
        return line
    return line[: most - 1].rpartition(" ")[0].rstrip(" ,;:.") + "…"


def page(*blocks: str) -> bytes:
    """Blocks of Markdown, a blank line between them; empty ones left out."""
    return ("\n\n".join(block.strip("\n") for block in blocks if block) + "\n").encode()


def bullets(items: list[str]) -> str:
    """A list of Markdown lines."""
    return "\n".join(f"- {item}" for item in items)


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table of cells that are Markdown already."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def code(text: str) -> str:
    """Text shown letter by letter in a block."""
    return "\n".join(f"    {line}".rstrip() for line in text.rstrip("\n").split("\n"))


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 claim`, `2 claims`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"

"""Where to get help now: the page, and the line that other pages show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.pages import address
from claimbook.pages.filters import ABOUT_SITE
from claimbook.pages.text import day, front_matter, md, page, table

if TYPE_CHECKING:
    from claimbook.model import HelpLine
    from claimbook.pages.book import Book


def help_line(book: Book, here: str) -> str:
    """One quiet line with a link to every contact; empty where the base has none."""
    if not book.library.help_lines:
        return ""
    words = "If you think of suicide, or might harm yourself, people are there to help now:"
    link = address.link(here, address.HELP, "where to get help")
    return f'<p class="cb-help" markdown="span">{words} {link}.</p>'


def help_now(book: Book, here: str) -> str:
    """The line with every contact below it, for the home page."""
    contacts = [
        f"{md(each.country or '')}: {_name(each)}, {md(each.how or '')}" for each in book.library.help_lines
    ]
    days = [each.checked for each in book.library.help_lines if each.checked]
    checked = f" (details checked on {day(min(days))})" if days else ""
    small = f'<p class="cb-contacts" markdown="span">{" · ".join(contacts)}{checked}</p>'
    return f"{help_line(book, here)}\n\n{small}" if contacts else ""


def help_page(book: Book) -> bytes:
    """Every contact with its country and the day on which it was last checked."""
    rows = [
        [md(each.country or ""), _name(each), md(each.how or ""), day(each.checked) if each.checked else ""]
        for each in book.library.help_lines
    ]
    return page(
        front_matter("Where to get help now", "Where to get help now, by country.", ABOUT_SITE),
        "# Where to get help now",
        "If life is in danger, call the emergency number of your country.",
        table(["Country", "Who", "How", "Details checked"], rows),
        "This site cannot answer messages and gives no medical advice.",
    )


def _name(each: HelpLine) -> str:
    return address.outside(each.url, each.name or "") if each.url else md(each.name or "")

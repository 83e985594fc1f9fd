"""A list of the pages for programs that read Markdown (llmstxt.org), each as its Markdown twin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.export.twin import plain_markdown
from claimbook.pages import address
from claimbook.pages.text import md
from claimbook.pages.words import CERTAINTY, agreement_word, statement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimbook.export.format import Format
    from claimbook.model import Claim
    from claimbook.pages.book import Book

_WHAT = (
    "Claims about what people are told and what studies found, each with its evidence and with how sure it is. "
    "General information, not medical advice. A statement that begins with “A web page says:” has no study "
    "behind it here; a web page adds nothing to certainty. Never quote a statement without its certainty."
)

_FIRST = (
    (address.GRADING, "How we grade", "what the words mean"),
    (address.LEDGERS, "What web pages say", "each page, sentence by sentence"),
    (address.SOURCES, "Sources", "every study and web page"),
)


def llms_txt(book: Book, formats: Iterable[Format]) -> bytes:
    """The name, what must be known to read the claims rightly, topics with their claims, and the `formats`."""
    topics = [(topic, book.claims_by_topic.get(topic.id or "", [])) for topic in book.library.topics]
    parts = [
        f"# {_md(book.site.name or 'Claims and their evidence')}",
        f"> {_md(_WHAT)}",
        "## How to read it\n\n" + "\n".join(_item(book, *each) for each in _FIRST),
    ]
    for topic, claims in topics:
        title = _item(book, address.topic(topic.id or ""), topic.title or "", topic.question or "")
        rows = [title, *(_claim(book, claim) for claim in claims)]
        parts.append(f"## {_md(topic.title or '')}\n\n" + "\n".join(rows))
    data = [_item(book, each.path, each.path, each.holds) for each in formats]
    return ("\n\n".join([*parts, "## Data\n\n" + "\n".join(data)]) + "\n").encode("utf-8", "replace")


def _claim(book: Book, claim: Claim) -> str:
    sure, agreeing = CERTAINTY[claim.certainty or "none"][1], agreement_word(book.agreement(claim), claim)
    return _item(book, address.claim(claim.id), statement(claim), f"{sure}. {agreeing}.")


def _item(book: Book, path: str, name: str, what: str) -> str:
    # Twins stand at the path of the Markdown itself, not at the page's address.
    url = f"{book.site.url.rstrip('/')}/{path}" if book.site.url else path
    return f"- [{_md(name)}]({url}): {_md(what)}"


def _md(text: str) -> str:
    return plain_markdown(md(text).encode()).decode()

"""The page "Use the data": the files that are offered, and how to begin with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.citing.records import FORMATS as RECORDS
from claimbook.export.linked import NOWHERE
from claimbook.export.questions import QUESTIONS
from claimbook.pages import address, files
from claimbook.pages.structured import data_set
from claimbook.pages.text import bullets, code, front_matter, md, page, table, with_code

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimbook.export.format import Format
    from claimbook.export.questions import Question
    from claimbook.pages.book import Book

_RIGHTLY = (
    "Never tell a statement without its certainty; the two belong together.",
    "A statement that begins with “A web page says:” has no study behind it here. "
    "A web page adds nothing to certainty.",
    "Findings are in our words, with the first and last words of the passage; quotes are word for word.",
    "Quoted words belong to their authors.",
)


def data_page(book: Book, formats: Sequence[Format]) -> bytes:
    """A table of the files, how single ones are named, and first questions to ask; the whole as a data set."""
    here = address.DATA
    rows = [
        [address.link(here, each.path, each.path), md(each.holds), f"<code>{md(each.kind)}</code>"]
        for each in formats
    ]
    return page(
        front_matter("Use the data", "Every claim and source as a file, and how to begin with them."),
        "# Use the data",
        "All that stands on these pages can be had as files. They are made with the pages, from the same base.",
        table(["File", "Holds", "Media type"], rows),
        f"## Single claims and sources\n\n{bullets(_single(here))}",
        f"## Read it rightly\n\n{bullets([*(md(each) for each in _RIGHTLY), _addresses(book)])}",
        *(_question(each) for each in QUESTIONS),
        data_set(book, book.site, {each.path: each.kind for each in formats}),
    )


def _question(question: Question) -> str:
    """The question, what stands in the file, the code, and how to run it."""
    parts = [f"## {md(question.asked)}", with_code(question.about), code(question.code)]
    if question.how:
        words, _, lines = question.how.partition("\n")
        parts += [with_code(words), code(lines)]
    return "\n\n".join(parts)


def _addresses(book: Book) -> str:
    """What addresses in the files start from."""
    if book.site.url:
        return md("Addresses are whole: they begin with that of this site.")
    told = md(
        "This site has no address of its own yet. Addresses in the files start from the home page; "
        "where data are linked, they start from"
    )
    return f"{told} <code>{md(NOWHERE)}</code>, which is nobody's."


def _single(here: str) -> list[str]:
    endings = ", ".join(f"<code>.{ending}</code>" for ending in RECORDS)
    llms = address.link(here, files.LLMS, files.LLMS)
    feed = address.link(here, files.FEED, files.FEED)
    return [
        "The page of a claim at <code>claims/name/</code> has its data at <code>claims/name.json</code>. "
        "A claim that got a new name can still be had under its old one.",
        f"For reference managers, each claim and each source has files that end in {endings}, "
        "such as <code>sources/name.ris</code>.",
        f"Each page has a Markdown twin, at <code>claims/name.md</code>; {llms} lists those of topics and claims.",
        f"{feed} can be followed in a feed reader: it tells when a conclusion changed, and why.",
    ]

"""A library → its pages as Markdown, `{path: bytes}`; pure, so that two runs give the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.pages import address, structured
from claimbook.pages.claim import claim_page, moved_page
from claimbook.pages.contributing import contributing_page
from claimbook.pages.filters import DATA, search_data
from claimbook.pages.glance import disagreements_page, overstated_page
from claimbook.pages.grading_page import grading_page
from claimbook.pages.help import help_page
from claimbook.pages.home import home_page
from claimbook.pages.lay import ledger_page, ledgers_page
from claimbook.pages.left_out import left_out_page
from claimbook.pages.matrix import matrix_page
from claimbook.pages.pictures import picture_files
from claimbook.pages.pictures_page import pictures_page
from claimbook.pages.rules import rule_page, rules_page
from claimbook.pages.sheet import sheet_page
from claimbook.pages.source import source_page, sources_page
from claimbook.pages.text import attr
from claimbook.pages.topic import claims_page, topic_page, topics_page
from claimbook.pages.treatment import treatment_page, treatments_page
from claimbook.problem import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimbook.model import Library
    from claimbook.pages.book import Book

__all__ = ["make", "nav"]

Nav = list[dict[str, "str | list[dict[str, str]]"]]


def make(book: Book, head: str | None = None) -> dict[str, bytes]:
    """Every page of a library without errors, by its path; `head` is the hand-written home page."""
    made = {
        address.HOME: home_page(book, head),
        address.TOPICS: topics_page(book),
        address.CLAIMS: claims_page(book),
        address.SOURCES: sources_page(book),
        address.LEDGERS: ledgers_page(book),
        address.RULES: rules_page(),
        address.DISAGREEMENTS: disagreements_page(book),
        address.OVERSTATED: overstated_page(book),
        address.MATRIX: matrix_page(book),
        address.PICTURES: pictures_page(book),
        address.TREATMENTS: treatments_page(book),
        address.GRADING: grading_page(book),
        address.CONTRIBUTING: contributing_page(book.site),
        DATA: search_data(book),
    }
    if book.library.help_lines:
        made[address.HELP] = help_page(book)
    if book.library.method:
        made[address.LEFT_OUT] = left_out_page(book.library.method)
    made.update(picture_files(book))
    words = book.library.vocabulary.treatments
    made.update({address.treatment(word.id or ""): treatment_page(book, word) for word in words})
    for topic in book.library.topics:
        made[address.topic(topic.id or "")] = topic_page(book, topic)
        made[address.sheet(topic.id or "")] = sheet_page(book, topic)
    made.update(
        {address.source(source.key): source_page(book, source) for source in book.library.sources.values()}
    )
    made.update({address.ledger(source.key): ledger_page(book, source) for source in book.lay_pages})
    made.update({address.rule(name): rule_page(name) for name in RULES})
    for claim in book.library.claims:
        made[address.claim(claim.id)] = claim_page(book, claim)
        made.update({address.claim(old): moved_page(claim, old) for old in claim.formerly})
    for path, block in structured.every(book, book.site).items():
        made[path] += f"\n{block}\n".encode()
    return made


def nav(library: Library, handwritten: Iterable[str]) -> Nav:
    """The site's navigation: topics in reading order; claims and sources are reached through their lists.

    Titles are escaped, since MkDocs puts them into HTML as they are.
    """
    topics = [{attr(topic.title or ""): address.topic(topic.id or "")} for topic in library.topics]
    glance: list[dict[str, str]] = [
        {"Where studies disagree": address.DISAGREEMENTS},
        {"Often overstated": address.OVERSTATED},
        {"Claims and studies": address.MATRIX},
        {"Pictures": address.PICTURES},
    ]
    about: list[dict[str, str]] = [
        {"How we grade": address.GRADING},
        *([{"Left out, and why": address.LEFT_OUT}] if library.method else []),
        {"How to contribute": address.CONTRIBUTING},
        {"Use the data": address.DATA},
        {"Rules": address.RULES},
    ]
    entries: Nav = [
        {"Home": address.HOME},
        {"Topics": [{"All topics": address.TOPICS}, *topics]},
        {"All claims": address.CLAIMS},
        {"At a glance": [*glance]},
        {"Treatments": address.TREATMENTS},
        {"What web pages say": address.LEDGERS},
        {"Sources": address.SOURCES},
    ]
    if library.help_lines:
        entries.append({"Where to get help": address.HELP})
    own = sorted(path for path in handwritten if path.endswith(".md") and path != address.HOME)
    return [*entries, {"About": [*about, *({_title(path): path} for path in own)]}]


def _title(path: str) -> str:
    words = path.removesuffix(".md").rpartition("/")[2].replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]

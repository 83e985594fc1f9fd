"""Evidence in Markdown: a lay page's words, and rows of studies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimbook import citing
from claimbook.pages import address
from claimbook.pages.published import way
from claimbook.pages.text import attr, bullets, md, table
from claimbook.pages.words import DESIGN, READINGS, reading_chip

if TYPE_CHECKING:
    from claimbook.model import Evidence, Source
    from claimbook.pages.book import Book

READ = {"abstract": "its abstract", "excerpt": "an excerpt", "full": "all of it"}
_QUOTED = re.compile(r"[\"“].*[\"”]", re.DOTALL)  # it brings marks of its own
_STANCE = {"supports": "", "disputes": " (speaks against the claim)", "qualifies": " (with reservations)"}


def blockquote(quote: str, cite: str = "") -> str:
    """Quoted words, marked up as a quotation."""
    source = f' cite="{attr(cite)}"' if cite else ""
    words = md(quote) if _QUOTED.fullmatch(quote) else f"“{md(quote)}”"
    return f'<blockquote class="cb-quote"{source} markdown="span">{words}</blockquote>'


def lay_quote(book: Book, here: str, item: Evidence) -> str:
    """A lay page's words, citing the sentence of its ledger in which they stand."""
    return blockquote(item.quote or "", way(here, address.ledger(item.source or "") + book.anchor(item)))


def cited(book: Book, here: str, item: Evidence) -> str:
    """The title of the lay page that a quote is from, linked to the sentence in its ledger."""
    source = book.library.sources[item.source or ""]
    there = address.ledger(source.key) + book.anchor(item)
    return f"<cite>{address.link(here, there, source.title)}</cite>"


def lay_item(book: Book, here: str, item: Evidence) -> str:
    """What a lay page says, word for word, and how its telling compares."""
    reading = item.reading or "unsupported"
    chip = f'{reading_chip(reading)} <span class="cb-small">{md(READINGS[reading][2])}</span>'
    says = f"Quoted from: {cited(book, here, item)}{_STANCE[item.stance or 'supports']}"
    return "\n\n".join((lay_quote(book, here, item), says, chip, _field("How it compares", item.fit)))


def study_table(book: Book, here: str, items: list[Evidence], guidance: bool = False) -> str:
    """One row a finding: study, design and number, finding with its figures and passage, limits."""
    rows = [_study_row(book, here, item) for item in items]
    head = ["Source", "Kind", "What it asks"] if guidance else ["Study", "Design, n", "What it found"]
    return table([*head, "Limits"], rows, " cb-findings")


def _study_row(book: Book, here: str, item: Evidence) -> list[str]:
    source = book.library.sources[item.source or ""]
    figures = f" <small>{md('; '.join(item.figures))}</small>" if item.figures else ""
    quote = f" “{md(item.quote)}”" if item.quote else ""
    return [
        address.link(here, address.source(source.key), book.short(source)) + _status(source),
        md(design(source, item)) + _read(source),
        f"{md(item.finding or '')}{figures}{quote} <small>{passage(book, item)}</small>",
        md(item.limits or "None noted."),
    ]


def _read(source: Source) -> str:
    read = READ.get((source.access and source.access.read) or "")
    return f" <small>We read {read}.</small>" if read else ""


def design(source: Source, item: Evidence | None = None) -> str:
    """Design, people and number, as far as known."""
    study = source.study
    if study is None:
        return "not known"
    own = item is not None and (item.design or item.subjects)  # then the study's number is not the finding's
    words = [DESIGN[(item.design if item else None) or study.design or ""][0]]
    words.append(" and ".join((item.subjects if item else ()) or study.subjects))
    words.append(f"n = {study.participants:,}" if study.participants and not own else "")
    return ", ".join(word for word in words if word)


def passage(book: Book, item: Evidence) -> str:
    """Where a finding stands: the section, linked to the passage itself where the study has an address."""
    return book.once(_passages)[item]


def _passages(book: Book) -> dict[Evidence, str]:
    """Each stands on the page of its claim and on that of its study."""
    sources = book.library.sources
    return {
        each: _passage(sources[each.source or ""], each)
        for claim in book.library.claims
        for each in claim.evidence
    }


def _passage(source: Source, item: Evidence) -> str:
    if item.passage is None:
        return ""
    starts, ends = item.passage.starts or "", item.passage.ends or ""
    url = citing.primary_url(source.csl or {})
    section = item.passage.section or "the passage"
    words = f"“{starts} … {ends}”"
    if url is None:
        return f"{md(section)}: {md(words)}"
    return f"{address.outside(url + citing.text_fragment(starts, ends), section)}: {md(words)}"


def _status(source: Source) -> str:
    status = source.status.value if source.status else None
    return (
        f" **{ {'corrected': 'Corrected', 'concern': 'Under concern', 'retracted': 'Retracted'}[status] }**"
        if status
        else ""
    )


def _field(name: str, text: str | None) -> str:
    return f"**{name}:** {md(text)}" if text else ""


def facts_list(pairs: list[tuple[str, str]]) -> str:
    """Names with values (Markdown), the empty ones left out."""
    return bullets([f"**{name}:** {value}" for name, value in pairs if value])

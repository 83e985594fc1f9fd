"""The claims as a table (RFC 4180) that a spreadsheet opens without running anything."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from claimbook.export.claim_data import where
from claimbook.pages import address
from claimbook.pages.text import clean
from claimbook.pages.verdict import VERDICTS, verdict
from claimbook.pages.words import CERTAINTY, agreement_word, statement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimbook.model import Claim
    from claimbook.pages.book import Book

HEAD = (
    *("id", "topic", "statement", "plain", "about", "certainty", "certainty_label"),
    *(
        "agreement",
        "agreement_label",
        "verdict_label",
        "studies_for",
        "studies_against",
        "studies_qualifying",
    ),
    *("readings", "treatment", "safety", "tags", "sources", "reviewed", "url"),
)
_STANCES = ("supports", "disputes", "qualifies")
# What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection"), in their wide forms too.
_FORMULA = frozenset("=+-@＝＋－＠")
_MARK = "\ufeff"  # without it the most used spreadsheet reads UTF-8 as something else


def claims_csv(book: Book) -> bytes:
    """One row a claim under the names in `HEAD`; lists are joined by "; "."""
    return table(HEAD, (_row(book, claim) for claim in book.library.claims))


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """A table under its head, each text as one line."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([each and cell(each) for each in row] for row in rows)
    return (_MARK + text.getvalue()).encode("utf-8", "replace")


def cell(text: str) -> str:
    """One line of text; an apostrophe before it where a spreadsheet would run it as a formula."""
    line = clean(text)
    return f"'{line}" if line[:1] in _FORMULA else line


def _row(book: Book, claim: Claim) -> list[str]:
    certainty, agreement = claim.certainty or "none", book.agreement(claim)
    stances = [voice.stance for voice in book.facts.voices(claim) if voice.own]
    readings = [item.reading for item in claim.evidence if item.reading]
    return [
        *(claim.id, claim.topic, statement(claim), claim.plain or "", claim.about or ""),
        *(certainty, CERTAINTY[certainty][1], agreement, agreement_word(agreement, claim)),
        VERDICTS[verdict(book, claim)][1],
        *(str(stances.count(stance)) for stance in _STANCES),
        *("; ".join(words) for words in (readings, claim.treatment, claim.safety, claim.tags)),
        "; ".join(dict.fromkeys(item.source or "" for item in claim.evidence)),
        *(str(claim.reviewed), where(book, address.claim(claim.id))),
    ]

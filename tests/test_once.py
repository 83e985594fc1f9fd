"""What many pages and files show is worked out once, whoever asks for it first."""

from __future__ import annotations

from collections import Counter

import pytest

from claimbook import citing, grading
from claimbook.citing import records
from claimbook.export import as_json
from claimbook.pages import matrix, quotes, verdict, works
from tests.exported import book_of
from tests.sites import content


def test_a_book_makes_a_thing_once(tmp_path):
    book, made = book_of(tmp_path), []
    assert book.once(made.append) is book.once(made.append) is None
    assert made == [book]


def test_a_text_is_folded_once(tmp_path):
    facts = book_of(tmp_path).facts
    assert facts.text("web-tea") is facts.text("web-tea") is not None


@pytest.mark.parametrize(
    ("room", "name", "of"),
    [
        (records, "texts", "both"),
        (as_json, "claim_data", "claims"),
        (as_json, "source_data", "sources"),
        (citing, "reference", "sources"),
        (grading, "agreement", "claims"),
        (grading, "ceiling", "claims"),
        (grading, "falls", "claims"),
        (grading, "voices", "claims"),
        (matrix, "_sides", "claims"),
        (quotes, "_passage", "items"),
        (verdict, "_verdict", "claims"),
        (works, "_brief", "sources"),
        (works, "_work", "sources"),
    ],
)
def test_no_claim_and_no_source_is_told_twice(tmp_path, monkeypatch, room, name, of):
    book = book_of(tmp_path)
    calls, function = Counter(), getattr(room, name)
    monkeypatch.setattr(room, name, lambda *each: (calls.update([name]), function(*each))[1])
    if room is records:
        monkeypatch.setattr("claimbook.pages.cite.texts", records.texts)
    content(book.facts)
    claims, sources = len(book.library.claims), len(book.library.sources)
    items = sum(len(claim.evidence) for claim in book.library.claims)
    numbers = {"claims": claims, "sources": sources, "both": claims + sources, "items": items}
    assert calls[name] == numbers[of]

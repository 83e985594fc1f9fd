"""The shared table of what counts as verbatim, and the spans that a match reports."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from claimbook.quoting import SourceText

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "quotes.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[f"{n}-{case['cls']}" for n, case in enumerate(CASES)])
def test_case(case):
    found = SourceText(case["source"]).find(case["quote"])
    assert bool(found) == (case["expect"] == "found"), case["why"]


def test_the_table_tells_both_kinds():
    """A table that cannot be read, or was emptied, must not pass."""
    assert len(CASES) >= 50
    assert {case["expect"] for case in CASES} == {"found", "absent"}


SPANS = {
    "as it stands": ("The bees danced.", "bees danced", ["bees danced"]),
    "carriage returns": ("The bees\r\n\r\ndanced  on.", "bees danced on", ["bees\r\n\r\ndanced  on"]),
    "soft hyphen within": ("The nectar\u00ad-rich be\u00ades.", "bees", ["be\u00ades"]),
    "zero width around": ("The \u200b\u200bbees\u200b\u200b danced.", "bees", ["bees"]),
    "zero width before white space": (
        "The bees\u200b\u200b danced.",
        "bees danced",
        ["bees\u200b\u200b danced"],
    ),
    "ligatures": ("A ﬁne ﬂower.", "fine flower", ["ﬁne ﬂower"]),
    "decomposed": ("The cafe\u0301 bee.", "café", ["cafe\u0301"]),
    "decomposed with zero width": ("The cafe\u200b\u0301\u200b bee.", "café", ["cafe\u200b\u0301"]),
    "broken word": ("The polli-\n  nator came.", "pollinator", ["polli-\n  nator"]),
    "em dash": ("It came — late.", "came--late", ["came — late"]),
    "em dash before a minus sign": ("It fell — −0.12 now.", "It fell—", ["It fell —"]),
    "ellipsis at the end": ("It was… quiet.", "was...", ["was…"]),
    "ellipsis at the start": ("Was it …quiet?", "...quiet", ["…quiet"]),
    "two parts": (
        "First the bees danced. Then it rained. Then they slept.",
        "First the bees danced. […] Then they slept.",
        ["First the bees danced.", "Then they slept."],
    ),
    "one part with an insertion": ("The bees danced.", "bees [of the hive] danced", ["bees danced"]),
    "a changed case": ("The bees danced.", "[B]ees danced", ["bees danced"]),
}


@pytest.mark.parametrize(("source", "quote", "parts"), SPANS.values(), ids=SPANS)
def test_spans_are_of_the_original_text(source, quote, parts):
    (match,) = SourceText(source).find(quote)
    assert [source[start:end] for start, end in match.spans] == parts


def test_all_places_are_found_in_order():
    source = "It’s late. She said it's late; it’s\nlate."
    spans = [match.spans for match in SourceText(source).find("t's late")]
    assert spans == []
    found = SourceText(source).find("it's late")
    assert [source[start:end] for ((start, end),) in (match.spans for match in found)] == [
        "it's late",
        "it’s\nlate",
    ]


def test_places_that_overlap_are_all_found():
    assert [match.spans for match in SourceText("very very very").find("very very")] == [
        ((0, 9),),
        ((5, 14),),
    ]


def test_a_long_quote_is_found_at_all_its_places():
    """Long quotes take another way through the search than short ones."""
    long = " ".join(f"word{number}" for number in range(300))
    assert len(SourceText(f"{long} and {long}").find(long)) == 2
    assert SourceText(f"{long} and {long}").find(long + " end") == []


def test_found_matches_are_the_callers_own():
    source = SourceText("The bees danced.")
    source.find("bees").clear()
    assert source.find("bees")


def test_more_quotes_than_are_kept():
    source = SourceText("The bees danced.")
    assert not any(source.find(f"wasp {number}") for number in range(1_100))
    assert source.find("bees danced")
    assert len(source._found) < 1_000

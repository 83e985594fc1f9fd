"""What is shown of a quote that is not verbatim."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from claimbook.quoting import NearMiss, SourceText
from claimbook.quoting.resembling import whole_words

HIVE = (
    "Bees dance to tell the others where the flowers are. The others do not always follow.\n\n"
    "In a trial with 47 hives, 0.5 mg of sugar did not raise the yield (p > 0.05; 95% CI −0.61 to 0.37). "
    "A wasp’s nest (Vespa) was near. The yield rose by 10² grams in the hives that had honey from the year before."
)
# quote: how far it runs true, what the source says there, the closest passage.
MISSES = {
    "word left out": (
        "The others do always follow",
        ("The others do", "not always follow. In a trial with 47", "The others do not always follow"),
    ),
    "word put in": (
        "dance to tell all the others where",
        (
            "dance to tell",
            "the others where the flowers are. The others",
            "dance to tell the others where the",
        ),
    ),
    "punctuation": (
        "where the flowers are, The others",
        (
            "where the flowers are",
            ". The others do not always follow. In",
            "where the flowers are. The others",
        ),
    ),
    "case": ("A Wasp's nest", ("A", "wasp’s nest (Vespa) was near. The yield rose", "A wasp’s nest")),
    "starts inside a number": ("5 mg of sugar did", ("", "0.5 mg of sugar did", "0.5 mg of sugar did")),
    "lost sign": (
        "95% CI 0.61 to",
        ("95% CI", "−0.61 to 0.37). A wasp’s nest (Vespa) was", "95% CI −0.61 to"),
    ),
    "comparator": ("yield (p < 0.05", ("yield (p", "> 0.05; 95% CI −0.61 to 0.37). A", "yield (p > 0.05")),
    "superscript": (
        "rose by 102 grams",
        ("rose by", "10² grams in the hives that had honey", "rose by 10² grams"),
    ),
    "several sentences": (
        "where the flowers are. The others do not ever follow. In a trial with 47 hives",
        (
            "where the flowers are. The others do not",
            "always follow. In a trial with 47 hives,",
            "where the flowers are. The others do not always follow. In a trial with 47 hives",
        ),
    ),
    "insertion that negates": (
        "Bees [never] dance to tell",
        ("Bees", "dance to tell the others where the flowers", "Bees dance to tell"),
    ),
    "fault after an elision": (
        "Bees dance to tell […] the others where the flower is",
        (
            "Bees dance to tell […] the others where the",
            "flowers are. The others do not always follow.",
            "Bees dance to tell the others where the flowers",
        ),
    ),
    "fault before an elision": (
        "Bees sing to tell […] where the flowers are",
        (
            "Bees",
            "dance to tell the others where the flowers",
            "Bees dance to tell the others where the flowers are",
        ),
    ),
    "parts in another order": (
        "The others do not always follow […] Bees dance to tell",
        (
            "The others do not always follow",
            ". In a trial with 47 hives, 0.5",
            "The others do not always follow",
        ),
    ),
}


@pytest.mark.parametrize(("quote", "expected"), MISSES.values(), ids=MISSES)
def test_near_miss(quote, expected):
    source = SourceText(HIVE)
    assert source.find(quote) == []
    miss = source.near_miss(quote)
    assert (miss.runs_true, miss.says, miss.closest) == expected
    assert quote[: miss.at].strip() == miss.runs_true
    assert [match.spans for match in source.find(miss.closest)] == [(miss.span,)]
    assert " ".join(HIVE[slice(*miss.span)].split()) == miss.closest


@pytest.mark.parametrize("quote", ["", "  ", "[…]", "[sic]"])
def test_a_quote_without_text_comes_near_nothing(quote):
    assert SourceText(HIVE).near_miss(quote) == NearMiss("", 0, "", None, None)


@pytest.mark.parametrize("source", ["", "***", HIVE])
def test_nothing_resembles_it(source):
    miss = SourceText(source).near_miss("Quantum flux jumps swiftly by vexing zebras")
    assert (miss.runs_true, miss.closest, miss.span) == ("", None, None)


def test_a_quote_that_stands_there_runs_true_to_its_end():
    miss = SourceText(HIVE).near_miss("The others do […] trial with 47")
    assert miss.runs_true == "The others do […] trial with 47"
    assert miss.at == len("The others do […] trial with 47")


def test_of_several_beginnings_the_one_nearest_to_the_closest_passage_is_shown():
    text = "The end is near. " * 3 + "The bees dance at noon in June. " + "The end is near. " * 3
    miss = SourceText(text).near_miss("The bees danced at noon in June")
    assert miss.says.startswith("dance at noon")
    assert SourceText(text).near_miss("The wasps dance at noon in June").says.startswith("bees dance at noon")


def test_in_a_long_text_the_right_stretch_is_found():
    filler = "Some words of no import stand here and there among the others. " * 900
    text = f"{filler}A drone has no sting and no father. {filler}"
    miss = SourceText(text).near_miss("A drone has no stinger and no father")
    assert miss.closest == "A drone has no sting and no father"
    assert SourceText(filler).near_miss("Quantum flux jumps swiftly by vexing zebras").closest is None


def test_a_long_quote_shows_how_far_it_runs_true():
    words = [f"word{number}" for number in range(2_000)]
    quote = " ".join([*words[:1_500], "wrong", *words[1_500:]])
    miss = SourceText(" ".join(words)).near_miss(quote)
    assert miss.runs_true == " ".join(words[:1_500])
    assert miss.says.startswith("word1500 word1501")


def test_a_beginning_may_be_true_again_after_one_that_is_not():
    """The number alone is cut from its per cent; with it, the quote runs true."""
    words = " ".join(f"word{number}" for number in range(60))
    assert (
        SourceText(f"{words} 30 % of bees").near_miss(f"{words} 30 % of wasps").runs_true
        == f"{words} 30 % of"
    )


def test_a_part_is_taken_after_the_one_before_it():
    text = SourceText("Now the other bees went. Bees dance to tell the other bees now.")
    miss = text.near_miss("Bees sing to tell […] the other bees")
    assert miss.closest == "Bees dance to tell the other bees"


def test_letters_that_grow_in_lower_case_do_not_move_the_passage():
    text = SourceText("İ" * 40 + " Bees dance at noon in June.")
    assert text.near_miss("bees dance at noon in Juno").closest == "Bees dance at noon in June"


@pytest.mark.parametrize(
    ("text", "stretch", "passage"),
    [
        ("Honeybees do dance", "eybees d", "Honeybees do"),
        ("Honeybees do dance", "s do ", "do"),
        ("Honeybees do dance", "s do danc", "do dance"),
        ("They dance, (0.5 h) at noon.", ", (0.5 h) a", "(0.5 h) at"),
        ("They dance, (0.5 h) at noon.", ".5 h)", "0.5 h)"),
        ("They dance, (0.5 h) at noon.", "ce, (0", "dance, (0.5"),
        ("They dance, (0.5 h) at noon.", "dance, (", "dance"),
        ("At noon > 3 per day", "3 pe", "> 3 per"),
        ("CI - 0.12 now", "- 0.12 now", "- 0.12 now"),
        ("noon - they danced", "- they", "they"),
        ("a poly-(lactic) acid", "poly-(", "poly-("),
        ("They dance. At", ". ", None),
    ],
)
def test_a_stretch_is_moved_to_whole_words(text, stretch, passage):
    start = text.index(stretch)
    found = whole_words(text, start, start + len(stretch))
    assert (text[slice(*found)] if found else None) == passage


def test_a_passage_that_is_all_in_brackets_widens_to_its_sentence():
    miss = SourceText("Yes. They found [mood rose at dusk] there. No.").near_miss("mood rises at dusk")
    assert miss.closest is not None
    assert SourceText("Yes. They found [mood rose at dusk] there. No.").find(miss.closest)


def test_the_closest_passage_is_always_verbatim():
    """For every quote of the shared table that is not found."""
    cases = yaml.safe_load(
        (Path(__file__).parent.parent / "cases" / "quotes.yml").read_text(encoding="utf-8")
    )
    absent = [case for case in cases if case["expect"] == "absent"]
    shown = 0
    for case in absent:
        source = SourceText(case["source"])
        miss = source.near_miss(case["quote"])
        if miss.closest is not None:
            assert (miss.span,) in [match.spans for match in source.find(miss.closest)]
            shown += 1
    assert shown >= len(absent) - 2


def test_quotes_are_found_without_loading_what_only_a_near_miss_needs():
    """`import claimbook.quoting` and `find` stay quick."""
    code = (
        "import sys; from claimbook.quoting import SourceText; assert SourceText('a b').find('a b');"
        "sys.exit(' '.join({'rapidfuzz', 'difflib', 'yaml'} & set(sys.modules)) or 0)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")


def test_the_closest_passage_reaches_to_the_last_words_of_the_quote():
    text = SourceText("Tea can prevail upon sleepers for 4-6 hours and will contain tannin while they rest.")
    assert (
        text.near_miss("Tea can act upon sleepers for 4-6 hours").closest
        == "Tea can prevail upon sleepers for 4-6 hours"
    )
    assert (
        text.near_miss("Tea can prevail on sleepers for 4-6 years").closest
        == "Tea can prevail upon sleepers for 4-6"
    )

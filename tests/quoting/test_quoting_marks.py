"""Editorial marks: elision, insertion, changed case, and brackets that are the source's own."""

from __future__ import annotations

import pytest

from claimbook.quoting import SourceText, has_text, word_count
from claimbook.quoting.marks import outside_marks

HIVE = "Bees dance to tell others the way. It worked.108 The others then fly to the flowers at once."
FOUND = {
    "elision": "Bees dance to […] The others then fly",
    "elision with three dots": "Bees dance to [...] The others then fly",
    "elision with spaces": "Bees dance to [ … ] The others then fly",
    "elision that touches words": "Bees dance to[…]The others then fly",
    "two elisions": "Bees dance to […] the way. It […] the flowers at once",
    "elision of nothing": "Bees dance to […] tell others the",
    "part that is a whole sentence": "Bees dance to […] It worked. […] the flowers at once.",
    "whole sentence with its note number": "Bees dance to […] It worked.108",
    "elision first": "[…] dance to tell",
    "elision last": "Bees dance to […]",
    "elision last after another": "Bees dance to […] The others then […]",
    "insertion": "Bees [of the hive] dance",
    "insertion of six words": "Bees [one two three four five six] dance",
    "insertion last": "It worked [sic]",
    "insertion before a full stop": "tell others the way [to flowers].",
    "insertion in a later part": "Bees dance to […] The others [who saw it] then",
    "insertion before an elision": "Bees dance to [so it is said] […] The others then",
    "case": "[b]ees dance",
    "case of the same letter": "[B]ees dance",
    "case later on": "Bees [D]ance to",
    "insertion after a changed case": "Bees [D]ance [so] to tell",
    "case after an elision": "Bees dance to […] [t]he others then",
    "case after an elision, first": "[…] [D]ance to tell",
}
ABSENT = {
    "parts in another order": "The others then […] Bees dance to",
    "parts that overlap": "Bees dance to tell […] to tell others",
    "part of two words": "Bees dance […] The others then",
    "later part of two words": "Bees dance to […] at once",
    "last part of two words before an elision": "Bees dance […]",
    "two words that end a sentence": "Bees dance to […] the way. […] The others then",
    "sentence without its full stop": "Bees dance to […] It worked",
    "part that ends inside a word": "Bees dance to […] The others the",
    "whole that ends inside a word": "Bees [so] danc",
    "part that begins inside a word": "Bees dance to […] hers then fly",
    "earlier part that ends inside a word": "Bees dance to tel […] The others then",
    "part that is punctuation": "Bees dance to […].",
    "bare dots": "Bees dance to … The others then fly",
    "bare typed dots": "Bees dance to ... The others then fly",
    "insertion of seven words": "Bees [one two three four five six seven] dance",
    "insertion of nothing": "Bees [] dance",
    "insertion of punctuation": "Bees [!] dance",
    "insertion first": "[Honey] Bees dance",
    "insertion first in a later part": "Bees dance to […] [few] The others then",
    "insertion after an insertion": "Bees [of the hive] [all of them] dance",
    "insertion within a word": "Be[x]es dance",
    "insertion that ends a word": "Bee[x] dance",
    "insertion that begins a word": "Bees [un]dance",
    "insertion that touches a word": "Bees[less] dance",
    "insertion that negates": "Bees [do not] dance",
    "insertion that negates in capitals": "Bees [NEVER] dance",
    "insertion that negates with an apostrophe": "Bees [don’t] dance",
    "insertion that negates with a hidden character": "Bees [n\u200bot] dance",
    "case of another letter": "[k]ees dance",
    "case of another letter, later on": "Bees [X]ance to",
    "case within a word": "B[E]es dance",
    "case of two letters": "[be]es dance",
    "nested brackets": "Bees [[sic]] dance",
    "open bracket": "Bees [sic dance",
    "closing bracket": "Bees sic] dance",
    "unmarked change": "Bees danced [sic]",
}


@pytest.mark.parametrize("quote", FOUND.values(), ids=FOUND)
def test_mark_is_read(quote):
    assert len(SourceText(HIVE).find(quote)) == 1


@pytest.mark.parametrize("quote", ABSENT.values(), ids=ABSENT)
def test_mark_is_refused(quote):
    assert SourceText(HIVE).find(quote) == []


@pytest.mark.parametrize(
    ("source", "quote"),
    [
        ("Mood rose [3] within hours [5] and fell.", "Mood rose [3] within hours [5] and fell"),
        ("Mood rose [3] within hours [5] and then fell.", "Mood rose [3] within […] and then fell"),
        ("Mood rose [3] within hours [5] and then fell.", "[m]ood rose [3] within [two] hours [5]"),
        ("He wrote one [...] two and three.", "He wrote one [...] two and three"),
        ("He wrote one […] two and three.", "wrote one [...] two"),
        ("A [not] b c", "A [not] b"),
        ("[Not] b c", "[Not] b c"),
        ("[12] b c", "[12] b"),
        ("see [a [b] c] d", "see [a [b] c] d"),
        ("see [a c] d", "see [a [so] c] d"),
        ("range [0, 5) was low and then it fell", "range [0, 5) was low […] then it fell"),
        ("one two three [3] four five six", "one two three […] [3] four five"),
        ("a dose [of 3] was", "[A] dose [of 3] was"),
        ("two h — long before", "two h [or so] — long before"),
        ("two h — long before", "two h — [so] long before"),
        ("called “safe” there", "called “safe [sic]” there"),
        ("it is so [3] there", "it is so [x] [3] there"),
        ("called “safe”[3] there", "called “safe”[sic][3] there"),
        ("one [...] two three four", "[...] two three four"),
    ],
)
def test_a_bracket_of_the_source_stands_for_itself(source, quote):
    assert len(SourceText(source).find(quote)) == 1


@pytest.mark.parametrize(
    ("source", "quote"),
    [
        ("bees (seen) dance", "bees ([un]seen) dance"),
        ("a non-significant rise", "a non [x]-significant rise"),
        ("a beha-\nviour is seen in bees at noon", "behaviour is […] bees at noon"),
        ("He wrote one [...] two", "He wrote one [...] three"),
        ("bees dance here", "[BE]es dance here"),
        ("he saw five,“bees” there", "he saw five, [b]ees"),
        ("5 bees dance here", "[5] bees dance here"),
        ("Queen bees dance", "[12]ueen bees dance"),
    ],
)
def test_a_mark_is_refused_here(source, quote):
    assert SourceText(source).find(quote) == []


def test_the_bracket_of_the_source_and_an_editors_elsewhere():
    source = "The bees [sic] dance. The bees dance."
    spans = [match.spans for match in SourceText(source).find("The bees [sic] dance")]
    assert spans == [((0, 20),), ((22, 36),)]


@pytest.mark.parametrize(("filler", "count"), [(598, 1), (599, 0)])
def test_the_longest_gap_in_characters_of_the_original(filler, count):
    """The gap is measured with the white space at its ends, in the text as it stands."""
    source = f"one two three {'…' * filler} four five six"
    assert len(SourceText(source).find("one two three […] four five six")) == count


@pytest.mark.parametrize(
    ("source", "quote", "count"),
    [
        ("Really now?\nHoney\nThen it rained.", "Honey […] Then it rained", 1),
        ("“It works.” Then it rained.", "It works. […] Then it rained", 1),
        ("“It works.” Then it rained.", "“It works. […] Then it rained", 1),
        ("It works.12 Then it rained.", "It works. […] Then it rained", 1),
        ("It fell 5. Then it rained.", "It fell […] Then it rained", 0),
        ("Now it works. Then it rained.", "it works. […] Then it rained", 0),
        ("It works! Then it rained.", "It works […] Then it rained", 0),
    ],
)
def test_a_short_part_is_a_whole_sentence(source, quote, count):
    assert len(SourceText(source).find(quote)) == count


def test_the_next_part_is_the_nearest():
    source = "a b c, then x y z, then x y z"
    (match,) = SourceText(source).find("a b c […] x y z")
    assert match.spans == ((0, 5), (12, 17))


def test_a_part_tries_farther_places_where_the_nearest_does_not_lead_on():
    source = "a b c, then x y z w, then x y z v"
    (match,) = SourceText(source).find("a b c […] x y z [and] v")
    assert match.spans == ((0, 5), (26, 33))


def test_each_beginning_that_completes_is_a_place():
    source = "a b c, a b c, x y z"
    for quote in ("a b c […] x y z", "a b c […] x y [and] z"):
        assert [match.spans[0][0] for match in SourceText(source).find(quote)] == [0, 7]


def test_gaps_are_what_an_elision_leaves_out():
    source = SourceText(HIVE)
    (match,) = source.find("Bees dance to […] It worked. […] the flowers at once.")
    assert [HIVE[start:end] for start, end in source.gaps(match)] == [
        " tell others the way. ",
        "108 The others then fly to ",
    ]
    assert source.gaps(source.find("Bees dance")[0]) == []


def test_outside_its_marks_a_bracketed_first_letter_joins_its_word():
    assert outside_marks("[B]ees dance […] [so] far").split() == ["Bees", "dance", "far"]


def test_parts_across_a_broken_word():
    source = "The polli-\nnator came to the flow-\ners and then it left"
    (match,) = SourceText(source).find("The pollinator came […] flowers [so] and then it left")
    assert [source[start:end] for start, end in match.spans] == [
        "The polli-\nnator came",
        "flow-\ners and then it left",
    ]


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("a", True),
        ("5", True),
        ("[K]etamine", True),
        ("", False),
        (" … ", False),
        ("[sic]", False),
        ("[…].", False),
    ],
)
def test_has_text(quote, text):
    assert has_text(quote) is text
    assert text or SourceText(f"{quote} x {quote}").find(quote) == []


@pytest.mark.parametrize(
    ("quote", "count"),
    [
        ("bees dance", 2),
        ("bees [of the hive] dance […] at noon", 4),
        ("[b]ees dance", 2),
        ("bees – dance", 2),
        ("bees—dance", 2),
        ("it's 0.5 mg/kg", 3),
        ("[…]", 0),
        ("", 0),
        ("bees dance —", 2),
    ],
)
def test_word_count(quote, count):
    assert word_count(quote) == count


@pytest.mark.parametrize(
    ("source", "quote"),
    [
        ("a b c " * 20_000, "a [x] b [x] c [x] " * 20_000),
        ("a b c " * 20_000, "a b c […] " * 2_000 + "d d d"),
        ("a b c " * 20_000, "[a] " * 40_000 + "d"),
        ("a b c " * 20_000, "[" * 100_000 + "a"),
    ],
    ids=["insertions", "elisions", "cases", "open brackets"],
)
def test_a_contrived_quote_comes_to_an_end(source, quote):
    assert SourceText(source).find(quote) == []


def test_a_long_quote_with_many_brackets_of_the_source_is_found():
    source = " ".join(f"word{number} [{number}]" for number in range(2_000))
    assert len(SourceText(source).find(source)) == 1
    assert len(SourceText(source).find(source + " [sic]")) == 1

"""A match begins and ends at whole words, numbers, ranges and hyphenated words."""

from __future__ import annotations

import pytest

from claimbook.quoting import SourceText

WHOLE = [
    ("He said “bees dance”, twice.", "bees dance"),
    ("He said “bees dance”, twice.", "“bees dance”"),
    ("He said “bees dance”, twice.", "bees dance”, twice"),
    ("It ended there (in May).", "in May"),
    ("It ended there (in May).", "It ended there"),
    ("A 30 % fall", "A 30 %"),
    ("used > 3 g there", "> 3 g there"),
    ("used > 3 g there", "used"),
    ("5.1 ± 0.3 points", "5.1 ± 0.3"),
    ("was .05 there", ".05 there"),
    ("of 10\u202f000 bees", "of 10 000"),
    ("in 2019\u00a0115 bees", "115 bees"),
    ("of 47\u00a015 bees", "of 47"),
    ("the bees’ dance", "the bees"),
    ("the ‘good’ hive", "good"),
    ("(S)-limonene rose", "(S)-limonene"),
    ("a—b", "a"),
    ("a—b", "b"),
    ("a—b", "a—"),
    ("flowers-- consider them", "consider them"),
    ("flowers-- consider them", "flowers"),
    ("it fell — 0.12 now", "0.12 now"),
    ("it fell — −0.12 now", "-0.12 now"),
    ("it fell – and more", "and more"),
    ("it fell – 45 left", "it fell"),
    ("in 2019—when it", "in 2019"),
    ("GluN1/GluN2B rose", "GluN1"),
    ('he said "-5 points"', "-5 points"),
    ("trafficking.108 Within a hive", "trafficking."),
    ("trafficking.108 Within a hive", "trafficking"),
    ("trafficking.108 Within a hive", "108 Within"),
    ("trafficking.108 Within a hive", "Within a hive"),
    ("will contain:13", "will contain:"),
    ("and/or not", "or not"),
    ("T1 = 3 h", "T1"),
    ("CI −0.8 to", "CI"),
    ("pre- and post-war", "pre"),
    ("see [3] there", "see [3]"),
    ("It ended. Then", "It ended."),
    ("Plan B.No", "Plan"),
    ("it was 47\n", "was 47"),
]
CUT = [
    ("ineffective bees", "effective bees"),
    ("bees danced", "bees dance"),
    ("I don’t know", "I don"),
    ("I don’t know", "I don'"),
    ("I don’t know", "'t know"),
    ("I don’t know", "t know"),
    ("non-significant bees", "significant bees"),
    ("a non-significant", "a non"),
    ("a non-significant", "a non-"),
    ("(S)-limonene rose", "limonene rose"),
    ("the (S)-limonene", "the (S)"),
    ('a "low"-dose arm', "dose arm"),
    ("poly-(lactic) acid", "poly"),
    ("0.5 g of", "5 g of"),
    ("of 0.5", "of 0"),
    ("of 0.5", "of 0."),
    ("was .05 there", "05 there"),
    ("was <.05 there", "was <."),
    (".05 there", "05 there"),
    ("0·5 g of", "5 g of"),
    ("of 1,000 bees", "000 bees"),
    ("of 1,000 bees", "of 1"),
    ("of 10\u202f000 bees", "000 bees"),
    ("of 10\u202f000 bees", "of 10"),
    ("of 1\u00a0000\u00a0000 bees", "of 1 000"),
    ("at 10:30 there", "30 there"),
    ("of 115 bees", "15 bees"),
    ("10² bees", "10"),
    ("10⁻³ bees", "10"),
    ("10⁻³ bees", "³ bees"),
    ("GluN2B rose", "GluN2"),
    ("at 40–45 min", "45 min"),
    ("at 40–45 min", "at 40"),
    ("at 40–45 min", "at 40–"),
    ("at 40 – 45 min", "45 min"),
    ("at 40 – 45 min", "at 40"),
    ("at 40% – 45% now", "at 40%"),
    ("at 5- and 6-day", "at 5"),
    ("d = −0.12 now", "0.12 now"),
    ("d = −0.12 now", "−0.12 now"),
    ("d = −0.12 now", "d ="),
    ("CI − 0.8 to", "0.8 to"),
    ("it fell — −0.12 now", "0.12 now"),
    ("used > 3 g there", "3 g there"),
    ("used > 3 g there", "used >"),
    ("used ≥3 g there", "3 g there"),
    ("(n = 115) was", "115) was"),
    ("(p < .05)", ".05)"),
    ("5.1 ± 0.3 points", "5.1"),
    ("5.1 ± 0.3 points", "± 0.3 points"),
    ("5.1 ± 0.3 points", "0.3 points"),
    ("2 × 10 bees", "2"),
    ("2 × 10 bees", "10 bees"),
    ("~50 bees", "50 bees"),
    ("A 30 % fall", "A 30"),
    ("A 30% fall", "A 30"),
    ("A 30 % fall", "% fall"),
    ("30% ± 2% of", "30%"),
    ("at $500 there", "500 there"),
    ("over 65+ now", "over 65"),
    ("Ca2+ rose", "Ca2"),
    ("0.5 mg/kg of", "0.5 mg"),
    ("0.5 mg/kg of", "kg of"),
    ("0.5 mg/kg of", "0.5 mg/"),
    ("1/2 of", "2 of"),
    ("1/2 of", "1"),
    ("e.g. bees", "g. bees"),
    ("a—b", "a-"),
    ("a—b", "-b"),
    ("it was… quiet", "it was."),
    ("It ended", "It ended."),
    ("The cafe\u0301 x\u0302", "x"),
    ("x\u0302 there", "x"),
    ("a)\u0302 there", "a)"),
    ("x\u0302y there", "y there"),
    ("GluN1/2B rose", "GluN1"),
]


@pytest.mark.parametrize(("source", "quote"), WHOLE)
def test_whole(source, quote):
    assert len(SourceText(source).find(quote)) == 1


@pytest.mark.parametrize(("source", "quote"), CUT)
def test_cut(source, quote):
    assert SourceText(source).find(quote) == []


@pytest.mark.parametrize(("source", "quote"), CUT)
def test_with_the_rest_of_it_the_same_words_are_found(source, quote):
    """Each of these sources, quoted whole, is verbatim: it is the border that the short quote lacks."""
    assert SourceText(f"Yes, {source}, yes").find(source)


def test_a_cut_place_does_not_hide_a_whole_one():
    assert [match.spans for match in SourceText("ineffective but effective").find("effective")] == [
        ((16, 25),)
    ]

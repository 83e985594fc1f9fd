"""What a reader cannot tell apart is one; what carries meaning is not."""

from __future__ import annotations

import unicodedata

import pytest

from claimbook.quoting import SourceText, fold

SAME = {
    "normal form": ("cafe\u0301", "café"),
    "normal form of one character": ("5 \u212b", "5 Å"),
    "hangul": ("\u1112\u1161\u11ab", "한"),
    "accents in another order": ("a\u0323\u0301", "a\u0301\u0323"),
    "accent on a ligature": ("\ufb01\u0301", "fi\u0301"),
    "white space": ("a \t\n\u00a0\u2009\u3000\u2028\u2029\x0bb", "a b"),
    "white space at the ends": ("\n a \u00a0", "a"),
    "soft hyphen": ("hon\u00adey", "honey"),
    "soft hyphen at a line's end": ("hon\u00ad \r\n ey", "honey"),
    "zero width after an accent": ("cafe\u0301\u200bs", "cafés"),
    "zero width": ("h\u200bo\u200cn\u200de\u2060y\ufeff", "honey"),
    "double quotation marks": ("“a” „b‟", '"a" "b"'),
    "single quotation marks": ("‘a’ ‚b‛ itʼs", "'a' 'b' it's"),
    "hyphens and dashes": ("a‐b‑c‒d–e−f", "a-b-c-d-e-f"),
    "rare hyphens": ("a\u2011b\ufe63c\uff0dd", "a-b-c-d"),
    "small em dash": ("a\ufe58b", "a--b"),
    "marks of direction": ("h\u200eo\u200fney", "honey"),
    "spaced dash": ("a – b", "a - b"),
    "em dash": ("a—b", "a--b"),
    "em dash with spaces": ("a — b", "a--b"),
    "typed em dash with spaces": ("a -- b", "a—b"),
    "em dash first": ("-- a ", "—a"),
    "em dash alone": ("-- ", "—"),
    "several em dashes": ("a b -- c d -- e f -- g", "a b—c d—e f—g"),
    "em dash across lines": ("a —\nb", "a—b"),
    "horizontal bar": ("a ― b", "a—b"),
    "ligatures": ("ﬀ ﬁ ﬂ ﬃ ﬄ ﬅ ﬆ", "ff fi fl ffi ffl st st"),
    "ellipsis": ("a… b", "a... b"),
    "micro sign": ("5 µg", "5 μg"),
}
DIFFERENT = {
    "case": ("BDNF", "Bdnf"),
    "superscript": ("10²", "102"),
    "subscript": ("H₂O", "H2O"),
    "fraction": ("½", "1/2"),
    "decimal point": ("0.5", "05"),
    "less": ("< 5", "> 5"),
    "at least": ("≥ 5", "> 5"),
    "plus or minus": ("±5", "+5"),
    "about": ("~5", "5"),
    "times": ("5 ×", "5 x"),
    "per cent": ("5%", "5"),
    "minus": ("−5", "5"),
    "comma": ("a, b", "a b"),
    "full stop": ("a. b", "a b"),
    "hyphen": ("re-form", "reform"),
    "dash and em dash": ("a–b", "a—b"),
    "full width": ("Ａ", "A"),
    "long s": ("ſ", "s"),
    "guillemets": ("«a»", '"a"'),
    "prime": ("5′", "5'"),
    "not equal": ("≠", "="),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_same_to_a_reader(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_same_in_the_source_and_in_the_quote(one, other):
    for text, quote in ((one, other), (other, one)):
        assert SourceText(f"say {text} again").find(f"say {quote} again")


@pytest.mark.parametrize(("one", "other"), DIFFERENT.values(), ids=DIFFERENT)
def test_carries_meaning(one, other):
    assert fold(one) != fold(other)
    assert not SourceText(f"say {one} again").find(f"say {other} again")
    assert not SourceText(f"say {other} again").find(f"say {one} again")


def test_every_kind_of_white_space_is_a_space():
    kinds = [char for char in map(chr, range(0x3100)) if char.isspace()]
    assert len(kinds) > 20
    assert [char for char in kinds if fold(f"bees{char}danced") != "bees danced"] == []


def test_visible_ascii_stays_as_it_is():
    visible = "".join(map(chr, range(0x21, 0x7F)))
    assert fold(visible) == visible


def test_folding_again_changes_nothing_whatever_the_character():
    """All characters that normalise to something else, and all that are folded, alone and among others."""
    for char in map(chr, range(0x30000)):
        if unicodedata.normalize("NFC", char) != char or char in "\u2014\u2026\ufb01\u00ad \n-":
            for text in (char, f"a{char}b", f"{char}\u0301", f"- {char} -"):
                assert fold(fold(text)) == fold(text)


def test_an_em_dash_takes_only_the_spaces_beside_it():
    assert fold("a b -- c d") == "a b--c d"


def test_runs_of_hyphens_fold_alike_whatever_the_spaces():
    assert fold("a -- - b") == fold(fold("a -- - b")) == "a---b"


BROKEN = "The polli-\nnator and the co-\r\n  operative, 40–\n45 of them."


@pytest.mark.parametrize(
    "quote",
    [
        "The pollinator and the cooperative",
        "The polli-nator and the co-operative",
        "The polli-\nnator and the co- operative",
        "pollinator",
        "pollinator and the co-operative, 40-45 of them.",
        "40–45 of",
        "and the cooperative",
    ],
)
def test_a_word_broken_at_a_lines_end_reads_with_and_without_the_hyphen(quote):
    assert SourceText(BROKEN).find(quote)


@pytest.mark.parametrize(
    "quote",
    [
        "nator and",
        "The polli",
        "The polli-",
        "-nator",
        "4045 of",
        "The polli nator",
        "The polli--nator",
        "operative",
    ],
)
def test_a_broken_word_is_one_word(quote):
    assert not SourceText(BROKEN).find(quote)


def test_only_the_source_has_broken_words():
    assert not SourceText("The pollinator came.").find("The polli-\nnator came")


def test_each_broken_word_is_read_by_itself():
    source = "a co-\noperative and a co-\noperative"
    assert SourceText(source).find("a cooperative and a co-operative")
    assert len(SourceText(source).find("a cooperative")) == 2


def test_a_hyphen_before_a_blank_line_breaks_no_word():
    assert SourceText("on and on-\n\nBees danced").find("Bees danced")

"""What must hold of any text: found where it stands, not found once its meaning changes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from claimbook.quoting import SourceText, copied_run, fold, has_text, word_count
from claimbook.quoting.characters import INVISIBLE

SOME = settings(max_examples=100, deadline=None)

# Words as they may stand in a text; a quote may begin and end with any of them.
PLAIN = [
    "bees",
    "danced",
    "Thy1",
    "BDNF",
    "it’s",
    "they'd",
    "naïve",
    "cafe\u0301",
    "hon\u00adey",
    "ﬁne",
    "a",
    "15",
]
WORDS = st.sampled_from([*PLAIN, "non-significant", "co‐op", "ke\u200bpt", "mTORC1", "ﬂower", "µg", "Å"])
# What may stand between words without being part of one.
BETWEEN = st.sampled_from(
    [" ", " ", " ", "\n", "\r\n", "  ", "\u00a0", "\n\n", ", ", ". ", "; ", " (", ") ", " “", "” ", " — ", "—",
     " -- ", "… ", "... ", " \u200b", "? ", "!\n", ": ", " [", "] ", " [12] ", "’ "]
)  # fmt: skip
# Anything at all, with more of what is folded than chance would give.
ANY = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("ab AB12.,-–—−'’\"“[]…()%<≥±~×²\u00ad\u200b\u0301\u00a0\n\rﬁ=/"),
    ),
    max_size=40,
)


@st.composite
def texts(draw):
    """A text, and the (start, end) of its words."""
    text, words = draw(st.sampled_from(["", "“", "(", "— "])), []
    for _ in range(draw(st.integers(1, 12))):
        word = draw(WORDS)
        words.append((len(text), len(text) + len(word)))
        text += word + draw(BETWEEN)
    return text, words


@st.composite
def stretches(draw):
    """A text, and the (start, end) of some of its words in a row."""
    text, words = draw(texts())
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, len(words) - 1))
    return text, words[first][0], words[last][1]


def retyped(text):
    """The text as someone would type it who has a plain keyboard."""
    for old, new in (
        ("’", "'"),
        ("“", '"'),
        ("”", '"'),
        ("—", "--"),
        ("…", "..."),
        ("‐", "-"),
        ("\u00a0", " "),
    ):
        text = text.replace(old, new)
    return " ".join(unicodedata.normalize("NFC", text).split())


@SOME
@given(stretches())
@example(("bees [12] danced", 0, 16))
@example(("15\n15\n15", 0, 5))
def test_any_stretch_of_whole_words_is_found_where_it_stands(stretch):
    text, start, end = stretch
    source = SourceText(text)
    assert ((start, end),) in [match.spans for match in source.find(text[start:end])]
    assert ((start, end),) in [match.spans for match in source.find(retyped(text[start:end]))]


@SOME
@given(stretches())
def test_spans_point_at_the_quoted_words(stretch):
    text, start, end = stretch
    quote = text[start:end]
    for match in SourceText(text).find(quote):
        ((begins, ends),) = match.spans
        assert fold(text[begins:ends]) == fold(quote)
        assert not text[begins].isspace()
        assert not text[ends - 1].isspace()
        assert text[begins] not in INVISIBLE
        assert text[ends - 1] not in INVISIBLE


@SOME
@given(texts(), st.data())
def test_no_stretch_that_begins_or_ends_inside_a_word_is_found(made, data):
    text, words = made
    start, end = data.draw(st.sampled_from(words))
    inner = fold(text[start:end])
    assume(len(inner) > 1)
    cut = data.draw(st.integers(1, len(inner) - 1))
    for part in (inner[:cut], inner[cut:]):
        alone = [fold(text[first:last]) for first, last in words]
        assume(part.strip("'-") not in {piece for word in alone for piece in (word, *word.split("'"))})
        assert SourceText(text).find(part) == []


@SOME
@given(stretches(), st.data())
def test_a_letter_digit_or_sign_changed_is_not_found(stretch, data):
    text, start, end = stretch
    quote = fold(text[start:end])
    at = data.draw(st.sampled_from([at for at, char in enumerate(quote) if char.isalnum() or char in "-.%"]))
    other = data.draw(st.sampled_from([*"abBT019.-", quote[at].swapcase(), ""]))
    changed = fold(quote[:at] + other + quote[at + 1 :])
    assume(changed not in fold(text))
    assert SourceText(text).find(changed) == []


@SOME
@given(ANY)
@example("-- - --")
@example("\u00ad\n\u0301")
@example("ﬁ\u200b\u0301 ")
def test_folding_again_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
    assert unicodedata.is_normalized("NFC", fold(text))


@SOME
@given(ANY, ANY)
def test_whatever_is_found_reads_like_the_quote(text, quote):
    """Of arbitrary texts: parts in order, within the text, and word for word where there are no marks."""
    for match in SourceText(text).find(quote):
        offsets = [offset for span in match.spans for offset in span]
        assert offsets == sorted(offsets)
        assert 0 <= offsets[0] < offsets[-1] <= len(text)
        if "[" not in quote:
            assert fold(text[slice(*match.spans[0])]).replace("- ", "-") == fold(quote).replace("- ", "-")


@SOME
@given(ANY)
@example("a-\nb")
@example("\u0301a [b] \u00ad")
def test_a_text_with_words_in_it_is_found_whole(text):
    assume(has_text(text))
    assert SourceText(text).find(text)


@SOME
@given(ANY, ANY, ANY)
def test_the_closest_passage_is_always_found(text, other, quote):
    source = SourceText(f"{text} {quote} {other}")
    for asked in (quote, f"{quote} {text}", f"{other} […] {quote}"):
        miss = source.near_miss(asked)
        assert asked[: miss.at].strip() == miss.runs_true
        if miss.closest is not None:
            assert (miss.span,) in [match.spans for match in source.find(miss.closest)]


@SOME
@given(stretches())
def test_the_closest_passage_of_a_damaged_quote_is_found(stretch):
    text, start, end = stretch
    source = SourceText(text)
    for damaged in (text[start:end] + " wasps", "wasps " + text[start:end], text[start:end][1:-1]):
        miss = source.near_miss(damaged)
        if miss.closest is not None:
            assert (miss.span,) in [match.spans for match in source.find(miss.closest)]


@SOME
@given(ANY)
def test_every_letter_and_digit_stands_in_exactly_one_sentence(text):
    held = [False] * len(text)
    for start, end in SourceText(text).sentences():
        assert text[start:end].strip() == text[start:end]
        assert not any(held[start:end])
        held[start:end] = [True] * (end - start)
    assert all(held[at] for at, char in enumerate(text) if char.isalnum())


@SOME
@given(texts())
def test_sentences_and_words_of_made_texts(made):
    text, words = made
    assert word_count(text.replace("[12]", "")) <= 2 * len(words)
    for start, end in SourceText(text).sentences():
        assert "\n" not in text[start:end]


@SOME
@given(st.lists(st.sampled_from(["bees", "dance", "at", "noon", "5", "in", "June,"]), max_size=14), st.data())
def test_a_copied_run_is_in_both(own, data):
    text = data.draw(
        st.lists(st.sampled_from(["Bees", "dance", "at", "(noon)", "7", "in", "June"]), max_size=14)
    )
    run = copied_run(" ".join(own), SourceText(" ".join(text)), limit=3)

    def plain(words):
        return [word.strip("(),").lower() for word in words if word.strip("(),").isalpha()]

    theirs, ours = " ".join(plain(text)) + " ", plain(own)
    longest = max(
        (last - first for first in range(len(ours)) for last in range(first, len(ours) + 1)
         if " ".join(ours[first:last]) + " " in " " + theirs), default=0,
    )  # fmt: skip
    assert len(plain((run or "").split())) == (longest if longest > 3 else 0)


MILLION = 1 << 20


@pytest.mark.parametrize(
    ("text", "quote", "count"),
    [
        ("bees dance at noon " * (MILLION // 19), "bees dance at noon " * (MILLION // 19), 1),
        ("a " * (MILLION // 2), "a " * (MILLION // 4) + "b", 0),
        ("a " * (MILLION // 2), "b " + "a " * (MILLION // 4), 0),
        ("beha-\nviour of bees " * (MILLION // 19), "behaviour of bees " * (MILLION // 19), 1),
        ("a " * (MILLION // 2), "a " * (MILLION // 8) + "b " + "a " * (MILLION // 8), 0),
        ("a " * (MILLION // 2), "[a] " * (MILLION // 4), 0),
        ("see [1] there " * (MILLION // 14), "see [1] there " * (MILLION // 14), 1),
        ("b" * MILLION, "[" * MILLION, 0),
        ("-" * MILLION, "a" + "-" * (MILLION - 1), 0),
        ("\u200b" * MILLION, "a" + "\u00ad" * (MILLION - 1), 0),
    ],
    ids=[
        "whole",
        "differs last",
        "differs first",
        "differs within",
        "broken words",
        "marks",
        "brackets",
        "open",
        "hyphens",
        "hidden",
    ],
)
def test_a_mebibyte_comes_to_an_end(text, quote, count):
    """That it takes under a second is for the benchmark; here it must not grow with the square."""
    assert len(SourceText(text).find(quote)) == count


def test_a_long_quote_that_overlaps_itself_everywhere_comes_to_an_end():
    assert SourceText("a " * (MILLION // 2)).find("a " * (MILLION // 4))

"""Where sentences end, and what stands in the one before a quote."""

from __future__ import annotations

import pytest

from claimbook.quoting import SourceText

# A bar stands where a sentence ends; it is not in the text.
SPLIT = {
    "full stop": "Bees dance.| Wasps do not.",
    "question and exclamation mark": "Do they?| They do!| Really?!| Yes.",
    "capital without white space": "of the brain.|The brain can",
    "opening quotation mark without white space": 'of the brain.|"The brain can',
    "curly opening quotation mark without white space": "of the brain.|“The brain can",
    "opening bracket without white space": "of the brain.|(The brain can",
    "closing quotation mark": "‘A happy place.’| It was",
    "closing straight quotation mark": 'It "works."| It was',
    "opening quotation mark after white space": 'It works.| "It was',
    "closing quotation mark without white space": "“It works.”|It was",
    "closing bracket": "(It works.)| It was",
    "note number": "dendritic trafficking.108| Within a hive",
    "note number without white space": "dendritic trafficking.108|Within a hive",
    "note numbers": "dendritic trafficking.10,12–14| Within a hive",
    "note number after a quotation mark": "“It works.”12| Within a hive",
    "note number in brackets": "It works.[12]| Within a hive",
    "raised note number": "It works.¹²| Within a hive",
    "small letter": "mood fell.| ketamine rose",
    "after a number": "It was 2019.| Then 0.5 more.| Then .05 more.| End",
    "after a percentage": "It was 5%.3| Then",
    "after a unit": "It was 24 h.| Then at 4 C.| Then at 37 °C.| End",
    "line's end": "A heading\n|A line\r\n|Another\u2028|End",
    "empty lines": "A heading\n \n\n|End",
    "number that begins a line": "away from it.\n|7 It can be",
    "hyphen at a line's end before a capital": "bees-\n|Wasps",
    "no after an answer": "No.| It did not.",
    "ellipsis before a capital": "It was...| Quiet",
    "question mark after what may be a title": "Is he Dr?| Smith was not.",
}
WHOLE = {
    "number": "It fell by 0.5 points",
    "decimal without its nought": "It fell by .05 points",
    "initial": "Seen by J. K. Smith there",
    "initials without white space": "Seen by J.K. Smith, M.D. Of Yale",
    "title": "Seen by Dr. Smith and Prof. Lee",
    "e.g.": "Bees, e.g. Workers, dance",
    "i.e.": "Bees, i.e. Workers, dance",
    "versus": "Bees vs. Wasps",
    "et al.": "Lee et al. Found",
    "numbered figure": "See Fig. 3 and no. 5 of it",
    "numbered figure without white space": "See Fig.3 of it",
    "numbered line": "1. Open the hive",
    "ellipsis before a small letter": "It was... quiet",
    "what was said goes on": "“Really?” he asked",
    "domain": "See bees.example there",
    "broken word": "the polli-\nnator came",
    "colon": "will contain:13",
}


@pytest.mark.parametrize("text", [*SPLIT.values(), *WHOLE.values()], ids=[*SPLIT, *WHOLE])
def test_sentences_end_at_the_bars_only(text):
    source = text.replace("|", "")
    found = [source[start:end] for start, end in SourceText(source).sentences()]
    assert found == [part.strip() for part in text.split("|")]


def test_a_sentence_without_a_letter_or_digit_is_left_out():
    assert SourceText("***\n\n—. !\n \u00a0 \n").sentences() == []
    assert SourceText("").sentences() == []
    assert SourceText("? Bees dance").sentences() == [(2, 12)]


def test_a_stray_bracket_stays_with_the_sentence_after_it():
    text = "It ended.\n) But it went on."
    assert [text[start:end] for start, end in SourceText(text).sentences()] == [
        "It ended.",
        ") But it went on.",
    ]


BEFORE = SourceText("Bees sleep. They do not ever, I think, dance at night. “Dance” they may.")


@pytest.mark.parametrize(
    ("quote", "count", "words"),
    [
        ("dance at night", 3, "ever, I think,"),
        ("dance at night", 9, "They do not ever, I think,"),
        ("dance at night", 0, ""),
        ("They do", 3, ""),
        ("Bees sleep", 3, ""),
        ("Dance", 3, ""),
        ("they may", 3, '"Dance"'),
    ],
)
def test_words_before_a_quote_do_not_cross_a_sentences_end(quote, count, words):
    (match,) = BEFORE.find(quote)
    assert BEFORE.words_before(match, count) == words


def test_the_words_before_a_quote_of_several_parts_stand_before_its_first():
    text = SourceText("Now the bees dance here and the wasps sleep at night.")
    (match,) = text.find("bees dance here […] sleep at night")
    assert text.words_before(match, 2) == "Now the"


def test_no_words_before_a_quote_that_stands_in_no_sentence():
    text = SourceText("- \n5 bees")
    (match,) = text.find("- 5 bees")
    assert text.words_before(match, 3) == ""


TWICE = SourceText(
    "Mood rose, slowly, at dusk (12 bees). Mood rose — not slowly; at dawn “so they say”. It did not > 5 rise."
)


@pytest.mark.parametrize(
    ("quote", "before", "after", "stands"),
    [
        ("Mood rose", None, None, [True, True]),
        ("Mood rose", "", "", [True, True]),
        ("Mood rose", None, "slowly", [True, False]),
        ("Mood rose", None, "slowly, at dusk", [True, False]),
        ("Mood rose", None, "not slowly", [False, True]),
        ("Mood rose", "bees).", None, [False, True]),
        ("Mood rose", "12 bees", "not", [False, True]),
        ("Mood rose", "12 bees", "slowly", [False, False]),
        ("Mood rose", "ees", None, [False, False]),
        ("Mood rose", None, "slow", [False, False]),
        ("Mood rose", None, "at dusk", [False, False]),
        ("at dawn", "slowly;", '"so they say"', [True]),
        ("at dawn", None, "they say", [False]),
        ("rise", "did not", None, [False]),
        ("rise", "did not > 5", None, [True]),
        ("It did", None, "not > 5", [True]),
    ],
)
def test_context_stands_directly_beside_the_quote(quote, before, after, stands):
    assert [TWICE.beside(match, before, after) for match in TWICE.find(quote)] == stands


def test_context_far_into_a_long_text():
    text = SourceText("bee " * 5_000 + "queen danced wasp" + " bee" * 5_000)
    (match,) = text.find("danced")
    assert text.beside(match, "bee bee queen", "wasp bee bee")
    assert not text.beside(match, "bee queen queen", None)


def test_context_at_the_beginning_of_a_long_text():
    text = SourceText("The queen danced" + " and so did they" * 50)
    (match,) = text.find("queen danced")
    assert text.beside(match, "The", "and so did they " * 20)
    assert not text.beside(match, "A", None)


def test_context_beside_a_quote_of_several_parts():
    text = SourceText("zero one two three four five six seven eight nine")
    (match,) = text.find("one two three […] six seven eight")
    assert text.beside(match, "zero", "nine")
    assert not text.beside(match, "zero", "four")

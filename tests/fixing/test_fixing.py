"""What is mended is only how a file is written: what it says, its comments and its layout stay."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimbook.checks.example import BASE, CLAIM, LAY, STUDY
from claimbook.errors import CannotRunError
from claimbook.fixing import fix_text, fixed_files, write_fixed
from claimbook.fixing.changes import values
from claimbook.yamltext import TextFile
from tests.bases import base, changed, problems

PAGE = "“Tea’s effect” — so they say – is\nlong‐lasting and ﬁne. Tea's effect is small. Milk is “good”."
HELD = {"web-tea": TextFile("sources/web-tea.txt", PAGE)}


def claim(quote):
    return f"evidence:\n  - source: web-tea # a page\n    stance: supports\n    quote: {quote}\n"


def fixed(text, path=CLAIM):
    return fix_text(path, text, HELD)


class TestQuotes:
    @pytest.mark.parametrize(
        ("quote", "mended"),
        [
            ("'\"Tea''s effect\" -- so they say - is'", "'“Tea’s effect” — so they say – is'"),
            ('"so they say - is long-lasting and fine"', '"so they say – is long‐lasting and ﬁne"'),
            ("so they say - is", "so they say – is"),
            ("so they say - is [...] long-lasting and fine", "so they say – is [...] long‐lasting and ﬁne"),
            (
                ">-\n      so they say\n      - is long-lasting",
                ">-\n      so they say\n      – is long‐lasting",
            ),
            (
                ">-\n      Tea's effect\" --\n      so they say",
                ">-\n      Tea’s effect” —\n      so they say",
            ),
            (">-\n      Tea's effect\"--so they\n      say", ">-\n      Tea’s effect” — so they say"),
            ("Tea's effect\"--so they say", "Tea’s effect” — so they say"),
            ('"Milk is \\"good\\""', '"Milk is “good”"'),
            ("'Milk is \"good\"'", "'Milk is “good”'"),
        ],
    )
    def test_a_quote_gets_the_characters_of_its_source(self, quote, mended):
        assert fixed(claim(quote)) == claim(mended)

    @pytest.mark.parametrize(
        "quote",
        [
            '"Tea\'s effect"',  # stands twice, spelt differently
            '"Tea\'s effects are small"',  # not verbatim
            '"milk is good"',
            '"[m]ilk is \\"good\\""',  # our own mark, which the source does not have
            "7",
            "[Milk, tea]",
        ],
    )
    def test_what_is_not_plain_stays(self, quote):
        assert f"    quote: {quote}\n" in fixed(claim(quote))

    def test_a_context_tells_which_place_is_meant(self):
        text = claim('"Tea\'s effect"\n    context: {after: "is small"}')
        assert 'quote: "Tea\'s effect"' in fixed(text)
        assert 'quote: "Tea’s effect"' in fixed(text.replace('after: "is small', 'after: "— so they'))

    def test_words_left_out_keep_their_marks(self):
        done = fixed(claim('"so they say - is […] Tea\'s effect is small"'))
        assert 'quote: "so they say – is […] Tea\'s effect is small"' in done

    def test_set_asides_of_a_lay_page(self):
        text = 'kind: lay-page\nset_aside:\n  - {quote: "Milk is \\"good\\"", reason: off-topic}\n'
        assert 'quote: "Milk is “good”"' in fixed(text, LAY)

    def test_a_quote_of_a_text_that_is_not_held_stays(self):
        text = claim('"so they say - is"').replace("web-tea", "kim2019")
        assert 'quote: "so they say - is"' in fixed(text)


class TestIdentifiers:
    @pytest.mark.parametrize(
        ("written", "mended"),
        [
            ("DOI: https://doi.org/10.1234/TEA", "DOI: 10.1234/tea"),
            ('DOI: "doi:10.1234/tea"', 'DOI: "10.1234/tea"'),
            ("PMID: 31000001", 'PMID: "31000001"'),
            ("PMID: PMID 31000001 # ours", 'PMID: "31000001" # ours'),
            ("PMCID: pmc77", "PMCID: PMC77"),
            ("PMCID: 31000001", "PMCID: 31000001"),
            ("DOI: tea", "DOI: tea"),
            ("PMID: true", "PMID: true"),
            ("PMID: PMC77", "PMID: PMC77"),
        ],
    )
    def test_the_canonical_form_where_it_is_plain(self, written, mended):
        text = "kind: article\ncsl:\n  title: Tea # green\n  {}\n"
        assert fixed(text.format(written), STUDY) == text.format(mended)

    def test_notices_and_what_was_left_out(self):
        assert "notice: 10.1234/r" in fixed("status: {is: retracted, notice: doi.org/10.1234/R}\n", STUDY)
        done = fixed("left_out:\n  - {title: A, why: b, doi: DOI 10.1234/A}\n", "claims/method.yaml")
        assert "doi: 10.1234/a" in done


class TestOrder:
    def test_fields_move_with_their_comments(self):
        text = (
            "# about this file\n\nreviewed: 2026-11-01  # by two\n# the evidence\nevidence:\n"
            "  # first\n  - stance: supports\n    source: kim2019\n\n"
            "# in short\nplain: >-\n  Some\n  words.\nstatement: Tea wakes.\n# the end\n"
        )
        assert fixed(text) == (
            "# about this file\n\nstatement: Tea wakes.\n\n# in short\nplain: >-\n  Some\n  words.\n"
            "# the evidence\nevidence:\n  # first\n  - stance: supports\n    source: kim2019\n"
            "reviewed: 2026-11-01  # by two\n# the end\n"
        )

    def test_an_item_behind_its_dash(self):
        text = "evidence:\n  - stance: supports # for\n    source: kim2019 # study\n"
        assert fixed(text) == "evidence:\n  - source: kim2019 # study\n    stance: supports # for\n"

    def test_fields_in_brackets(self):
        text = "related:\n  - {as: see-also, claim: tea}\n  - { as: see-also,  claim: milk }\n"
        assert fixed(text) == "related:\n  - {claim: tea, as: see-also}\n  - { claim: milk,  as: see-also }\n"

    def test_a_comment_that_could_lose_its_field_keeps_all_in_place(self):
        for text in (
            "# of the stance\nplain: A.\nstatement: B.\n",
            "evidence:\n  - stance: supports\n    # of the source\n    source: kim2019\n",
            "related:\n  - {as: see-also, # so\n     claim: tea}\n",
        ):
            assert fixed(text) == text

    def test_the_line_for_editors_is_no_comment_of_a_field(self):
        line = "# yaml-language-server: $schema=x\n"
        assert fixed(f"{line}plain: A.\nstatement: B.\n") == f"{line}statement: B.\nplain: A.\n"

    def test_unknown_fields_keep_all_in_place(self):
        text = "plain: A.\nstatement: B.\nmine: C.\n"
        assert fixed(text) == text

    def test_line_ends_of_windows(self):
        assert fixed("plain: A.\r\nstatement: B.\r\n") == "statement: B.\r\nplain: A.\r\n"

    def test_a_last_line_without_its_end(self):
        assert fixed("plain: A.\nstatement: B.") == "statement: B.\nplain: A."


FIELDS = [
    "statement: Tea wakes.",
    "about: people  # who",
    "plain: >-\n  Tea may\n\n  wake.",
    "certainty: low",
    "reasons:\n  - note: |\n      Two\n        lines.\n    domain: imprecision",
    "evidence:\n  - {stance: supports, source: kim2019}\n\n  - source: web-tea\n    quote: 'so they say - is'",
    'related: [{as: see-also, claim: "a: b"}]',
    "tags: [tea,\n  milk]",
    "formerly: 'two\n  lines'",
    "reviewed: 2026-11-01",
]
BETWEEN = ["", "\n", "# above\n", "\n# above\n# and more\n"]


@st.composite
def claims(draw):
    """A claim's fields in any order, with comments and empty lines between them."""
    order = draw(st.permutations(FIELDS))
    count = draw(st.integers(1, len(order)))
    text = "".join(f"{draw(st.sampled_from(BETWEEN))}{field}\n" for field in order[:count])
    return text + draw(st.sampled_from(["", "# end\n", "\n"]))


def without_order(text):
    return json.dumps(values(text), sort_keys=True, default=str, ensure_ascii=False).replace("–", "-")


def words(text):
    return sorted(re.sub(r"[-–{},]", " ", text).split())


@settings(max_examples=120, deadline=None)
@given(claims(), st.sampled_from(["\n", "\r\n"]))
def test_nothing_is_lost_and_a_second_time_changes_nothing(text, newline):
    """Same values but for typography, same words and comments, and fields in order where they moved."""
    text = text.replace("\n", newline)
    done = fixed(text)
    assert without_order(done) == without_order(text)
    assert words(done) == words(text)
    assert fixed(done) == done


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("a: -#{}[]\n'\"&*!|>,"), max_size=40))
@example("? a\n: b\n")
@example("{plain: 1, statement: 2}")
@example("plain: |+\n  a\n\nstatement: b\n")
@example("plain: 1\nstatement: 2\nplain: 3\n")
def test_any_text_keeps_its_values(text):
    """A text that cannot be read whole has none, and stays as it is."""
    done = fixed(text)
    assert values(done) == values(text)
    assert values(text) is not None or done == text


class TestFiles:
    def test_only_what_has_to_be_mended_is_written(self, tmp_path):
        root = base(
            tmp_path, {STUDY: ("DOI: 10.1234/tea.2019", "DOI: https://doi.org/10.1234/TEA.2019 # its")}
        )
        before = {path: path.read_bytes() for path in root.rglob("*.yaml")}
        files = fixed_files(root, [""])
        assert {path: path.read_bytes() for path in root.rglob("*.yaml")} == before
        (one,) = [each for each in files if each.is_changed]
        assert one.difference().splitlines()[:2] == [f"--- {STUDY}", f"+++ {STUDY}"]
        assert (
            "-  DOI: https://doi.org/10.1234/TEA.2019 # its\n+  DOI: 10.1234/tea.2019 # its\n"
            in one.difference()
        )
        write_fixed(root, one)
        assert (root / STUDY).read_text() == changed(BASE[STUDY], "tea.2019", "tea.2019 # its")
        assert problems(root) == []

    def test_only_the_places_asked_for(self, tmp_path):
        root = base(tmp_path)
        assert [each.path for each in fixed_files(root, ["sources"])] == [
            *("sources/kim2019.yaml", "sources/lopez2021.yaml", "sources/web-tea.yaml")
        ]
        assert "claims/topics.yaml" in [each.path for each in fixed_files(root, ["claims"])]
        with pytest.raises(CannotRunError, match="no claim, source or list stands at docs"):
            fixed_files(root, ["docs"])

    @pytest.mark.parametrize(
        ("content", "where"),
        [
            ("statement: [Tea\nplain: x\n", (1, 12)),
            ("plain: x\nstatement: y\nplain: z\n", (3, 1)),
            ("plain: &a x\nstatement: y\n", (1, 8)),
            (b"plain: caf\xe9\nstatement: y\n", (1, 11)),
            ("", (1, 1)),
        ],
    )
    def test_a_file_that_cannot_be_read_is_left_alone_and_named(self, tmp_path, content, where):
        root = base(tmp_path, {CLAIM: content})
        (one,) = fixed_files(root, [CLAIM])
        assert not one.is_changed
        assert (one.problem.where.line, one.problem.where.column) == where

    def test_other_errors_do_not_keep_a_file_from_being_mended(self, tmp_path):
        root = base(tmp_path, {CLAIM: "plain: x\nstatement: 7\ncertainty: sure\n"})
        (one,) = fixed_files(root, [CLAIM])
        assert one.problem is None
        assert one.after == "statement: 7\nplain: x\ncertainty: sure\n"

    def test_a_mark_at_the_beginning_stays(self, tmp_path):
        root = base(tmp_path, {CLAIM: "\ufeffplain: x\nstatement: y\n"})
        (one,) = fixed_files(root, [CLAIM])
        write_fixed(root, one)
        assert (root / CLAIM).read_text() == "\ufeffstatement: y\nplain: x\n"

    def test_a_file_that_changed_meanwhile_is_not_written(self, tmp_path):
        root = base(tmp_path, {CLAIM: "plain: x\nstatement: y\n"})
        (one,) = fixed_files(root, [CLAIM])
        (root / CLAIM).write_text("mine")
        with pytest.raises(CannotRunError, match="changed meanwhile"):
            write_fixed(root, one)
        assert (root / CLAIM).read_text() == "mine"

    def test_a_good_base_has_nothing_to_mend(self, tmp_path):
        assert not any(each.is_changed or each.problem for each in fixed_files(base(tmp_path), [""]))

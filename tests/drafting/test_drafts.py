"""New files: whole, in the style of the others, with gaps each of which `check` names once."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.checks import Facts
from claimbook.drafting import Offer, draft_claim, draft_source, offers
from claimbook.drafting.keys import free_key
from claimbook.drafting.source import source_text
from claimbook.drafting.style import lines
from claimbook.errors import CannotRunError
from claimbook.importing import Entry, Notice, Work
from claimbook.load import load
from claimbook.yamltext import TextFile, plain, read_yaml
from tests.bases import TODAY, base, problems

TEA = {"type": "article-journal", "title": "Tea: a study", "author": [{"family": "Kim"}], "DOI": "10.1234/a"}


def facts(root):
    return Facts(load(root)[0], TODAY)


def read(text):
    value, faults = read_yaml(TextFile("", text))
    assert faults == []
    return plain(value)


def gaps(path):
    return [number for number, line in enumerate(path.read_text().splitlines(), 1) if "# to fill in" in line]


def named(root, path):
    """The lines of a file at which `check` names an error."""
    place = path.relative_to(root).as_posix()
    return [each.where.line for each in problems(root) if each.where.path == place and each.is_error]


class TestClaim:
    def test_each_gap_is_named_once(self, tmp_path):
        root = base(tmp_path)
        path = draft_claim(root, facts(root), "tea", "tea-calms", ["kim2019", "web-tea"])
        assert path == root / "claims/tea/tea-calms.yaml"
        assert len(gaps(path)) == 13
        assert named(root, path) == gaps(path)

    def test_without_sources_there_is_an_item_of_each_kind(self, tmp_path):
        root = base(tmp_path)
        path = draft_claim(root, facts(root), "tea", "tea-calms", [])
        claim = read(path.read_text())
        assert [set(item) for item in claim["evidence"]] == [
            {"source", "stance", "quote", "reading", "fit"},
            {"source", "stance", "finding", "passage"},
        ]
        assert claim["reviewed"] == date(2026, 11, 21)
        assert set(named(root, path)) <= set(gaps(path))

    def test_the_first_line_tells_an_editor_the_schema(self, tmp_path):
        root = base(tmp_path)
        path = draft_claim(root, facts(root), "tea", "tea-calms", [])
        first = path.read_text().splitlines()[0]
        assert first == "# yaml-language-server: $schema=../../.schemas/claim.schema.json"
        assert (path.parent / first.partition("=")[2]).resolve() == root / ".schemas/claim.schema.json"

    @pytest.mark.parametrize(
        ("topic", "name", "keys", "told"),
        [
            ("te", "tea-calms", [], "there is no topic 'te'; did you mean 'tea'?"),
            ("xyz", "tea-calms", [], "there is no topic 'xyz'; known: tea"),
            ("tea", "Tea calms", [], "call it 'tea-calms'"),
            ("tea", "../tea", [], "is no id"),
            ("tea", "tea-keeps-awake", [], "there is a claim 'tea-keeps-awake' already"),
            ("tea", "tea-wakes", [], "'tea-wakes' is the older id of 'tea-keeps-awake'"),
            ("tea", "tea-calms", ["kim2109"], "did you mean 'kim2019'?"),
        ],
    )
    def test_what_cannot_be_begun_says_so_and_leaves_nothing(self, tmp_path, topic, name, keys, told):
        claim = "claims/tea/tea-keeps-awake.yaml"
        root = base(tmp_path, {claim: ("reviewed:", "formerly: [tea-wakes]\nreviewed:")})
        before = sorted(root.rglob("*"))
        with pytest.raises(CannotRunError) as raised:
            draft_claim(root, facts(root), topic, name, keys)
        assert told in str(raised.value)
        assert sorted(root.rglob("*")) == before

    def test_a_file_that_came_meanwhile_is_not_written_over(self, tmp_path):
        root = base(tmp_path)
        known = facts(root)
        (root / "claims/tea/tea-calms.yaml").write_text("mine")
        with pytest.raises(CannotRunError, match="stands already"):
            draft_claim(root, known, "tea", "tea-calms", [])
        assert (root / "claims/tea/tea-calms.yaml").read_text() == "mine"


class TestSource:
    def test_each_gap_is_named_once(self, tmp_path):
        root = base(tmp_path)
        path = draft_source(root, Offer("", "kim2031", Work(TEA)))
        assert len(gaps(path)) == 2
        assert named(root, path) == gaps(path)
        assert read(path.read_text())["csl"] == TEA

    def test_kind_and_the_way_there_are_gaps_where_the_record_tells_neither(self, tmp_path):
        root = base(tmp_path)
        path = draft_source(root, Offer("", "tea2031", Work({"type": "report", "title": "Tea"})))
        assert [
            line.split(":")[0].strip() for line in path.read_text().splitlines() if "to fill in" in line
        ] == [*("kind", "DOI", "design", "subjects")]
        assert set(named(root, path)) <= set(gaps(path))
        assert {1 + 1, gaps(path)[2], gaps(path)[3]} <= set(named(root, path))

    def test_what_a_record_tells_beside_the_item(self):
        work = Work(TEA, more_authors=True, notice=Notice("retracted", "10.1234/R"), called=("Case Reports",))
        told = read(source_text(work, ""))
        assert told["more_authors"] is True
        assert told["status"] == {"is": "retracted", "notice": "10.1234/r"}
        assert "  # its record calls it: Case Reports\n" in source_text(work, "")
        assert (
            "notice" not in read(source_text(Work(TEA, notice=Notice("concern", "see there")), ""))["status"]
        )

    def test_a_record_cannot_leave_its_comment(self):
        told = read(source_text(Work(TEA, called=("Trial\nkind: label", "\u2028kind: label")), ""))
        assert told["kind"] == "article"

    def test_long_texts_and_lists_take_several_lines(self):
        record = {
            "type": "book",
            "title": "Tea " * 50 + "time",
            "author": [{"family": "Kim"}] * 20,
            "PMID": "7",
        }
        text = source_text(Work(record), "")
        assert "  title: >-\n    Tea Tea" in text
        assert "\n    - {family: Kim}\n" in text
        assert read(text)["csl"] == record

    @settings(max_examples=150, deadline=None)
    @given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=200))
    def test_any_title_reads_back_as_it_was(self, title):
        title = " ".join(title.split()) or "x"
        record = {"type": "book", "title": title, "author": [{"family": title}], "URL": title}
        assert read(source_text(Work(record), ""))["csl"] == record

    @settings(max_examples=60, deadline=None)
    @given(st.lists(st.fixed_dictionaries({"family": st.sampled_from(["Kim", "O'Hara", "no", "a: b", "7"])})))
    def test_any_list_reads_back_as_it_was(self, people):
        assert read("\n".join(lines("author", people, 0)))["author"] == people


class TestOffers:
    def test_the_new_the_known_and_the_broken_are_told_apart(self, tmp_path):
        root = base(tmp_path)
        found = offers(
            facts(root),
            [
                Entry("line 1", Work(TEA)),
                Entry("line 9", None, "it has no title"),
                Entry("line 11", Work({**TEA, "DOI": "10.1234/TEA.2019"})),
                Entry("line 20", Work({**TEA, "title": "Tea again"})),
                Entry("line 30", Work({**TEA, "DOI": "10.1234/b"})),
                Entry("line 40", Work({"type": "book", "title": "Kettles"})),
                Entry("line 50", Work({"type": "book", "title": "Kettles"})),
            ],
        )
        assert [(each.where, each.key) for each in found.new] == [
            *(("line 1", "kim"), ("line 30", "kimb"), ("line 40", "kettles"))
        ]
        assert found.here == [
            "line 11: it is here already: kim2019 (same DOI)",
            "line 20: it is the same work as that of line 1",
            "line 50: it is the same work as that of line 40",
        ]
        assert found.broken == ["line 9: it has no title"]

    def test_a_key_of_ones_own(self, tmp_path):
        root = base(tmp_path)
        entries = [Entry("line 1", Work(TEA))]
        assert offers(facts(root), entries, "tea-study").new[0].key == "tea-study"
        for key, told in (
            ("kim2019", "is taken"),
            ("web-tea", "is taken"),
            ("Kim 2031", "call it 'kim-2031'"),
        ):
            with pytest.raises(CannotRunError, match=told):
                offers(facts(root), entries, key)


class TestKeys:
    @pytest.mark.parametrize(
        ("csl", "key"),
        [
            ({"author": [{"family": "Müller-Łoś"}], "issued": {"date-parts": [[2031]]}}, "mullerlos2031"),
            ({"author": [{"family": "Berg", "non-dropping-particle": "van der"}]}, "vanderberg"),
            ({"author": [{"literal": "The World Tea Group"}]}, "world"),
            (
                {"author": [{"family": "李"}], "title": "The tea of 2031", "issued": {"literal": "May 2031"}},
                "tea2031",
            ),
            ({"editor": [{"family": "Kim"}]}, "kim"),
            ({"title": "…"}, "source"),
        ],
    )
    def test_first_author_and_year(self, csl, key):
        assert free_key(csl, ()) == key

    def test_letters_tell_works_of_a_year_apart(self):
        kim = {"author": [{"family": "Kim"}]}
        assert free_key(kim, {"kim"}) == "kimb"
        assert free_key(kim, {"kima", "kimb"}) == "kimc"
        assert free_key(kim, {"kim", "kimb", "kimz", "kim-27"}) == "kim-28"

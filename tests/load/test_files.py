"""Files → texts: encodings, marks, links and what cannot be read at all."""

from __future__ import annotations

import os

import pytest

from claimbook.checks.example import BASE, CLAIM, LAY_TEXT, MICE, STUDY
from claimbook.errors import CannotRunError
from claimbook.examine import examine
from claimbook.load import load
from claimbook.plainfile import read_plain
from tests.bases import TODAY, base, loaded, problems, written
from tests.trees import refuse

MIB = 1 << 20


def told(root):
    """Rule, path, line and column of each problem."""
    return [(each.rule, each.where.path, each.where.line, each.where.column) for each in problems(root)]


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        (b"\xff\xfes\x00t\x00", (1, 1)),  # UTF-16 with its mark
        (b"\xfe\xff\x00s\x00t", (1, 1)),
        (b"statement: caf\xe9\n", (1, 15)),  # Latin-1
        (b"a: \xc3\xa9\nb: \x93c\x94\n", (2, 4)),  # mixed: UTF-8, then Windows-1252
        (b"a: b\r\rc: \x80\n", (3, 4)),
        (b"a: b\r\nc: \x80\r\n", (2, 4)),
        (b"\xef\xbb\xbfa: \xff", (1, 4)),  # the mark is no column
        (b"a: \xed\xa0\x80", (1, 4)),  # a surrogate
        (b"a: \xc0\xaf", (1, 4)),  # longer than need be
        (b"a: \xf4\x90\x80\x80", (1, 4)),  # beyond Unicode
        (b"a: \xf0\x9f\x98", (1, 4)),  # cut off
    ],
)
def test_what_is_no_utf8_is_told_at_its_first_wrong_byte(raw, place, tmp_path):
    for path in (CLAIM, STUDY, LAY_TEXT, "claims/topics.yaml", "claims/vocabulary.yaml"):
        assert told(base(tmp_path, {path: raw})) == [("not-utf8", path, *place)]


@pytest.mark.parametrize("marks", [1, 2])
def test_a_byte_order_mark_is_passed_over(marks, tmp_path):
    changes = {path: ("\ufeff" * marks + text).encode() for path, text in BASE.items()}
    root = base(tmp_path, changes)
    assert told(root) == []
    library, _ = load(root)
    assert library.held["web-tea"].text == BASE[LAY_TEXT]
    (found,) = problems(base(tmp_path, {CLAIM: f"\ufeff{BASE[CLAIM]}".replace("statement", "statment")}))
    assert (found.where.line, found.where.column, found.where.end_column) == (1, 1, 9)


def test_utf16_without_a_mark_is_a_control_character(tmp_path):
    assert told(base(tmp_path, {CLAIM: BASE[CLAIM].encode("utf-16-le")})) == [("yaml-syntax", CLAIM, 1, 2)]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_lines_may_end_in_every_way(end, tmp_path):
    changes = {path: text.replace("\n", end) for path, text in BASE.items() if path.endswith(".yaml")}
    assert told(base(tmp_path, changes)) == []
    changes[CLAIM] = changes[CLAIM].replace("certainty: low", "certainty: lo")
    assert told(base(tmp_path, changes)) == [("bad-value", CLAIM, 4, 12)]


def test_a_text_is_held_exactly_as_it_stands(tmp_path):
    text = "Tea keeps everybody\r\nawake  all\tnight.\u00a0Subscribe to our letter!\x0c\n\n"
    library, _ = load(base(tmp_path, {LAY_TEXT: text}))
    assert library.held["web-tea"].text == library.files[LAY_TEXT] == text


def test_a_yaml_file_of_a_mebibyte_is_read_and_one_byte_more_is_not(tmp_path):
    filled = BASE[CLAIM] + "#" * (MIB - len(BASE[CLAIM].encode()))
    assert told(base(tmp_path, {CLAIM: filled})) == []
    assert told(base(tmp_path, {CLAIM: filled + "#"})) == [("unsafe-yaml", CLAIM, 1, 1)]


def test_a_text_may_be_longer(tmp_path):
    text = BASE[LAY_TEXT] + " " * MIB
    assert told(base(tmp_path, {LAY_TEXT: text})) == []


def test_links_to_files_are_not_followed(tmp_path):
    secret = tmp_path / "secret.yaml"
    secret.write_text(BASE[CLAIM])
    for path in (CLAIM, STUDY, LAY_TEXT):
        root = base(tmp_path, {path: None})
        (root / path).symlink_to(secret)
        assert told(root) == [("not-utf8", path, 1, 1)]
        (root / path).unlink()
        (root / path).symlink_to(tmp_path / "nowhere")
        assert told(root) == [("not-utf8", path, 1, 1)]


def test_what_is_no_file_is_not_opened(tmp_path):
    root = base(tmp_path)
    os.mkfifo(root / "claims/tea/pipe.yaml")
    assert told(root) == [("not-utf8", "claims/tea/pipe.yaml", 1, 1)]


def test_a_file_that_cannot_be_opened_is_told(tmp_path, monkeypatch):
    root = base(tmp_path)
    refuse(monkeypatch, root / STUDY)
    (found,) = problems(root)
    assert (found.rule, found.where.path) == ("not-utf8", STUDY)
    assert "Permission denied" in found.message


def test_hidden_files_and_folders_and_other_files_are_passed_over(tmp_path):
    others = (
        "claims/.x.yaml",
        "claims/tea/.x.yaml",
        "claims/.git/x.yaml",
        "sources/.x.yaml",
        "sources/.x/y.txt",
    )
    others += (
        "claims/tea/notes.md",
        "claims/README",
        "sources/paper.pdf",
        "sources/sub/paper.pdf",
        "claims/tea/yaml",
    )
    assert told(base(tmp_path, dict.fromkeys(others, "a: b: c"))) == []


def test_a_root_without_claims_or_sources_is_an_empty_base(tmp_path):
    assert told(written(tmp_path, {})) == [("empty-base", "claims", 1, 1)]
    assert told(written(tmp_path, {"claims/topics.yaml": BASE["claims/topics.yaml"]})) == [
        ("empty-base", "claims", 1, 1)
    ]


def test_a_folder_that_cannot_be_listed_ends_the_run(tmp_path):
    root = written(tmp_path, {"claims": "a file"})
    with pytest.raises(CannotRunError, match=r"cannot list .*claims"):
        load(root)


def test_loading_alone_tells_the_shape_only(tmp_path):
    root = base(tmp_path, {CLAIM: ("certainty: low", "certainty: high"), MICE: "a: b: c"})
    assert [each.rule for each in loaded(root)] == ["yaml-syntax"]


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing yet\n", "---\n", "~\n"])
def test_an_empty_file_is_one_problem_at_its_beginning(text, tmp_path):
    for path in (CLAIM, STUDY, "claims/topics.yaml", "claims/vocabulary.yaml"):
        assert told(base(tmp_path, {path: text})) == [("missing-field", path, 1, 1)]


def test_windows_unicode_is_called_so(tmp_path):
    (problem,) = loaded(base(tmp_path, {CLAIM: BASE[CLAIM].encode("utf-16")}))
    assert "UTF-16, which Windows calls Unicode" in problem.hint


def test_an_empty_field_is_told_with_the_words_that_it_can_have(tmp_path):
    text = BASE[CLAIM].replace("certainty: low", "certainty:")
    (problem,) = loaded(base(tmp_path, {CLAIM: text}))
    assert problem.rule == "missing-field"
    assert problem.hint.endswith("one of: high, moderate, low, very-low, none")


def test_of_a_text_that_cannot_be_read_nothing_is_shown(tmp_path):
    examined = examine(base(tmp_path, {LAY_TEXT: b"\xff", CLAIM: b"\xff"}), TODAY)
    assert {each.rule for each in examined.problems} == {"not-utf8"}
    assert examined.texts(examined.problems) == {CLAIM: "\ufffd"}
    assert LAY_TEXT not in examined.facts.library.files


@pytest.mark.parametrize(("limit", "read"), [(20, b"0123456789"), (10, b"0123456789"), (9, None), (3, None)])
def test_a_file_that_grew_while_it_was_opened_is_read_as_it_is(limit, read, tmp_path, monkeypatch):
    (tmp_path / "x").write_bytes(b"0123456789")
    real = os.fstat
    monkeypatch.setattr(os, "fstat", lambda file: os.stat_result([*real(file)[:6], 3, *real(file)[7:]]))
    assert read_plain(tmp_path / "x", limit) == read

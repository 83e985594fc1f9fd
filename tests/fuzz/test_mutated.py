"""Files as curators write them, damaged: whatever comes of it is a problem, in time, and nothing is touched."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimbook.examine import examine
from claimbook.load import LISTS
from claimbook.quoting import SourceText
from claimbook.report import FORMATS
from tests.bases import TODAY, written
from tests.fuzz.looking import guarded, look, names
from tests.rich import RICH

SOME = settings(
    max_examples=60,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
FILES = sorted(RICH)
NASTY = (
    *("", "~", "[]", "{}", "no", "0", "-1", "1e999", "2026-02-30", "9" * 400, "x" * 3_000, "[[[[x]]]]", "{a: {b: c}}"),
    *("!!python/name:os.system", "&a x", "*a", "<<: x", '"\\ud800"', '"\\0"', '"\\u202e"', "\u202e", "\u200b", "\ufeff"),
    *("\x00", "\x1b[2J", "\x85", "\u2028", "\r", "\t", "'", '"', "|", ">-", "---", "...", "%TAG ! x", "# ", ": ", "- "),
    *("[...]", "[…]", "[", "]", "--", "\u0301" * 50, "ﷺ" * 50, "te\u0430", "../../x", "javascript:alert(1)", "<script>"),
)  # fmt: skip
NUMBER = st.integers(0, 1 << 16)


def replaced(text: str, at: int, new: str) -> str:
    """A value of a line, or a line without one, replaced."""
    lines = text.splitlines(keepends=True)
    if not lines:
        return new
    row = at % len(lines)
    name, colon, _ = lines[row].partition(": ")
    lines[row] = f"{name}{colon}{new}\n" if colon else f"{new}\n"
    return "".join(lines)


def moved(text: str, at: int, new: str) -> str:
    """A line taken out and put elsewhere, deeper or less deep."""
    lines = text.splitlines(keepends=True)
    if not lines:
        return text
    line = lines.pop(at % len(lines))
    lines.insert(len(new) % (len(lines) + 1), line[2:] if at % 2 else f"  {line}")
    return "".join(lines)


def inserted(text: str, at: int, new: str) -> str:
    return text[: at % (len(text) + 1)] + new + text[at % (len(text) + 1) :]


def cut(text: str, at: int, new: str) -> str:
    return text[: at % (len(text) + 1)]


def doubled(text: str, at: int, new: str) -> str:
    return text + text[at % (len(text) + 1) :]


def other_ends(text: str, at: int, new: str) -> str:
    return text.replace("\n", ("\r\n", "\r", "\u2028")[at % 3])


def crossed(text: str, at: int, new: str) -> str:
    """Gone on with in another file."""
    other = RICH[FILES[at % len(FILES)]]
    return text[: len(text) // 2] + other[len(other) // 2 :]


WAYS = (replaced, replaced, replaced, moved, inserted, inserted, cut, doubled, other_ends, crossed)
DAMAGE = st.lists(st.tuples(st.sampled_from(WAYS), NUMBER, st.sampled_from(NASTY)), min_size=1, max_size=3)


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return written(tmp_path_factory.mktemp("whole"), RICH)


@SOME
@given(path=st.sampled_from(FILES), damage=DAMAGE, flip=st.none() | NUMBER)
def test_a_damaged_file_is_problems_in_every_form(path, damage, flip, root):
    text = RICH[path]
    for way, at, new in damage:
        text = way(text, at, new)
    raw = bytearray(text.encode("utf-8", "surrogatepass"))
    if flip is not None and raw:
        raw[flip % len(raw)] ^= 0x80
    (root / path).write_bytes(raw)
    before = names(root)
    try:
        with guarded():
            examined = examine(root, TODAY)
            counts = examined.counts(examined.problems)
            drawn = [
                render(examined.problems, counts, examined.facts.library.files) for render in FORMATS.values()
            ]
    finally:
        assert names(root) == before
        (root / path).write_text(RICH[path], encoding="utf-8")
    assert all(drawn)
    for problem in examined.problems:
        assert problem.where.line >= 1
        assert len(problem.message) < 400


def test_the_base_itself_is_sound_so_that_the_damage_is_what_is_looked_at(root):
    status, out, _ = look(root)
    assert (status, json.loads(out)["counts"]["errors"]) == (0, 0)
    assert {*FILES} > LISTS
    assert examine(root, date(2026, 11, 21)).problems is not None


PIECES = st.sampled_from(
    (*NASTY, "Tea keeps everybody ", "awake ", "all night. ", "5.5 mg ", "not ", "Dr. ", "\n", "é", "-\n")
)
TEXTS = st.lists(PIECES, max_size=30).map("".join)


@SOME
@given(text=TEXTS, quote=TEXTS)
def test_any_quote_in_any_text_ends(text, quote):
    with guarded():
        source = SourceText(text)
        for match in source.find(quote):
            assert all(0 <= start < end <= len(text) for start, end in match.spans)
        assert source.near_miss(quote) is not None
        assert all(text[start:end].strip() for start, end in source.sentences())

"""schema, new and fix as a curator meets them: what they print, what they write, and their status."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from claimbook.checks.example import CLAIM, STUDY
from claimbook.cli import cli
from tests.bases import base
from tests.records import BIBTEX
from tests.trees import held


def run(root, *words):
    return CliRunner().invoke(cli, ["--root", str(root), *words], obj=root, prog_name="build_claims.py")


@pytest.fixture
def root(tmp_path):
    return base(tmp_path)


@pytest.fixture
def zotero(tmp_path):
    path = tmp_path / "zotero.bib"
    path.write_text(BIBTEX)
    return str(path)


class TestSchema:
    def test_written_into_the_base_or_elsewhere(self, root, tmp_path):
        done = run(root, "schema")
        assert done.exit_code == 0
        assert done.stdout.endswith(".schemas: 6 written, the others unchanged.\n")
        assert "0 written" in run(root, "schema").stdout
        assert run(root, "schema", str(tmp_path / "there")).exit_code == 0
        assert held(tmp_path / "there") == held(root / ".schemas")


class TestNewClaim:
    def test_a_claim_is_begun_and_what_is_missing_is_named(self, root):
        done = run(root, "new", "claim", "tea", "tea-calms", "--source", "kim2019")
        assert done.exit_code == 0
        assert done.stdout.startswith("claims/tea/tea-calms.yaml was written. Open it and fill in the gaps")
        checked = run(root, "check", "--format", "concise", str(root / "claims/tea/tea-calms.yaml"))
        assert checked.exit_code == 1
        assert "the field 'statement' is empty" in checked.stdout

    def test_schemas_learn_the_new_id(self, root):
        run(root, "schema")
        run(root, "new", "claim", "tea", "tea-calms")
        assert '"tea-calms"' in (root / ".schemas" / "claim.schema.json").read_text()

    def test_what_cannot_be_begun_ends_with_status_2_and_leaves_nothing(self, root):
        before = held(root)
        done = run(root, "new", "claim", "tee", "tea-calms")
        assert (done.exit_code, done.stdout) == (2, "")
        assert done.stderr == "could not run: there is no topic 'tee'; did you mean 'tea'?\n"
        assert held(root) == before


class TestNewSource:
    def test_what_a_file_offers_is_listed_and_the_broken_entry_named(self, root, zotero):
        before = held(root)
        done = run(root, "new", "source", "--file", zotero)
        assert done.exit_code == 1
        assert done.stdout.splitlines()[1:] == ["lee2033: Kettles"]
        assert done.stdout.startswith("kim2031: Tea and sleep")
        assert done.stderr.startswith("line 18 (broken_2032): it cannot be read")
        assert "Nothing was written: take one with --pick KEY, or all with --all." in done.stderr
        assert held(root) == before

    def test_one_is_picked(self, root, zotero):
        done = run(root, "new", "source", "--csl", zotero, "--pick", "lee2033")
        assert (done.exit_code, done.stderr) == (0, "")
        assert done.stdout.startswith("sources/lee2033.yaml was written.")
        assert "title: Kettles" in (root / "sources" / "lee2033.yaml").read_text()
        assert not (root / "sources" / "kim2031.yaml").exists()

    def test_a_pick_that_is_not_there_writes_nothing(self, root, zotero):
        done = run(root, "new", "source", "--file", zotero, "--pick", "lee2033", "--pick", "kim")
        assert done.exit_code == 2
        assert done.stderr.endswith("no new entry has the key 'kim'; those of this file: kim2031, lee2033\n")
        assert not (root / "sources" / "lee2033.yaml").exists()

    def test_all_but_the_broken_are_taken_and_a_second_time_none(self, root, zotero):
        done = run(root, "new", "source", "--file", zotero, "--all")
        assert done.exit_code == 1
        assert done.stdout.count("was written") == 2
        again = run(root, "new", "source", "--file", zotero, "--all")
        assert again.stdout.count("was written") == 1  # Kettles has no identifier by which to know it again
        assert "it is here already: kim2031 (same DOI)" in again.stderr

    def test_a_single_entry_needs_no_choice(self, root, tmp_path):
        (tmp_path / "one.json").write_text('[{"type": "book", "title": "Kettles"}]')
        done = run(root, "new", "source", "--file", str(tmp_path / "one.json"), "--key", "kettles-book")
        assert done.exit_code == 0
        assert (root / "sources" / "kettles-book.yaml").is_file()

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            ([], "give one of --doi, --pmid and --file"),
            (["--doi", "10.1234/x", "--pmid", "1"], "give one of --doi, --pmid and --file"),
            (["--doi", "tea"], "a DOI has the form 10.1234/suffix; this is 'tea'"),
            (["--pmid", "PMC77"], "this is 'PMC77'"),
            (["--doi", "10.1234/x", "--crossref", "http://127.0.0.1:1"], "give it with --file"),
            (["--pmid", "7", "--pubmed", "http://127.0.0.1:1"], "PubMed could not be asked"),
            (["--file", "no-such.bib"], "does not exist"),
        ],
    )
    def test_what_could_not_run_says_so_with_status_2(self, root, words, told):
        before = held(root)
        done = run(root, "new", "source", *words)
        assert (done.exit_code, done.stdout) == (2, "")
        assert told in done.stderr
        assert held(root) == before

    @pytest.mark.parametrize(
        ("content", "told"),
        [
            (b"Dear curator,", "it is no CSL-JSON, BibTeX or RIS"),
            (b"[]", "it holds no entry"),
            (b'[{"title": "caf\xe9"}]', "is no UTF-8 text; choose that encoding when exporting"),
            (b" " * (17 << 20), "holds more than 16 MiB"),
        ],
    )
    def test_a_file_that_is_none_of_the_three(self, root, tmp_path, content, told):
        (tmp_path / "x").write_bytes(content)
        done = run(root, "new", "source", "--file", str(tmp_path / "x"))
        assert done.exit_code == 2
        assert told in done.stderr

    def test_a_key_is_for_one_entry(self, root, zotero):
        assert (
            "--key is for a single entry" in run(root, "new", "source", "--file", zotero, "--key", "x").stderr
        )


class TestFix:
    BAD = ("DOI: 10.1234/tea.2019", "DOI: https://doi.org/10.1234/tea.2019 # its")

    def test_shown_first_and_written_when_asked_for(self, tmp_path):
        root = base(tmp_path, {STUDY: self.BAD})
        before = held(root)
        shown = run(root, "fix", str(root))
        assert shown.exit_code == 0
        assert "+  DOI: 10.1234/tea.2019 # its\n" in shown.stdout
        assert shown.stdout.endswith(
            "1 of 7 files would change. To change them, run this again with --write.\n"
        )
        assert held(root) == before
        assert run(root, "fix", str(root), "--write").stdout.endswith("1 of 7 files changed.\n")
        assert run(root, "check").exit_code == 0
        assert run(root, "fix", str(root)).stdout == "Nothing to mend.\n"

    def test_what_cannot_be_read_is_left_and_named_and_the_others_are_mended(self, tmp_path):
        root = base(tmp_path, {STUDY: self.BAD, CLAIM: "statement: [Tea\n"})
        done = run(root, "fix", str(root), "--write")
        assert done.exit_code == 1
        assert done.stderr.startswith(
            f"{CLAIM}:1:12: left alone, since it cannot be read: this is no valid YAML"
        )
        assert "1 of 7 files changed." in done.stdout
        assert (root / CLAIM).read_text() == "statement: [Tea\n"
        alone = run(root, "fix", str(root / CLAIM))
        assert (alone.exit_code, alone.stdout) == (1, "Nothing was changed.\n")

    def test_what_drives_a_terminal_is_shown_as_text(self, tmp_path):
        root = base(tmp_path, {CLAIM: "plain: x\u202e\nstatement: y\n"})
        assert "\\u202e" in run(root, "fix", str(root / CLAIM)).stdout

    @pytest.mark.parametrize("words", [["fix"], ["fix", "no-such-file"], ["fix", "/"]])
    def test_what_could_not_run_says_so_with_status_2(self, root, words):
        done = run(root, *words)
        assert (done.exit_code, done.stdout) == (2, "")

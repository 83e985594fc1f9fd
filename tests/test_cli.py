"""The commands as a user meets them: what they print, what they write, and their status."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimbook.checks.example import BASE, CLAIM
from claimbook.cli import cli, main
from claimbook.examine import examine
from claimbook.problem import RULES
from claimbook.serving import renew
from tests.bases import base

ROOT = Path(__file__).parents[1]
SETTINGS = (
    "site_name: Tea\ntheme: {name: material, font: false}\ndocs_dir: build/docs\nstrict: true\nplugins: []\n"
)
EXTENSIONS = (
    "markdown_extensions: [attr_list, md_in_html, tables, toc]\nvalidation: {links: {anchors: warn}}\n"
)
HIDDEN = "not_in_nav: |\n  /claims/\n  /sources/\n  /ledger/\n  /rules/\n  !/*/index.md\n"
FAULTY = {CLAIM: ("Tea keeps everybody", "Tea keeps most people")}


def run(root, *words):
    return CliRunner().invoke(cli, ["--root", str(root), *words], obj=root, prog_name="build_claims.py")


def site_base(tmp_path, changes=None):
    root = base(tmp_path, {})
    (root / "mkdocs.yml").write_text(SETTINGS + EXTENSIONS + HIDDEN)
    for path, (old, new) in (changes or {}).items():
        (root / path).write_text((root / path).read_text().replace(old, new))
    return root


def files(root):
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


class TestCheck:
    def test_a_good_base_ends_with_counts_and_status_0(self, tmp_path):
        done = run(base(tmp_path), "check", "--today", "2026-11-21")
        assert done.exit_code == 0
        assert done.stdout.startswith("No problems.\n")
        assert "2 claims, 1 topic, 3 sources, 3 evidence items, 2 of 2 quotes verified" in done.stdout
        assert "0 of 2 passages verified" in done.stdout

    def test_an_error_ends_with_status_1(self, tmp_path):
        done = run(base(tmp_path, FAULTY), "check", "--format", "concise", "--today", "2026-11-21")
        assert done.exit_code == 1
        assert done.stdout.startswith(f"{CLAIM}:8:12: E03 quote-not-in-source: ")

    def test_a_warning_alone_ends_with_status_0(self, tmp_path):
        done = run(base(tmp_path), "check", "--format", "concise", "--today", "2029-01-01")
        assert done.exit_code == 0
        assert done.stdout.count("review-overdue") == 2

    def test_the_clock_is_read_where_no_day_is_given(self, tmp_path):
        root = base(tmp_path, {CLAIM: ("reviewed: 2026-11-01", f"reviewed: {date.today().replace(day=1)}")})
        assert "tea-keeps-awake" not in run(root, "check").stdout

    def test_json_has_every_key(self, tmp_path):
        told = json.loads(
            run(base(tmp_path, FAULTY), "check", "--format", "json", "--today", "2026-11-21").stdout
        )
        (problem,) = told["problems"]
        assert problem["path"] == CLAIM
        assert problem["rule"] == "quote-not-in-source"
        assert (problem["line"], problem["column"], problem["severity"]) == (8, 12, "error")
        assert told["counts"]["errors"] == 1
        assert told["counts"]["quotes_verified"] == told["counts"]["quotes"] - 1

    def test_only_problems_at_the_paths_are_shown_counted_and_decide(self, tmp_path):
        root = base(tmp_path, FAULTY)
        elsewhere = run(root, "check", str(root / "sources"), "--today", "2026-11-21")
        assert elsewhere.exit_code == 0
        assert elsewhere.stdout.startswith("No problems.")
        for place in (CLAIM, "claims", "claims/tea", "."):
            assert run(root, "check", str(root / place), "--today", "2026-11-21").exit_code == 1

    def test_a_path_that_is_the_beginning_of_a_name_only_is_another_place(self, tmp_path):
        root = base(tmp_path, FAULTY)
        (root / "claims" / "te").mkdir()
        assert run(root, "check", str(root / "claims" / "te")).exit_code == 0

    def test_paths_are_relative_to_the_working_folder(self, tmp_path, monkeypatch):
        root = base(tmp_path, FAULTY)
        monkeypatch.chdir(root / "claims")
        assert run(root, "check", "tea").exit_code == 1

    def test_texts_at_hand_verify_passages(self, tmp_path):
        texts = tmp_path / "texts"
        texts.mkdir()
        (texts / "kim2019.txt").write_text("Adults who drank tea slept later than with water.")
        done = run(base(tmp_path), "check", "--texts", str(texts), "--today", "2026-11-21")
        assert "1 of 2 passages verified" in done.stdout

    def test_nothing_is_written(self, tmp_path):
        root = base(tmp_path, FAULTY)
        before = files(root)
        run(root, "check")
        assert files(root) == before

    @pytest.mark.parametrize(
        "words",
        [
            ["--root", "/no/such/folder", "check"],
            ["check", "no/such/file"],
            ["check", "/"],
            ["check", "--format", "odd"],
            ["check", "--today", "soon"],
            ["no-such-command"],
            ["explain", "quote-not-in-sorce"],
            ["explain", "zzz"],
        ],
    )
    def test_what_could_not_run_says_so_on_stderr_with_status_2(self, tmp_path, words):
        done = CliRunner().invoke(cli, words, obj=base(tmp_path))
        assert done.exit_code == 2
        assert done.stdout == ""
        assert len(done.stderr) > 20


class TestBuild:
    def test_pages_and_site_are_written_and_counted(self, tmp_path):
        root = site_base(tmp_path)
        done = run(root)
        assert done.exit_code == 0, done.output
        assert "links checked, 0 faults" in done.stdout
        assert (
            "Tea keeps everybody awake all night"
            in (root / "site/claims/tea-keeps-awake/index.html").read_text()
        )
        again = run(root, "build")
        assert "Pages: 0 written," in again.stdout

    def test_while_an_error_stands_nothing_is_written(self, tmp_path):
        root = site_base(tmp_path, FAULTY)
        before = files(root)
        done = run(root, "build")
        assert done.exit_code == 1
        assert "quote-not-in-source" in done.stdout
        assert "Nothing was written" in done.stderr
        assert files(root) == before

    def test_a_page_written_by_hand_at_a_made_address_is_an_error(self, tmp_path):
        root = site_base(tmp_path)
        (root / "docs" / "topics").mkdir(parents=True)
        (root / "docs" / "topics" / "tea.md").write_text("# Tea")
        done = run(root)
        assert done.exit_code == 1
        assert "docs/topics/tea.md" in done.stderr

    def test_a_faulty_site_does_not_replace_the_old_one(self, tmp_path):
        root = site_base(tmp_path)
        assert run(root).exit_code == 0
        before = files(root / "site")
        (root / "docs").mkdir()
        (root / "docs" / "index.md").write_text("# Tea\n\n[nowhere](nowhere.md)\n\n<a href='gone/'>x</a>")
        done = run(root)
        assert done.exit_code == 1
        assert "nowhere.md" in done.stderr
        assert "left as it was" in done.stderr
        assert files(root / "site") == before

    def test_a_folder_without_settings_could_not_be_built(self, tmp_path):
        root = base(tmp_path)
        done = run(root)
        assert done.exit_code == 2
        assert "mkdocs.yml" in done.stderr
        assert not (root / "build").exists()

    def test_two_builds_in_different_folders_give_the_same_bytes(self, tmp_path):
        built = []
        for name in ("one", "two"):
            (tmp_path / name).mkdir()
            root = site_base(tmp_path / name)
            assert run(root).exit_code == 0
            built.append(files(root / "build" / "docs"))
        assert built[0] == built[1]
        assert len(built[0]) > len(RULES)


class TestLinks:
    def test_the_built_site_passes_lychee(self, tmp_path):
        root = site_base(tmp_path)
        run(root)
        done = run(root, "links")
        assert done.exit_code == 0, done.output
        assert "0 broken" in done.stdout

    def test_a_broken_link_ends_with_status_1(self, tmp_path):
        root = site_base(tmp_path)
        run(root)
        page = root / "site" / "index.html"
        page.write_text(page.read_text().replace("</body>", '<a href="gone/">x</a></body>'))
        done = run(root, "links")
        assert done.exit_code == 1
        assert "gone" in done.stdout

    def test_without_a_site_it_could_not_run(self, tmp_path):
        done = run(base(tmp_path), "links")
        assert done.exit_code == 2
        assert "build it first" in done.stderr


class TestExport:
    def test_it_writes_the_files_of_the_site_into_a_folder(self, tmp_path):
        root, target = site_base(tmp_path), tmp_path / "data"
        done = run(root, "export", str(target))
        found = files(target)
        assert done.exit_code == 0, done.output
        assert done.stdout == f"{target}: {len(found) - 1} files written, 0 removed.\n"
        assert run(root).exit_code == 0
        built = files(root / "site")
        assert {path: built[path] for path in found if path != "EXPORTED.txt"} == {
            path: text for path, text in found.items() if path != "EXPORTED.txt"
        }

    def test_an_error_keeps_it_from_writing(self, tmp_path):
        done = run(site_base(tmp_path, FAULTY), "export", str(tmp_path / "data"))
        assert done.exit_code == 1
        assert "quote-not-in-source" in done.stdout
        assert "Nothing was written" in done.stderr
        assert not (tmp_path / "data").exists()

    def test_a_clash_keeps_it_from_writing(self, tmp_path):
        root = site_base(tmp_path)
        (root / "docs").mkdir()
        (root / "docs" / "claims.json").write_text("{}")
        done = run(root, "export", str(tmp_path / "data"))
        assert done.exit_code == 1
        assert "docs/claims.json" in done.stderr
        assert not (tmp_path / "data").exists()

    def test_a_folder_of_others_could_not_be_taken(self, tmp_path):
        root = site_base(tmp_path)
        before = files(root)
        done = run(root, "export", str(root / "claims"))
        assert done.exit_code == 2
        assert "no export wrote" in done.stderr
        assert files(root) == before


class TestExplain:
    @pytest.mark.parametrize("name", RULES)
    def test_every_rule_is_explained_with_its_example(self, tmp_path, name):
        done = run(base(tmp_path), "explain", name)
        assert done.exit_code == 0
        assert done.stdout.startswith(f"{name} ({RULES[name].code}, ")
        assert "Bad, in " in done.stdout

    def test_without_a_name_all_are_listed(self, tmp_path):
        assert len(run(base(tmp_path), "explain").stdout.splitlines()) == len(RULES)


class TestServe:
    def test_a_renewed_base_gives_its_navigation(self, tmp_path):
        root = site_base(tmp_path)
        outcome = renew(root)
        assert not outcome.problems
        assert outcome.nav
        assert (root / "build" / "docs" / "index.md").is_file()

    def test_problems_are_drawn_one_by_one(self, tmp_path):
        root = site_base(
            tmp_path, {**FAULTY, "sources/kim2019.yaml": ("DOI: 10.1234/tea.2019", "DOI: nonsense")}
        )
        texts = renew(root).problems
        assert [text.split(": ")[2].split(" ")[0] for text in texts] == ["quote-not-in-source", "bad-doi"]
        assert not (root / "build").exists()

    def test_a_clash_is_a_problem(self, tmp_path):
        root = site_base(tmp_path)
        (root / "docs").mkdir()
        (root / "docs" / "help.md").write_text("# x")
        (root / "docs" / "how-we-grade.md").write_text("# x")
        (problem,) = renew(root).problems
        assert "how-we-grade.md" in problem

    def test_serve_hands_over_to_the_live_server(self, tmp_path, monkeypatch):
        called = []
        monkeypatch.setattr("claimbook.serving.serve", lambda *given: called.append(given))
        root = site_base(tmp_path)
        assert run(root, "serve", "--port", "0").exit_code == 0
        ((where, site, rebuild, _, host, port),) = called
        assert (where, site, host, port) == (root, root / "build" / "preview", "127.0.0.1", 0)
        assert not rebuild().problems


def test_the_front_door_is_a_few_lines_and_runs(tmp_path, monkeypatch, capsys):
    assert len((ROOT / "build_claims.py").read_text().splitlines()) < 15
    monkeypatch.setattr("sys.argv", ["build_claims.py", "check"])
    root = base(tmp_path)
    with pytest.raises(SystemExit) as ended:
        main(root)
    assert ended.value.code == 0
    assert "No problems" in capsys.readouterr().out


def test_an_unreadable_root_is_an_empty_base(tmp_path):
    examined = examine(tmp_path, date(2026, 11, 21))
    assert [problem.rule for problem in examined.problems] == ["empty-base"]
    assert examined.has_errors
    assert run(tmp_path, "check").exit_code == 1


def test_the_example_base_is_copied_not_used_up(tmp_path):
    root = base(tmp_path)
    shutil.rmtree(root)
    assert CLAIM in BASE

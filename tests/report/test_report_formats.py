"""The formats for editors, services and programs, asserted as printed."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft4Validator

import claimbook
from claimbook.problem import Problem, Span
from claimbook.report import FORMATS

TAIL = (
    "2 errors, 1 warning · 12 claims, 3 topics, 2 sources, 20 evidence items, "
    "13 of 14 quotes verified, 6 of 6 passages verified\n"
)
ORPHAN = Problem(Span("sources/bee.yaml"), "orphan-source", "no claim cites this")
QUOTE = Problem(
    Span("claims/d/e.yaml", 4, 12, 4, 36), "quote-not-in-source", "not: in it, 100%\r\n  sure", "go"
)
BAD_ID = Problem(Span("claims/d/E.yaml", 1, 1, 1, 2), "bad-id", "not an id")
HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def valid_sarif():
    schema = json.loads((HERE.parent / "data/sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    Draft4Validator.check_schema(schema)
    return Draft4Validator(schema).validate


def sarif(problems, counts, valid_sarif):
    log = json.loads(FORMATS["sarif"](problems, counts, {}))
    valid_sarif(log)
    return log["runs"][0]


def test_the_formats_are_those_of_the_command_line():
    assert list(FORMATS) == ["full", "concise", "github", "json", "sarif"]


@pytest.mark.parametrize("name", ["concise", "github"])
def test_nothing_found_is_said_and_counted(counts, name):
    assert FORMATS[name]([], counts, {}) == "No problems.\n" + TAIL


def test_concise_gives_each_problem_one_line(counts):
    odd = Problem(Span("a\nb.yaml", 2, 3), "bad-id", "x\x1b\u2028y")
    assert FORMATS["concise"]([QUOTE, ORPHAN, odd], counts, {}) == (
        "claims/d/e.yaml:4:12: E03 quote-not-in-source: not: in it, 100% sure\n"
        "sources/bee.yaml:1:1: L04 orphan-source: no claim cites this\n"
        "a\\nb.yaml:2:3: S08 bad-id: x\\x1b\\u2028y\n" + TAIL
    )


class TestGithub:
    def test_errors_come_first_and_all_is_escaped(self, counts):
        odd = Problem(Span("50%,a::b\n.yaml", 2, 3, 2, 3), "bad-id", "\n::error::forged\x1b")
        assert FORMATS["github"]([ORPHAN, QUOTE, odd], counts, {}) == (
            "::error file=claims/d/e.yaml,line=4,col=12,endLine=4,endColumn=36,title=E03 quote-not-in-source"
            "::not: in it, 100%25%0A  sure%0Ago\n"
            "::error file=50%25%2Ca%3A%3Ab\\n.yaml,line=2,col=3,endLine=2,endColumn=3,title=S08 bad-id"
            "::%0A::error::forged\\x1b\n"
            "::warning file=sources/bee.yaml,line=1,col=1,title=L04 orphan-source::no claim cites this\n"
            + TAIL
        )

    def test_the_order_of_equals_stays(self, counts):
        """Within errors, and within warnings, problems stand in the order that they came in."""
        problems = [Problem(Span(path), "bad-id", "x") for path in ("b", "a", "c")]
        lines = FORMATS["github"](problems, counts, {}).splitlines()
        assert [line.split(",")[0] for line in lines[:3]] == [f"::error file={path}" for path in "bac"]


class TestJson:
    def test_shape(self, counts):
        log = FORMATS["json"]([QUOTE, ORPHAN], counts, {})
        assert log.startswith('{\n  "problems": [\n    {\n      "code": "E03",\n      "rule"')
        assert log.endswith("}\n")
        quote, orphan = json.loads(log)["problems"]
        assert list(quote.items()) == [
            ("code", "E03"),
            ("rule", "quote-not-in-source"),
            ("severity", "error"),
            ("path", "claims/d/e.yaml"),
            ("line", 4),
            ("column", 12),
            ("end_line", 4),
            ("end_column", 36),
            ("message", "not: in it, 100%\r\n  sure"),
            ("hint", "go"),
        ]
        assert (orphan["severity"], orphan["end_line"], orphan["end_column"]) == ("warning", None, None)
        assert orphan["hint"] is None

    def test_counts_keep_their_order(self, counts):
        backwards = dict(reversed(counts.items()))
        assert list(json.loads(FORMATS["json"]([], backwards, {}))["counts"].items()) == list(
            backwards.items()
        )

    def test_letters_stay_and_the_unseen_is_escaped(self, counts):
        """What a program reads is the very text; what a terminal shows is harmless, and is UTF-8."""
        message = "蜂 \ud800 \x9b \u202e \U000e0041 \x7f"
        log = FORMATS["json"]([ORPHAN._replace(message=message)], counts, {})
        assert r"蜂 \ud800 \u009b \u202e \udb40\udc41 \u007f" in log
        assert json.loads(log)["problems"][0]["message"] == message
        assert log.encode("utf-8")


class TestSarif:
    def test_a_run_without_problems_is_valid(self, counts, valid_sarif):
        run = sarif([], counts, valid_sarif)
        assert run["results"] == []
        assert run["tool"]["driver"]["rules"] == []
        assert run["properties"] == {"counts": counts}
        assert run["columnKind"] == "unicodeCodePoints"

    def test_the_driver_names_the_rules_that_were_broken(self, counts, valid_sarif):
        driver = sarif([ORPHAN, BAD_ID, QUOTE, QUOTE], counts, valid_sarif)["tool"]["driver"]
        assert (driver["name"], driver["version"]) == ("claimbook", claimbook.__version__)
        rules = [
            (rule["id"], rule["name"], rule["defaultConfiguration"]["level"]) for rule in driver["rules"]
        ]
        assert rules == [
            ("S08", "bad-id", "error"),
            ("E03", "quote-not-in-source", "error"),
            ("L04", "orphan-source", "warning"),
        ]
        assert driver["rules"][1]["shortDescription"] == {"text": "Quote not in source"}
        assert "explain quote-not-in-source" in driver["rules"][1]["help"]["text"]

    def test_a_result_says_what_and_where(self, counts, valid_sarif):
        result = sarif([ORPHAN, QUOTE], counts, valid_sarif)["results"][1]
        fingerprints = result.pop("partialFingerprints")
        assert result == {
            "ruleId": "E03",
            "ruleIndex": 0,
            "level": "error",
            "message": {"text": "not: in it, 100%\r\n  sure\ngo"},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "claims/d/e.yaml", "uriBaseId": "ROOT"},
                        "region": {"startLine": 4, "startColumn": 12, "endLine": 4, "endColumn": 36},
                    }
                }
            ],
        }
        assert list(fingerprints) == ["problem/v1"]

    def test_the_base_of_paths_is_declared_without_a_machine_s_own_folder(self, counts, valid_sarif):
        base = sarif([QUOTE], counts, valid_sarif)["originalUriBaseIds"]["ROOT"]
        assert list(base) == ["description"]

    def test_a_place_without_end_has_none(self, counts, valid_sarif):
        result = sarif([ORPHAN], counts, valid_sarif)["results"][0]
        assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 1}
        assert result["message"]["text"] == "no claim cites this"

    @pytest.mark.parametrize(
        ("path", "uri"),
        [
            ("sources/a b%.yaml", "sources/a%20b%25.yaml"),
            ("bücher/蜂.yaml", "b%C3%BCcher/%E8%9C%82.yaml"),
            ("a:b?#.yaml", "a%3Ab%3F%23.yaml"),
            ("\udc80", "%ED%B2%80"),
        ],
    )
    def test_paths_are_percent_encoded(self, counts, valid_sarif, path, uri):
        result = sarif([ORPHAN._replace(where=Span(path))], counts, valid_sarif)["results"][0]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri

    def test_fingerprints_outlive_a_shift_of_lines_and_tell_all_else_apart(self, counts, valid_sarif):
        def marks(*problems):
            results = sarif(problems, counts, valid_sarif)["results"]
            return [result["partialFingerprints"]["problem/v1"] for result in results]

        moved = QUOTE._replace(where=QUOTE.where._replace(line=9, end_line=9))
        other_file = QUOTE._replace(where=QUOTE.where._replace(path="claims/d/f.yaml"))
        others = [QUOTE._replace(rule="bad-id"), QUOTE._replace(message="x"), other_file]
        assert marks(QUOTE) == marks(moved)
        assert len({mark for problem in (QUOTE, *others) for mark in marks(problem)}) == 4
        assert len(set(marks(QUOTE, moved))) == 2

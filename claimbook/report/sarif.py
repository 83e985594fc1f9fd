"""SARIF 2.1.0 (an OASIS standard): the format that code-scanning services read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook import __version__
from claimbook.problem import RULES
from claimbook.report.as_json import dump

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimbook.problem import Problem, Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
BASE = "ROOT"


def render(problems: Sequence[Problem], counts: Mapping[str, int], texts: Mapping[str, str]) -> str:
    """Print a log of one run, with the rules that were broken and the counts; shows no file's text."""
    broken = {problem.rule for problem in problems}
    rules = [rule for rule in RULES if rule in broken]
    driver = {"name": "claimbook", "version": __version__, "rules": [_descriptor(rule) for rule in rules]}
    base = {"description": {"text": "The folder that holds claims/ and sources/."}}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {BASE: base},
        "results": _results(problems, rules),
        "properties": {"counts": dict(counts)},
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _descriptor(rule: str) -> dict[str, object]:
    code, severity = RULES[rule]
    return {
        "id": code,
        "name": rule,
        "shortDescription": {"text": rule.replace("-", " ").capitalize()},
        "help": {"text": f"The command “explain {rule}” tells what is asked, why, and shows examples."},
        "defaultConfiguration": {"level": severity},
    }


def _results(problems: Sequence[Problem], rules: Sequence[str]) -> list[dict[str, object]]:
    """Each with a fingerprint; the same fault found again in a file is told apart by its rank."""
    seen: dict[str, int] = {}
    results = []
    for problem in problems:
        mark = _fingerprint(problem)
        seen[mark] = seen.get(mark, 0) + 1
        results.append(_result(problem, rules.index(problem.rule), f"{mark}:{seen[mark]}"))
    return results


def _result(problem: Problem, index: int, fingerprint: str) -> dict[str, object]:
    text = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    return {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": problem.severity,
        "message": {"text": text},
        "locations": [{"physicalLocation": _location(problem.where)}],
        "partialFingerprints": {"problem/v1": fingerprint},
    }


def _location(where: Span) -> dict[str, object]:
    from urllib.parse import quote

    region = {
        "startLine": where.line,
        "startColumn": where.column,
        "endLine": where.end_line,
        "endColumn": where.end_column,
    }
    return {
        "artifactLocation": {"uri": quote(_bytes(where.path)), "uriBaseId": BASE},
        "region": {name: number for name, number in region.items() if number is not None},
    }


def _fingerprint(problem: Problem) -> str:
    """A hash of what is wrong in which file, not of the line: it outlives an edit above."""
    from hashlib import sha256

    return sha256(_bytes("\0".join((problem.rule, problem.where.path, problem.message)))).hexdigest()


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")

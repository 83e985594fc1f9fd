"""libyaml's complaints, and what it passes over → a problem at the place that a curator has to look at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimbook.problem import Problem
from claimbook.yamltext.scalars import control_character

if TYPE_CHECKING:
    from claimbook.yamltext.located import TextFile

# What is opened and never closed is only noticed lines below; the place to mend is where it opens.
_OPENED = ("flow sequence", "flow mapping", "quoted scalar", "simple key")
_CUT_OFF = re.compile(r"[ \t]+#[^\s#]")  # mostly text, such as "the #1 reason", and seldom a remark
_GOES_ON = "quotes or brackets close here before the text ends; put quotes around the whole of it"
_ASTRAY = "begin this line below the fields or entries to which it belongs, with as many spaces as they have"


def syntax_problem(file: TextFile, error: Exception) -> Problem:
    """The `yaml-syntax` problem that an exception of the reader stands for."""
    what = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
    context = getattr(error, "context", None) or ""
    message = f"this is no valid YAML: {what}" + (f" ({context})" if context else "")
    offset = _place(file, error, context)
    where = file.span(offset, offset)
    line = file.text[offset - where.column + 1 :]
    hint = _stray(line) or _hint(what, context, line[: where.column - 1].strip())
    return Problem(where, "yaml-syntax", message, hint)


def cut_off(file: TextFile, end: int) -> list[Problem]:
    """The problem that what seems to be text is a remark behind the value without quotes that ends there."""
    found = _CUT_OFF.match(file.text, end)
    if found is None:
        return []
    where = file.span(found.end() - 2, found.end())
    message = "all from this # on is a remark, and no part of the text"
    return [Problem(where, "unsafe-yaml", message, "put the text in quotes, or a space behind the #")]


def _place(file: TextFile, error: Exception, context: str) -> int:
    met, opened = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if met is None:  # a forbidden character comes without a place
        return control_character(file.text) or 0
    if opened is not None and opened.line != met.line and context.endswith(_OPENED):
        met = opened
    return min(int(met.index), len(file.text))


def _stray(line: str) -> str | None:
    """What to do about a line that another program left here; None where there is none such."""
    if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
        return (
            "two versions of the file were put together here; keep one, and take out the lines of <, = and >"
        )
    if line.startswith("```"):
        return "take out the lines of ```; they were pasted along with the text between them"
    return None


def _hint(what: str, context: str, before: str) -> str:
    if "tab" in what or "cannot start any token" in what:
        return "indent with spaces, and put text that begins with @, `, % or a tab in quotes"
    if "mapping values" in what:
        return "put a text that holds a colon and a space in quotes, or behind '>-' on lines of its own"
    if "expected '-' indicator" in what or "expected key" in what:
        return _GOES_ON if before else _ASTRAY
    if "control characters" in what:
        return "take the control character out; it is often pasted along from a PDF"
    if context.endswith("quoted scalar"):
        return "close the quotation marks; a quotation mark inside double quotes needs \\ before it"
    if context.endswith(("flow sequence", "flow mapping")):
        return "close the bracket, put commas between the entries, and quotes around text that holds them"
    if context.endswith("simple key"):
        return "write 'name: value', with the colon and a space behind it"
    return (
        "look at the indentation here and on the line above, and put text that holds ': ' or ' #' in quotes"
    )

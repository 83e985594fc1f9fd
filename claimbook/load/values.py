"""Single values of YAML → typed values, by the kind of their field; what does not fit becomes a problem."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from claimbook.load.nearest import nearest
from claimbook.problem import Problem, Span
from claimbook.yamltext import (
    BadDate,
    Mapping,
    Scalar,
    Sequence,
    TextFile,
    Value,
    calendar_date,
    control_character,
    plain,
)

if TYPE_CHECKING:
    from claimbook.fields import Field

SHOWN = 60
_HINTED = 50  # looking for the nearest word takes its time in a file of thousands of wrong ones


class Dropped:
    """Stands for a value that was reported."""


DROPPED: Final = Dropped()


class ValueReader:
    """Reads one file's values, a method for each kind of field; `problems` grows as it goes."""

    def __init__(self, file: TextFile, problems: list[Problem]) -> None:
        self.file = file
        self.problems = problems
        self._guesses = 0
        self._has_escapes = "\\" in file.text  # elsewhere no control character gets past the scanner

    def text(self, name: str, field: Field, value: Value) -> str | Dropped:
        """Text with something to see in it."""
        if not isinstance(value, Scalar) or not isinstance(value.value, str):
            typed = isinstance(value, Scalar) and value.value is not None
            hint = "put it in quotes" if typed else f"write {field.about}"
            return self.wrong(name, "text", value, hint)
        if not _shows(value.value):
            return self.bad(value, f"'{name}' holds no text", f"write {field.about}, or take the field out")
        return DROPPED if self._has_escapes and self._has_control(name, value) else value.value

    def number(self, name: str, field: Field, value: Value) -> int | Dropped:
        """A whole number from 1 on."""
        if not isinstance(value, Scalar) or isinstance(value.value, bool) or not isinstance(value.value, int):
            return self.wrong(name, "a whole number", value, "write digits without quotes, such as 12")
        if value.value < 1:
            return self.bad(value, f"'{name}' must be 1 or more", "leave it out where it is not known")
        return value.value

    def truth(self, name: str, field: Field, value: Value) -> bool | Dropped:
        """True or false."""
        if not isinstance(value, Scalar) or not isinstance(value.value, bool):
            return self.wrong(name, "true or false", value, "write true or false, without quotes")
        return value.value

    def date(self, name: str, field: Field, value: Value) -> date | Dropped:
        """A day of the calendar."""
        held = value.value if isinstance(value, Scalar) else None
        if isinstance(held, date):
            return held
        if not isinstance(held, str | BadDate):
            return self.wrong(name, "a date", value, "write it as YYYY-MM-DD")
        text = held if isinstance(held, str) else held.text
        message = f"'{name}' is no date of the calendar: {text[:SHOWN]}"
        return calendar_date(text) or self.bad(value, message, "write it as YYYY-MM-DD")

    def choice(self, name: str, field: Field, value: Value) -> str | Dropped:
        """One of the field's words."""
        word = value.value if isinstance(value, Scalar) else None
        if isinstance(word, str) and word in field.options:
            return word
        known = f"one of: {', '.join(field.options)}"
        if not isinstance(word, str):
            return self.wrong(name, "a word", value, known)
        guess = self.guess(word, field.options)
        hint = f"did you mean '{guess}'? {known}" if guess else known
        return self.bad(value, f"'{word[:SHOWN]}' is no {name} known here", hint)

    def choices(self, name: str, field: Field, value: Value) -> tuple[str, ...] | Dropped:
        """One of the field's words, or a list of them."""
        items = value.items if isinstance(value, Sequence) else [value]
        if not items:
            return self.bad(value, f"'{name}' names none", f"one or more of: {', '.join(field.options)}")
        read = [self.choice(name, field, item) for item in items]
        good = tuple(word for word in read if not isinstance(word, Dropped))
        return good if len(good) == len(read) else DROPPED

    def csl(self, name: str, field: Field, value: Value) -> object:
        """A bibliographic record as it stands; the rule `invalid-csl` looks into it."""
        if not isinstance(value, Mapping):
            hint = "write a CSL-JSON item, such as 'type: webpage'"
            return self.wrong(name, "fields with values", value, hint)
        return DROPPED if self._has_escapes and self._has_control(name, value) else plain(value)

    def guess(self, word: str, known: tuple[str, ...]) -> str | None:
        """The known word that was probably meant; None once many were guessed."""
        self._guesses += 1
        return nearest(word, known) if self._guesses <= _HINTED else None

    def wrong(self, name: str, wanted: str, value: Value, hint: str) -> Dropped:
        """Report a value of the wrong kind."""
        return self.report("wrong-type", value, f"'{name}' must be {wanted}; this is {_called(value)}", hint)

    def bad(self, value: Value, message: str, hint: str) -> Dropped:
        """Report a value of the right kind that says nothing sensible."""
        return self.report("bad-value", value, message, hint)

    def report(self, rule: str, at: Value, message: str, hint: str) -> Dropped:
        """Add a problem at a value; at a mapping, it stands at its first name."""
        if isinstance(at, Mapping) and at.keys:
            at = next(iter(at.keys.values()))
        self.problems.append(Problem(self.span(at), rule, message, hint))
        return DROPPED

    def span(self, at: Value) -> Span:
        """Where a value stands."""
        return self.file.span(at.start, at.end)

    def _has_control(self, name: str, value: Value) -> bool:
        """Whether some text in the value holds what no page can show; it can only come from an escape."""
        if isinstance(value, Scalar):
            is_bad = isinstance(value.value, str) and control_character(value.value) is not None
            if is_bad:
                self.bad(value, f"'{name}' holds a control character", "take the escape (\\x…, \\u…) out")
            return is_bad
        inner = value.items if isinstance(value, Sequence) else value.values.values()
        return any(self._has_control(name, each) for each in inner)


def _shows(text: str) -> bool:
    """Whether there is something to see in the text."""
    return text[:1].isalnum() or any(char.isprintable() and not char.isspace() for char in text)


_CALLED = (
    (bool, "a truth value (yes, no, on and off are such words)"),
    (int, "a number"),
    (float, "a number"),
    (date, "a date"),
    (BadDate, "a date"),
    (str, "text"),
)


def _called(value: Value) -> str:
    if isinstance(value, Sequence):
        return "a list"
    if isinstance(value, Mapping):
        return "fields with values"
    return next((called for kind, called in _CALLED if isinstance(value.value, kind)), "empty")

"""Words that must stand in a list: those of the vocabulary, and the rules that may be excused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.load.ids import proper_id
from claimbook.load.nearest import nearest
from claimbook.model import Claim
from claimbook.problem import EXCUSABLE, Problem
from claimbook.yamltext import Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimbook.model import Allow, Origin, SafetyWord, Source, Topic, TreatmentWord, Vocabulary

_MOST = 5000  # words compared for a file; looking for the nearest takes its time
_SHOWN = 60


class Known:
    """The words of a list of ids, in which some ids may have been reported.

    Of an id of bad form it is plain which was meant; one that is missing or doubled may have been any.
    """

    def __init__(self, entries: Iterable[Topic | SafetyWord | TreatmentWord]) -> None:
        ids = [entry.id for entry in entries]
        self.ids = frozenset(each for each in ids if each is not None)
        self._is_open = len(self.ids) < len(ids)
        self._meant = frozenset(map(proper_id, self.ids))

    def may_hold(self, word: str) -> bool:
        """Whether the list holds the word, or would once its own faults are mended."""
        return self._is_open or word in self.ids or word in self._meant


class Words:
    """The vocabulary: which of its two lists, ``treatment`` and ``safety``, hold a word."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._is_known = vocabulary.known
        self._lists = {"treatment": Known(vocabulary.treatments), "safety": Known(vocabulary.safety)}

    def may_hold(self, name: str, word: str) -> bool:
        """Whether the list of this name holds the word, or would once the vocabulary's faults are mended."""
        return not self._is_known or self._lists[name].may_hold(word)

    def ids(self, name: str) -> frozenset[str]:
        """What stands in the list of this name."""
        return self._lists[name].ids


def word_problems(record: Claim | Source, words: Words) -> Iterator[Problem]:
    """A `bad-value` for each word that its list does not hold; silent where the vocabulary was not read."""
    yield from _Guessing(words).problems(record)


class _Guessing:
    """One record; it guesses at the first wrong words only."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._compared = 0

    def problems(self, record: Claim | Source) -> Iterator[Problem]:
        for allow in _allows(record):
            if allow.rule is not None and allow.rule not in EXCUSABLE:
                message = f"'{allow.rule[:_SHOWN]}' is no rule that may be excused"
                hint = self._hint(allow.rule, EXCUSABLE, f"to be excused: {', '.join(sorted(EXCUSABLE))}")
                yield allow.origin.problem("bad-value", "rule", message, hint)
        if isinstance(record, Claim):
            yield from self._unknown(record.origin, "treatment", record.treatment)
            yield from self._unknown(record.origin, "safety", record.safety)
        elif record.study:
            yield from self._unknown(record.study.origin, "treatment", record.study.treatment)

    def _unknown(self, origin: Origin, field: str, words: tuple[str, ...]) -> Iterator[Problem]:
        unknown = {word for word in words if not self._words.may_hold(field, word)}
        value = origin.mapping.values.get(field) if unknown else None
        for number, item in enumerate(value.items if isinstance(value, Sequence) else ()):
            word = item.value if isinstance(item, Scalar) else None
            if isinstance(word, str) and word in unknown:
                message = f"'{word[:_SHOWN]}' is no word of the vocabulary"
                hint = self._hint(word, self._words.ids(field), "the words stand in claims/vocabulary.yaml")
                yield origin.problem("bad-value", (field, number), message, hint)

    def _hint(self, word: str, known: frozenset[str], otherwise: str) -> str:
        self._compared += len(known)
        guess = nearest(word, known) if self._compared <= _MOST else None
        return f"did you mean '{guess}'? {otherwise}" if guess else otherwise


def _allows(record: Claim | Source) -> Iterator[Allow]:
    yield from record.allow
    for item in record.evidence if isinstance(record, Claim) else ():
        yield from item.allow

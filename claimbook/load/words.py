"""Words that must stand in a list: those of the vocabulary, and the rules that may be excused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.load.ids import proper_id
from claimbook.load.nearest import nearest
from claimbook.problem import EXCUSABLE, Problem
from claimbook.yamltext import Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimbook.model import Allow, Library, Origin, SafetyWord, Topic, TreatmentWord

_MOST = 5000  # words compared in a run; looking for the nearest takes its time
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


def word_problems(library: Library) -> Iterator[Problem]:
    """A `bad-value` for each word that its list does not hold; silent where the vocabulary was not read."""
    yield from _Words().problems(library)


class _Words:
    """One run; it guesses at the first wrong words only."""

    def __init__(self) -> None:
        self._compared = 0

    def problems(self, library: Library) -> Iterator[Problem]:
        for allow in _allows(library):
            if allow.rule is not None and allow.rule not in EXCUSABLE:
                message = f"'{allow.rule[:_SHOWN]}' is no rule that may be excused"
                hint = self._hint(allow.rule, EXCUSABLE, f"to be excused: {', '.join(sorted(EXCUSABLE))}")
                yield allow.origin.problem("bad-value", "rule", message, hint)
        if library.vocabulary.known:
            treatments, safety = Known(library.vocabulary.treatments), Known(library.vocabulary.safety)
            for claim in library.claims:
                yield from self._unknown(claim.origin, "treatment", claim.treatment, treatments)
                yield from self._unknown(claim.origin, "safety", claim.safety, safety)
            for source in library.sources.values():
                if source.study:
                    study = source.study
                    yield from self._unknown(study.origin, "treatment", study.treatment, treatments)

    def _unknown(self, origin: Origin, field: str, words: tuple[str, ...], known: Known) -> Iterator[Problem]:
        unknown = {word for word in words if not known.may_hold(word)}
        value = origin.mapping.values.get(field) if unknown else None
        for number, item in enumerate(value.items if isinstance(value, Sequence) else ()):
            word = item.value if isinstance(item, Scalar) else None
            if isinstance(word, str) and word in unknown:
                message = f"'{word[:_SHOWN]}' is no word of the vocabulary"
                hint = self._hint(word, known.ids, "the words stand in claims/vocabulary.yaml")
                yield origin.problem("bad-value", (field, number), message, hint)

    def _hint(self, word: str, known: frozenset[str], otherwise: str) -> str:
        self._compared += len(known)
        guess = nearest(word, known) if self._compared <= _MOST else None
        return f"did you mean '{guess}'? {otherwise}" if guess else otherwise


def _allows(library: Library) -> Iterator[Allow]:
    for claim in library.claims:
        yield from claim.allow
        for item in claim.evidence:
            yield from item.allow
    for source in library.sources.values():
        yield from source.allow

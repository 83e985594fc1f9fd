"""The highest certainty that the designs behind a claim allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.fields import CERTAINTIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claimbook.grading.voices import Finding, Voice

REVIEWS = frozenset(("meta-analysis", "systematic-review"))
EXPERIMENTS = frozenset(("animal-experiment", "in-vitro", "controlled-experiment", "randomized-trial"))
_HUMAN = frozenset(
    ("controlled-experiment", "open-label-trial", "cohort", "cross-sectional", "imaging-study")
)
_OBSERVATIONAL = frozenset(("cohort", "cross-sectional"))
_POOLED_LOW = frozenset(("controlled-experiment", "observational"))
_RAISING = frozenset(("large-effect", "dose-response"))
_PEOPLE_FOR_TWO_TRIALS = 100
_GUIDANCE = {
    "guideline": "high",
    "drug-label": "high",
    "consensus-statement": "moderate",
    "expert-commentary": "low",
}


def rank(certainty: str) -> int:
    """0 for none up to 4 for high."""
    return len(CERTAINTIES) - 1 - CERTAINTIES.index(certainty)


def ceiling(about: str, voices: Iterable[Voice], domains: Iterable[str]) -> str:
    """The ceiling for a claim about `about`, given who speaks on it and the GRADE domains of its reasons.

    ``none`` where no study speaks; ``very-low`` where studies speak but none supports of the own subjects.
    """
    heard = list(voices)
    if not heard:
        return "none"
    own = [voice for voice in heard if voice.own]
    supporting = [voice for voice in own if voice.stance == "supports"]
    if not supporting:
        return "very-low"
    if about == "guidance":
        return _best(_GUIDANCE.get(finding.design, "very-low") for finding in _for(supporting))
    if about == "people":
        return _people(own, supporting, frozenset(domains))
    return _experiments(own, supporting)


def _people(own: list[Voice], supporting: list[Voice], domains: frozenset[str]) -> str:
    reviews, trials = _with(supporting, _is_trial_review), _with(supporting, _is_trial)
    two = reviews and trials and len({*reviews, *trials}) > 1  # one source cannot stand in for both
    if two and not _is_disputed(own, _is_trial_or_review) and not _graded_lower(own):
        return "high"
    people = sum(max(each.participants for each in voice.findings) for voice in trials)
    if reviews or (len(trials) > 1 and people >= _PEOPLE_FOR_TWO_TRIALS):
        return "moderate"
    if len(_with(supporting, lambda each: each.design in _OBSERVATIONAL)) > 1 and domains & _RAISING:
        return "moderate"
    return "low" if trials or _with(supporting, _is_human_study) else "very-low"


def _experiments(own: list[Voice], supporting: list[Voice]) -> str:
    experiments = _with(supporting, _is_experiment)
    if len(experiments) > 2 and not _is_disputed(own, _is_experiment):
        return "moderate"
    return "low" if experiments else "very-low"


def _for(supporting: list[Voice]) -> list[Finding]:
    return [each for voice in supporting for each in voice.findings if each.stance == "supports"]


def _with(supporting: list[Voice], fits: Callable[[Finding], bool]) -> list[Voice]:
    """The voices of which a supporting finding fits."""
    return [
        voice
        for voice in supporting
        if any(each.stance == "supports" and fits(each) for each in voice.findings)
    ]


def _is_disputed(own: list[Voice], fits: Callable[[Finding], bool]) -> bool:
    """Whether a voice disputes the statement by a finding that fits."""
    disputing = (each for voice in own if voice.stance == "disputes" for each in voice.findings)
    return any(each.stance == "disputes" and fits(each) for each in disputing)


def _is_trial_review(finding: Finding) -> bool:
    return finding.design in REVIEWS and finding.of == "randomized-trial"


def _is_trial(finding: Finding) -> bool:
    return finding.design == "randomized-trial"


def _is_trial_or_review(finding: Finding) -> bool:
    return _is_trial_review(finding) or _is_trial(finding)


def _is_human_study(finding: Finding) -> bool:
    return finding.design in _HUMAN or (finding.design in REVIEWS and finding.of in _POOLED_LOW)


def _is_experiment(finding: Finding) -> bool:
    return finding.design in EXPERIMENTS


def _graded_lower(own: list[Voice]) -> bool:
    """Whether a cited review's authors were less than highly sure."""
    return any(each.graded not in (None, "high") for voice in own for each in voice.findings)


def _best(certainties: Iterable[str]) -> str:
    return max(certainties, key=rank)

"""A claim names a treatment that none of its supporting studies was on.

The treatment of a claim leads readers to it: whoever looks for one medicine finds the claims about it.
A finding on another medicine does not carry over by itself, even to a near relative.

Take the word out, cite a study that was on that treatment, or, if a study here was on it too,
add the word to `treatment` in that study's own file. The rule is silent where no study supports the claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook import grading
from claimbook.checks.example import CLAIM, swap
from claimbook.yamltext import Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.checks.view import View
    from claimbook.model import Claim, Evidence, Study
    from claimbook.problem import Problem

EXAMPLE = swap(CLAIM, "treatment: [green-tea]", "treatment: [black-tea]")


def of_claim(claim: Claim, view: View) -> Iterator[Problem]:
    """A problem at each treatment of a claim that stands in no study with `stance: supports`."""
    if claim.treatment and not claim.faulty("evidence"):
        yield from _mismatches(view, claim)


def _mismatches(view: View, claim: Claim) -> Iterator[Problem]:
    items = [item for item in claim.evidence if _may_support(view, item)]
    if not any(item.stance for item in items) or not all(_is_sound(view, item) for item in items):
        return
    studies = [source.study for item in items if (source := view.source(item)) and grading.speaks(source)]
    studied = sorted({word for study in studies if study for word in study.treatment})
    if not studies or set(claim.treatment) <= set(studied):
        return
    for number, word in _known_words(view, claim):
        if word not in studied:
            message = f"no study that supports this claim was on '{word}'"
            hint = f"take it out, or cite a study on it; studied were: {', '.join(studied) or 'none named'}"
            yield claim.origin.problem("treatment-mismatch", ("treatment", number), message, hint)


def _may_support(view: View, item: Evidence) -> bool:
    """Whether the item supports the claim, or would if a reported value were mended; lay pages never do."""
    source = view.source(item)
    if source is not None and source.is_lay:
        return False
    return item.stance == "supports" or "stance" in item.origin.faults


def _is_sound(view: View, item: Evidence) -> bool:
    """Whether nothing was reported in the source that this rule reads there."""
    source = view.source(item)
    if source is None or not source.origin.faults.isdisjoint(("kind", "study", "status")):
        return False
    if source.status and source.status.value is None:
        return False
    return source.study is None or _is_sound_study(view, source.study)


def _is_sound_study(view: View, study: Study) -> bool:
    return "treatment" not in study.origin.faults and all(map(view.is_treatment, study.treatment))


def _known_words(view: View, claim: Claim) -> Iterator[tuple[int, str]]:
    """The claim's treatments with their place in the list, without those already reported."""
    listed = claim.origin.mapping.values.get("treatment")
    for number, item in enumerate(listed.items if isinstance(listed, Sequence) else ()):
        word = item.value if isinstance(item, Scalar) else None
        if isinstance(word, str) and word in claim.treatment and view.is_treatment(word):
            yield number, word

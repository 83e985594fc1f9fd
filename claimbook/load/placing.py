"""Which file of the base is what, and which stands where it cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimbook.load.nearest import nearest

if TYPE_CHECKING:
    from claimbook.load.files import Found

TOPICS = "claims/topics.yaml"
VOCABULARY = "claims/vocabulary.yaml"
HELP = "claims/help-lines.yaml"
METHOD = "claims/method.yaml"
LISTS = frozenset((TOPICS, VOCABULARY, HELP, METHOD))

# By the stem: what they share would make any other name look like them.
_LISTS = {path.removeprefix("claims/").removesuffix(".yaml"): path for path in LISTS}

_CLAIM_DEPTH = len(("claims", "topic", "claim.yaml"))
_SOURCE_DEPTH = len(("sources", "source.yaml"))


class Misplaced(NamedTuple):
    """Why a file cannot stand where it stands; `meant` is the list that it was probably to be."""

    rule: str
    message: str
    hint: str
    meant: str | None = None


def misplaced_claim(each: Found) -> Misplaced | None:
    """What is wrong with the place or name of a file below claims/ that is none of the lists."""
    name = each.parts[-1]
    in_topic = len(each.parts) == _CLAIM_DEPTH
    if in_topic and name.endswith(".yaml"):
        return None
    stem, ending = _split(name)
    if ending not in (".yaml", ".yml"):
        return None
    guess = nearest(stem, _LISTS) if len(each.parts) < _CLAIM_DEPTH else None
    if guess:
        meant = _LISTS[guess]
        return Misplaced("bad-id", "this name is none of the lists'", f"did you mean '{meant}'?", meant)
    if not name.endswith(".yaml"):
        return _misnamed(stem, ".yaml")
    hint = "a claim stands in its topic's folder: claims/<topic>/<id>.yaml"
    return Misplaced("unknown-topic", "this file stands in no topic's folder", hint)


def misplaced_source(each: Found) -> Misplaced | None:
    """What is wrong with the place or name of a file below sources/."""
    name = each.parts[-1]
    if len(each.parts) == _SOURCE_DEPTH and name.endswith((".yaml", ".txt")):
        return None
    stem, ending = _split(name)
    if ending not in (".yaml", ".yml", ".txt"):
        return None
    if len(each.parts) > _SOURCE_DEPTH:
        message = "a source stands directly in sources/"
        return Misplaced("bad-id", message, f"move it to sources/{name}")
    return _misnamed(stem, ".txt" if ending == ".txt" else ".yaml")


def _split(name: str) -> tuple[str, str]:
    """The stem, and the ending in lower case."""
    stem, dot, ending = name.rpartition(".")
    return stem, dot + ending.lower()


def _misnamed(stem: str, ending: str) -> Misplaced:
    return Misplaced("bad-id", f"the name of a file here ends in {ending}", f"call it {stem}{ending}")

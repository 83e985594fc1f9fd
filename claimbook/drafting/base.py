"""What may be begun in a base, under which name, and its file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimbook.drafting.claim import claim_text
from claimbook.drafting.keys import free_key
from claimbook.drafting.source import same_work, source_text
from claimbook.errors import CannotRunError
from claimbook.load.ids import bad_id
from claimbook.load.nearest import nearest
from claimbook.problem import Span
from claimbook.schemas import modeline
from claimbook.write import put_new

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

    from claimbook.checks import Facts
    from claimbook.importing import Entry, Work

_SHOWN = 20


class Offer(NamedTuple):
    """An entry of which a source can be made: under which key, and where the entry stands."""

    where: str
    key: str
    work: Work

    @property
    def title(self) -> str:
        """What the work is called."""
        return str(self.work.csl["title"])


class Offers(NamedTuple):
    """What can be made of a list of entries, and a line for each other: those here already, and the broken."""

    new: list[Offer]
    here: list[str]
    broken: list[str]


def draft_claim(root: Path, facts: Facts, topic: str, name: str, keys: Sequence[str]) -> Path:
    """Write a claim with gaps, and an evidence item for each source of these keys.

    Raises `CannotRunError` where topic or source do not exist, or the id is none or taken.
    """
    _known("topic", topic, facts.library.topic_ids)
    _proper(name, "claims")
    former = {old: claim.id for claim in facts.library.claims for old in claim.formerly}
    if name in former:
        raise CannotRunError(f"'{name}' is the older id of '{former[name]}'; choose another id")
    if name in facts.library.claim_names:
        raise CannotRunError(f"there is a claim '{name}' already; choose another id")
    for key in keys:
        _known("source", key, facts.library.sources)
    path = root / "claims" / topic / f"{name}.yaml"
    sources = [facts.library.sources[key] for key in keys]
    put_new(path, claim_text(sources, facts.today, modeline("claim")).encode())
    return path


def draft_source(root: Path, offer: Offer) -> Path:
    """Write a source. Raises `CannotRunError` where its file stands already."""
    path = root / "sources" / f"{offer.key}.yaml"
    put_new(path, source_text(offer.work, modeline("source")).encode())
    return path


def offers(facts: Facts, entries: Iterable[Entry], key: str | None = None) -> Offers:
    """Which of the entries are new to the base, each under a free key; `key` is the one wanted, if any.

    Raises `CannotRunError` where no new source can have the key that is wanted.
    """
    taken = {*facts.library.source_names, *facts.library.held}
    if key is not None:
        _proper(key, "sources")
        if key in taken:
            raise CannotRunError(f"the key '{key}' is taken; choose another")
    found = Offers([], [], [])
    for entry in entries:
        if entry.work is None:
            found.broken.append(f"{entry.where}: {entry.fault}")
        elif known := _known_as(entry.work, facts, found.new):
            found.here.append(f"{entry.where}: {known}")
        else:
            offer = Offer(entry.where, key or free_key(entry.work.csl, taken), entry.work)
            taken.add(offer.key)
            found.new.append(offer)
    return found


def _known_as(work: Work, facts: Facts, before: Iterable[Offer]) -> str:
    """In which way this work is known already; empty where it is new."""
    records = {key: source.csl or {} for key, source in facts.library.sources.items()}
    same = same_work(work.csl, records)
    if same:
        return f"it is here already: {same[0]} (same {same[1]})"
    again = same_work(work.csl, {each.where: each.work.csl for each in before})
    where = again[0] if again else next((each.where for each in before if each.work.csl == work.csl), "")
    return f"it is the same work as that of {where}" if where else ""


def _proper(name: str, folder: str) -> None:
    fault = bad_id(name, Span(folder))
    if fault:
        raise CannotRunError(f"{fault.message}; {fault.hint}")


def _known(what: str, name: str, known: Collection[str]) -> None:
    if name not in known:
        guess = nearest(name, known)
        listed = ", ".join(sorted(known)[:_SHOWN]) or "none"
        raise CannotRunError(
            f"there is no {what} '{name}'; " + (f"did you mean '{guess}'?" if guess else f"known: {listed}")
        )

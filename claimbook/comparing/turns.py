"""What changed, as values: each holds a before and an after; None where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from claimbook.model import Claim, Evidence

TEXT = "text"  # among a source's changed fields: the text that is held beside its record


class Turn(NamedTuple):
    """A word or text before and after."""

    before: str | None
    after: str | None

    @property
    def changed(self) -> bool:
        """Whether there is anything to tell."""
        return self.before != self.after


class EvidenceTurn(NamedTuple):
    """A passage that was added, taken away or changed; `fields` are the changed ones' names.

    `source` is the key that it has now, `strength` its design where it is a study's.
    """

    source: str
    before: Evidence | None
    after: Evidence | None
    fields: tuple[str, ...]
    is_lay: bool
    strength: str | None = None

    @property
    def stance(self) -> Turn:
        """What it does for the statement."""
        return Turn(self.before.stance if self.before else None, self.after.stance if self.after else None)

    @property
    def reading(self) -> Turn:
        """How a lay page's telling compares."""
        return Turn(self.before.reading if self.before else None, self.after.reading if self.after else None)

    @property
    def words(self) -> Turn:
        """The quote, or the finding."""
        return Turn(_words(self.before), _words(self.after))


class ClaimTurn(NamedTuple):
    """A claim that is new, gone or changed.

    `certainty` and `agreement` are words of the grading; `reasons` those that came and those that went;
    `fields` the names of all else that changed; `because` tells why the certainty or the agreement turned.
    `unrecorded`: the conclusion changed, and no new entry of `changes` tells so. `lost`: it has a new id,
    and its old address leads nowhere.
    """

    before: Claim | None
    after: Claim | None
    certainty: Turn
    agreement: Turn
    evidence: tuple[EvidenceTurn, ...] = ()
    reasons: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    fields: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
    unrecorded: bool = False
    lost: bool = False

    @property
    def claim(self) -> Claim:
        """As it is now, or as it last was."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def kind(self) -> str:
        """new, gone or changed."""
        return "new" if self.before is None else "gone" if self.after is None else "changed"

    @property
    def statement(self) -> Turn:
        """Its one sentence."""
        return Turn(
            self.before.statement if self.before else None, self.after.statement if self.after else None
        )

    @property
    def address(self) -> Turn:
        """Topic and id."""
        return Turn(_address(self.before), _address(self.after))

    @property
    def concludes(self) -> bool:
        """Whether its conclusion turned: the words of its sentence, its certainty or its agreement."""
        both = self.before is not None and self.after is not None
        says = [[word.strip(".,;:") for word in (said or "").lower().split()] for said in self.statement]
        return both and (says[0] != says[1] or self.certainty.changed or self.agreement.changed)


class RecordTurn(NamedTuple):
    """A source or a topic that is new, gone or changed: its id before and after, and changed fields."""

    id: Turn
    title: str
    fields: tuple[str, ...] = ()
    status: Turn = Turn(None, None)

    @property
    def kind(self) -> str:
        """new, gone or changed."""
        return "new" if self.id.before is None else "gone" if self.id.after is None else "changed"


class Difference(NamedTuple):
    """All that changed, in the order of the base; `unread` are files that cannot be compared.

    `faulty` are files that were compared although something in them could not be understood.
    """

    claims: tuple[ClaimTurn, ...] = ()
    sources: tuple[RecordTurn, ...] = ()
    topics: tuple[RecordTurn, ...] = ()
    pages: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    faulty: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not any(self)


def _words(item: Evidence | None) -> str | None:
    return (item.quote or item.finding) if item else None


def _address(claim: Claim | None) -> str | None:
    return f"{claim.topic}/{claim.id}" if claim else None

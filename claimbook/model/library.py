"""All of a base at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from claimbook.model.words import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping as Map

    from claimbook.model.claim import Claim
    from claimbook.model.source import Source
    from claimbook.model.words import HelpLine, Method, Topic
    from claimbook.yamltext import TextFile


@dataclass(frozen=True, eq=False, repr=False)
class Library:
    """All that was read, in order: claims by topic and id, sources by key.

    `held` are the texts beside the sources, `at_hand` those of ``--texts`` (by key); `files` is every file's
    text by path; `unread` are the files (paths) of which no claim, source or topic could be made; `claim_names`
    and `source_names` are what files bear or were meant to bear, readable or not.
    """

    topics: tuple[Topic, ...] = ()
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    help_lines: tuple[HelpLine, ...] = ()
    method: Method | None = None
    claims: tuple[Claim, ...] = ()
    sources: Map[str, Source] = field(default_factory=dict)
    held: Map[str, TextFile] = field(default_factory=dict)
    at_hand: Map[str, str] = field(default_factory=dict)
    files: Map[str, str] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    claim_names: frozenset[str] = frozenset()
    source_names: frozenset[str] = frozenset()

    @cached_property
    def by_id(self) -> dict[str, Claim]:
        """Claims by id; of two with the same id, the first."""
        return {claim.id: claim for claim in reversed(self.claims)}

    @cached_property
    def topic_ids(self) -> frozenset[str]:
        """The topics that exist."""
        return frozenset(topic.id for topic in self.topics if topic.id)

    def text(self, key: str) -> str | None:
        """A source's text: the one that we hold, else the one at hand."""
        held = self.held.get(key)
        return held.text if held is not None else self.at_hand.get(key)

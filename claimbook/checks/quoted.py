"""Quotes of known sources, each with the places where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from claimbook.model import Aside, Claim, Context, Evidence, Origin, Source
    from claimbook.quoting import Match, SourceText

    Text = Callable[[str], SourceText | None]


@dataclass(frozen=True, eq=False, slots=True)
class Quoted:
    """A quote of a known source: of a claim's evidence, or of a set-aside (then `claim` and `item` are None).

    `text` is None where none is at hand; `matches` are the places that also fit its `context`.
    """

    claim: Claim | None
    item: Evidence | None
    origin: Origin
    source: Source
    quote: str
    context: Context | None
    text: SourceText | None
    matches: list[Match]

    @property
    def is_lost(self) -> bool:
        """Whether its text is at hand and does not hold it; then `quote-not-in-source` alone speaks."""
        return self.text is not None and not self.matches


def quoted_by_claim(claim: Claim, sources: Mapping[str, Source], text: Text) -> Iterator[Quoted]:
    """The quotes of a claim's evidence, in order."""
    for item in claim.evidence:
        source = sources.get(item.source or "")
        if source is not None and item.quote is not None:
            yield _quoted(claim, item, item, source, text(source.key))


def quoted_by_source(source: Source, text: Text) -> Iterator[Quoted]:
    """What a source sets aside, in order."""
    for aside in source.set_aside:
        if aside.quote is not None:
            yield _quoted(None, None, aside, source, text(source.key))


def _quoted(
    claim: Claim | None,
    item: Evidence | None,
    holder: Evidence | Aside,
    source: Source,
    text: SourceText | None,
) -> Quoted:
    quote, context = holder.quote or "", holder.context
    found = text.find(quote) if text else []
    if text and context:
        found = [match for match in found if text.beside(match, context.before, context.after)]
    return Quoted(claim, item, holder.origin, source, quote, context, text, found)

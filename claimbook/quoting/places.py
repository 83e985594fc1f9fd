"""Finds all places of a folded text where a folded piece stands, across words broken at a line's end too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.quoting.characters import BREAK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimbook.quoting.rewriting import Stretch

# Characters compared before the search gives up on what only a contrived text asks for:
# places that overlap one another, and ever new ways to read a broken word.
_PATIENCE = 4_000_000
_COST_OF_A_TRY = 50
# A short stretch is looked for several times faster than a long one with every letter in it;
# where many places share their beginning, the whole piece is safer.
_PROBE = 16
_LONG = 1_000


def places(text: str, piece: str, start: int = 0, stop: int | None = None) -> list[Stretch]:
    """Each (start, end) where the piece stands in `text[start:stop]`, in order; `piece` is not empty.

    Borders are not looked at: the caller knows which of its ends matter.
    """
    found: list[Stretch] = []
    size = len(piece)
    probe = piece[:_PROBE] if size < _LONG else piece
    patience = _PATIENCE
    at = text.find(probe, start, stop)
    while at >= 0:
        step = 1
        if text.startswith(piece, at, stop):
            found.append((at, at + size))
            patience -= size
            step = 1 if patience > 0 else size
        at = text.find(probe, at + step, stop)
    if text.find(BREAK, start, stop) >= 0:
        found = sorted([*found, *_broken(text, piece, start, len(text) if stop is None else stop)])
    return found


def reads(text: str, piece: str, at: int) -> int:
    """The end of the piece if the text reads so from `at` on, else -1."""
    return at + len(piece) if text.startswith(piece, at) else _walk(text, piece, at)[0]


def _broken(text: str, piece: str, start: int, stop: int) -> Iterator[Stretch]:
    """The places whose first broken word is each of those in the text, in turn."""
    patience = 2 * _PATIENCE
    after_last = start
    at = text.find(BREAK, start, stop)
    while at >= 0 and patience > 0:
        # The letter before the break stands in the piece, no farther in than the break before it allows.
        within = piece.find(text[at - 1], 0, at - after_last) + 1
        while within and patience > 0:
            end, cost = _walk(text, piece, at - within)
            patience -= cost
            if end >= 0:
                yield at - within, end
            within = piece.find(text[at - 1], within, at - after_last) + 1
        after_last = at + 1
        at = text.find(BREAK, after_last, stop)


def _walk(text: str, piece: str, at: int) -> tuple[int, int]:
    """As `reads`, for a stretch with broken words, and what it cost.

    Each broken word is read with a hyphen, without one, or as it stands, as the piece has it.
    """
    done = cost = 0
    while True:
        left = len(piece) - done
        stop = text.find(BREAK, at, at + left)
        if stop < 0:
            return (at + left if text.startswith(piece[done:], at) else -1), cost + left
        cost += stop - at + _COST_OF_A_TRY
        if text[at:stop] != piece[done : done + stop - at]:
            return -1, cost
        done += stop - at
        if piece.startswith("-", done):
            done += 2 if piece.startswith("- ", done) else 1
        elif not (text[stop - 1].isalpha() and text[stop + 1].isalpha()):
            return -1, cost
        at = stop + 1

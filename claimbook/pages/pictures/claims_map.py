"""How the claims of one topic hang together: a circle of their numbers, and the same as a list of links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.pages import address
from claimbook.pages.pictures.circle import Link, circle
from claimbook.pages.pictures.frame import Picture
from claimbook.pages.text import count
from claimbook.pages.words import statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimbook.model import Claim, Topic
    from claimbook.pages.book import Book

_FEWEST = 2  # links; one alone needs no map
_MOST = 40  # claims whose numbers have room around the circle


def claims_map(book: Book, topic: Topic) -> Picture | None:
    """The claims of a topic around a circle; none where they have fewer than two links or are more than forty."""
    claims = book.claims_by_topic.get(topic.id or "", [])
    found = links(claims)
    if len(found) < _FEWEST or len(claims) > _MOST:
        return None
    told = f"A circle of {count(len(claims), 'claim')} and {count(len(found), 'link')} between them."
    return Picture(
        f"topics/{topic.id}",
        f"How the claims hang together: {topic.title or ''}",
        _note({link.relation for link in found}),
        f"{told} The list tells each.",
        circle([claim.id for claim in ordered(claims, found)], found),
    )


def _note(relations: set[str]) -> str:
    """The meaning of the signs that are used."""
    signs = (
        ("A thin line joins claims to be read together.", "see-also" in relations),
        ("An arrow points to what a claim explains or leads to.", "explains" in relations),
        ("A broken line joins claims in conflict.", "conflicts-with" in relations),
    )
    said = " ".join(sign for sign, used in signs if used)
    return f"Each number is a claim; the list on its page names it. {said}"


def links(claims: Sequence[Claim]) -> list[Link]:
    """The relations between these claims, each once; “follows from” is turned round into “explains”.

    Between two claims, a relation that says more hides a bare “see also”.
    """
    inside = {claim.id for claim in claims}
    found: dict[Link, None] = {}
    for claim in claims:
        for each in claim.related:
            if each.claim in inside:
                found[_link(claim.id, each.relation or "", each.claim or "")] = None
    told = {frozenset((link.here, link.there)) for link in found if link.relation != "see-also"}
    return [
        link
        for link in found
        if link.relation != "see-also" or frozenset((link.here, link.there)) not in told
    ]


def _link(here: str, relation: str, there: str) -> Link:
    if relation in ("see-also", "conflicts-with"):
        return Link(min(here, there), relation, max(here, there))
    if relation == "follows-from":
        here, there = there, here
    return Link(here, "explains", there)


def ordered(claims: Sequence[Claim], found: Sequence[Link]) -> list[Claim]:
    """The claims, such that linked ones stand close together: each is followed by the one most linked to those before.

    The later a friend was placed, the more it draws; where it is the same, the claims keep their order.
    """
    friends = {claim.id: {b for a, _, b in found if a == claim.id} for claim in claims}
    for a, _, b in found:
        friends[b].add(a)
    placed: list[Claim] = []
    rest = list(claims)
    while rest:
        places = {claim.id: place for place, claim in enumerate(placed)}
        pulls = [
            sum(1 / (len(placed) - places[each]) for each in friends[claim.id] & places.keys())
            for claim in rest
        ]
        placed.append(rest.pop(pulls.index(max(pulls))))
    return placed


def claims_list(book: Book, topic: Topic) -> str:
    """The map's equal, in its order: each claim with its links, by the numbers of the list; empty without two links."""
    here, own = address.topic(topic.id or ""), book.claims_by_topic.get(topic.id or "", [])
    found = links(own)
    if len(found) < _FEWEST:
        return ""
    claims = ordered(own, found)
    numbers = {claim.id: number for number, claim in enumerate(claims, 1)}
    lines = (
        f"{numbers[claim.id]}. {address.link(here, address.claim(claim.id), statement(claim))} "
        f"{_told(book, claim, numbers)}"
        for claim in claims
    )
    return "\n".join(lines)


def _told(book: Book, claim: Claim, numbers: dict[str, int]) -> str:
    groups: dict[str, list[int]] = {}
    for name, other in book.relations.get(claim.id, []):
        if other.id in numbers:
            groups.setdefault(name, []).append(numbers[other.id])
    told = " ".join(f"{name} {', '.join(map(str, sorted(others)))}." for name, others in groups.items())
    return told or "No link to another claim of this topic."

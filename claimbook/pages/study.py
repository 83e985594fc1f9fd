"""A study at a glance, its findings with the claims that use them, and what would change without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook import citing
from claimbook.grading import AGREEMENTS, rank
from claimbook.pages import address
from claimbook.pages.figures import explained
from claimbook.pages.quotes import READ, facts_list, passage
from claimbook.pages.text import bullets, count, md
from claimbook.pages.words import CERTAINTY, DESIGN, STANCES, certainty_chip, statement

if TYPE_CHECKING:
    from claimbook.grading import Fall
    from claimbook.model import Claim, Source
    from claimbook.pages.book import Book, Citation

KIND = {
    "article": "Article",
    "label": "Drug label",
    "guideline": "Guideline",
    "company": "A maker's own page",
    "lay-page": "Web page for lay readers",
}
_POOLED = {
    "randomized-trial": "randomized trials",
    "controlled-experiment": "controlled experiments",
    "observational": "observational studies, or these among others",
    "case-report": "case reports",
    "animal-experiment": "animal experiments, or these among others",
}
_PAID = {"manufacturer": "a manufacturer", "other": "others than a manufacturer"}


def study_sections(book: Book, here: str, source: Source) -> list[str]:
    """The blocks of a study's page below its title."""
    return [
        _status(source),
        md(book.references[source.key]),
        f"## At a glance\n\n{facts_list(_glance(book, here, source))}",
        f"## What it found, and which claims use it\n\n{explained(here)}.",
        *(_findings(book, here, source) or ["No claim uses it."]),
        _if_it_fell(book, here, source),
    ]


def _glance(book: Book, here: str, source: Source) -> list[tuple[str, str]]:
    study, access = source.study, source.access
    if study is None:
        return []
    treatments = [md(book.treatments.get(word, word)) for word in study.treatment]
    return [
        ("Kind", KIND[source.kind or "article"]),
        ("Design", md(DESIGN[study.design or ""][0] if study.design else "not known")),
        ("It pools", _POOLED.get(study.of or "", "")),
        ("Studied", md(" and ".join(study.subjects) or "not known")),
        ("Who", md(study.population or "not known")),
        ("How many were analysed", f"{study.participants:,}" if study.participants else "not known"),
        ("Treatment", "; ".join(treatments) or "none of this base's words"),
        ("Who paid", _PAID.get(study.funding or "", "not known")),
        ("Registered as", md(study.registration or "not known")),
        ("The same people as in", _part_of(book, here, source)),
        ("How much of it we read", READ.get((access and access.read) or "", "not noted")),
        ("Licence", md((access and access.license) or "not known")),
        ("Find it", address_of(source)),
    ]


def _part_of(book: Book, here: str, source: Source) -> str:
    key = source.study.part_of if source.study else None
    if not key:
        return ""
    link = address.link(here, address.source(key), book.short(book.library.sources[key]))
    return f"{link}; both count as one source"


def _status(source: Source) -> str:
    status = source.status
    if status is None:
        return ""
    words = {
        "corrected": "was corrected",
        "concern": "stands under an expression of concern",
        "retracted": "was retracted",
    }
    notice = f" {address.outside(citing.doi_url(status.notice), 'The notice')}." if status.notice else ""
    told = f"**This publication {words[status.value or 'concern']}.**{notice}"
    return f'<p class="cb-notice" markdown="span">{told}</p>'


def _findings(book: Book, here: str, source: Source) -> list[str]:
    """Each finding once, with every claim that uses it."""
    groups: dict[tuple[str | None, ...], list[Citation]] = {}
    for each in book.citations.get(source.key, []):
        passage_ = each.item.passage
        place = (passage_.starts, passage_.ends) if passage_ else ()
        groups.setdefault((each.item.finding, *place), []).append(each)
    return [
        f"### Finding {number}\n\n{_finding(book, here, uses)}"
        for number, uses in enumerate(groups.values(), 1)
    ]


def _finding(book: Book, here: str, uses: list[Citation]) -> str:
    """What was found, and the claims that use it; limits that are not the same for all stand with their claim."""
    item = uses[0].item
    limits = {each.item.limits for each in uses}
    alike = len(limits) == 1
    rows = [
        ("What it found", md(item.finding or "")),
        ("Figures", md("; ".join(item.figures))),
        ("Limits", md(item.limits or "none noted") if alike else ""),
        ("Where it says so", passage(book, item)),
    ]
    claims = [
        f"**{STANCES[each.item.stance or 'supports']}:** "
        f"{address.link(here, address.claim(each.claim.id), statement(each.claim))} "
        f"{certainty_chip(each.claim.certainty or 'none')}"
        + ("" if alike else f"<br>**Limits:** {md(each.item.limits or 'none noted')}")
        for each in uses
    ]
    return f"{facts_list(rows)}\n\nClaims that use it:\n\n{bullets(claims)}"


def _if_it_fell(book: Book, here: str, source: Source) -> str:
    """What would become of the claims that cite it, were it withdrawn."""
    claims = {each.claim.id: each.claim for each in book.citations.get(source.key, [])}.values()
    falls = [(claim, fall) for claim in claims for fall in book.falls(claim) if fall.key == source.key]
    if not falls:
        return ""
    changed = [line for claim, fall in falls if (line := _change(book, here, claim, fall))]
    rest = len(falls) - len(changed)
    same = f"{count(rest, 'claim')} would stand as before." if rest else ""
    return "\n\n".join(filter(None, ("## If this source were taken away", bullets(changed), same)))


def _change(book: Book, here: str, claim: Claim, fall: Fall) -> str:
    certainty, agreement = claim.certainty or "none", book.agreement(claim)
    words = []
    if rank(fall.ceiling) < rank(certainty):
        most = "" if fall.ceiling == "none" else " at most"
        words.append(f"“{CERTAINTY[fall.ceiling][1]}”{most}, now “{CERTAINTY[certainty][1]}”")
    if fall.agreement != agreement:
        words.append(f"“{AGREEMENTS[fall.agreement]}”, now “{AGREEMENTS[agreement]}”")
    if not words:
        return ""
    return f"{address.link(here, address.claim(claim.id), statement(claim))} Then {'; '.join(words)}."


def address_of(source: Source) -> str:
    """The link to where a source is read."""
    url = citing.primary_url(source.csl or {})
    return address.outside(url, url) if url else "not known"

"""The reference line of a source's page: plain text, after the pattern of Vancouver, from what is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.citing.fields import date_parts, text, year
from claimbook.citing.names import NO_AUTHOR, NO_TITLE, authors_line

if TYPE_CHECKING:
    from collections.abc import Mapping

_PARTS_OF_BOOKS = frozenset(
    {"chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference"}
)
_CLOSED = (".", "?", "!", "…")


def reference(csl: Mapping[str, object], more_authors: bool) -> str:
    """Return one line: authors. title. journal. year;volume(issue):pages. identifier.

    Order and punctuation follow the ICMJE's (Vancouver) examples, in words instead of abbreviations.
    Nothing is made up: a missing part is left out, save that a missing title is said, and missing authors
    are too where no publisher answers for the work. `more_authors` says that the list of authors is cut.
    """
    sentences = [
        _responsible(csl, more_authors),
        text(csl, "title", "title-short", "shortTitle") or NO_TITLE,
        *_edition(csl),
        _container(csl),
        "; ".join(filter(None, [_imprint(csl), _numbering(csl)])),
    ]
    said = [part if part.endswith(_CLOSED) else f"{part}." for part in sentences if part]
    return " ".join(filter(None, [*said, _identifier(csl)]))


def _responsible(csl: Mapping[str, object], more_authors: bool) -> str:
    named = authors_line(csl, more_authors)
    return named or ("" if text(csl, "publisher", "authority") else NO_AUTHOR)


def _edition(csl: Mapping[str, object]) -> list[str]:
    """Which report, edition and version it is; an article's number stands in place of its pages."""
    kind, number = text(csl, "genre"), "" if _is_article(csl) else text(csl, "number")
    edition, version = text(csl, "edition"), text(csl, "version")
    return [
        " ".join(filter(None, [kind, number])),
        f"Edition {edition}" if edition.isdecimal() else edition,
        f"Version {version}" if version else "",
    ]


def _container(csl: Mapping[str, object]) -> str:
    container = text(csl, "container-title", "container-title-short", "journalAbbreviation")
    return f"In: {container}" if container and text(csl, "type") in _PARTS_OF_BOOKS else container


def _imprint(csl: Mapping[str, object]) -> str:
    """Place and publisher, which no one asks for of a journal."""
    if _is_article(csl) and _container(csl):
        return ""
    publisher = text(csl, "publisher", "authority")
    return ": ".join(filter(None, [text(csl, "publisher-place"), publisher]))


def _numbering(csl: Mapping[str, object]) -> str:
    """Write year;volume(issue):pages, with whichever of them are there."""
    issue = text(csl, "issue")
    volume = text(csl, "volume") + (f"({issue})" if issue else "")
    start = ";".join(filter(None, [year(csl), volume]))
    pages = text(csl, "page", "page-first") or (text(csl, "number") if _is_article(csl) else "")
    if start and pages:
        return f"{start}:{pages}"
    return start or (f"Pages {pages}" if pages else "")


def _is_article(csl: Mapping[str, object]) -> bool:
    return text(csl, "type").startswith("article")


def _identifier(csl: Mapping[str, object]) -> str:
    """Name the first identifier there is; without a full stop, which would be copied along."""
    for name, before in (("DOI", "doi:"), ("PMID", "PMID: "), ("PMCID", "PMCID: "), ("URL", "")):
        if found := text(csl, name):
            return f"{before}{found}{_accessed(csl) if name == 'URL' else ''}"
    return ""


def _accessed(csl: Mapping[str, object]) -> str:
    parts = [part.zfill(2) for part in date_parts(csl, "accessed") if part]
    return f" (accessed {'-'.join(parts)})" if parts else ""

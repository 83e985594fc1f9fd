"""A work → the text of a new source; what only a curator can know is left as a marked gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.citing import canonical_doi, doi_fault
from claimbook.drafting.style import gap, lines
from claimbook.fields import KINDS, STUDY, SUBJECTS
from claimbook.importing import clean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimbook.importing import Work

# What a publication of these types is, nobody has to say.
_ARTICLES = (
    *("article", "article-journal", "article-magazine", "article-newspaper", "review", "chapter", "book"),
    *("paper-conference", "thesis", "entry-encyclopedia"),
)
_OPTIONAL = ("population", "participants", "treatment")
_IDENTIFIERS = ("DOI", "PMID", "PMCID")


def source_text(work: Work, head: str) -> str:
    """The file's text, with `head` as its first line."""
    kind = "kind: article" if work.csl["type"] in _ARTICLES else gap("kind", " | ".join(KINDS[:-1]), 0)
    more = ["more_authors: true"] if work.more_authors else []
    record = [*lines("csl", work.csl, 0), *_no_way_there(work)]
    listed = [kind, *record, *more, *_status(work), *_study(work)]
    return head + "\n".join([*listed, "# access: {read: abstract}  # abstract | excerpt | full"]) + "\n"


def _no_way_there(work: Work) -> list[str]:
    """A gap where nothing in the record leads a reader to the work."""
    known = any(work.csl.get(name) for name in (*_IDENTIFIERS, "URL"))
    return [] if known else [gap("DOI", "its DOI, or in its place a PMID, PMCID or URL", 1)]


def _status(work: Work) -> list[str]:
    if work.notice is None:
        return []
    doi = work.notice.doi
    named = {"notice": canonical_doi(doi)} if doi and not doi_fault(doi) else {}
    return lines("status", {"is": work.notice.value, **named}, 0)


def _study(work: Work) -> list[str]:
    said = clean(", ".join(work.called))  # one line, so that it cannot leave the comment
    called = f"  # its record calls it: {said}" if said else ""
    return [
        f"study:{called}",
        gap("design", " | ".join(STUDY["design"].options), 1),
        gap("subjects", f"{' | '.join(SUBJECTS)}, or a list of them", 1),
        *(f"  # {name}: {STUDY[name].about}" for name in _OPTIONAL),
    ]


def same_work(
    csl: Mapping[str, object], records: Mapping[str, Mapping[str, object]]
) -> tuple[str, str] | None:
    """The key of a record of this very work, and the identifier that says so; None where there is none."""
    wanted = _identifiers(csl)
    for key, record in records.items():
        shared = [name for name, value in _identifiers(record).items() if wanted.get(name) == value]
        if shared:
            return key, shared[0]
    return None


def _identifiers(csl: Mapping[str, object]) -> dict[str, str]:
    """The identifiers in the form in which they compare, whether sound or not."""
    return {name: canonical_doi(str(csl[name]).strip()) for name in _IDENTIFIERS if csl.get(name)}

"""A source does not say where it can be found.

Whoever doubts a claim must be able to open what it rests on. So an article needs one of these in its
`csl`: its DOI, its PubMed number (PMID), its number in PubMed Central (PMCID), or the address of the
publisher's page (URL). A drug label, a guideline and a company's page need the address (URL) at the
body that issued them, since that is where a reader sees whether they still hold.

Search the title at doi.org or PubMed and copy the number. Never guess one. A web page kept here with
its full text may have none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook.checks.example import MICE_STUDY, swap
from claimbook.checks.identifiers import FAULTS
from claimbook.citing import csl_faults

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimbook.checks.view import View
    from claimbook.model import Source
    from claimbook.problem import Problem

EXAMPLE = swap(MICE_STUDY, ", DOI: 10.1234/mice.2021", "")

_ANY = tuple(FAULTS)
_WANTED = {"article": _ANY, "label": ("URL",), "guideline": ("URL",), "company": ("URL",)}


def of_source(source: Source, view: View) -> Iterator[Problem]:
    """A problem for each source without any of its kind's identifiers; an unsound one is another rule's."""
    wanted = _WANTED.get(source.kind or "", ())
    if wanted and source.csl and not _has_any(source.csl, wanted):
        kind = "an article" if source.kind == "article" else f"a {source.kind} page"
        hint = f"add {'its DOI, PMID, PMCID or URL' if wanted == _ANY else 'the URL at its issuer'}"
        message = f"nothing here leads to {kind}: it has no {', '.join(wanted)}"
        yield source.origin.problem("missing-identifier", "csl", message, hint)


def _has_any(csl: Mapping[str, object], wanted: tuple[str, ...]) -> bool:
    """Whether one is there, perhaps under a name that invalid-csl reports."""
    if any(name in csl for name in wanted):
        return True
    misnamed = [csl.get(str(path[0])) for path, _ in csl_faults(csl) if path]
    return any(isinstance(value, str) and not FAULTS[name](value) for value in misnamed for name in wanted)

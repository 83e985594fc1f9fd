"""Crossref's REST interface and PubMed's E-utilities: where they stand, and how they are asked."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, urlencode

from claimbook.citations.crossref import read_agency, read_work
from claimbook.citations.published import Absent, Published, Unchecked
from claimbook.citations.pubmed import read_record
from claimbook.cite_online.asking import Question, SilentError
from claimbook.importing import CROSSREF, PUBMED

if TYPE_CHECKING:
    from claimbook.citations.published import Answer, Asked
    from claimbook.cite_online.asking import Asker

TOOL = "claimbook"

# efetch may answer 400 where none of the numbers exists, but also where something else is amiss.
NONE_OF_THEM = re.compile(rb"id list is empty|empty id list|cannot get document", re.IGNORECASE)


class Services(NamedTuple):
    """Base addresses, and the mail address at which the services may reach whoever asks."""

    email: str
    crossref: str = CROSSREF
    pubmed: str = PUBMED

    def answer(self, asker: Asker, asked: Asked) -> Answer:
        """What the service for this identifier says of it."""
        try:
            return self._work(asker, asked) if asked.name == "DOI" else self._record(asker, asked)
        except SilentError as silent:
            return Unchecked(asked, f"{asked.service}: {silent}")

    def _work(self, asker: Asker, asked: Asked) -> Answer:
        address = f"{self.crossref.rstrip('/')}/works/{quote(asked.value, safe='')}"
        found: Published | None = asker.ask(Question(address, address), partial(read_work, asked=asked))
        if found is not None:
            return found
        # A DOI may be kept by another agency; Crossref knows by which.
        agency = f"{address}/agency"
        return Absent(asked, asker.ask(Question(agency, agency), read_agency))

    def _record(self, asker: Asker, asked: Asked) -> Answer:
        what = {"db": "pubmed", "id": asked.value, "retmode": "xml"}
        base = f"{self.pubmed.rstrip('/')}/efetch.fcgi"
        key = f"{base}?{urlencode(what)}"
        address = f"{base}?{urlencode({**what, 'tool': TOOL, 'email': self.email})}"
        question = Question(key, address, NONE_OF_THEM)
        found: Published | None = asker.ask(question, partial(read_record, asked=asked))
        return found or Absent(asked)

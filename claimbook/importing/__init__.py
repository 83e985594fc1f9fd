"""Bibliographic records of other programs and services → CSL-JSON items as this base keeps them."""

from claimbook.importing.cleaning import BrokenError, Notice, Work, clean
from claimbook.importing.files import Entry, NoRecordsError, read_entries
from claimbook.importing.services import CROSSREF, PUBMED, work_of_doi, work_of_pmid

__all__ = [
    "CROSSREF",
    "PUBMED",
    "BrokenError",
    "Entry",
    "NoRecordsError",
    "Notice",
    "Work",
    "clean",
    "read_entries",
    "work_of_doi",
    "work_of_pmid",
]

"""Bibliographic formats: whether a record is sound, how it is cited, and where it is read."""

from __future__ import annotations

from claimbook.citing.csl import csl_faults
from claimbook.citing.fields import year
from claimbook.citing.fragment import text_fragment
from claimbook.citing.identifiers import canonical_doi, doi_fault, pmcid_fault, pmid_fault
from claimbook.citing.links import doi_url, pmc_url, primary_url, pubmed_url
from claimbook.citing.names import authors_short
from claimbook.citing.reference import reference
from claimbook.citing.urls import url_fault

__all__ = [
    "authors_short",
    "canonical_doi",
    "csl_faults",
    "doi_fault",
    "doi_url",
    "pmc_url",
    "pmcid_fault",
    "pmid_fault",
    "primary_url",
    "pubmed_url",
    "reference",
    "text_fragment",
    "url_fault",
    "year",
]

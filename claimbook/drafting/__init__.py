"""New claims and sources: complete but for a curator's judgement, whose gaps are marked."""

from claimbook.drafting.base import Offer, Offers, draft_claim, draft_source, offers
from claimbook.drafting.entries import entries_of_file, entry_of_doi, entry_of_pmid

__all__ = [
    "Offer",
    "Offers",
    "draft_claim",
    "draft_source",
    "entries_of_file",
    "entry_of_doi",
    "entry_of_pmid",
    "offers",
]

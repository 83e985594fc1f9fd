"""Words of this base in the terms of others: CiTO, FHIR, MeSH, and ontologies of evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimbook.model import Evidence, Source

CITO = "http://purl.org/spar/cito/"  # S. Peroni, D. Shotton: FaBiO and CiTO, 2012
_STANCE = {
    "supports": f"{CITO}isSupportedBy",
    "disputes": f"{CITO}isDisputedBy",
    "qualifies": f"{CITO}isQualifiedBy",
}
_SIDES = frozenset(_STANCE.values())
_AUTHORITIES = ("label", "guideline")

_FHIR = "http://terminology.hl7.org/CodeSystem/certainty-rating"  # HL7 FHIR R5
_RATED = frozenset({"high", "moderate", "low", "very-low"})
_DOMAINS = {
    "risk-of-bias": "RiskOfBias",
    "inconsistency": "Inconsistency",
    "indirectness": "Indirectness",
    "imprecision": "Imprecision",
    "publication-bias": "PublicationBias",
    "large-effect": "LargeEffect",
    "dose-response": "DoseResponseGradient",
}
# Only where a term means the design itself; a coarse or doubtful match is left out.
_DESIGNS = {
    "meta-analysis": ("mesh:D017418",),
    "systematic-review": ("mesh:D000078182",),
    "randomized-trial": ("ECO:0000180", "SEVCO:01003", "mesh:D016449"),
    "cohort": ("SEVCO:01002", "mesh:D064888"),
    "cross-sectional": ("SEVCO:01027",),
    "imaging-study": ("ECO:0001097",),
    "case-report": ("SEVCO:01017", "mesh:D002363"),
    "narrative-review": ("mesh:D016454",),
    "animal-experiment": ("ECO:0000179",),
    "in-vitro": ("ECO:0000181",),
}


def cito(item: Evidence, source: Source) -> list[str]:
    """How a claim's page cites a source with this evidence; a lay page never supports or disputes it."""
    quoted = [f"{CITO}includesQuotationFrom"] if item.quote else []
    if source.is_lay:
        return [*quoted, f"{CITO}critiques"]
    cited = f"{CITO}citesAsAuthority" if source.kind in _AUTHORITIES else f"{CITO}citesAsEvidence"
    return [_STANCE[item.stance or "supports"], cited, *quoted]


def is_side(term: str) -> bool:
    """Whether one of CiTO's terms says on which side of the claim itself a study stands."""
    return term in _SIDES


def certainty_code(certainty: str) -> dict[str, str] | None:
    """The certainty as a FHIR coding; None where no study speaks, which FHIR does not rate."""
    return {"system": _FHIR, "code": certainty} if certainty in _RATED else None


def domain_term(domain: str) -> str:
    """A GRADE domain as FHIR's certainty types spell it."""
    return _DOMAINS[domain]


def design_terms(design: str) -> list[str]:
    """What a design is called in ECO, SEVCO and MeSH, as compact URIs; empty where they have no word."""
    return list(_DESIGNS.get(design, ()))

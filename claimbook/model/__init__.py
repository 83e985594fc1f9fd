"""The knowledge base as typed, frozen values; no input or output.

A value that was reported while reading is None here and its name stands in `Origin.faults`,
so that a rule can stay silent about it. Records are compared by identity.
"""

from claimbook.model.claim import Change, Claim, Evidence, Reason, Related
from claimbook.model.library import Library
from claimbook.model.origin import Origin
from claimbook.model.parts import Allow, Context, Passage
from claimbook.model.source import Access, Aside, Lay, Source, Status, Study
from claimbook.model.words import HelpLine, LeftOut, Method, SafetyWord, Topic, TreatmentWord, Vocabulary

__all__ = [
    "Access",
    "Allow",
    "Aside",
    "Change",
    "Claim",
    "Context",
    "Evidence",
    "HelpLine",
    "Lay",
    "LeftOut",
    "Library",
    "Method",
    "Origin",
    "Passage",
    "Reason",
    "Related",
    "SafetyWord",
    "Source",
    "Status",
    "Study",
    "Topic",
    "TreatmentWord",
    "Vocabulary",
]

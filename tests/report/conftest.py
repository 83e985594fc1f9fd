import pytest


@pytest.fixture
def counts():
    """The counts of a run that found something."""
    return {
        "topics": 3,
        "claims": 12,
        "sources": 2,
        "evidence": 20,
        "quotes": 14,
        "quotes_verified": 13,
        "passages": 6,
        "passages_verified": 6,
        "errors": 2,
        "warnings": 1,
    }

"""Switches of the test run."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

# Timing decides no test: a busy machine is slow at drawing examples, too.
settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("here")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew; the run fails"
    )


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written; never in CI."""
    wanted = bool(request.config.getoption("--update-golden"))
    assert not (wanted and os.environ.get("CI")), "golden files are not written in CI"
    return wanted

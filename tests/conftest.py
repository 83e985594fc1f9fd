"""Switches of the test run."""

from __future__ import annotations

import os
import time

import pytest
from hypothesis import HealthCheck, settings

# Timing decides no test: a busy machine is slow at drawing examples, too.
settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("here")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew; the run fails"
    )


@pytest.fixture(autouse=True, scope="session")
def no_cache_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Let no test read or write the cache of whoever runs it."""
    os.environ["CLAIMBOOK_CACHE"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(autouse=True, scope="session")
def one_day() -> None:
    """Let MkDocs build on the day on which the tests began: a site map that is compared holds its day."""
    os.environ["SOURCE_DATE_EPOCH"] = str(int(time.time()))


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written; never in CI."""
    wanted = bool(request.config.getoption("--update-golden"))
    assert not (wanted and os.environ.get("CI")), "golden files are not written in CI"
    return wanted

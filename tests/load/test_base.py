"""What a base keeps of what it read, what it lets go of, and which files are its own."""

from __future__ import annotations

from claimbook.checks.example import BASE, CLAIM
from claimbook.load.base import Base
from tests.bases import base


def test_claims_and_sources_are_read_once_until_they_are_let_go(tmp_path):
    held = Base(base(tmp_path))
    claim, source = held.claim(CLAIM), held.source("kim2019")
    assert held.claim(CLAIM) is claim
    assert held.source("kim2019") is source
    held.forget(CLAIM)
    held.forget("claims/tea/nothing.yaml")
    assert held.claim(CLAIM) is not claim
    assert held.source("nobody") is None


def test_its_files_are_all_but_texts_that_cannot_be_read(tmp_path):
    stray = "claims/tea.yml"
    root = base(tmp_path, {stray: "", "claims/README": "", "sources/kim2019.txt": b"\xff"})
    assert Base(root).files == {*BASE, stray}

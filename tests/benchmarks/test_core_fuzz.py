"""Damaged members are refused with a sentence, or played; a sanitizer would end the program."""

from __future__ import annotations

import shutil

import pytest

from benchmarks.core_fuzz import fuzzed


@pytest.mark.skipif(shutil.which("gcc") is None, reason="needs gcc and its sanitizers")
def test_damaged_members_are_refused_or_played():
    figures = fuzzed(20_000, seed=1)
    assert figures["opened"] + figures["refused"] == 20_000
    assert figures["opened"] > 1000  # damage that leaves all sizes as they are
    assert figures["refused"] > 5000
    assert figures["refused_without_a_sentence"] == 0
    assert figures["unchanged"] < 1000

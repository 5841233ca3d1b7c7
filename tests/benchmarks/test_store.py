"""The benchmark of the store, on two dozen sounds: nothing that was done before a kill is done again."""

from __future__ import annotations

from benchmarks.store import run


def test_a_small_dataset_is_killed_resumed_and_opened() -> None:
    figures = run(((24, 2.0),))["24_files_of_2_s"]
    for work in ("scan", "store"):
        assert 1 <= figures[work]["killed_after_files"] <= figures[work]["kept_files"] <= 24
    assert figures["second_opening"]["resident_mb"] > figures["second_opening"]["resident_without_torch_mb"] > 10

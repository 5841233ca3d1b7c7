"""Recordings as people have them come out as they have to; of the many containers one in four is tried here."""

from __future__ import annotations

from benchmarks._nasty_sounds import cases
from benchmarks.recordings import check


def test_nasty_sounds_come_out_right() -> None:
    containers = [case for case in cases() if case.group == "containers"][::4]
    result = check([*containers, *(case for case in cases() if case.group != "containers")])
    assert result["wrong"] == {}
    assert result["right"] == result["tried"] >= 200

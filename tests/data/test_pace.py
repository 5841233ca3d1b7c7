"""A window hears of thirty thousand steps some twenty times a second."""

from __future__ import annotations

import pytest

from vschaos.data.pace import Pace


@pytest.mark.parametrize("steps_a_second", [3, 1000, 100_000])
def test_twenty_times_a_second_at_most_and_always_the_end(steps_a_second: int) -> None:
    told: list[tuple[int, int]] = []
    now_s = 0.0
    pace = Pace(lambda done, total: told.append((done, total)), 30_000, clock=lambda: now_s)
    for done in range(30_001):
        now_s = done / steps_a_second
        pace(done)
    assert told[0] == (0, 30_000)
    assert told[-1] == (30_000, 30_000)
    assert len(told) <= 20 * now_s + 2
    if steps_a_second < 20:
        assert len(told) == 30_001


def test_a_step_is_told_of_once_and_nobody_need_listen() -> None:
    told: list[tuple[int, int]] = []
    pace = Pace(lambda done, total: told.append((done, total)), 0)
    pace(0)
    pace(0)
    assert told == [(0, 0)]
    Pace(None, 3)(1)

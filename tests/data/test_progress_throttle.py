"""A window hears of thirty thousand steps some twenty times a second."""

from __future__ import annotations

import pytest

from vschaos.data.progress_throttle import ProgressThrottle


@pytest.mark.parametrize("steps_a_second", [3, 1000, 100_000])
def test_twenty_times_a_second_at_most_and_always_the_end(steps_a_second: int) -> None:
    reported: list[tuple[int, int]] = []
    now_s = 0.0
    throttle = ProgressThrottle(lambda done, total: reported.append((done, total)), 30_000, clock=lambda: now_s)
    for done in range(30_001):
        now_s = done / steps_a_second
        throttle(done)
    assert reported[0] == (0, 30_000)
    assert reported[-1] == (30_000, 30_000)
    assert len(reported) <= 20 * now_s + 2
    if steps_a_second < 20:
        assert len(reported) == 30_001


def test_a_step_is_reported_of_once_and_nobody_need_listen() -> None:
    reported: list[tuple[int, int]] = []
    throttle = ProgressThrottle(lambda done, total: reported.append((done, total)), 0)
    throttle(0)
    throttle(0)
    assert reported == [(0, 0)]
    ProgressThrottle(None, 3)(1)

"""How many blocks may come late for what a host stole."""

import pytest

from testing.stolen_time import StolenTime, stolen_s, stolen_time


@pytest.mark.parametrize(
    ("stolen", "realtime", "allowed"),
    [(0.0, True, 1.0), (0.29, True, 1.0), (1.0, True, 1.0 + 187.5 + 10.0), (0.0, False, 21.0)],
)
def test_what_is_allowed(stolen, realtime, allowed):
    found = StolenTime(stolen, 100.0).allowed_late_underruns(20_000, realtime=realtime)
    assert found == pytest.approx(allowed)


def test_shorter_blocks_are_late_more_often():
    stolen = StolenTime(1.0, 10.0)
    longer, shorter = (stolen.allowed_late_underruns(0, realtime=True, block_s=block_s) for block_s in (0.01, 0.005))
    assert shorter - longer == pytest.approx(100.0)


def test_what_is_stolen_is_counted_while_the_block_runs():
    before = stolen_s()
    with stolen_time() as found:
        pass
    assert 0.0 <= found.stolen_s <= stolen_s() - before
    assert found.seconds > 0.0

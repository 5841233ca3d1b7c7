"""The smallest run of the figures of OSC."""

from benchmarks import osc


def test_nothing_is_lost_and_the_storm_is_survived():
    figures = osc.run(osc.OscOptions(seconds=1.0, per_s=2000.0, questions=50, storm=2000))
    assert set(figures["cost_us"]) > {"float", "pattern", "learnt"}
    assert figures["questions"]["state_ms"]["count"] == 50
    assert figures["sustained"]["sent"] > 1500
    assert figures["sustained"]["lost"] == figures["sustained"]["refused"] == 0
    assert figures["storm"]["datagrams"] == 2000
    assert figures["storm"]["memory_slope_mb_min"] is not None

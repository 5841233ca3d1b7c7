from dataclasses import replace

from vschaos.realtime.protocol import LatencyBudget, OscStatus, Snapshot, StreamStatus
from vschaos_studio.state.engine_words import osc_line, output_health, stream_health

BUDGET = LatencyBudget(hop=3.0, queue=8.0, resampling=1.0, limiter=1.4, device=10.0, window=11.0)
RUNNING = Snapshot(stream=StreamStatus.RUNNING, latency=BUDGET, load=0.12, realtime_priority=True)


def test_a_healthy_stream_needs_no_remedy():
    health = stream_health(RUNNING)
    assert health.line == "34 ms delay · no dropouts · 12 % busy"
    assert not health.troubled


def test_each_trouble_has_its_remedy():
    for snapshot in (replace(RUNNING, stream=StreamStatus.NO_DEVICE), replace(RUNNING, load=0.95)):
        health = stream_health(snapshot)
        assert health.troubled
        assert health.remedy


def test_why_the_queue_is_long_is_said_in_the_engines_words():
    refused = replace(BUDGET, why="The system grants no real-time priority.", remedy="Join the “audio” group.")
    calm = stream_health(replace(RUNNING, latency=refused))
    assert calm.remedy == "The system grants no real-time priority. Join the “audio” group."
    assert not calm.troubled
    assert stream_health(replace(RUNNING, latency=refused, underruns=2)).troubled


def test_one_dropout_is_one():
    assert "1 dropout ·" in stream_health(replace(RUNNING, underruns=1)).line


def test_where_the_sound_goes_is_told_by_name():
    assert output_health(replace(RUNNING, device="Speakers")).line == "Plays through “Speakers”."
    silent = replace(RUNNING, stream=StreamStatus.NO_DEVICE)
    assert output_health(silent) == stream_health(silent)


def test_osc_says_what_passed():
    assert osc_line(OscStatus(), wanted=False) == "off"
    assert osc_line(OscStatus(), wanted=True) == "not listening"
    passed = OscStatus(listening=True, received=3, sent=5, rejected=1)
    assert osc_line(passed, wanted=True) == "3 in · 5 out · 1 refused"

from dataclasses import replace

from msgspec.structs import replace as changed

from vschaos.realtime.devices.latency import LatencyBudget
from vschaos.realtime.protocol import EngineStatus, OscStatus, StreamStatus
from vschaos_studio.state.engine_text import osc_line, output_state, stream_state

BUDGET = LatencyBudget(hop=3.0, block=8.0, resampling=1.0, limiter=1.4, device=10.0, window=11.0)
RUNNING = EngineStatus(stream=StreamStatus.RUNNING, latency=BUDGET, load=0.12, realtime_priority=True)


def test_a_healthy_stream_needs_no_remedy():
    health = stream_state(RUNNING)
    assert health.line == "34 ms latency · no dropouts · 12 % load"
    assert not health.troubled


def test_each_trouble_has_its_remedy():
    for status in (changed(RUNNING, stream=StreamStatus.NO_DEVICE), changed(RUNNING, load=0.95)):
        health = stream_state(status)
        assert health.troubled
        assert health.remedy


def test_why_sound_may_come_late_is_given_by_the_engine():
    refused = replace(BUDGET, why="The system grants no real-time priority.", remedy="Join the “audio” group.")
    calm = stream_state(changed(RUNNING, latency=refused))
    assert calm.remedy == "The system grants no real-time priority. Join the “audio” group."
    assert not calm.troubled
    assert stream_state(changed(RUNNING, latency=refused, underruns=2)).troubled


def test_one_dropout_is_one():
    assert "1 dropout ·" in stream_state(changed(RUNNING, underruns=1)).line


def test_where_the_sound_goes_is_named():
    assert output_state(changed(RUNNING, device="Speakers")).line == "Plays through “Speakers”."
    silent = changed(RUNNING, stream=StreamStatus.NO_DEVICE)
    assert output_state(silent) == stream_state(silent)


def test_osc_says_what_passed():
    assert osc_line(OscStatus(), wanted=False) == "off"
    assert osc_line(OscStatus(), wanted=True) == "not listening"
    passed = OscStatus(listening=True, received=3, sent=5, rejected=1)
    assert osc_line(passed, wanted=True) == "3 in · 5 out · 1 refused"

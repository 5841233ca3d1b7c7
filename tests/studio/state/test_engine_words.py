from dataclasses import replace

from vschaos.realtime.protocol import OscStatus, Snapshot, StreamStatus
from vschaos_studio.state.engine_words import osc_line, stream_health

RUNNING = Snapshot(stream=StreamStatus.RUNNING, latency_ms=34.4, load=0.12, realtime_priority=True)


def test_a_healthy_stream_needs_no_remedy():
    health = stream_health(RUNNING)
    assert health.line == "34 ms delay · no dropouts · 12 % busy"
    assert not health.troubled


def test_each_trouble_has_its_remedy():
    for snapshot in (
        replace(RUNNING, stream=StreamStatus.NO_DEVICE),
        replace(RUNNING, load=0.95),
        replace(RUNNING, underruns=3, realtime_priority=False),
    ):
        health = stream_health(snapshot)
        assert health.troubled
        assert health.remedy


def test_one_dropout_is_one():
    assert "1 dropout ·" in stream_health(replace(RUNNING, underruns=1)).line


def test_osc_says_what_passed():
    assert osc_line(OscStatus(), wanted=False) == "off"
    assert osc_line(OscStatus(), wanted=True) == "not listening"
    passed = OscStatus(listening=True, received=3, sent=5, rejected=1)
    assert osc_line(passed, wanted=True) == "3 in · 5 out · 1 refused"

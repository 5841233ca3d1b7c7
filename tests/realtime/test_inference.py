"""The inference loop, step by step on a clock of its own: no thread, no waiting."""

import numpy as np
import pytest

from tests.realtime.conftest import DIMS
from vschaos.performance.authority import Performance
from vschaos.performance.controls import Playable
from vschaos.performance.state import Origin, Touch
from vschaos.realtime.inference import HIGHEST_MARK, RING_SAMPLES, InferenceThread, Outlet
from vschaos.realtime.ring import Ring
from vschaos.realtime.scheduling import Means, RealtimeGrant
from vschaos.realtime.stream import Feeder


class Bench:
    def __init__(self, instrument, rate=48_000):
        self.now = 0.0
        self.performance = Performance(Playable(DIMS))
        self.inference = InferenceThread(self.performance, clock=lambda: self.now)
        ring = Ring(RING_SAMPLES)
        self.tapped = []
        self.outlet = Outlet(ring, Feeder(ring), rate, lambda frames: self.tapped.append(frames.copy()))
        self.inference.take(instrument)

    def top_up(self):
        while self.inference.step(self.outlet):
            pass

    def callback(self, block=256):
        out = np.zeros((block, 2), np.float32)
        self.outlet.feeder.fill(out, self.now)
        self.now += block / self.outlet.rate_hz
        return out[:, 0]


def test_the_ring_holds_a_mark_and_a_hop_and_the_sound_is_whole(sine):
    bench = Bench(sine)
    bench.performance.touch((Touch("play", (1.0,)),), Origin.UI)
    heard = []
    for _ in range(400):
        bench.top_up()
        mark = bench.inference.mark_samples
        assert mark <= bench.outlet.ring.fill < mark + 600
        heard.append(bench.callback())
    sound = np.concatenate(heard)[24_000:]
    assert bench.inference.mark_samples == 2 * 256, "where real time is not granted"
    np.testing.assert_array_equal(np.concatenate(bench.tapped)[: len(heard) * 256, 0], np.concatenate(heard))
    assert bench.outlet.feeder.underruns == 0
    spectrum = np.abs(np.fft.rfft(sound[:48_000] * np.hanning(48_000)))
    assert np.argmax(spectrum) == 440
    assert np.sort(spectrum)[-1] / np.median(spectrum) > 1e4
    assert 0.005 < bench.inference.status.queue_s < 0.03


def test_missing_samples_widen_the_ring_and_no_more_than_that(sine):
    bench = Bench(sine)
    bench.performance.touch((Touch("play", (1.0,)),), Origin.UI)
    for _ in range(20):
        bench.top_up()
        bench.callback()
    for _ in range(30):
        for _ in range(200):
            bench.callback()
        bench.top_up()
    assert bench.outlet.feeder.underruns > 1000
    assert 2 * 256 < bench.inference.mark_samples <= HIGHEST_MARK
    settled = bench.inference.mark_samples
    for _ in range(200):
        bench.top_up()
        bench.callback()
    assert bench.inference.mark_samples <= settled * 3 // 2 + 256, "one more step at most for what was missing before"


def test_a_widened_ring_narrows_again_when_nothing_is_missing(sine):
    bench = Bench(sine)
    bench.performance.touch((Touch("play", (1.0,)),), Origin.UI)
    for _ in range(20):
        bench.top_up()
        bench.callback()
    for _ in range(2000):
        bench.callback()
    bench.top_up()
    assert bench.inference.mark_samples > 2 * 256
    assert bench.inference.status.widened
    for _ in range(3):
        bench.now += 310.0
        bench.callback(256)
        bench.top_up()
    assert bench.inference.mark_samples == 2 * 256
    assert not bench.inference.status.widened


def test_a_device_with_long_blocks_gets_a_longer_queue(sine):
    bench = Bench(sine)
    bench.top_up()
    bench.callback(1024)
    bench.top_up()
    assert bench.inference.mark_samples == 2048


def test_touches_made_together_are_heard_in_the_same_hop(sine):
    bench = Bench(sine)
    seen = []
    bench.top_up()
    rendered = bench.inference._renderer.hop
    bench.inference._renderer.hop = lambda sounding: seen.append(sounding.state) or rendered(sounding)
    bench.performance.touch((Touch("pad", (0.5, -0.5)), Touch("gain", (-6.0,)), Touch("play", (1.0,))), Origin.OSC)
    for _ in range(4):
        bench.callback()
        bench.top_up()
    assert seen
    assert all(s.latent[:2] == (0.5, -0.5) and s["gain"] == -6.0 and s.playing for s in seen)


def test_with_real_time_priority_no_more_than_a_block_is_kept(sine):
    bench = Bench(sine)
    bench.inference.grant = RealtimeGrant(True, Means.SCHED_RR, "granted")
    bench.performance.touch((Touch("play", (1.0,)),), Origin.UI)
    for _ in range(200):
        bench.top_up()
        bench.callback(256)
    assert bench.inference.mark_samples == 256
    assert bench.outlet.feeder.underruns == 0


def test_a_latency_that_is_asked_for_is_kept(sine):
    bench = Bench(sine)
    bench.inference.attach(bench.outlet, least_queue_s=0.05)
    for _ in range(20):
        bench.top_up()
        bench.callback(256)
    assert bench.inference.mark_samples == 2400


def test_notes_and_gestures_go_by_the_time_of_the_sound(sine):
    """A second of sound is a second of the performance, however long it took to render."""
    bench = Bench(sine)
    advanced = []
    advance = bench.performance.advance
    bench.performance.advance = lambda seconds: advanced.append(seconds) or advance(seconds)
    bench.performance.touch((Touch("play", (1.0,)),), Origin.UI)
    for _ in range(400):
        bench.top_up()
        bench.callback(256)
    assert sum(advanced) == pytest.approx(len(np.concatenate(bench.tapped)) / 48_000, abs=0.002)


@pytest.mark.parametrize("block", [64, 256, 512])
def test_the_thread_wakes_just_before_a_callback_is_due_and_never_later_each_time(sine, block):
    """Two minutes against a device whose clock is a thousandth off: no drift, few looks, none of them late."""
    bench = Bench(sine)
    bench.inference.grant = RealtimeGrant(True, Means.SCHED_RR, "granted")
    bench.performance.touch((Touch("play", (1.0,)),), Origin.UI)
    period = block / bench.outlet.rate_hz * 1.001
    buffer = np.zeros((block, 2), np.float32)
    due, late, looks = 0.0, [], 0
    while bench.now < 120.0:
        if bench.inference.step(bench.outlet):
            late.append(bench.now - (due - period))
            bench.now += 0.0004  # what rendering took
        else:
            looks += 1
            bench.now += bench.inference._pause_s(bench.outlet) + 0.00006
        while due <= bench.now:
            bench.outlet.feeder.fill(buffer, due)
            due += period
    settled = np.array(late[len(late) // 10 :])
    assert bench.outlet.feeder.shortages == 0
    assert np.quantile(settled, 0.99) < 0.0015
    assert looks < 6 * len(late)


def test_after_one_late_server_two_calls_at_once_do_no_harm(sine):
    bench = Bench(sine)
    bench.inference.grant = RealtimeGrant(True, Means.SCHED_RR, "granted")
    bench.performance.touch((Touch("play", (1.0,)),), Origin.UI)
    for turn in range(400):
        bench.top_up()
        bench.callback(256)
        if turn % 40 == 20:
            bench.callback(256)
    assert bench.outlet.feeder.shortages == 1
    assert bench.inference.mark_samples == 512

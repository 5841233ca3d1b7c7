"""The control thread, step by step on a clock of its own: no thread, no waiting."""

import threading
import time

import numpy as np
import pytest

from tests.core.playing import amplitude
from tests.known_sounds import DIMS, Tone, known, loaded
from tests.realtime.conftest import HOP, RATE
from vschaos.core.player import Meters
from vschaos.performance import automation
from vschaos.performance.controls import Playable
from vschaos.performance.notes import NoteOn
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch
from vschaos.realtime.control import IDLE_S, STILL_S, ControlThread
from vschaos.realtime.rendering.renderer import Renderer

SINE = Tone(20, 0.5)


class Bench:
    """A control thread, a player that is asked for blocks of 256 frames, and a clock that goes with them."""

    def __init__(self, instrument=None, rate=RATE):
        self.now, self.rate = 100.0, rate
        self.performance = Performance(Playable(DIMS))
        self.control = ControlThread(self.performance, clock=lambda: self.now)
        if instrument is not None:
            self.control.set_instrument(instrument)
        self.renderer = None

    def attach(self):
        self.renderer = Renderer(self.performance, self.rate)
        self.control.attach(self.renderer)
        self.control.step()
        return self

    def touch(self, *touches):
        self.performance.touch([Touch(control, (value,)) for control, value in touches], Origin.UI)

    def hear(self, seconds, touched=False):
        """One side; the thread is awake as often as it asked to be."""
        heard, due = [], self.now
        while len(heard) * 256 < seconds * self.rate:
            if touched or self.now >= due:
                due = self.now + self.control.step(touched)
                touched = False
            heard.append(self.renderer.player.render(256)[:, 0])
            self.now += 256 / self.rate
        return np.concatenate(heard)


@pytest.fixture
def bench(sine):
    return Bench(sine)


def test_what_is_played_is_heard_and_its_figures_are_published(bench):
    bench.attach().touch(("play", 1.0))
    sound = bench.hear(0.5, touched=True)
    assert amplitude(sound[-4096:], SINE.hz()) == pytest.approx(0.5, rel=0.01)
    status = bench.control.status
    assert status.level_db == pytest.approx(-6.0, abs=0.1)
    assert status.input_db == pytest.approx(-120.0)
    assert (status.voices, status.silent, status.recoveries) == (1, False, 0)
    assert status.tick_s == pytest.approx(HOP / RATE)
    assert status.limiter_s == pytest.approx(0.0015, abs=1e-4)


def test_it_wakes_when_a_tick_has_begun(bench):
    """Hardly more than once a tick, and never so late that one is missed, while something moves by itself."""
    bench.attach().touch(("play", 1.0))
    bench.hear(0.2, touched=True)
    assert bench.control.step() == STILL_S
    bench.touch(("trajectory", 3.0))
    bench.hear(0.2, touched=True)
    waits, ticks = [], []
    for _ in range(100):
        waits.append(bench.control.step())
        frames = round(waits[-1] * RATE)
        bench.renderer.player.render(frames)
        bench.now += frames / RATE
        ticks.append(bench.renderer.player.meters().tick)
    assert max(np.diff(ticks)) <= 1
    assert ticks[-1] - ticks[0] > 75
    assert min(waits) < 0.2 * HOP / RATE < 0.8 * HOP / RATE < max(waits)


def test_without_an_output_the_performance_goes_on_by_the_clock(bench):
    seconds = []
    bench.performance.advance = lambda passed: seconds.append(passed)
    for _ in range(50):
        bench.now += 0.02
        assert bench.control.step() == IDLE_S
    assert sum(seconds) == pytest.approx(1.0)
    assert bench.control.status == Meters()


def test_a_second_of_sound_is_one_of_the_performance_with_an_output_that_comes_and_goes(bench):
    """The clock says something else meanwhile: nothing is counted twice, and the pause is."""
    bench.control.step()
    bench.attach().touch(("play", 1.0), ("trajectory", 3.0))
    bench.hear(0.3, touched=True)
    seconds = []
    advance = bench.performance.advance
    bench.performance.advance = lambda passed: seconds.append(passed) or advance(passed)
    bench.hear(2.0)
    assert sum(seconds) == pytest.approx(2.0, abs=0.03)
    bench.control.attach(None)
    for _ in range(50):
        bench.now += 0.02
        bench.control.step()
    assert sum(seconds) == pytest.approx(3.0, abs=0.05)


def test_a_touch_wakes_it_and_counts_from_the_next_block_even_as_a_tick_begins(bench):
    """What is prepared for the tick to come does not take its place."""
    other = Bench(loaded(known(SINE)))
    for one in (bench, other):
        one.attach().touch(("play", 1.0))
        one.hear(0.3, touched=True)
    while bench.renderer.player.meters().tick == bench.renderer.meters.tick:  # so that a step has to prepare one
        bench.renderer.player.render(64)
        other.renderer.player.render(64)
    bench.control._wake.clear()
    bench.touch(("gain", -20.0))
    assert bench.control._wake.is_set()
    bench.control.step(touched=True)
    other.control.step()
    changed = bench.renderer.player.render(HOP)[:, 0] != other.renderer.player.render(HOP)[:, 0]
    assert np.flatnonzero(changed)[0] == round(bench.control.status.limiter_s * RATE)


def test_a_note_wakes_it_and_is_heard(bench):
    bench.attach()
    bench.hear(0.1)
    bench.performance.play_note(NoteOn(60, 1.0))
    assert bench.control._wake.is_set()
    assert np.abs(bench.hear(0.3, touched=True)).max() > 0.3


def test_an_instrument_is_taken_up_by_every_output_and_swapped_in(bench):
    bench.attach().touch(("play", 1.0))
    bench.hear(0.3, touched=True)
    bench.control.set_instrument(loaded(known(Tone(40, 0.25))))
    sound = bench.hear(0.5)
    assert amplitude(sound[-4096:], Tone(40).hz()) == pytest.approx(0.25, rel=0.01)
    bench.attach()
    again = bench.hear(0.5)
    assert amplitude(again[-4096:], Tone(40).hz()) == pytest.approx(0.25, rel=0.01)
    assert bench.renderer.player.meters().part == 1


def test_what_an_instrument_leaves_behind_is_freed_by_and_by(bench):
    """A third one is taken up, though nobody but the thread tidies up."""
    bench.attach().touch(("play", 1.0))
    bench.hear(0.2, touched=True)
    for number in range(5):
        bench.control.set_instrument(loaded(known(Tone(24 + 4 * number, 0.25))))
        bench.hear(0.2)
    assert bench.renderer.player.meters().part == 6


def test_hush_fades_out_and_is_told_and_taken_back(bench):
    bench.attach().touch(("play", 1.0))
    bench.hear(0.3, touched=True)
    bench.control.hush()
    assert np.abs(bench.hear(0.5)[-HOP:]).max() < 1e-6
    assert bench.control.status.silent
    bench.control.hush(False)
    assert amplitude(bench.hear(0.5)[-4096:], SINE.hz()) == pytest.approx(0.5, rel=0.01)


def test_an_input_goes_to_the_output_that_is_open(bench):
    asked = []
    for _ in range(2):
        bench.attach()
        listen = bench.renderer.player.listen
        bench.renderer.player.listen = lambda rate, listen=listen: asked.append(rate) or listen(rate)
        bench.control.step()
        bench.control.listen(48_000)
        bench.control.step()
        bench.control.step()
    bench.control.listen(0)
    bench.control.step()
    assert asked in ([48_000, 0], [48_000, 48_000, 0])


def test_the_thread_starts_and_stops_with_and_without_an_output(bench):
    bench.control.start()
    bench.control.attach(Renderer(bench.performance, RATE))
    bench.touch(("play", 1.0))
    bench.control.stop()
    assert not bench.control._thread.is_alive()


def test_a_bug_fades_the_sound_out_before_it_is_reported(bench, monkeypatch, capfd):
    failed = threading.Event()
    control = ControlThread(bench.performance, failed.set)
    control.set_instrument(bench.control._instrument)
    renderer = Renderer(bench.performance, RATE)
    control.attach(renderer)
    bench.touch(("play", 1.0))
    control.start()
    heard = []
    while not heard or np.abs(heard[-1]).max() < 0.4:
        heard.append(renderer.player.render(256)[:, 0])
        time.sleep(0.001)
    monkeypatch.setattr(automation, "LFO_SHAPES", ("off", "no such shape"))
    bench.touch(("lfo.z1.shape", 1.0))
    while not failed.is_set():
        heard.append(renderer.player.render(256)[:, 0])
        time.sleep(0.001)
    control.stop()
    assert control.has_failed
    assert "KeyError: 'no such shape'" in capfd.readouterr().err
    sound = np.concatenate(heard)
    assert np.abs(sound[-256:]).max() < 1e-3
    steepest = 0.5 * 2 * np.pi * SINE.hz() / RATE
    assert np.abs(np.diff(sound)).max() < 1.5 * steepest, "a click"

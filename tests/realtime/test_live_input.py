"""Live sound in: gate, scale, offset, and how late the dry sound comes."""

import numpy as np
import pytest

from tests.realtime.conftest import HOP, RATE, Latent, Sine, at, loaded
from vschaos.instrument.build import untrained
from vschaos.realtime.live_input import FARTHEST, Inlet, LiveInput
from vschaos.realtime.loading import prepare
from vschaos.realtime.renderer import Renderer
from vschaos.realtime.ring import Ring

ON = {"input": 1, "play": 1}


def tone(seconds, amplitude=0.5, hz=430.6640625, rate=RATE):
    """A whole number of samples a period of five hops."""
    return (amplitude * np.sin(2 * np.pi * hz * np.arange(round(seconds * rate)) / rate)).astype(np.float32)


def keep_pace(ring, sound, hops, block=256, rate=RATE):
    """Give the ring what a device would have heard by the end of so many hops, and a little more."""
    until = round((hops * HOP + 1100) * rate / RATE)
    written = int(ring.counters[0])
    for start in range(written, min(until, len(sound)), block):
        ring.write(sound[start : start + block, None])


class Ear:
    """A live input, fed as a device would."""

    def __init__(self, decoder=None, rate=RATE):
        self.ring = Ring(1 << 16, channels=1)
        self.live = LiveInput(loaded(decoder or Sine()), Inlet(self.ring, rate))

    def hear(self, sound, sounding=None, block=256):
        """All hops that are made while the sound comes in."""
        heard = []
        before = int(self.ring.counters[0])
        padded = np.concatenate([np.zeros(before, np.float32), sound])
        for hop in range(len(sound) // HOP):
            keep_pace(self.ring, padded, before // HOP + hop + 1, block)
            heard.append(self.live.hop(sounding or at(**ON)))
        return heard


def test_the_network_hears_the_input_at_its_level():
    places = np.array([one.place for one in Ear().hear(tone(1.0))])
    assert places[-1, 0] == pytest.approx(0.5, rel=0.01)
    assert np.ptp(places[5:, 0]) < 0.01


def test_scale_and_pad_are_applied_and_bounded():
    sounding = at((0.25, -0.5, 0.0, 0.0), input__scale__z1=2.0, **ON)
    place = Ear().hear(tone(0.5), sounding)[-1].place
    assert place[:2] == pytest.approx([1.25, -0.5], abs=0.02)
    assert Ear().hear(tone(0.5, 1.0), at((1.0, 0, 0, 0), input__scale__z1=4.0, **ON))[-1].place[0] == FARTHEST


def test_the_gate_closes_below_its_threshold_and_softly():
    ear = Ear()
    loud = ear.hear(tone(0.5), at(input__gate=-20, **ON))
    soft = ear.hear(tone(0.5, 10 ** (-33 / 20)), at(input__gate=-20, **ON))
    between = Ear().hear(tone(0.5, 10 ** (-33 / 20)), at(input__gate=-40, **ON))
    assert loud[-1].gate.min() > 0.99
    assert soft[-1].gate.max() < 0.01
    assert between[-1].gate.min() > 0.99
    assert soft[-1].place[0] == pytest.approx(0.0, abs=1e-3)
    gates = np.concatenate([one.gate for one in loud + soft])
    assert np.abs(np.diff(gates)).max() < 0.005


def test_what_is_no_number_and_what_is_too_loud_does_no_harm():
    sound = tone(0.5)
    sound[5000:5050], sound[6000], sound[7000] = np.nan, np.inf, 1e30
    heard = Ear().hear(sound)
    assert np.isfinite(np.concatenate([one.dry for one in heard])).all()
    assert all(np.isfinite(one.place).all() for one in heard)


def test_an_input_that_stops_is_silence_and_one_that_floods_is_not_late():
    ear = Ear()
    ear.hear(tone(0.5))
    stopped = [ear.live.hop(at(**ON)) for _ in range(20)]
    assert stopped[-1].level_db < -100
    ear.ring.write(tone(1.4)[:, None])
    ear.live.hop(at(**ON))
    assert len(ear.live._waiting) <= HOP + 512


@pytest.mark.parametrize("rate", [44_100, 48_000, 22_050])
def test_dry_sound_comes_as_late_as_the_instrument(rate):
    """A burst comes through whole, once, at the device's rate."""
    ring = Ring(1 << 16, channels=1)
    renderer = Renderer(RATE)
    renderer.take(loaded(Latent(hz=RATE / HOP * 8)))
    renderer.inlet = Inlet(ring, rate)
    sound = np.zeros(rate, np.float32)
    sound[rate // 2 : rate // 2 + rate // 10] = tone(0.1, 0.5, rate=rate)
    out = []
    for hop in range(RATE // HOP):
        keep_pace(ring, sound, hop + 1, rate=rate)
        out.append(renderer.hop(at(input__mix=0.0, **ON)))
    heard = np.concatenate(out)[:, 0]
    loud = np.flatnonzero(np.abs(heard) > 0.05)
    assert np.abs(heard).max() == pytest.approx(0.5, rel=0.1)
    assert (loud[-1] - loud[0]) / RATE == pytest.approx(0.1, abs=0.03)


def test_an_instrument_follows_the_input_and_falls_silent_with_it():
    ring = Ring(1 << 16, channels=1)
    renderer = Renderer(RATE)
    renderer.take(prepare(untrained(3, latent_dims=4)))
    renderer.inlet = Inlet(ring, RATE)
    sound = np.concatenate([tone(1.0), np.zeros(RATE, np.float32)])
    out = []
    for hop in range(len(sound) // HOP):
        keep_pace(ring, sound, hop + 1)
        out.append(renderer.hop(at(**ON)))
    heard = np.concatenate(out)[:, 0]
    assert np.isfinite(heard).all()
    assert heard[RATE // 2 : RATE].std() > 1e-3
    assert np.abs(heard[-RATE // 2 :]).max() < 1e-4, "the gate is closed"
    assert renderer.input_db < -100


def test_the_input_s_phase_is_kept_on_request_and_lies_under_the_dry_sound():
    """Wet and dry are alike at no lag: the instrument is as late as the dry sound is made to be."""
    sounds = []
    sound = 0.2 * np.random.default_rng(0).standard_normal(RATE).astype(np.float32)
    for mix in (0.0, 1.0):
        ring = Ring(1 << 16, channels=1)
        renderer = Renderer(RATE)
        renderer.take(prepare(untrained(3, latent_dims=4)))
        renderer.inlet = Inlet(ring, RATE)
        out = []
        for hop in range(RATE // HOP):
            keep_pace(ring, sound, hop + 1)
            out.append(renderer.hop(at(input__phase=1, input__mix=mix, **ON)))
        sounds.append(np.concatenate(out)[RATE // 4 :, 0].astype(np.float64))
    likeness = np.fft.irfft(np.fft.rfft(sounds[0]) * np.conj(np.fft.rfft(sounds[1])))
    assert np.argmax(np.abs(likeness)) in (0, 1, len(likeness) - 1)
    assert np.abs(likeness).max() > 10 * np.median(np.abs(likeness))

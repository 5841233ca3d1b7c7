"""Live sound in: gate, scale, offset, how late the dry sound comes, and what a device may do to it."""

from types import SimpleNamespace

import numpy as np
import pytest

from vschaos.core.analysis import CoreAnalysis
from vschaos.core.arrays import floats
from vschaos.core.instrument import CoreInstrument
from vschaos.core.library import core, ffi
from vschaos.instrument.build import untrained
from vschaos.instrument.core_member import pack

SLACK = 512


@pytest.fixture(scope="module")
def instrument():
    made = CoreInstrument(pack(untrained(3, latent_dims=4)))
    yield made
    made.close()


class Ear:
    """A live input, the ring that feeds it, and what it hears."""

    def __init__(self, instrument, rate=None, lookahead=0):
        self.instrument = instrument
        rate = rate or instrument.sample_rate_hz
        self.ring = ffi.gc(core.vs_ring_new(1 << 17, 1), core.vs_ring_free)
        self.live = ffi.gc(core.vs_live_input_new(instrument.handle, lookahead, rate), core.vs_live_input_free)

    def give(self, sound):
        sound = np.asarray(sound, np.float32)
        assert core.vs_ring_write(self.ring, floats(sound), len(sound)) == len(sound)

    def hop(self, scale=1.0, offset=0.0, gate_db=-60.0, keeps_phase=False):
        size = self.instrument
        scales, offsets, labels = (
            np.full(count, value, np.float32)
            for count, value in ((size.latent_dims, scale), (size.latent_dims, offset), (size.label_count, np.nan))
        )
        kept_alive = [floats(array) for array in (scales, offsets, labels)]
        opens, shuts = 10 ** (gate_db / 20), 10 ** ((gate_db - 6) / 20)
        controls = ffi.new("vs_live_controls *", (*kept_alive, opens, shuts, keeps_phase))
        place = np.full(size.latent_dims + size.label_count, np.nan, np.float32)
        kept, dry, gate = (np.full(size.hop_samples, np.nan, np.float32) for _ in range(3))
        out = [floats(array, written_to=True) for array in (place, kept, dry, gate)]
        peak = core.vs_live_input_hop(self.live, self.ring, controls, *out)
        return SimpleNamespace(place=place, kept=kept, dry=dry, gate=gate, peak=peak)

    def hear(self, sound, **controls):
        """All hops of a sound of which SLACK samples more are there than have been heard."""
        hop = self.instrument.hop_samples
        heard = []
        for start in range(0, len(sound) // hop * hop, hop):
            self.give(sound[start : start + hop])
            heard.append(self.hop(**controls))
        return heard


def noise(count, level=0.2):
    return (level * np.random.default_rng(0).uniform(-1, 1, count)).astype(np.float32)


@pytest.mark.parametrize("lookahead", [0, 1])
def test_the_dry_sound_comes_through_the_gate_as_late_as_the_voice(instrument, lookahead):
    hop = instrument.hop_samples
    sound = noise(40 * hop)
    ear = Ear(instrument, lookahead=lookahead)
    ear.give(np.zeros(SLACK))
    heard = ear.hear(sound)
    dry, gate = (np.concatenate([getattr(one, name) for one in heard]) for name in ("dry", "gate"))
    late = instrument.n_fft - hop - instrument.pad_first_samples + lookahead * instrument.pad_hop_samples
    # The silence before the sound is heard first; the gate opens with the hop in which sound begins.
    since = np.maximum(np.arange(1, len(sound) + 1) - SLACK // hop * hop, 0)
    opened = 1.0 - np.exp(-since / (0.008 * instrument.sample_rate_hz))
    given = np.concatenate([np.zeros(SLACK), sound])[: len(sound)]
    np.testing.assert_allclose(gate[late:], opened[:-late], atol=1e-6)
    np.testing.assert_allclose(dry[late:], (given * opened)[:-late], atol=1e-6)
    assert not dry[:late].any()
    assert not gate[:late].any()


def test_coordinates_and_labels_are_those_of_the_gated_sound(instrument):
    """Bit for bit what the analysis says; then scaled, moved and bounded."""
    hop, dims = instrument.hop_samples, instrument.latent_dims
    sound = noise(30 * hop)
    ears = [Ear(instrument), Ear(instrument)]
    for ear in ears:
        ear.give(np.zeros(SLACK))
    plain, moved = ears[0].hear(sound), ears[1].hear(sound, scale=2.0, offset=0.25)
    late = instrument.n_fft - hop - instrument.pad_first_samples
    gated = np.concatenate([one.dry for one in plain])[late:]
    analysis = CoreAnalysis(instrument)
    unknown = np.full(instrument.label_count, np.nan, np.float32)
    for number in range(len(gated) // hop):
        point, labels, _ = analysis.encode(gated[number * hop : (number + 1) * hop], unknown)
        np.testing.assert_array_equal(plain[number].place[:dims], np.clip(point, -1.5, 1.5))
        np.testing.assert_array_equal(plain[number].place[dims:], labels)
        np.testing.assert_array_equal(moved[number].place[:dims], np.clip(2 * point + np.float32(0.25), -1.5, 1.5))
        np.testing.assert_array_equal(moved[number].place[dims:], labels)
    analysis.close()
    assert (Ear(instrument).hop(offset=9.0).place[:dims] == 1.5).all()


def test_with_its_phase_kept_the_sound_is_made_here(instrument):
    hop = instrument.hop_samples
    sound = noise(30 * hop)
    ear = Ear(instrument)
    ear.give(np.zeros(SLACK))
    heard = ear.hear(sound, keeps_phase=True, scale=0.5, offset=0.1)
    gated = np.concatenate([one.dry for one in heard])[instrument.n_fft - hop :]
    analysis = CoreAnalysis(instrument)
    unknown = np.full(instrument.label_count, np.nan, np.float32)
    scale, offset = (np.full(instrument.latent_dims, value, np.float32) for value in (0.5, 0.1))
    for number in range(len(gated) // hop):
        want = analysis.transfer(gated[number * hop : (number + 1) * hop], unknown, scale, offset)
        np.testing.assert_array_equal(heard[number].kept, want)
        assert np.isnan(heard[number].place).all(), "it is not written to"
    analysis.close()


def test_the_gate_shuts_six_decibels_below_where_it_opens_and_softly(instrument):
    hop = instrument.hop_samples
    ear = Ear(instrument)
    ear.give(np.zeros(SLACK))
    tone = np.sin(np.arange(20 * hop) * 0.1)
    levels = [0.08, 0.2, 0.08, 0.04, 0.08]  # at −20 dB it opens above 0.1 and shuts at 0.05 and below
    heard = [one for level in levels for one in ear.hear(level * tone, gate_db=-20.0)]
    gates = np.concatenate([one.gate for one in heard])
    ends = gates.reshape(len(levels), -1)[:, -1]
    np.testing.assert_allclose(ends, [0.0, 1.0, 1.0, 0.0, 0.0], atol=1e-3)
    assert np.abs(np.diff(gates)).max() <= 1.001 / (0.008 * instrument.sample_rate_hz)
    assert heard[30].peak == pytest.approx(0.2, rel=0.01)


def test_the_device_s_blocks_need_not_fit_the_hops(instrument):
    """Whether it comes in blocks of 256 or all at once, the same hops are heard."""
    hop = instrument.hop_samples
    sound = noise(12 * hop)
    ear, other = Ear(instrument), Ear(instrument)
    other.give(sound[: 4 * hop + SLACK])
    given = 0
    for number in range(4):
        while given < min(SLACK + (number + 1) * hop, len(sound)):
            ear.give(sound[given : given + 256])
            given += 256
        one, same = ear.hop(), other.hop()
        np.testing.assert_array_equal(one.place, same.place)
        np.testing.assert_array_equal(one.dry, same.dry)


def test_before_there_is_enough_and_after_it_has_stopped_there_is_silence(instrument):
    hop = instrument.hop_samples
    ear = Ear(instrument)
    ear.give(noise(hop + SLACK - 1))
    assert ear.hop().peak == 0.0
    ear.give(noise(1))
    assert ear.hop().peak > 0.1
    ear.give(noise(hop - SLACK))
    assert ear.hop().peak > 0.1, "once begun, a hop is enough"
    assert ear.hop().peak == 0.0
    ear.give(noise(hop + SLACK - 1))
    assert ear.hop().peak == 0.0, "it begins anew"


@pytest.mark.parametrize("share", [0.5, 1.0, 2.0])
def test_an_input_that_floods_is_not_late(instrument, share):
    """Of more than 4096 samples beyond a hop, all but the latest are dropped."""
    hop, rate = instrument.hop_samples, round(instrument.sample_rate_hz * share)
    ear = Ear(instrument, rate)
    flood = np.full(round(50_000 * share), 0.25, np.float32)
    flood[-round((hop + SLACK) * share) :] = 0.75
    ear.give(flood)
    hops = 0
    levels = []
    while (heard := ear.hop()).peak > 0.0:
        levels.append(heard.peak)
        hops += 1
    assert 1 <= hops <= (hop + 4096) // hop
    assert levels[-1] == pytest.approx(0.75, rel=0.2)


@pytest.mark.parametrize("rate", [22_050, 44_100, 48_000, 96_000])
def test_a_sine_of_another_rate_keeps_pitch_and_level(instrument, rate):
    hop, own = instrument.hop_samples, instrument.sample_rate_hz
    ear = Ear(instrument, rate)
    sound = 0.5 * np.sin(2 * np.pi * 1000 * np.arange(rate) / rate)
    dry, given = [], 0
    for number in range(own // hop - 3):
        until = round((SLACK + 200 + (number + 1) * hop) * rate / own)
        ear.give(sound[given:until])
        given = until
        dry.append(ear.hop().dry)
    heard = np.concatenate(dry)[own // 2 :].astype(float)
    angle = 2 * np.pi * 1000 * np.arange(len(heard)) / own
    basis = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    fitted = np.linalg.lstsq(basis, heard, rcond=None)[0]
    assert np.hypot(*fitted) == pytest.approx(0.5, rel=2e-3)
    assert np.abs(heard - basis @ fitted).max() < 1e-3


def test_what_is_not_finite_or_too_loud_does_no_harm(instrument):
    sound = noise(20 * instrument.hop_samples)
    sound[5000:5050], sound[6000], sound[7000], sound[8000] = np.nan, np.inf, 1e30, -1e30
    for rate in (instrument.sample_rate_hz, 48_000):
        ear = Ear(instrument, rate)
        ear.give(np.zeros(SLACK))
        for one in ear.hear(sound):
            assert np.isfinite(one.place).all()
            assert np.abs(one.dry).max() <= 1.0
            assert 0.0 <= one.peak <= 1.0


def test_reset_is_as_new(instrument):
    sound = noise(10 * instrument.hop_samples)
    ear = Ear(instrument, 48_000)
    heard = []
    for _ in range(2):
        core.vs_ring_drop(ear.ring, 1 << 20)
        core.vs_live_input_reset(ear.live)
        ear.give(np.zeros(1000))
        heard.append(ear.hear(sound))
    for first, second in zip(*heard, strict=True):
        np.testing.assert_array_equal(first.place, second.place)
        np.testing.assert_array_equal(first.dry, second.dry)

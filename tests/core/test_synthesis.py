"""The core's voices: the same sound as torch's from points, voices apart, and frames added up."""

import numpy as np
import pytest
import torch
import vschaos_resources

from tests.core.internals import ffi, floats, internals
from tests.core.phase_reference import (
    agreeing,
    by_core,
    by_torch,
    decibels,
    instrument,
    magnitudes,
    plucks,
    rms,
)
from vschaos.configs.schema import ConditioningConfig
from vschaos.core.instrument import CoreInstrument
from vschaos.core.voices import GRADIENT, RANDOM, CoreVoices
from vschaos.instrument.build import streaming_instrument, untrained
from vschaos.instrument.bundle import read_instrument
from vschaos.instrument.core_member import Weights, pack

FACTORY = sorted((vschaos_resources.ROOT / "instruments").glob("*.vschaos"))
HOPS = 160


@pytest.fixture(scope="module")
def core():
    return instrument()


@pytest.fixture(scope="module")
def conditioned():
    """A small instrument with a label, as torch and the core play it."""
    made = untrained(latent_dims=3, conditioning={"octave": ConditioningConfig(dim=4)})
    return streaming_instrument(made), CoreInstrument(pack(made, Weights.FLOAT32))


def wander(dims, hops, seed=0):
    """Points (hops, D) on a smooth way through the latent space."""
    rng = np.random.default_rng(seed)
    rate, phase, reach = rng.uniform(0.1, 0.6, dims), rng.uniform(0, 1, dims), rng.uniform(0.3, 1.5, dims)
    time_s = np.arange(hops)[:, None] * 512 / 44_100
    return (reach * np.sin(2 * np.pi * (rate * time_s + phase))).astype(np.float32)


@pytest.mark.parametrize("lookahead", [0, 1])
@pytest.mark.parametrize("path", FACTORY, ids=lambda path: path.stem)
def test_factory_instruments_sound_as_torch_plays_them(path, lookahead):
    found = read_instrument(path)
    live, core = streaming_instrument(found), CoreInstrument(pack(found, Weights.FLOAT32))
    points = wander(core.latent_dims, HOPS)
    with torch.inference_mode():
        given = torch.from_numpy(points.T[None].copy())
        frames = live.magnitudes(given, live.unknown_labels(1, HOPS))[:, 0].numpy()
    made = by_core(CoreVoices(core, 1, lookahead), frames)
    narrow = by_torch(frames, core.hop_samples, lookahead)
    wide = by_torch(frames, core.hop_samples, lookahead, wide=True)
    assert np.mean((made.owners == narrow.owners).all(axis=1)) >= 0.98
    settled = agreeing(made, wide, hops=20)
    assert np.mean(settled) > 0.3
    apart, rounded = (rms((one.sound - wide.sound)[settled].ravel()) for one in (made, narrow))
    # A bin that changes its owner by rounding moves a phase for longer than that: in torch's own single precision, too.
    assert apart <= max(1e-4 * rms(wide.sound.ravel()), 2.0 * rounded)
    voices = CoreVoices(core, 1, lookahead)
    unknown, tone = np.full((1, core.label_count), np.nan, np.float32), np.full(1, -1.0, np.float32)
    decoded = np.concatenate([voices.decode(points[n : n + 1], unknown, tone) for n in range(HOPS)])
    own = by_core(CoreVoices(core, 1, lookahead), core.magnitudes(points)).sound
    np.testing.assert_array_equal(decoded, own)


def test_points_and_labels_sound_as_torch_plays_them(conditioned):
    live, core = conditioned
    points, labels = wander(3, 60), np.full((60, 1), np.nan, np.float32)
    labels[20:40, 0] = 2.0
    voices = CoreVoices(core, 1)
    decoded = [voices.decode(points[n : n + 1], labels[n : n + 1], np.zeros(1, np.float32))[0] for n in range(60)]
    with torch.inference_mode():
        given = torch.from_numpy(points.T[None].copy()), torch.from_numpy(labels.T[None].copy())
        sound, _ = live.decode(*given, torch.zeros(1, 60), GRADIENT, live.initial_synthesis(1))
    difference = np.array(decoded) - sound[0, 0].reshape(60, 512).numpy()
    assert np.median(decibels(rms(difference) / rms(sound.numpy().ravel()))) <= -80.0


def test_a_point_that_is_not_finite_is_silent(conditioned):
    _, core = conditioned
    voices = CoreVoices(core, 1)
    unknown, calm = np.full((1, 1), np.nan, np.float32), np.zeros(1, np.float32)
    for wrong in (np.nan, np.inf):
        points = wander(3, 1)
        points[0, 1] = wrong
        voices.reset(0)
        assert not any(voices.decode(points, unknown, calm).any() for _ in range(5))


@pytest.mark.parametrize("mode", [GRADIENT, RANDOM])
@pytest.mark.parametrize("lookahead", [0, 1])
def test_sixteen_voices_are_sixteen_single_ones(conditioned, lookahead, mode):
    _, core = conditioned
    together = CoreVoices(core, 16, lookahead)
    points = np.stack([wander(3, 20, seed) for seed in range(16)], axis=1)
    labels = np.tile(np.array([np.nan, 0.0, 1.0, 3.0], np.float32), 4)[:, None]
    amount = np.linspace(0.0, 1.0, 16, dtype=np.float32)
    all_of_them = np.stack([together.decode(points[n], labels, amount, mode) for n in range(20)], axis=1)
    for voice in range(16):
        single = CoreVoices(core, 1, lookahead)
        single.reset(0, seed=voice)
        one = slice(voice, voice + 1)
        alone = [single.decode(points[n, one], labels[one], amount[one], mode)[0] for n in range(20)]
        np.testing.assert_array_equal(all_of_them[voice], np.array(alone))


def test_some_of_the_voices_in_any_order_are_the_same_ones(conditioned):
    _, core = conditioned
    every, some = CoreVoices(core, 6), CoreVoices(core, 6)
    points = np.stack([wander(3, 12, seed) for seed in range(6)], axis=1)
    labels, amount = np.full((6, 1), np.nan, np.float32), np.full(6, 0.5, np.float32)
    order = np.array([4, 1, 5], np.int32)
    for n in range(12):
        expected = every.decode(points[n], labels, amount)[order]
        np.testing.assert_array_equal(some.decode(points[n, order], labels[:3], amount[:3], numbers=order), expected)


@pytest.mark.parametrize("lookahead", [0, 1])
def test_a_voice_begins_anew_after_a_reset(core, lookahead):
    frames = magnitudes(plucks())[4:40]
    voices = CoreVoices(core, 2, lookahead)
    first = by_core(voices, frames, 0.4, voice=1).sound
    assert np.abs(by_core(voices, frames, 0.4, voice=1).sound - first).max() > 1e-3
    voices.reset(1)
    np.testing.assert_array_equal(by_core(voices, frames, 0.4, voice=1).sound, first)


@pytest.mark.parametrize("lookahead", [0, 1])
def test_a_copy_goes_on_as_the_voice_would(core, lookahead):
    frames = magnitudes(plucks())[4:60]
    voices = CoreVoices(core, 3, lookahead)
    by_core(voices, frames[:20], 0.4, voice=1)
    by_core(voices, frames[30:50], 0.4, voice=2)
    voices.copy(2, 1)
    copied = by_core(voices, frames[20:], 0.4, voice=2).sound
    np.testing.assert_array_equal(copied, by_core(voices, frames[20:], 0.4, voice=1).sound)


def test_a_voice_that_is_copied_to_itself_stays(core):
    frames = magnitudes(plucks())[4:60]
    voices = CoreVoices(core, 2)
    by_core(voices, frames[:20], voice=0)
    by_core(voices, frames[:20], voice=1)
    voices.copy(1, 1)
    np.testing.assert_array_equal(by_core(voices, frames[20:], voice=1).sound, by_core(voices, frames[20:]).sound)


def test_with_lookahead_the_sound_comes_a_hop_later(core):
    frames = np.zeros((9, 1025), np.float32)
    frames[0, 40:43] = 0.5
    heard = [by_core(CoreVoices(core, 1, lookahead), frames).sound.any(axis=1) for lookahead in (0, 1)]
    np.testing.assert_array_equal(np.flatnonzero(heard[0]), range(4))
    np.testing.assert_array_equal(np.flatnonzero(heard[1]), range(1, 5))


@pytest.mark.parametrize(
    ("rows", "numbers"),
    [(2, None), (1, [-1]), (1, [3]), (4, [0, 1, 2, 0])],
    ids=["too few", "below", "above", "too many"],
)
def test_voices_that_there_are_not_are_refused(conditioned, rows, numbers):
    _, core = conditioned
    voices = CoreVoices(core, 3)
    given = np.zeros((rows, 3), np.float32), np.zeros((rows, 1), np.float32), np.zeros(rows, np.float32)
    with pytest.raises(ValueError, match=r"voices|shape"):
        voices.decode(*given, numbers=None if numbers is None else np.array(numbers, np.int32))


def test_arrays_of_other_shapes_are_refused(core):
    with pytest.raises(ValueError, match="shape"):
        CoreVoices(core, 1).hop(0, np.zeros(1024, np.float32))


# ── overlapping frames ───────────────────────────────────────────────────────────────────────────────────────────────


class Frames:
    """Adds frames up under a window that is 0 outside of some samples."""

    def __init__(self, window, hop_samples, first, length):
        self.hop_samples = hop_samples
        self.window = window.astype(np.float32)
        self.overlap = ffi.new("vs_overlap *")
        self.overlap.hop_samples, self.overlap.first, self.overlap.length = hop_samples, first, length
        self.overlap.window = floats(self.window)
        self.pending = np.zeros(length - hop_samples, np.float32)

    def add(self, frame):
        out = np.empty(self.hop_samples, np.float32)
        internals.vs_overlap_add(self.overlap, floats(frame), floats(self.pending), floats(out))
        return out


@pytest.mark.parametrize(("first", "length"), [(0, 64), (16, 48), (32, 32), (16, 32), (48, 16), (16, 16)])
def test_frames_under_a_shorter_window_are_the_same_sound_so_much_earlier(first, length):
    rng = np.random.default_rng(0)
    window = np.zeros(64)
    window[first : first + length] = rng.uniform(0.5, 1.0, length)
    frames = rng.standard_normal((20, 64)).astype(np.float32)
    whole, part = Frames(window, 16, 0, 64), Frames(window, 16, first, length)
    late = np.concatenate([whole.add(frame) for frame in frames])
    soon = np.concatenate([part.add(frame) for frame in frames])
    np.testing.assert_array_equal(late[first:], soon[: len(soon) - first])
    assert not late[:first].any()


def test_frames_add_up_to_what_numpy_adds_up():
    rng = np.random.default_rng(1)
    window, frames = rng.uniform(0.0, 1.0, 64), rng.standard_normal((10, 64)).astype(np.float32)
    expected = np.zeros(16 * 9 + 64)
    for n, frame in enumerate(frames):
        expected[16 * n : 16 * n + 64] += window * frame
    adding = Frames(window, 16, 0, 64)
    np.testing.assert_allclose(np.concatenate([adding.add(frame) for frame in frames]), expected[:160], atol=1e-6)


def test_a_voice_that_is_held_is_the_same_as_one_that_is_decoded_anew(conditioned):
    """Points and labels that stay, one that moves beside others, and an unknown label, which is not a number."""
    _, core = conditioned
    voices, anew = CoreVoices(core, 3), CoreVoices(core, 3)
    points = np.random.default_rng(0).uniform(-1, 1, (3, 3)).astype(np.float32)
    labels = np.array([[1.0], [np.nan], [2.0]], np.float32)
    for hop in range(12):
        if hop == 4:
            points[1, 2] += 0.25
        if hop == 6:
            labels[2] = np.nan
        if hop == 8:
            voices.reset(0)
            anew.reset(0)
        made = voices.decode(points, labels, np.zeros(3, np.float32))
        expected = [anew.hop(row, core.magnitudes(points[row : row + 1], labels[row : row + 1])[0]) for row in range(3)]
        np.testing.assert_array_equal(made, expected)

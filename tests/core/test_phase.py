"""The core's running phase, against the torch module that it is a copy of."""

import numpy as np
import pytest
import torch

from tests.core.phase_reference import (
    SOUNDS,
    agreeing,
    by_core,
    by_torch,
    decibels,
    instrument,
    magnitudes,
    rms,
)
from vschaos.core.voices import GRADIENT, RANDOM, CoreVoices
from vschaos.transforms.attacks import Attacks
from vschaos.transforms.dgt import DGT, overlap_add
from vschaos.transforms.noise import RunningNoise
from vschaos.transforms.running_phase import RunningPhase

SETTLED_HOPS = 20
"""After a peak that rounding flipped, phases part for a while."""


@pytest.fixture(scope="module")
def core():
    return instrument()


def assert_equal(core, frames, lookahead, noise, mode, shares=None):
    """Peaks own the same bins, and where they did the sound is the same.

    Sums over many bins cost torch's 32 bits more than the core's, so that sound is held against 64 bits.
    """
    made = by_core(CoreVoices(core, 1, lookahead), frames, noise, mode, shares=shares)
    narrow = by_torch(frames, core.hop_samples, lookahead, noise, mode)
    parted = np.count_nonzero((made.owners != narrow.owners).any(axis=1))
    assert parted <= max(2, 0.01 * len(frames))
    wide = by_torch(frames, core.hop_samples, lookahead, noise, mode, wide=True, shares=shares)
    settled = agreeing(made, wide, SETTLED_HOPS)
    assert np.mean(settled) > 0.4
    loudness = rms(wide.sound.ravel())
    assert decibels(rms((made.sound - wide.sound)[settled].ravel()) / max(loudness, 1e-5)) <= -80.0
    assert decibels(rms(made.sound - wide.sound)[settled].max() / max(loudness, 1e-5)) <= -62.0


@pytest.mark.parametrize("lookahead", [0, 1])
@pytest.mark.parametrize("name", SOUNDS)
def test_sounds_are_those_of_torch(core, name, lookahead):
    assert_equal(core, magnitudes(SOUNDS[name]()), lookahead, 0.0, GRADIENT)


@pytest.mark.parametrize(("noise", "mode"), [(0.6, GRADIENT), (-0.7, GRADIENT), (0.0, RANDOM)])
@pytest.mark.parametrize("lookahead", [0, 1])
@pytest.mark.parametrize("name", ["plucks", "breath"])
def test_noise_and_random_phases_are_those_of_torch(core, name, lookahead, noise, mode):
    frames = magnitudes(SOUNDS[name]())
    shares = np.random.default_rng(0).uniform(0.0, 1.0, frames.shape).astype(np.float32)
    assert_equal(core, frames, lookahead, noise, mode, shares)


@pytest.mark.parametrize("frames_a_hop", [1, 2])
def test_a_noise_that_is_held_is_noise(core, frames_a_hop):
    """A decoder's magnitudes stand still, and are means of logarithms: as loud as the noise, without its frames."""
    hiss = SOUNDS["noise"]()
    spectrum = np.exp(np.log(magnitudes(hiss)[4:-4]).mean(axis=0))
    frames = np.tile(spectrum, (400, 1)).astype(np.float32)
    voices = CoreVoices(core, 1, frames_a_hop=frames_a_hop)

    def line_db(shares):
        """Of the envelope at the rate of the frames, over what is beside it; and the level over the noise's."""
        sound = by_core(voices, frames, shares=shares).sound.ravel()[20 * voices.hop_samples :]
        power = np.abs(np.fft.rfft(np.square(sound) * np.hanning(len(sound)))) ** 2
        at = round(len(sound) / voices.hop_samples)
        beside = np.median(np.r_[power[at - 40 : at - 5], power[at + 5 : at + 40]])
        return 10.0 * np.log10(power[at - 1 : at + 2].max() / beside), decibels(rms(sound) / rms(hiss))

    line, level = line_db(np.ones_like(frames))
    assert line < 10.0
    assert abs(level) < 0.4
    assert line_db(None)[0] > 40.0


@pytest.mark.parametrize("lookahead", [0, 1])
@pytest.mark.parametrize(("n_fft", "hop_samples"), [(2048, 256), (1024, 64), (128, 32), (8192, 1024)])
def test_other_transforms_are_those_of_torch(n_fft, hop_samples, lookahead):
    core = instrument(n_fft, hop_samples)
    sound = (SOUNDS["plucks"]() + 0.01 * SOUNDS["noise"]())[: 100 * hop_samples + 4000]
    assert_equal(core, magnitudes(sound, n_fft, hop_samples), lookahead, 0.3, GRADIENT)


@pytest.mark.parametrize("mode", [GRADIENT, RANDOM])
def test_the_seed_of_a_voice_is_its_number_in_a_batch_of_torch(core, mode):
    frames = magnitudes(SOUNDS["noise"]())[:12]
    voices = CoreVoices(core, 3)
    voices.reset(0, seed=2)
    by_batch = batch_of_torch(frames, 3, mode)
    for voice, row in [(0, 2), (1, 1), (2, 2)]:
        made = by_core(voices, frames, 0.0, mode, voice, np.ones_like(frames)).sound
        assert decibels(rms((made - by_batch[row]).ravel()) / rms(made.ravel())) < -74.0
    assert decibels(rms((by_batch[1] - by_batch[2]).ravel()) / rms(made.ravel())) > -6.0


def batch_of_torch(frames, count, mode):
    """Sound (count, T, hop) of so many voices of torch that get the same frames (T, F), all noise."""
    phases, dgt = RunningPhase(2048, 512), DGT(2048, 512)
    attacks = Attacks(dgt)
    given = torch.from_numpy(frames).unsqueeze(1).repeat(1, count, 1)
    if mode == RANDOM:
        made, turns, _ = phases.turns(given, torch.zeros(count, len(frames)), phases.initial(count), mode)
        spectra = dgt.spectra_of_turns(made, turns)
    else:
        made = given
        spectra = given * RunningNoise(2048, 512)(torch.zeros(count, dtype=torch.int64), len(frames))
    windowed, _ = attacks(spectra, made, attacks.initial(count))
    summed = overlap_add(windowed.transpose(0, 1).contiguous(), 512)
    return summed[:, : 512 * len(frames)].reshape(count, len(frames), 512).numpy()


@pytest.mark.parametrize("lookahead", [0, 1])
def test_what_is_not_a_number_or_below_0_counts_as_silence(core, lookahead):
    frames = magnitudes(SOUNDS["plucks"]())[8:30]
    spoilt, mended = frames.copy(), frames.copy()
    for n, wrong in ((5, np.nan), (9, -np.inf), (13, -1.0)):
        spoilt[n, 40:200], mended[n, 40:200] = wrong, 0.0
    made = by_core(CoreVoices(core, 1, lookahead), spoilt, 0.3).sound
    np.testing.assert_array_equal(made, by_core(CoreVoices(core, 1, lookahead), mended, 0.3).sound)


@pytest.mark.parametrize("lookahead", [0, 1])
def test_what_is_huge_counts_as_120_db(core, lookahead):
    frames = magnitudes(SOUNDS["plucks"]())[8:30]
    spoilt, mended = frames.copy(), frames.copy()
    for n, wrong in ((5, np.inf), (9, 1e30)):
        spoilt[n, 40:200], mended[n, 40:200] = wrong, 1e6
    made = by_core(CoreVoices(core, 1, lookahead), spoilt).sound
    np.testing.assert_array_equal(made, by_core(CoreVoices(core, 1, lookahead), mended).sound)
    assert np.isfinite(made).all()
    assert np.abs(made[-4:]).max() < 1.0


@pytest.mark.parametrize("noise", [np.nan, -3.0])
def test_noise_that_is_no_share_counts_as_none(core, noise):
    frames = magnitudes(SOUNDS["noise"]())[:8]
    made = by_core(CoreVoices(core, 1), frames, noise).sound
    np.testing.assert_array_equal(made, by_core(CoreVoices(core, 1), frames, 0.0).sound)


@pytest.mark.parametrize("noise", [0.0, 1.0])
def test_what_fades_away_is_never_denormal_and_ends_in_silence(core, noise):
    frame = magnitudes(SOUNDS["breath"]())[60]
    fading = (frame * 10.0 ** -np.arange(0.0, 45.0, 0.5)[:, None]).astype(np.float32)
    sound = np.abs(by_core(CoreVoices(core, 1), fading, noise).sound)
    assert sound[0].max() > 0.0
    assert not ((sound > 0.0) & (sound < np.finfo(np.float32).tiny)).any()
    assert not sound[-10:].any()

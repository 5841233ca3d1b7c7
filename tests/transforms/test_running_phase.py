"""Running phase: physics of tones and attacks, streaming = batch, and how consistent the spectra are that it makes."""

import math

import numpy as np
import pytest
import torch

from vschaos.export.operators import check_operators
from vschaos.transforms.dgt import DGT
from vschaos.transforms.running_phase import GRADIENT, RANDOM, RunningPhase, uniform_noise

RATE_HZ, N_FFT, HOP = 44100, 2048, 512


def resynthesize(signal, lookahead=0, noise=0.0, mode=GRADIENT):
    """A signal (1, N) from its magnitudes alone, in time with it."""
    dgt, phases = DGT(N_FFT, HOP), RunningPhase(N_FFT, HOP, lookahead)
    magnitude = torch.nn.functional.pad(dgt(signal).abs(), [0, 0, 0, lookahead])
    made, phase, _ = phases(magnitude, torch.full(magnitude.shape[:2], noise), phases.initial(1), mode)
    return dgt.inverse(torch.polar(made, phase)[:, lookahead:], signal.shape[1])


def convergence_db(signal, **options):
    """Spectral convergence of the resynthesis in dB: lower is better."""
    dgt = DGT(N_FFT, HOP)
    wanted, got = dgt(signal).abs(), dgt(resynthesize(signal, **options)).abs()
    return float(20 * torch.log10((got - wanted).norm() / wanted.norm()))


def tone(frequency_hz, seconds=1.0, partials=1):
    time = torch.arange(int(RATE_HZ * seconds), dtype=torch.float64) / RATE_HZ
    waves = [torch.sin(2 * math.pi * frequency_hz * k * time) / k for k in range(1, partials + 1)]
    fade = (time.minimum(time.flip(0)) / 0.1).clamp(0, 1)
    return (0.2 * fade * torch.stack(waves).sum(dim=0)).float()[None]


def white_noise(seconds=1.0):
    return 0.1 * torch.randn(1, int(RATE_HZ * seconds), generator=torch.Generator().manual_seed(0))


def level_db(signal):
    return float(20 * torch.log10(signal.square().mean().sqrt()))


@pytest.mark.parametrize("lookahead", [0, 1])
@pytest.mark.parametrize("frequency_hz", [55.0, 110.0, 440.0, 1234.5, 9000.0])
def test_a_steady_tone_keeps_its_pitch_and_has_no_side_bands_at_the_hop_rate(frequency_hz, lookahead):
    middle = resynthesize(tone(frequency_hz, 2.0), lookahead)[0, 22050:66150].double().numpy() * np.blackman(44100)
    spectrum = np.abs(np.fft.rfft(middle, 1 << 20))
    found = np.argmax(spectrum) * RATE_HZ / (1 << 20)
    assert abs(1200 * math.log2(found / frequency_hz)) < 2.0
    places = [abs(frequency_hz + k * RATE_HZ / HOP) for k in (-3, -2, -1, 1, 2, 3)]
    side_bands = spectrum[[round(hz * (1 << 20) / RATE_HZ) for hz in places]]
    assert 20 * np.log10(side_bands.max() / spectrum.max()) < -50.0


@pytest.mark.parametrize(("lookahead", "limit_db"), [(0, -38.0), (1, -42.0)])
@pytest.mark.parametrize("frequency_hz", [220.0, 523.25])
def test_harmonic_tones_are_consistent(frequency_hz, lookahead, limit_db):
    assert convergence_db(tone(frequency_hz, 2.0, 12), lookahead=lookahead) < limit_db


def test_a_glide_is_consistent_the_more_so_with_lookahead():
    time = torch.arange(88200) / RATE_HZ
    glide = (0.3 * torch.sin(2 * math.pi * (200 * time + 200 * time.square())))[None]
    without, with_one = convergence_db(glide), convergence_db(glide, lookahead=1)
    assert without < -30.0
    assert with_one < without - 2.0
    assert convergence_db(glide, mode=RANDOM) > -8.0


@pytest.mark.parametrize("lookahead", [0, 1])
def test_an_attack_out_of_silence_is_not_smeared_ahead_of_itself(lookahead):
    """Of a plucked tone's energy, what sounds before the pluck."""
    start = 22000
    time = torch.arange(22100) / RATE_HZ
    pluck = sum(torch.sin(2 * math.pi * 330.0 * k * time) * torch.exp(-8 * time) for k in range(1, 16)) / 15
    signal = torch.cat([torch.zeros(start), pluck])[None]

    def ahead_db(made):
        return float(10 * torch.log10(made[0, : start - 200].square().sum() / made.square().sum()))

    assert ahead_db(resynthesize(signal, lookahead)) < -30.0
    assert ahead_db(resynthesize(signal, mode=RANDOM)) > -20.0


@pytest.mark.parametrize("lookahead", [0, 1])
@pytest.mark.parametrize("place", [10000, 10100, 10200, 10230])
def test_a_click_stays_a_click(place, lookahead):
    """Within a hop of its place: without look-ahead nothing shows where in a hop it was."""
    signal = torch.zeros(1, 22050)
    signal[0, place] = 1.0
    made = resynthesize(signal, lookahead)[0].square()
    loudest = int(made.argmax())
    assert abs(loudest - place) < HOP
    assert made[loudest - 64 : loudest + 64].sum() > 0.7 * made.sum()


def band_of(signal, low_hz, high_hz):
    spectrum = torch.fft.rfft(signal)
    frequency_hz = torch.arange(spectrum.shape[1]) * RATE_HZ / signal.shape[1]
    return torch.fft.irfft(spectrum * ((frequency_hz >= low_hz) & (frequency_hz < high_hz)), signal.shape[1])


@pytest.mark.parametrize("lookahead", [0, 1])
@pytest.mark.parametrize("place", [8192, 8300, 8450, 8600])
def test_noise_that_begins_abruptly_does_not_become_a_click(place, lookahead):
    """At several levels, and in a band: its peak is at most 3 dB above what it was."""
    burst = white_noise(0.5) * (torch.arange(RATE_HZ // 2) >= place)
    for signal in (burst, 0.02 * burst, band_of(burst, 2000, 6000)):
        peaks = [float(20 * torch.log10(sound.abs().max())) for sound in (signal, resynthesize(signal, lookahead))]
        assert peaks[1] < peaks[0] + 3.0


@pytest.mark.parametrize("lookahead", [0, 1])
@pytest.mark.parametrize("mode", [GRADIENT, RANDOM])
@pytest.mark.parametrize("chunks", [[1] * 12, [2, 8, 2], [5, 7]])
def test_streaming_equals_batch(chunks, mode, lookahead):
    generator = torch.Generator().manual_seed(1)
    phases = RunningPhase(N_FFT, HOP, lookahead)
    frames = torch.exp(2 * torch.randn(3, 12, 1025, generator=generator))
    noise = torch.rand(3, 12, generator=generator) * (torch.arange(12) > 4)
    whole, whole_phase, whole_state = phases(frames, noise, phases.initial(3), mode)
    state, parts, magnitudes = phases.initial(3), [], []
    for part, amount in zip(frames.split(chunks, dim=1), noise.split(chunks, dim=1), strict=True):
        magnitude, phase, state = phases(part, amount, state, mode)
        parts.append(phase)
        magnitudes.append(magnitude)
    torch.testing.assert_close(torch.cat(magnitudes, dim=1), whole)
    difference = torch.cat(parts, dim=1) - whole_phase
    assert (torch.exp(1j * difference.double()) - 1).abs().max() < 1e-3
    for one, other in zip(state, whole_state, strict=True):
        torch.testing.assert_close(one, other, atol=1e-4, rtol=1e-4)


def test_voices_do_not_hear_each_other():
    phases = RunningPhase(N_FFT, HOP, 1)
    frames = torch.rand(2, 6, 1025, generator=torch.Generator().manual_seed(2))
    _, both, _ = phases(frames, torch.zeros(2, 6), phases.initial(2))
    for voice in range(2):
        _, alone, _ = phases(frames[voice : voice + 1], torch.zeros(1, 6), phases.initial(1))
        assert (torch.exp(1j * (both[voice] - alone[0]).double()) - 1).abs().max() < 1e-3


@pytest.mark.parametrize("lookahead", [0, 1])
@pytest.mark.parametrize(("amount", "mode"), [(0.0, GRADIENT), (0.7, GRADIENT), (0.0, RANDOM)])
def test_a_voice_sounds_the_same_whatever_the_others_do(lookahead, amount, mode):
    """Silent neighbours, or ones that attack all the time."""
    generator = torch.Generator().manual_seed(3)
    phases, noise = RunningPhase(N_FFT, HOP, lookahead), torch.full((4, 9), amount)
    frames = torch.exp(2 * torch.randn(4, 9, 1025, generator=generator))
    wild = torch.exp(8 * torch.randn(4, 9, 1025, generator=generator))
    for voice in range(4):
        others = torch.arange(4)[:, None, None] != voice
        among_silent = phases(frames * ~others, noise, phases.initial(4), mode)
        among_wild = phases(torch.where(others, wild, frames), noise, phases.initial(4), mode)
        torch.testing.assert_close(among_silent[0][voice], among_wild[0][voice], atol=1e-6, rtol=1e-6)
        difference = among_silent[1][voice] - among_wild[1][voice]
        assert (torch.exp(1j * difference.double()) - 1).abs().max() < 1e-5


def test_lookahead_gives_each_magnitude_a_frame_late_with_its_own_phase():
    phases = RunningPhase(N_FFT, HOP, 1)
    frames = torch.rand(1, 5, 1025)
    magnitude, _, _ = phases(frames, torch.zeros(1, 5), phases.initial(1))
    assert not magnitude[:, 0].any()
    torch.testing.assert_close(magnitude[:, 1:], frames[:, :-1])


@pytest.mark.parametrize("options", [{}, {"lookahead": 1}, {"noise": 1.0}, {"mode": RANDOM}])
def test_silence_stays_silent(options):
    assert not resynthesize(torch.zeros(1, 9000), **options).any()


@pytest.mark.parametrize("options", [{"noise": 1.0}, {"mode": RANDOM}])
def test_noise_keeps_its_level_with_random_phases(options):
    signal = white_noise(2.0)
    assert abs(level_db(resynthesize(signal, **options)) - level_db(signal)) < 0.5


def test_noise_frees_noise_and_leaves_tones_alone():
    clear = tone(440.0, 2.0, 6)
    assert convergence_db(clear, noise=1.0) < -30.0
    assert convergence_db(white_noise(), noise=1.0) > convergence_db(white_noise()) + 3.0


def test_random_numbers_are_uniform_repeatable_and_different_for_each_voice_and_frame():
    drawn = uniform_noise(torch.tensor([5, 5]), 40, 1025)
    torch.testing.assert_close(drawn[:, 3:], uniform_noise(torch.tensor([8, 8]), 37, 1025), atol=0.0, rtol=0.0)
    assert -1.0 <= drawn.min() < -0.99
    assert 0.99 < drawn.max() <= 1.0
    assert abs(drawn.mean()) < 0.02
    assert abs(drawn.square().mean() - 1 / 3) < 0.01
    rows = drawn.reshape(80, 1025)
    likeness = (rows @ rows.T / 1025 * 3).fill_diagonal_(0.0)
    assert likeness.abs().max() < 0.2
    assert (drawn[..., 1:] * drawn[..., :-1]).mean().abs() < 0.02


@pytest.mark.parametrize("lookahead", [0, 1])
def test_scripted_and_frozen_it_is_the_same_in_operators_that_nn_knows(lookahead):
    phases = RunningPhase(N_FFT, HOP, lookahead).eval()
    scripted = torch.jit.script(phases)
    assert check_operators(scripted) > 0
    frozen = torch.jit.freeze(scripted)
    frames, noise = torch.rand(1, 3, 1025), torch.ones(1, 3)
    for mode in (GRADIENT, RANDOM):
        torch.testing.assert_close(
            frozen(frames, noise, phases.initial(1), mode)[:2], phases(frames, noise, phases.initial(1), mode)[:2]
        )


def test_phases_stay_precise_after_hours():
    """A tone's phase in the middle of its main lobe advances by the same amount after 3 hours as at first."""
    phases = RunningPhase(N_FFT, HOP)
    magnitude = DGT(N_FFT, HOP)(tone(440.0))[:, 40:41].abs()
    state = phases.initial(1)
    for _ in range(3):
        _, before, state = phases(magnitude, torch.zeros(1, 1), state)
    _, after, _ = phases(magnitude, torch.zeros(1, 1), state)
    late = (*state[:-1], state[-1] + 1_000_000)
    _, much_later, _ = phases(magnitude, torch.zeros(1, 1), late)
    torch.testing.assert_close(after, much_later)
    assert after.abs().max() <= 3 * math.pi
    turned = float(after[0, 0, 20] - before[0, 0, 20]) / (2 * math.pi)
    assert abs(turned - 440.0 * HOP / RATE_HZ - round(turned - 440.0 * HOP / RATE_HZ)) < 1e-3


@pytest.mark.parametrize("lookahead", [0, 1])
def test_a_bad_frame_does_not_spoil_what_follows(lookahead):
    phases = RunningPhase(N_FFT, HOP, lookahead)
    frames = torch.rand(1, 8, 1025)
    frames[0, 1], frames[0, 2, 500], frames[0, 3] = math.nan, math.inf, -1.0
    for noise in (0.0, 1.0):
        magnitude, phase, _ = phases(frames, torch.full((1, 8), noise), phases.initial(1))
        assert torch.isfinite(phase).all()
        assert torch.isfinite(magnitude[:, 5:]).all()


def test_more_lookahead_is_refused():
    with pytest.raises(ValueError, match="look-ahead"):
        RunningPhase(N_FFT, HOP, 2)

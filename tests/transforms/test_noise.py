"""Running noise: white, one stream through all frames, as loud as means of logarithms are; and the bias of shares."""

import numpy as np
import pytest
import torch

from vschaos.transforms.dgt import DGT, overlap_add
from vschaos.transforms.noise import RunningNoise

N_FFT, HOP = 1024, 256


@pytest.fixture
def noise():
    return RunningNoise(N_FFT, HOP)


def first(voices=1, number=0):
    return torch.full([voices], number, dtype=torch.int64)


def test_its_mean_logarithm_is_0_and_its_bins_are_normal(noise):
    found = noise(first(4), 400)[:, :, 2:-2]
    assert float(found.abs().log().mean()) == pytest.approx(0.0, abs=0.02)
    assert float(found.abs().square().mean()) == pytest.approx(np.exp(np.euler_gamma), rel=0.02)
    by_bin = found.abs().square().mean(dim=(0, 1))
    assert float(by_bin.std() / by_bin.mean()) < 0.1


def test_its_frames_are_those_of_one_white_noise(noise):
    frames = DGT(N_FFT, HOP).frames_of_spectra(noise(first(), 200))
    sound = overlap_add(frames.transpose(0, 1).contiguous(), HOP)[0, N_FFT:-N_FFT].numpy()
    assert np.abs(sound).max() < 1.01 * np.sqrt(3) * np.sqrt(np.mean(sound**2)), "uniform, as it was drawn"
    powers = np.mean(sound.reshape(-1, 16) ** 2, axis=1)
    spectrum = np.abs(np.fft.rfft(powers - powers.mean())) ** 2
    assert spectrum.max() < 15 * spectrum.mean(), "no beat at any rate"


@pytest.mark.parametrize("cuts", [[1] * 12, [5, 7], [12]])
def test_it_is_the_same_however_it_is_cut(noise, cuts):
    whole = noise(first(3, 40), 12)
    parts, at = [], 40
    for count in cuts:
        parts.append(noise(first(3, at), count))
        at += count
    torch.testing.assert_close(torch.cat(parts), whole, atol=1e-5, rtol=0)
    assert float((whole[:, 0] - whole[:, 1]).abs().mean()) > 0.5, "voices apart"


def test_a_bias_leads_from_all_tone_to_all_noise_but_for_clear_tones(noise):
    tone = DGT(N_FFT, HOP).magnitudes(torch.cos(2 * np.pi * 100 * torch.arange(N_FFT) / N_FFT))
    magnitude = (tone + 1e-3 * (0.1 + torch.rand(513))).reshape(1, 1, -1)
    share = torch.rand(1, 1, 513)
    share[..., 98:103] = 0.0

    def biased(bias):
        return noise.biased(share, torch.full((1, 1), bias), magnitude)

    torch.testing.assert_close(biased(0.0), share)
    torch.testing.assert_close(biased(float("nan")), share)
    torch.testing.assert_close(biased(-0.25), 0.75 * share)
    assert not biased(-1.0).any()
    assert float(biased(1.0)[..., 99:102].max()) < 0.01
    assert float(biased(1.0)[..., 200:].mean()) > 0.8
    assert (biased(0.5) <= biased(1.0)).all()
    assert (biased(0.5) >= share).all()
    torch.testing.assert_close(biased(7.0), biased(1.0))

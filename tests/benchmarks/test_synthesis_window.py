import numpy as np
import pytest
import torch

from benchmarks.phase import HOP, N_FFT
from benchmarks.synthesis_window import WINDOWS, Case, facts, synthesis
from vschaos.transforms.dgt import DGT, hann_window, overlap_add


@pytest.mark.parametrize("name", WINDOWS)
def test_frames_of_a_sound_add_up_to_it(name):
    window, hop_samples = WINDOWS[name]()
    sound = torch.from_numpy(np.random.default_rng(0).standard_normal(20 * HOP))
    frames = sound.unfold(0, N_FFT, hop_samples) * hann_window(N_FFT)
    made = overlap_add((frames * torch.from_numpy(synthesis(window)))[None], hop_samples)[0]
    inside = slice(N_FFT, -N_FFT)
    torch.testing.assert_close(made[inside], sound[inside])


def test_half_of_a_change_is_heard_so_many_samples_after_the_first():
    found = {name: facts(make()) for name, make in WINDOWS.items()}
    assert abs(found["dual"]["half_samples"] - (N_FFT - HOP) / 2) <= 1
    assert abs(found["half_hop_dual"]["half_samples"] - (N_FFT - HOP // 2) / 2) <= 1
    assert abs(found["dual"]["late_samples"] - found["half_hop_dual"]["late_samples"]) <= 1
    for name, length in (("hann_1024", 1024), ("hann_1536", 1536)):
        assert found[name]["first"] == (N_FFT - length) // 2
        assert abs(found[name]["half_samples"] - (length - HOP) / 2) <= 1


@pytest.mark.parametrize("name", WINDOWS)
def test_random_phases_make_the_stated_share_of_the_power(name):
    (window, hop_samples), generator = WINDOWS[name](), torch.Generator().manual_seed(0)
    dgt = DGT(N_FFT, hop_samples)
    sound = torch.randn(400 * HOP, generator=generator)
    magnitude = dgt.magnitudes(sound.unfold(0, N_FFT, hop_samples))
    phase = 2.0 * torch.pi * torch.rand(magnitude.shape, generator=generator)
    frames = torch.fft.irfft(torch.polar(magnitude, phase), n=N_FFT) * (float(hann_window(N_FFT).sum()) / 2.0)
    made = overlap_add((frames * torch.from_numpy(synthesis(window)).float())[None], hop_samples)[0, N_FFT:-N_FFT]
    share = float(made.square().mean() / sound.square().mean())
    assert share == pytest.approx(facts(Case(window, hop_samples))["random_share"], rel=0.02)

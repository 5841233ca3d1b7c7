import numpy as np
import pytest

from vschaos.realtime.resampling import StreamResampler

RATES = [(44_100, 48_000), (48_000, 44_100), (44_100, 96_000), (22_050, 48_000), (16_000, 44_100)]


def stream(resampler, samples, hop=512):
    return np.concatenate([resampler.process(samples[i : i + hop]) for i in range(0, len(samples), hop)])


@pytest.mark.parametrize(("model", "device"), RATES)
def test_pitch_is_kept_within_a_cent_and_the_sound_is_clean(model, device):
    hz = 1000.0
    given = (0.5 * np.sin(2 * np.pi * hz * np.arange(model * 8) / model)).astype(np.float32)
    got = stream(StreamResampler(model, device), given).astype(np.float64)[device : device * 7]
    # The phase of the tone in two seconds far apart gives its frequency to parts in a million.
    t = np.arange(device) / device
    probe = np.exp(-2j * np.pi * hz * t)
    first, last = (got[:device] * probe).sum(), (got[-device:] * probe).sum()
    apart_s = (len(got) - device) / device
    turned = np.angle(last / first * np.exp(-2j * np.pi * hz * apart_s))
    cents = 1200 * np.log2(1 + turned / (2 * np.pi * apart_s) / hz)
    assert abs(cents) < 0.01
    basis = np.stack([probe.real, probe.imag], axis=1)
    residue = got[:device] - basis @ np.linalg.lstsq(basis, got[:device], rcond=None)[0]
    assert 10 * np.log10(residue.var() / got.var()) < -90


@pytest.mark.parametrize(("model", "device"), RATES)
def test_no_drift_and_even_delivery(model, device):
    resampler = StreamResampler(model, device)
    counts = [len(resampler.process(np.zeros(512, np.float32))) for _ in range(2000)]
    held_s = resampler.held_samples / device
    assert 0 <= held_s < 0.02
    steady = counts[10:]
    assert max(steady) - min(steady) <= 1
    assert abs(np.mean(steady) - 512 * device / model) < 0.01


def test_equal_rates_pass_untouched():
    given = np.random.default_rng(0).standard_normal(512).astype(np.float32)
    resampler = StreamResampler(44_100, 44_100)
    assert resampler.process(given) is given
    assert resampler.held_samples == 0

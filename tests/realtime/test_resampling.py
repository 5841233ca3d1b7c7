import numpy as np
import pytest
from scipy.signal import welch

from vschaos.realtime.resampling import StreamResampler

RATES = [(44_100, 48_000), (48_000, 44_100), (44_100, 96_000), (22_050, 48_000), (16_000, 44_100)]


def stream(resampler, samples, hop=512):
    frames = samples[:, None]
    return np.concatenate([resampler.process(frames[i : i + hop]) for i in range(0, len(frames), hop)])[:, 0]


@pytest.mark.parametrize(("model", "device"), RATES)
def test_pitch_is_kept_within_a_cent_and_the_sound_is_clean(model, device):
    hz = 1000.0
    given = (0.5 * np.sin(2 * np.pi * hz * np.arange(model * 8) / model)).astype(np.float32)
    got = stream(StreamResampler(model, device, channels=1), given).astype(np.float64)[device : device * 7]
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
    counts = [len(resampler.process(np.zeros((512, 2), np.float32))) for _ in range(2000)]
    assert max(counts) - min(counts) <= 1
    assert abs(sum(counts) - 2000 * 512 * device / model) < 1


@pytest.mark.parametrize(("model", "device"), RATES)
def test_it_is_as_late_as_it_says_and_that_is_a_millisecond_or_two(model, device):
    resampler = StreamResampler(model, device, channels=1)
    given = np.zeros(model, np.float32)
    given[model // 2] = 1.0
    got = stream(resampler, given)
    late_s = np.argmax(got) / device - 0.5
    assert late_s == pytest.approx(resampler.delay / model, abs=1.0 / min(model, device))
    assert late_s < 33 / min(model, device) + 1e-4


@pytest.mark.parametrize(("model", "device"), RATES)
def test_what_the_lower_rate_cannot_carry_is_gone(model, device):
    """Level where both rates carry it, −60 dB and less where they do not: no images, no aliases."""
    random = np.random.default_rng(0)
    given = random.standard_normal(model * 4).astype(np.float32)
    got = stream(StreamResampler(model, device, channels=1), given)
    hz, power = welch(got[device:], device, nperseg=4096)
    lower = min(model, device) / 2
    level = 10 * np.log10(power[(hz > 100) & (hz < 0.85 * lower)].mean() * model / 2)
    assert abs(level) < 0.2
    beyond = power[hz > 1.001 * lower]
    if len(beyond):
        assert 10 * np.log10(beyond.max() * model / 2) < -55


@pytest.mark.parametrize("block", [1, 7, 64, 2000])
def test_the_cut_into_blocks_does_not_matter(block):
    given = np.random.default_rng(0).standard_normal(9000).astype(np.float32)
    whole = stream(StreamResampler(44_100, 48_000, channels=1), given, 9000)
    np.testing.assert_array_equal(stream(StreamResampler(44_100, 48_000, channels=1), given, block), whole)


def test_equal_rates_pass_untouched():
    given = np.random.default_rng(0).standard_normal((512, 2)).astype(np.float32)
    resampler = StreamResampler(44_100, 44_100)
    assert resampler.process(given) is given
    assert resampler.delay == 0

"""Sound between the host's rate and the instrument's: clean, in time, and the same however it is cut."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from vschaos.export.rate_quality import resampling_quality
from vschaos.export.rates import convertible, heard_late, hops_due, hops_heard, lag_of, ratio_of, sounds_late
from vschaos.export.reference_rates import hops_of_steps, steps_of_hops
from vschaos.export.resampling import HostRates

HOP = 512
PAIRS = [(44_100, 48_000), (44_100, 96_000), (48_000, 44_100), (44_100, 88_200), (96_000, 48_000), (16_000, 44_100)]


def rates_for(rate_hz, host_hz, hop=HOP):
    return HostRates(rate_hz, hop, ratio_of(hop, rate_hz, host_hz), 3)


@pytest.mark.parametrize(("rate_hz", "host_hz"), PAIRS)
def test_tones_pass_and_images_do_not(rate_hz, host_hz):
    quality = resampling_quality(rates_for(rate_hz, host_hz), rate_hz, host_hz)
    assert quality.ripple_db < 0.01
    assert quality.images_db < -90.0


@pytest.mark.parametrize(("rate_hz", "host_hz"), PAIRS)
def test_a_tone_keeps_its_phase_but_for_the_latency(rate_hz, host_hz):
    rates, tone_hz = rates_for(rate_hz, host_hz), 440.0
    stream = rates.initial(host_hz, 1, True, True)
    lag = lag_of(rates.ratio, rate_hz, host_hz, HOP)
    time_s = torch.arange(40 * rates.ratio, dtype=torch.float64) / host_hz
    heard, stream = rates.heard([torch.sin(2 * torch.pi * tone_hz * time_s).float().reshape(1, 1, -1)], stream)
    sounded, _ = rates.sounded(heard, [len(time_s)], stream)
    late = heard_late(rate_hz, host_hz) + sounds_late(lag, rate_hz, host_hz)
    expected = torch.sin(2 * torch.pi * tone_hz * (time_s - late / host_hz))
    difference = (sounded[0][0, 0].double() - expected)[late + 4 * HOP :]
    # The latency is told in whole samples.
    assert float(difference.abs().max()) < 2 * np.pi * tone_hz / host_hz


@pytest.mark.parametrize(("rate_hz", "host_hz"), PAIRS)
def test_any_cut_gives_the_same(rate_hz, host_hz):
    rates = rates_for(rate_hz, host_hz)
    audio = torch.randn(2, 1, 40 * rates.ratio, generator=torch.Generator().manual_seed(1))
    played = []
    for steps in (1, 3, 8, 40):
        stream, parts = rates.initial(host_hz, 2, True, True), []
        for part in audio.split(steps * rates.ratio, dim=2):
            heard, stream = rates.heard([part], stream)
            assert heard[0].shape[2] % HOP == 0
            sounded, stream = rates.sounded(heard, [part.shape[2]], stream)
            parts.append(sounded[0])
        played.append(torch.cat(parts, dim=2))
        assert played[-1].shape == audio.shape
        assert torch.allclose(played[-1], played[0], atol=1e-5)
    assert float(played[0].abs().max()) > 0.1


def test_equal_rates_with_another_step_pass_every_sample_as_it_is():
    rates = HostRates(44_100, HOP, 2 * HOP, 3)
    audio = torch.randn(1, 1, 8 * HOP)
    stream = rates.initial(44_100, 1, True, True)
    heard, stream = rates.heard([audio], stream)
    assert torch.equal(heard[0], audio)
    assert torch.equal(rates.sounded(heard, [8 * HOP], stream)[0][0], audio)


@pytest.mark.parametrize(("rate_hz", "host_hz"), PAIRS)
@pytest.mark.parametrize("hop", [64, 512, 4096])
def test_hops_are_counted_as_their_samples_are_needed(rate_hz, host_hz, hop):
    ratio, steps = ratio_of(hop, rate_hz, host_hz), 50
    assert ratio <= 4096
    assert ratio & (ratio - 1) == 0
    due = [hops_due((step + 1) * ratio, rate_hz, host_hz, hop) for step in range(steps)]
    found = steps_of_hops(steps, ratio, rate_hz, host_hz, hop)
    assert due == [sum(step <= now for step in found) for now in range(steps)]
    heard = [hops_heard((step + 1) * ratio, rate_hz, host_hz, hop) for step in range(steps)]
    assert heard == [last + 1 for last in hops_of_steps(steps, ratio, rate_hz, host_hz, hop)]
    # What is not complete at the end of a step is never more than the lag.
    waiting = [-(-step * ratio * rate_hz // host_hz) % hop for step in range(1, 2000)]
    assert max(waiting) <= lag_of(ratio, rate_hz, host_hz, hop)


def test_rates_without_a_simple_ratio_are_refused():
    assert convertible(44_100, 48_000)
    assert convertible(8000, 192_000)
    assert not convertible(44_100, 44_101)

"""How well a module resamples, measured with tones: how level they pass, and what else comes out with them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from vschaos.export.rates import PASSED

TONES = (0.003, 0.01, 0.03, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.88, PASSED)
"""In shares of half the lower rate."""

SECONDS = 0.25
SETTLED_S = 0.05
"""After this, a tone is steady: filters of rates down to 4 kHz have passed its start."""


@dataclass(frozen=True)
class Quality:
    """Of resampling, the worst of both directions.

    Attributes
    ----------
    ripple_db
        How far the gain of a tone is from 0 dB.
    images_db
        Power of all that is not the tone, images and aliases foremost, relative to it.
    """

    ripple_db: float
    images_db: float


def resampling_quality(rates: Any, rate_hz: int, host_hz: int) -> Quality:
    """Measure a scripted `vschaos.export.resampling.HostRates`.

    Parameters
    ----------
    rates
        The module.
    rate_hz, host_hz
        The instrument's rate and the host's.
    """
    tones_hz = torch.tensor(TONES, dtype=torch.float64) * (0.5 * min(rate_hz, host_hz))
    stream = rates.initial(host_hz, len(TONES), True, True)
    with torch.inference_mode():
        heard, stream = rates.heard([_tones(tones_hz, host_hz)], stream)
        sounded, _ = rates.sounded([_tones(tones_hz, rate_hz)], [round(SECONDS * host_hz)], stream)
    found = [_found(heard[0], tones_hz, rate_hz), _found(sounded[0], tones_hz, host_hz)]
    return Quality(max(ripple for ripple, _ in found), max(images for _, images in found))


def _tones(tones_hz: Tensor, rate_hz: int) -> Tensor:
    """One tone a voice, (B, 1, N), a little longer than `SECONDS`."""
    time_s = torch.arange(round(1.1 * SECONDS * rate_hz), dtype=torch.float64) / rate_hz
    return torch.sin(2.0 * math.pi * tones_hz.unsqueeze(1) * time_s).float().unsqueeze(1)


def _found(sound: Tensor, tones_hz: Tensor, rate_hz: int) -> tuple[float, float]:
    """The worst gain and the worst rest, in dB, of tones (B, 1, N) of amplitude 1, each fitted by least squares."""
    rows = sound[:, 0, round(SETTLED_S * rate_hz) : round(SECONDS * rate_hz)].double()
    time_s = torch.arange(rows.shape[1], dtype=torch.float64) / rate_hz
    angle = 2.0 * math.pi * tones_hz.unsqueeze(1) * time_s
    waves = torch.stack([torch.cos(angle), torch.sin(angle)], dim=2)
    shares = torch.linalg.lstsq(waves, rows.unsqueeze(2)).solution
    rest = (rows - (waves @ shares).squeeze(2)).square().mean(dim=1) * 2.0
    ripple_db = 20.0 * shares.norm(dim=(1, 2)).log10().abs()
    return float(ripple_db.max()), float(10.0 * rest.clamp_min(1e-20).log10().max())

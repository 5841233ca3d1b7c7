"""How musical the factory instruments are: pitch, loudness and smoothness of a walk over their pads."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from vschaos.instrument.library import factory_instruments
from vschaos.performance.state import initial_state
from vschaos.performance.tour import tour_position
from vschaos.realtime.loading import load_instrument
from vschaos.realtime.offline import render
from vschaos.torchaudio_cpu import import_torchaudio

SECONDS = 20.0
EDGE_S = 0.5
"""Left out at both ends, where the rendering fades."""


def run() -> dict[str, Any]:
    """Figures for each factory instrument."""
    return {path.stem: _figures(path) for path in factory_instruments()}


def _figures(path: Any) -> dict[str, Any]:
    instrument = load_instrument(path)
    rate = instrument.sample_rate_hz
    sound = render(instrument, initial_state(instrument.latent_dims), SECONDS, tour_position)
    edge = round(EDGE_S * rate)
    sound = sound[edge:-edge]
    levels_db = 20 * np.log10(np.std(sound[: len(sound) // 4410 * 4410].reshape(-1, 4410), axis=1) + 1e-9)
    return {
        "megabytes": round(path.stat().st_size / 1e6, 2),
        "voiced_share": round(float((_periodicity(sound, rate) > 0.5).mean()), 3),
        "level_db_10_50_90": [round(float(value), 1) for value in np.percentile(levels_db, [10, 50, 90])],
        "peak_dbfs": round(float(20 * np.log10(np.abs(sound).max() + 1e-9)), 1),
        "largest_over_median_spectral_step": round(_unevenness(sound), 1),
    }


def _periodicity(sound: np.ndarray, rate: int) -> np.ndarray:
    """Torchcrepe's confidence that a pitch is heard, every 10 ms, shape (N,), 0…1."""
    import_torchaudio()
    import torchcrepe

    _, periodicity = torchcrepe.predict(
        torch.from_numpy(sound)[None],
        rate,
        hop_length=rate // 100,
        fmin=32.0,
        fmax=2000.0,
        model="tiny",
        decoder=torchcrepe.decode.weighted_argmax,
        return_periodicity=True,
        batch_size=512,
        device="cpu",
    )
    return periodicity[0].numpy()


def _unevenness(sound: np.ndarray) -> float:
    """Largest step between log-spectra 50 ms apart, over the median step: 1 is perfectly even."""
    frames = np.lib.stride_tricks.sliding_window_view(sound, 4096)[::2205] * np.hanning(4096)
    spectra = np.log(np.abs(np.fft.rfft(frames)) + 1e-3)
    steps = np.linalg.norm(np.diff(spectra, axis=0), axis=1)
    return float(steps.max() / np.median(steps))

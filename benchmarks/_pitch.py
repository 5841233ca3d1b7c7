"""Pitch detection by CREPE."""

from __future__ import annotations

import math

import numpy as np
import soxr
import torch
from numpy.typing import NDArray

from vschaos.data.pitch.crepe import BINS, WINDOW, Model, network

LOWEST_HZ, HIGHEST_HZ = 32.0, 2000.0
RATE_HZ = 16_000
BATCH = 512


def heard(
    sound: NDArray[np.float32], sample_rate_hz: int, step_s: float, model: str = "tiny"
) -> tuple[NDArray, NDArray]:
    """Pitch as a fractional MIDI note, and confidence 0…1, every ``step_s`` of a sound (T,): shapes (N,).

    The model ``full`` is right below C3, too, and takes ten times as long.
    """
    padded = np.pad(soxr.resample(sound, sample_rate_hz, RATE_HZ), WINDOW // 2)
    frames = np.lib.stride_tricks.sliding_window_view(padded, WINDOW)[:: round(step_s * RATE_HZ)]
    frames = frames - frames.mean(axis=1, keepdims=True)
    frames /= np.maximum(frames.std(axis=1, ddof=1, keepdims=True), 1e-10)
    with torch.inference_mode():
        batches = torch.from_numpy(frames.astype(np.float32)).split(BATCH)
        sure = torch.cat([network(Model(model))(batch) for batch in batches]).numpy()
    notes = 12.0 * math.log2(10.0 / 440.0) + 69.0 + (1997.3794084376191 + 20.0 * np.arange(BINS)) / 100.0
    in_range = np.abs(notes - (_note(LOWEST_HZ) + _note(HIGHEST_HZ)) / 2) <= (_note(HIGHEST_HZ) - _note(LOWEST_HZ)) / 2
    sure = np.where(in_range, sure, 0.0)
    best = sure.argmax(axis=1)
    near = np.abs(np.arange(BINS) - best[:, None]) <= 4
    weights = np.where(near, sure, 0.0) + 1e-12 * near
    return (weights * notes).sum(axis=1) / weights.sum(axis=1), sure.max(axis=1)


def _note(hertz: float) -> float:
    return 69.0 + 12.0 * math.log2(hertz / 440.0)

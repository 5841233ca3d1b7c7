"""Pitch detection by torchcrepe."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray

from vschaos.torchaudio_cpu import import_torchaudio

LOWEST_HZ, HIGHEST_HZ = 32.0, 2000.0


def heard(
    sound: NDArray[np.float32], sample_rate_hz: int, step_s: float, model: str = "tiny"
) -> tuple[NDArray, NDArray]:
    """Pitch as a fractional MIDI note, and confidence 0…1, every ``step_s`` of a sound (T,): shapes (N,).

    The model ``full`` is right below C3, too, and takes ten times as long.
    """
    import_torchaudio()
    import torchcrepe

    pitch_hz, confidence = torchcrepe.predict(
        torch.from_numpy(sound)[None],
        sample_rate_hz,
        hop_length=round(step_s * sample_rate_hz),
        fmin=LOWEST_HZ,
        fmax=HIGHEST_HZ,
        model=model,
        decoder=torchcrepe.decode.weighted_argmax,
        return_periodicity=True,
        batch_size=512,
        device="cpu",
    )
    return 69.0 + 12.0 * np.log2(pitch_hz[0].numpy() / 440.0), confidence[0].numpy()

"""Recordings of Debian's package sonic-pi-samples as sounds to learn from.

Sonic Pi's samples come from freesound.org; those that the recipes name are in the public domain (CC0), with their
makers in the package's copyright file.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import soundfile
from scipy.signal import butter, sosfiltfilt

from .phrases import GAP_S, SAMPLE_RATE_HZ, Audio, decaying, levelled

FOLDER = Path("/usr/share/sonic-pi/samples")
LOWEST_HZ = 40.0
"""What is lower is rumble; as the rest of a decay it would fill part of the pad."""
LONGEST_S, LONG_S = 6.0, 3.0
SHORTEST_S = 1.5
"""Shorter sounds are repeated: a stroke is as much of the training as a hum."""
QUIET_DB = 26.0
LIFTED = 0.7
BEGIN_DB = 40.0
"""A sound begins where it comes within so much of its peak."""


def write_recordings(folder: Path, names: Iterable[str]) -> None:
    """Write recordings in mono, each with its name, equally loud, their decays less steep.

    Long ones become two files, so that one that is held out does not remove its sound.

    Raises
    ------
    RuntimeError
        If one of them is not installed.
    """
    folder.mkdir(parents=True)
    for name in names:
        audio = _recording(FOLDER / f"{name}.flac")
        parts = 1 + (len(audio) >= LONG_S * SAMPLE_RATE_HZ)
        for number, part in enumerate(np.array_split(audio, parts), 1):
            soundfile.write(folder / f"{name} {number}.wav", part, SAMPLE_RATE_HZ, "PCM_16")


def _recording(path: Path) -> Audio:
    if not path.exists():
        raise RuntimeError(f"{path} is missing: install sonic-pi-samples")
    channels, rate = soundfile.read(path, dtype="float32", always_2d=True)
    if rate != SAMPLE_RATE_HZ:
        raise RuntimeError(f"{path} has {rate} Hz instead of {SAMPLE_RATE_HZ}")
    high_pass = butter(2, LOWEST_HZ, "highpass", fs=rate, output="sos")
    audio = sosfiltfilt(high_pass, channels.mean(axis=1)).astype(np.float32)
    loud = np.abs(audio) > np.abs(audio).max() * 10 ** (-BEGIN_DB / 20)
    audio = audio[loud.argmax() :][: round(LONGEST_S * rate)]
    (clip,) = levelled([decaying(0, audio, QUIET_DB, attack_s=0.0, lifted=LIFTED)])
    one = np.concatenate([clip.audio, np.zeros(round(GAP_S * rate), np.float32)])
    return np.tile(one, max(1, -(-round(SHORTEST_S * rate) // len(one))))

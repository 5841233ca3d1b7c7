"""What CREPE hears in a file: how sure it is of each note, every 10 ms, at any length in constant memory.

The waveform is read in frames around 0 s, 0.01 s, 0.02 s …, at the network's own 16 kHz::

    frame      ├──────────────────── 2048 samples ────────────────────┤      does it repeat? (`pitch_periods`)
    network                  ├───── 1024 samples ─────┤                      which note?
    level                              ├ 160 ┤                               does it sound at this moment?

`vschaos.data.pitch.folder_run` runs these functions in a few threads of one process.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from vschaos.audio import blocks, probe
from vschaos.data.facts import MEAN
from vschaos.data.mix import mixed
from vschaos.data.pitch.crepe import WINDOW, Model, network
from vschaos.data.pitch.periods import FRAME_SAMPLES, notes_by_period
from vschaos.data.pitch.track import HIGHEST_NOTE, HOP_S, LOWEST_NOTE, NOTES, USUAL, Listening, Stretch, stretches
from vschaos.data.resample import Resampler

Values = NDArray[np.float32]

SAMPLE_RATE_HZ = 16_000
SILENCE_DB = -60.0
"""Nothing is pitched below, relative to full scale: hum and noise of a recording at rest."""
RANGE_DB = 50.0
"""Nor is anything so far below the file's loudest moment."""
DROP_DB = 25.0
"""
Nor a moment so far below the loudest that the network hears with it: its window of 64 ms covers a note before it
begins and after it ends.
"""

_HOP = round(HOP_S * SAMPLE_RATE_HZ)


@dataclass(frozen=True)
class FrameEvidence:
    """What some frames in a row sound like.

    Attributes
    ----------
    evidence
        How sure the network is of each note, 0 to 1: float16, shape (N, `NOTES`).
    level_db
        Of the 10 ms around each frame's middle, relative to full scale: shape (N,).
    """

    evidence: NDArray[np.float16]
    level_db: Values


def load(model: Model) -> None:
    """Load a network, before threads ask for it."""
    network(model)


def frames_of(path: Path, signal: int = MEAN, listening: Listening = USUAL) -> Iterator[Values]:
    """Frames of one signal of a file (`vschaos.data.mix`), some at a time: float32, (n, `FRAME_SAMPLES`).

    There are ``listening.batch`` of them at most.

    Raises
    ------
    AudioFileError
        As `vschaos.audio.blocks`.
    """
    rate_hz = probe(path).sample_rate_hz
    stream = Resampler(rate_hz, SAMPLE_RATE_HZ)
    hop, batch = _hop(listening.hop_s(rate_hz)), listening.batch
    half = FRAME_SAMPLES // 2
    held = np.zeros(half, np.float32)
    length = done = 0
    span = FRAME_SAMPLES + (batch - 1) * hop
    for block in blocks(path):
        piece = stream.push(mixed(block, signal))
        length += len(piece)
        held = np.concatenate([held, piece])
        while len(held) >= span:
            yield _framed(held[:span], hop)
            held = held[batch * hop :]
            done += batch
    piece = stream.finish()
    length += len(piece)
    held = np.concatenate([held, piece, np.zeros(FRAME_SAMPLES, np.float32)])
    rest = -(-length // hop) - done
    for first in range(0, rest, batch):
        count = min(batch, rest - first)
        yield _framed(held[first * hop : (first + count - 1) * hop + FRAME_SAMPLES], hop)


def hear(frames: Values, model: Model) -> FrameEvidence:
    """Listen to frames (N, `FRAME_SAMPLES`); what is silent costs nothing. Any thread may, once the model is loaded."""
    middle = FRAME_SAMPLES // 2
    moments = frames[:, middle - _HOP // 2 : middle + _HOP // 2]
    level_db = 10.0 * np.log10(np.mean(moments**2, axis=1) + 1e-20)
    evidence = np.zeros((len(frames), NOTES), np.float16)
    sounding = level_db > SILENCE_DB
    if sounding.any():
        frames = frames[sounding]
        notes = _notes(_probabilities(frames[:, middle - WINDOW // 2 : middle + WINDOW // 2], model))
        evidence[sounding] = notes_by_period(notes, frames, SAMPLE_RATE_HZ)
    return FrameEvidence(evidence, level_db)


def notes_of(
    heard: list[FrameEvidence], duration_s: float, hop_s: float = HOP_S, listening: Listening = USUAL
) -> tuple[Stretch, ...]:
    """The notes of a whole file, from all that was heard of it, a frame each ``hop_s``."""
    if not heard:
        return (Stretch(0.0, duration_s, None),)
    evidence = np.concatenate([part.evidence for part in heard])
    level_db = np.concatenate([part.level_db for part in heard])
    evidence = np.where(listening.allowed, evidence, np.float16(0))
    hop = _hop(hop_s)
    reach = WINDOW // 2 // hop  # hops from the middle of the network's window to its ends
    padded = np.pad(level_db, reach, constant_values=-np.inf)
    around = np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1).max(axis=1)
    voiced = (level_db > max(SILENCE_DB, float(level_db.max()) - RANGE_DB)) & (level_db > around - DROP_DB)
    return stretches(evidence, voiced, duration_s, hop / SAMPLE_RATE_HZ, listening.threshold)


def _hop(hop_s: float) -> int:
    return max(1, round(hop_s * SAMPLE_RATE_HZ))


def _framed(samples: Values, hop: int) -> Values:
    return np.lib.stride_tricks.sliding_window_view(samples, FRAME_SAMPLES)[::hop].copy()


def _probabilities(frames: Values, model: Model) -> Values:
    """The network's 360 outputs, shape (N, 360), of frames (N, 1024)."""
    frames = frames - frames.mean(axis=1, keepdims=True)
    frames /= np.maximum(frames.std(axis=1, ddof=1, keepdims=True), 1e-10)
    with torch.inference_mode():
        return network(model)(torch.from_numpy(frames)).numpy()


def _notes(probabilities: Values) -> Values:
    """The surest of the bins, twenty cents apart, that belong to each note: shape (N, `NOTES`), 0 where there is none.

    Bins are 20 cents apart from 1997.38 cents above 10 Hz on (J. W. Kim et al., CREPE, ICASSP 2018).
    """
    notes = np.zeros((len(probabilities), NOTES), np.float32)
    for index, bins in enumerate(_bins()):
        if bins.stop > bins.start:
            notes[:, index] = probabilities[:, bins].max(axis=1)
    return notes


@lru_cache
def _bins() -> tuple[slice, ...]:
    """The network's bins of each note."""
    cents_from_a4 = 1997.3794084376191 + 20.0 * np.arange(360) - 1200.0 * np.log2(440.0 / 10.0)
    nearest = np.round(69.0 + cents_from_a4 / 100.0)
    notes = np.arange(LOWEST_NOTE, HIGHEST_NOTE + 1)
    starts, stops = np.searchsorted(nearest, notes, "left"), np.searchsorted(nearest, notes, "right")
    return tuple(slice(int(start), int(stop)) for start, stop in zip(starts, stops, strict=True))

"""What one pass over a sound's samples finds: level, clipping, offset, silence, equal channels, a fingerprint.

Torch-free; fed by a scan while it decodes, in any thread, in constant memory. `vschaos.data.doctor` judges the facts.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vschaos.audio import Audio
from vschaos.data.fingerprint import STEP_S, Fingerprinter, Halving

VERSION = 2
"""Goes up with anything that changes a sound's facts: what was remembered of an older version is found out anew."""
SILENCE_DB = -60.0
"""A stretch is silent where no channel leaves its mean by more than this, relative to full scale."""
FLAT_RUN = 2
"""So many samples in a row at a channel's own extreme are a flat top."""
NEAR_FULL_DB = -3.0
"""Flat tops below this level are taken for the shape of the wave: square waves, mostly."""

_CHUNK_HOPS = 60
_MEAN_HOPS = 5
_MEANS = 256
# Within three halves of a 16-bit step, so that dither does not hide a flat top.
_FLAT = 1.5 / 32768
_PLATEAU = 8
_EQUAL = 1.5 / 32768


@dataclass(frozen=True)
class SoundFacts:
    """What one pass over a sound's samples finds; ``dataclasses.asdict`` makes plain values of it.

    Attributes
    ----------
    peak
        Largest |sample| of all channels; full scale is 1.
    level_db
        Root mean square of what is not silent, over all channels, in dB below full scale; −200 for silence.
    clipped
        Samples in flat tops, of all channels: `FLAT_RUN` or more in a row at the channel's own extreme, that being
        above `NEAR_FULL_DB`.
    dc
        Largest offset of a channel, relative to full scale: |median of the means of stretches of 0.1 s|, so that a
        thump at the beginning is no offset.
    silent_s
        Seconds in which all channels are below `SILENCE_DB`.
    longest_silence_s
        The longest such stretch, in seconds.
    channels_equal
        More than one channel, all the same to within rounding: mono that is stored as stereo.
    fingerprint
        The course of the sound's loudness in bands, as text; see `vschaos.data.fingerprint`. Empty for silence.
    """

    peak: float
    level_db: float
    clipped: int
    dc: float
    silent_s: float
    longest_silence_s: float
    channels_equal: bool
    fingerprint: str


class Examiner:
    """Collects the facts of one sound, block by block; the blocks' lengths make no difference.

    Parameters
    ----------
    sample_rate_hz
        Samples per second.
    """

    def __init__(self, sample_rate_hz: int) -> None:
        self._rate = sample_rate_hz
        self._hop = max(1, round(STEP_S * sample_rate_hz))
        self._mean_window = _hann(_MEAN_HOPS * self._hop)
        self._fingerprinter = Fingerprinter(sample_rate_hz, self._hop)
        self._rest: list[Audio] = []
        self._rest_length = 0
        self._started = False

    def push(self, block: Audio) -> None:
        """Take in the next samples.

        Parameters
        ----------
        block
            float32, shape (C, n); C must not change.
        """
        if not self._started:
            self._start(block.shape[0])
        self._rest.append(block)
        self._rest_length += block.shape[1]
        size = _CHUNK_HOPS * self._hop
        if self._rest_length < size:
            return
        # Always in chunks of one size, so that sums come out the same to the last bit.
        audio = np.concatenate(self._rest, axis=1) if len(self._rest) > 1 else block
        whole = audio.shape[1] - audio.shape[1] % size
        for start in range(0, whole, size):
            self._examine(audio[:, start : start + size])
        self._rest = [audio[:, whole:].copy()]
        self._rest_length = audio.shape[1] - whole

    def finish(self) -> SoundFacts:
        """The facts; nothing may be pushed afterwards."""
        if not self._started:
            self._start(1)
        if self._rest_length:
            audio = np.concatenate(self._rest, axis=1)
            whole = audio.shape[1] - audio.shape[1] % self._hop
            if whole:
                self._examine(audio[:, :whole])
            if whole < audio.shape[1]:
                self._examine_end(audio[:, whole:])
        if not self._means.rows:  # shorter than one stretch
            self._means.push(self._short_mean[None])
        offsets = np.median(self._means.result(), axis=0)
        near_full = np.abs(self._extremes) >= 10 ** (NEAR_FULL_DB / 20)
        sounding = self._power_hops
        level_db = 10 * math.log10(max(self._power / sounding, 1e-20)) if sounding else -200.0
        return SoundFacts(
            peak=float(np.abs(self._extremes).max()),
            level_db=round(level_db, 2),
            clipped=int(self._flat[near_full].sum()),
            dc=round(float(np.abs(offsets).max()), 6),
            silent_s=round(self._silent / self._rate, 4),
            longest_silence_s=round(max(self._longest, self._run) / self._rate, 4),
            channels_equal=self._equal,
            fingerprint=self._fingerprinter.finish() if sounding else "",
        )

    def _start(self, channels: int) -> None:
        self._started = True
        self._equal = channels > 1
        self._extremes = np.zeros((channels, 2))  # lowest and highest sample
        self._flat = np.zeros((channels, 2), np.int64)
        self._means = Halving(_MEANS, channels)
        self._short_mean = np.zeros(channels)
        self._power = 0.0
        self._power_hops = 0
        self._silent = self._longest = self._run = 0  # samples

    def _examine(self, audio: Audio) -> None:
        """Take in a whole number of hops, shape (C, K · hop)."""
        channels, length = audio.shape
        hops = np.ascontiguousarray(audio).reshape(channels, -1, self._hop)
        low, high = hops.min(axis=2), hops.max(axis=2)
        silent = ((high - low) < 2 * 10 ** (SILENCE_DB / 20)).all(axis=0)
        self._count_silence(silent)
        self._add_power(np.einsum("ckt,ckt->k", hops, hops)[~silent] / (channels * self._hop))
        self._find_flat_tops(audio, low.min(axis=1), high.max(axis=1))
        whole = length - length % len(self._mean_window)
        if whole:
            self._means.push((audio[:, :whole].reshape(channels, -1, len(self._mean_window)) @ self._mean_window).T)
        elif not self._means.rows:
            self._short_mean = audio @ _hann(length)
        self._compare_channels(audio)
        self._fingerprinter.push(audio)

    def _examine_end(self, audio: Audio) -> None:
        """Take in what is left, less than a hop."""
        low, high = audio.min(axis=1), audio.max(axis=1)
        # So few samples of a slow wave are flat as well: they go on with what was before.
        begins = not self._silent and not self._power_hops
        silent = bool(((high - low) < 2 * 10 ** (SILENCE_DB / 20)).all()) and (self._run > 0 or begins)
        self._run = self._run + audio.shape[1] if silent else 0
        self._silent += audio.shape[1] if silent else 0
        self._longest = max(self._longest, self._run)
        if not silent and not self._power_hops:
            self._add_power(np.array([float(np.mean(audio**2))]))
        self._find_flat_tops(audio, low, high)
        self._compare_channels(audio)

    def _count_silence(self, silent: NDArray[np.bool_]) -> None:
        self._silent += int(silent.sum()) * self._hop
        for quiet in silent.tolist():
            self._run = self._run + self._hop if quiet else 0
            self._longest = max(self._longest, self._run)

    def _add_power(self, power: NDArray[np.floating]) -> None:
        self._power += float(power.sum(dtype=np.float64))
        self._power_hops += len(power)

    def _compare_channels(self, audio: Audio) -> None:
        if self._equal:
            self._equal = bool(np.abs(audio[1:] - audio[:1]).max() <= _EQUAL)

    def _find_flat_tops(self, audio: Audio, low: NDArray[np.floating], high: NDArray[np.floating]) -> None:
        """Count flat tops at each channel's extremes so far; a new extreme makes those below it ordinary samples."""
        for channel, extremes in enumerate(zip(low.tolist(), high.tolist(), strict=True)):
            for side, (sign, extreme) in enumerate(zip((-1, 1), extremes, strict=True)):
                reached, known = sign * extreme, sign * self._extremes[channel, side]
                if reached > known + _FLAT:
                    self._flat[channel, side] = 0
                if reached > known:
                    self._extremes[channel, side] = extreme
                if reached >= known - _FLAT and reached >= 10 ** (NEAR_FULL_DB / 20):
                    self._flat[channel, side] += _flat_samples(sign * audio[channel], max(reached, known) - _FLAT)


def _flat_samples(wave: NDArray[np.float32], level: float) -> int:
    r"""Samples in runs of at least `FLAT_RUN` above a level from which the wave falls off steeply.

    The crest of a slow wave lies within `_FLAT` of its peak for some samples as well, and falls off as a parabola
    that is so flat may; and a square wave falls from plateau to plateau at once, on both sides::

        unclipped  ..-~~~-..      clipped  /-----\      square  |-----|
    """
    top = np.concatenate([[False], wave >= level, [False]])
    edges = np.flatnonzero(top[1:] != top[:-1])
    starts, stops = edges[::2], edges[1::2]
    # Of a run at the edge of a chunk one side is not seen: the few there are do not count.
    whole = (stops - starts >= FLAT_RUN) & (starts > 0) & (stops < len(wave))
    starts, stops = starts[whole], stops[whole]
    lengths = stops - starts
    before, after = wave[np.maximum(starts - 2, 0)], wave[np.minimum(stops + 1, len(wave) - 1)]
    steepest = level - np.minimum(before, after)
    parabola = _FLAT * ((lengths + 3) / (lengths - 1)) ** 2
    clipped = steepest > np.maximum(2 * parabola, 8 * _FLAT)
    plateau = (lengths >= _PLATEAU) & (np.maximum(before, after) < 0.5 * level)
    return int(lengths[clipped & ~plateau].sum())


def _hann(length: int) -> NDArray[np.float32]:
    """Weights of a mean over one stretch, sum 1: low notes whose period does not fit in hardly count."""
    window = np.sin(np.pi * (np.arange(length) + 0.5) / length) ** 2
    return (window / window.sum()).astype(np.float32)

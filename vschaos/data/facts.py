"""What one pass over a sound's samples finds: level, clipping, offset, silence, its channels, a fingerprint.

All is measured of each *signal*: every channel, and the mean of all where there are several. Which of them is learnt is
decided later (`vschaos.data.mix`), and the doctor (`vschaos.data.doctor.doctor`) then judges that one. Torch-free; fed
by a scan while it decodes, in any thread, in constant memory.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from vschaos.audio import Audio
from vschaos.data.cancelling import Cancelling
from vschaos.data.fingerprint import STEP_S, Fingerprinter, Halving
from vschaos.data.spectrum_facts import LongSpectrum

VERSION = 4
"""Goes up with anything that changes a sound's facts: what an older version found is examined again."""
SILENCE_DB = -60.0
"""A stretch is silent where no channel leaves its mean by more than this, relative to full scale."""
FLAT_RUN = 2
"""This many samples in a row at a channel's own extreme are a flat top."""
NEAR_FULL_DB = -3.0
"""Flat tops below this level count as the shape of the wave: square waves, mostly."""

MEAN = -1
"""The number of the signal that is the mean of all channels; those of the channels count from 0."""

_CHUNK_HOPS = 60
_MEAN_HOPS = 5
_MEANS = 256
# Within three halves of a 16-bit step, so that dither does not hide a flat top.
_FLAT = 1.5 / 32768
_PLATEAU = 8
_EQUAL = 1.5 / 32768


class SignalFacts(NamedTuple):
    """The facts of one signal, as in `SoundFacts`; and its mean power over all of its time, full scale being 1."""

    peak: float
    level_db: float
    clipped: int
    dc: float
    silent_s: float
    longest_silence_s: float
    power: float


@dataclass(frozen=True)
class SoundFacts:
    """What one pass over a sound's samples finds; ``dataclasses.asdict`` makes plain values of it.

    From an `Examiner` they are those of all channels together, from a scan those of the signals that are learnt.

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
        thump at the beginning is not an offset.
    silent_s
        Seconds in which all channels are below `SILENCE_DB`.
    longest_silence_s
        The longest such stretch, in seconds.
    channels_equal
        More than one channel, all the same to within rounding: mono that is stored as stereo.
    fingerprint
        The course of the sound's loudness in bands, as text; see `vschaos.data.fingerprint`. Empty for silence.
    signals
        The facts of each channel, and of the mean of all where there are several.
    top_hz, hum_hz
        See `vschaos.data.spectrum_facts`.
    cancelling
        For which share of the time the channels cancel each other: see `vschaos.data.cancelling`.
    """

    peak: float
    level_db: float
    clipped: int
    dc: float
    silent_s: float
    longest_silence_s: float
    channels_equal: bool
    fingerprint: str
    signals: tuple[SignalFacts, ...] = ()
    top_hz: float = 0.0
    hum_hz: int = 0
    cancelling: float = 0.0

    def __post_init__(self) -> None:
        # From JSON they come as lists.
        object.__setattr__(self, "signals", tuple(SignalFacts(*signal) for signal in self.signals))


def of_signals(facts: SoundFacts, signals: Sequence[int]) -> SoundFacts:
    """The facts with those of some signals in place of those of all channels.

    Of several, each a sound of its own, the worst counts; silence is where all are silent for so long at least. What
    is clipped in a channel stays so in the mean, where no flat top shows it any more.
    """
    chosen = [facts.signals[number] for number in signals]
    powers = [10 ** (signal.level_db / 10) for signal in chosen]
    return dataclasses.replace(
        facts,
        peak=max(signal.peak for signal in chosen),
        level_db=round(10 * math.log10(max(sum(powers) / len(powers), 1e-20)), 2),
        clipped=facts.clipped if MEAN in signals else sum(signal.clipped for signal in chosen),
        dc=max(signal.dc for signal in chosen),
        silent_s=min(signal.silent_s for signal in chosen),
        longest_silence_s=min(signal.longest_silence_s for signal in chosen),
    )


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
        self._spectrum = LongSpectrum(sample_rate_hz, _CHUNK_HOPS * self._hop)
        self._rest: list[Audio] = []
        self._rest_length = 0
        self._started = False

    def push(self, block: Audio) -> None:
        """Examine the next samples.

        Parameters
        ----------
        block
            float32, shape (C, n); C must not change.
        """
        if not self._started:
            self._start(block.shape[0])
        if self._channels > 1:
            block = np.concatenate([block, block.mean(axis=0, keepdims=True)])
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
        offsets = np.abs(np.median(self._means.result(), axis=0))
        peaks = np.abs(self._extremes)
        clipped = np.where(peaks >= 10 ** (NEAR_FULL_DB / 20), self._flat, 0).sum(axis=1)
        signals = tuple(
            SignalFacts(
                peak=float(peaks[row].max()),
                level_db=_level_db(self._sounding_power[row], self._sounding_hops[row]),
                clipped=int(clipped[row]),
                dc=round(float(offsets[row]), 6),
                silent_s=round(float(self._silence.total[row]) / self._rate, 4),
                longest_silence_s=round(float(self._silence.longest[row]) / self._rate, 4),
                power=float(self._power[row]) / max(1, self._hops),
            )
            for row in range(self._rows)
        )
        channels, spectrum = slice(self._channels), self._spectrum.finish()
        return SoundFacts(
            peak=float(peaks[channels].max()),
            level_db=_level_db(self._sounding_power[-1], self._sounding_hops[-1]),
            clipped=int(clipped[channels].sum()),
            dc=round(float(offsets[channels].max()), 6),
            silent_s=round(float(self._silence.total[-1]) / self._rate, 4),
            longest_silence_s=round(float(self._silence.longest[-1]) / self._rate, 4),
            channels_equal=self._equal,
            fingerprint=self._fingerprinter.finish() if self._sounding_hops[-1] else "",
            signals=signals,
            top_hz=spectrum.top_hz,
            hum_hz=spectrum.hum_hz,
            cancelling=round(self._cancelling.share(), 4),
        )

    def _start(self, channels: int) -> None:
        self._started = True
        self._channels = channels
        self._rows = rows = channels + (channels > 1)  # the last is the mean
        self._equal = channels > 1
        self._extremes = np.zeros((rows, 2))  # lowest and highest sample
        self._flat = np.zeros((rows, 2), np.int64)
        self._means = Halving(_MEANS, rows)
        self._short_mean = np.zeros(rows)
        self._power = np.zeros(rows)
        self._hops = 0
        # One more: all channels together.
        self._sounding_power = np.zeros(rows + 1)
        self._sounding_hops = np.zeros(rows + 1, np.int64)
        self._silence = _Silence(rows + 1)
        self._cancelling = Cancelling(channels)

    def _examine(self, audio: Audio) -> None:
        """Examine a whole number of hops, shape (R, K · hop)."""
        rows, length = audio.shape
        hops = np.ascontiguousarray(audio).reshape(rows, -1, self._hop)
        low, high = hops.min(axis=2), hops.max(axis=2)
        silent = self._with_all((high - low) < 2 * 10 ** (SILENCE_DB / 20))
        self._silence.push(silent, self._hop)
        power = np.einsum("rkt,rkt->rk", hops, hops).astype(np.float64) / self._hop
        self._power += power.sum(axis=1)
        self._hops += power.shape[1]
        if self._channels > 1:
            self._cancelling.push(power, silent[-1])
        power = np.concatenate([power, power[: self._channels].mean(axis=0, keepdims=True)])
        self._sounding_power += (power * ~silent).sum(axis=1)
        self._sounding_hops += (~silent).sum(axis=1)
        self._find_flat_tops(audio, low.min(axis=1), high.max(axis=1))
        whole = length - length % len(self._mean_window)
        if whole:
            self._means.push((audio[:, :whole].reshape(rows, -1, len(self._mean_window)) @ self._mean_window).T)
        elif not self._means.rows:
            self._short_mean = audio @ _hann(length)
        self._compare_channels(audio[: self._channels])
        self._fingerprinter.push(audio[: self._channels])
        self._spectrum.push(audio[: self._channels])

    def _examine_end(self, audio: Audio) -> None:
        """Examine the rest, less than a hop."""
        low, high = audio.min(axis=1), audio.max(axis=1)
        # So few samples of a slow wave are flat as well: they go on with what was before.
        begins = (self._silence.total == 0) & (self._sounding_hops == 0)
        flat = self._with_all((high - low)[:, None] < 2 * 10 ** (SILENCE_DB / 20))[:, 0]
        silent = flat & ((self._silence.run > 0) | begins)
        self._silence.push(silent[:, None], audio.shape[1])
        power = np.mean(audio.astype(np.float64) ** 2, axis=1)
        if not self._hops:
            self._power, self._hops = power, 1
        alone = ~silent & (self._sounding_hops == 0)
        self._sounding_power[alone] = np.append(power, power[: self._channels].mean())[alone]
        self._sounding_hops[alone] = 1
        self._find_flat_tops(audio, low, high)
        self._compare_channels(audio[: self._channels])

    def _with_all(self, silent: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """A row more, (R + 1, K): where all channels are silent."""
        return np.concatenate([silent, silent[: self._channels].all(axis=0, keepdims=True)])

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


class _Silence:
    """Counts silent stretches of some rows, in samples.

    Attributes
    ----------
    total, run, longest
        All of them together, the one that lasts, and the longest: shape (R,).
    """

    def __init__(self, rows: int) -> None:
        self.total = np.zeros(rows, np.int64)
        self.run = np.zeros(rows, np.int64)
        self.longest = np.zeros(rows, np.int64)

    def push(self, silent: NDArray[np.bool_], samples: int) -> None:
        """The next stretches of this many samples each, shape (R, K)."""
        places = np.arange(silent.shape[1])
        sounding = np.maximum.accumulate(np.where(silent, -1, places), axis=1)  # the last sounding one so far
        runs = (places - sounding) * samples
        runs += np.where(sounding < 0, self.run[:, None], 0)
        runs[~silent] = 0
        self.total += silent.sum(axis=1) * samples
        self.run = runs[:, -1]
        self.longest = np.maximum(self.longest, runs.max(axis=1))


def _level_db(power: float, hops: int) -> float:
    return round(10 * math.log10(max(power / hops, 1e-20)), 2) if hops else -200.0


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

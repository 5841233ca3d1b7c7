"""Sounds and latent paths through an instrument, offline: as it sounds live, aligned, at any rate and of any length.

What goes through is cut into blocks of the same number of hops whatever the file's own blocks are, so that memory stays
bounded and the same input gives the same bytes. Runs in the process of the command that renders, in the compiled core::

    file ─ blocks ─▶ resample ─▶ analysis ─▶ voice ─▶ resample ─▶ trim to the input's length
                     (each channel has its own)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vschaos.audio import Audio, Mixer
from vschaos.core.analysis import CoreAnalysis
from vschaos.core.instrument import CoreInstrument
from vschaos.core.voices import GRADIENT, CoreVoices
from vschaos.data.resample import Resampler
from vschaos.errors import InstrumentError
from vschaos.latent.axes import LatentAxes
from vschaos.latent.trajectories import LatentPath

Array = NDArray[np.float32]

KEEP_INPUT = 2
"""The phase mode beyond those of the core's voices: the phase of the sound that comes in."""

BLOCK_HOPS = 64
"""Frames whose magnitudes are made at once: the network's weights are read but once for them."""

FADE_MS = 10.0
"""At both ends of a path, which would click where it begins and ends in full sound."""


@dataclass(frozen=True)
class Manner:
    """How magnitudes are made to sound.

    Attributes
    ----------
    phase_mode
        `GRADIENT`, `RANDOM`, or, where a sound comes in, `KEEP_INPUT`.
    noise
        Bias of the noise shares, −1…1.
    lookahead
        Frames, 0 or 1, that the phase knows of what follows.
    """

    phase_mode: int = GRADIENT
    noise: float = 0.0
    lookahead: int = 0


@dataclass(frozen=True)
class Scatter:
    """How far a sound's latent points are moved at random on their way through, each frame by itself.

    Attributes
    ----------
    posterior
        The axes of the latent space, if points are drawn from the posterior, and not its mean.
    jitter
        Standard deviation of a further move, in coordinates.
    seed
        What the moves follow from.
    """

    posterior: LatentAxes | None = None
    jitter: float = 0.0
    seed: tuple[int, ...] = (0,)

    @property
    def moves(self) -> bool:
        """Whether it does anything."""
        return self.posterior is not None or self.jitter > 0


STILL = Scatter()


def output_length(samples: int, rate_hz: int, out_rate_hz: int) -> int:
    """Samples at the output's rate for a number at the input's, rounded up."""
    return -(-samples * out_rate_hz // rate_hz)


def reconstruct(
    instrument: CoreInstrument,
    blocks: Iterable[Audio],
    rate_hz: int,
    channels: int,
    labels: Array,
    manner: Manner,
    out_rate_hz: int,
    scatter: Scatter = STILL,
) -> Iterator[Audio]:
    """A sound through the latent space and back, each channel by itself.

    Parameters
    ----------
    instrument
        Must not be closed on the way.
    blocks
        The sound, pieces of shape (C, n), at ``rate_hz``.
    rate_hz, channels
        Of the sound.
    labels
        What is known of it, shape (K,), or (K, T) for each of its hops; NaN where it is to be predicted.
    manner
        How it is to sound.
    out_rate_hz
        Of the result.
    scatter
        How its points are moved on the way; with a phase that is not the input's.

    Yields
    ------
    Audio
        Pieces of shape (C, m), in time with the input and in all `output_length` samples long.

    Raises
    ------
    InstrumentError
        If the network produces invalid numbers.
    """
    into = Resampler(rate_hz, instrument.sample_rate_hz, channels)
    through = _Reconstruction(instrument, channels, labels, manner, scatter)
    out = Resampler(instrument.sample_rate_hz, out_rate_hz, channels)
    given = made = 0
    for block in blocks:
        given += block.shape[1]
        piece = out.push(through.push(into.push(block)))
        made += piece.shape[1]
        yield piece
    rest = [out.push(through.push(into.finish())), out.push(through.finish()), out.finish()]
    yield np.concatenate(rest, axis=1)[:, : output_length(given, rate_hz, out_rate_hz) - made]


def encode_path(instrument: CoreInstrument, blocks: Iterable[Audio], rate_hz: int, labels: Array) -> LatentPath:
    """The way of a sound through the latent space; its channels are mixed.

    Parameters
    ----------
    instrument, blocks, rate_hz, labels
        As in `reconstruct`.

    Returns
    -------
    LatentPath
        Point t is that of the frame around the sample t·hop, at the instrument's rate; labels are predicted where they
        were unknown and the instrument can. As many points as hops were begun.
    """
    hop = instrument.hop_samples
    into = Resampler(rate_hz, instrument.sample_rate_hz, 1)
    cutter = _Cutter(1, BLOCK_HOPS * hop)
    analysis = CoreAnalysis(instrument)
    coordinates: list[Array] = []
    completed: list[Array] = []
    mixer = Mixer()
    count = 0

    def encode(audio: Audio) -> None:
        known = np.broadcast_to(labels, (audio.shape[1] // hop, len(labels)))
        points, found, _ = _encoded(analysis, audio[0], known)
        coordinates.append(points)
        completed.append(found)

    for block in blocks:
        piece = into.push(mixer.push(block)[None])
        count += piece.shape[1]
        for audio in cutter.push(piece):
            encode(audio)
    piece = into.finish()
    count += piece.shape[1]
    for audio in cutter.push(piece):
        encode(audio)
    encode(cutter.rest(instrument.n_fft, hop))
    first = -(-instrument.n_fft // (2 * hop)) - 1  # frames before it lie around a moment before the sound
    last = first + -(-count // hop)
    return LatentPath(np.concatenate(coordinates)[first:last], np.concatenate(completed)[first:last])


def render_path(instrument: CoreInstrument, path: LatentPath, manner: Manner, out_rate_hz: int) -> Iterator[Audio]:
    """The sound of a latent path, T hops long, its ends faded.

    Parameters
    ----------
    instrument
        As in `reconstruct`.
    path
        Point t is heard around the sample t·hop. Before the first and after the last, the path stands still.
    manner
        How it is to sound; there is no input whose phase could be kept.
    out_rate_hz
        Of the result.

    Yields
    ------
    Audio
        Pieces of shape (1, m).

    Raises
    ------
    InstrumentError
        If the network produces invalid numbers.
    """
    hop, rate_hz = instrument.hop_samples, instrument.sample_rate_hz
    samples = len(path.coordinates) * hop
    lead = -(-instrument.n_fft // hop)  # the first sample is heard in full, and long after the attack from nothing
    late = lead * hop + instrument.n_fft // 2 + manner.lookahead * hop
    frames = -(-(samples + late) // hop)
    place = np.clip(np.arange(frames) - lead, 0, len(path.coordinates) - 1)
    out = Resampler(rate_hz, out_rate_hz, 1)
    made = 0
    for piece in _shortened(_path_sound(instrument, path, place, manner), late, samples):
        sound = out.push(_faded(piece, made, samples, rate_hz))
        made += piece.shape[1]
        yield sound
    yield out.finish()


def _path_sound(
    instrument: CoreInstrument, path: LatentPath, place: NDArray[np.intp], manner: Manner
) -> Iterator[Audio]:
    """Sound (1, n) of the points at ``place``, as the decoder gives it."""
    voices = CoreVoices(instrument, 1, manner.lookahead)
    for start in range(0, len(place), BLOCK_HOPS):
        part = place[start : start + BLOCK_HOPS]
        yield _decoded(voices, 0, path.coordinates[part], path.labels[part], manner)[None]


def _shortened(pieces: Iterable[Audio], late: int, samples: int) -> Iterator[Audio]:
    """Pieces without the first ``late`` samples, and no more than ``samples`` of the others."""
    start = -late
    for piece in pieces:
        first, last = max(0, -start), min(piece.shape[1], samples - start)
        if first < last:
            yield piece[:, first:last]
        start += piece.shape[1]


def _faded(piece: Audio, start: int, samples: int, rate_hz: int) -> Audio:
    """A piece that begins at ``start`` of a sound of so many samples, with its part of the fades."""
    length = min(round(FADE_MS * rate_hz / 1000), samples // 2)
    place = start + np.arange(piece.shape[1])
    nearest_end = np.minimum(place, samples - 1 - place)
    fade = 0.5 - 0.5 * np.cos(np.pi * np.minimum(nearest_end / max(length, 1), 1.0))
    return piece * fade.astype(np.float32)


class _Reconstruction:
    """Audio (C, n) at the instrument's rate in, the same length out, in time with it; a voice for each channel."""

    def __init__(
        self, instrument: CoreInstrument, channels: int, labels: Array, manner: Manner, scatter: Scatter
    ) -> None:
        self._instrument = instrument
        self._labels = (labels if labels.ndim == 2 else labels[:, None]).T
        self._manner = manner
        self._scatter = scatter
        self._generator = np.random.default_rng(scatter.seed)
        self._frames = 0
        waits = 0 if manner.phase_mode == KEEP_INPUT else manner.lookahead
        self._late = instrument.n_fft - instrument.hop_samples + waits * instrument.hop_samples
        self._cutter = _Cutter(channels, BLOCK_HOPS * instrument.hop_samples)
        self._analyses = [CoreAnalysis(instrument) for _ in range(channels)]
        self._voices = CoreVoices(instrument, channels, manner.lookahead)
        self._to_skip = self._late
        self._owed = 0

    def push(self, audio: Audio) -> Audio:
        """The next samples; what is ready of the result."""
        self._owed += audio.shape[1]
        pieces = [self._run(block) for block in self._cutter.push(audio)]
        return np.concatenate([audio[:, :0], *pieces], axis=1)

    def finish(self) -> Audio:
        """The rest: as much as is still owed."""
        owed = self._owed
        return self._run(self._cutter.rest(self._late, self._instrument.hop_samples))[:, :owed]

    def _run(self, audio: Audio) -> Audio:
        frames = audio.shape[1] // self._instrument.hop_samples
        # A frame is centred n_fft/2 samples before the end of its hop: labels of that moment.
        centre = self._instrument.n_fft // (2 * self._instrument.hop_samples)
        hops = np.arange(self._frames, self._frames + frames) - (centre - 1)
        labels = self._labels[hops.clip(0, len(self._labels) - 1)]
        self._frames += frames
        if self._manner.phase_mode == KEEP_INPUT:
            sound = [_transferred(analysis, part, labels) for analysis, part in zip(self._analyses, audio, strict=True)]
        else:
            sound = [self._resynthesis(channel, part, labels) for channel, part in enumerate(audio)]
        made = np.stack(sound)[:, self._to_skip :]
        self._to_skip = max(0, self._to_skip - audio.shape[1])
        self._owed -= made.shape[1]
        return made

    def _resynthesis(self, channel: int, sound: Array, labels: Array) -> Array:
        coordinates, completed, log_variance = _encoded(self._analyses[channel], sound, labels)
        if self._scatter.moves:
            coordinates = coordinates + self._move(log_variance)
        return _decoded(self._voices, channel, coordinates, completed, self._manner)

    def _move(self, log_variance: Array) -> Array:
        """How far points (T, D) with this log-variance, in the latent space, are moved: coordinates (T, D)."""
        move = np.float32(self._scatter.jitter) * self._drawn(log_variance.shape)
        axes = self._scatter.posterior
        if axes is not None:
            drawn = np.exp(0.5 * log_variance) * self._drawn(log_variance.shape)
            move += drawn @ (axes.axes.T / axes.scale)
        return move

    def _drawn(self, shape: Sequence[int]) -> Array:
        return self._generator.standard_normal(tuple(shape), np.float32)


def _encoded(analysis: CoreAnalysis, sound: Array, labels: Array) -> tuple[Array, Array, Array]:
    """Sound (T·hop,) with labels (T, K) to coordinates (T, D), labels (T, K) and the log-variance (T, D)."""
    hops = sound.reshape(len(labels), -1)
    points, completed, log_variance = (
        np.stack(parts) for parts in zip(*map(analysis.encode, hops, labels), strict=True)
    )
    if not np.isfinite(points).all():
        raise InstrumentError(
            "The instrument produces invalid numbers: its network is damaged.",
            "Ask for the file again, or export it again from its training run.",
        )
    return points, completed, log_variance


def _decoded(voices: CoreVoices, voice: int, points: Array, labels: Array, manner: Manner) -> Array:
    """Points (T, D) with labels (T, K) to sound (T·hop,)."""
    frames = zip(*voices.instrument.magnitudes_and_shares(points, labels), strict=True)
    return np.concatenate([voices.hop(voice, each, manner.noise, manner.phase_mode, shares) for each, shares in frames])


def _transferred(analysis: CoreAnalysis, sound: Array, labels: Array) -> Array:
    """Sound (T·hop,) through the latent space, with its own phase."""
    dims = analysis.instrument.latent_dims
    straight, nowhere = np.ones(dims, np.float32), np.zeros(dims, np.float32)
    hops = zip(sound.reshape(len(labels), -1), labels, strict=True)
    return np.concatenate([analysis.transfer(hop, known, straight, nowhere) for hop, known in hops])


class _Cutter:
    """Pieces of any length in, blocks of one length out."""

    def __init__(self, channels: int, samples: int) -> None:
        self._samples = samples
        self._held = np.zeros((channels, 0), np.float32)

    def push(self, audio: Audio) -> Iterator[Audio]:
        """The blocks that are full with this piece."""
        held = np.concatenate([self._held, audio], axis=1)
        full = held.shape[1] // self._samples * self._samples
        self._held = held[:, full:]
        for start in range(0, full, self._samples):
            yield held[:, start : start + self._samples]

    def rest(self, silence: int, multiple: int) -> Audio:
        """What is left, with so many zeros at least, as a multiple of a hop."""
        wanted = -(-(self._held.shape[1] + silence) // multiple) * multiple
        return np.pad(self._held, ((0, 0), (0, wanted - self._held.shape[1])))

"""Sounds and latent paths through an instrument, offline: as it sounds live, aligned, at any rate and of any length.

What goes through is cut into blocks of the same number of hops whatever the file's own blocks are, so that memory stays
bounded and the same input gives the same bytes. Runs in the process of the command that renders::

    file ─ blocks ─▶ resample ─▶ StreamingInstrument ─▶ resample ─▶ trim to the input's length
                     (each channel has its own voice)
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from vschaos.audio import Audio
from vschaos.data.resample import resampler
from vschaos.errors import InstrumentError
from vschaos.instrument.streaming import KEEP_INPUT, StreamingInstrument
from vschaos.latent.trajectories import LatentPath
from vschaos.transforms.running_phase import GRADIENT

Array = NDArray[np.float32]

BLOCK_HOPS = 64
"""Frames in one call of the network: enough to be fast, few enough for the caches."""

WORTH_SCRIPTING_S = 60.0
"""TorchScript is over twice as fast and gives the same bytes, but takes a second or two to begin."""

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
        How free the phase is where the sound is noise, 0…1.
    """

    phase_mode: int = GRADIENT
    noise: float = 0.0


def scripted(instrument: StreamingInstrument, seconds: float) -> StreamingInstrument:
    """The instrument, compiled where ``seconds`` of sound are enough work to be worth it; the samples are the same."""
    if seconds < WORTH_SCRIPTING_S:
        return instrument
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return cast(StreamingInstrument, torch.jit.script(instrument))


def output_length(samples: int, rate_hz: int, out_rate_hz: int) -> int:
    """Samples at the output's rate for so many at the input's, the last begun one counted."""
    return -(-samples * out_rate_hz // rate_hz)


def reconstruct(
    instrument: StreamingInstrument,
    blocks: Iterable[Audio],
    rate_hz: int,
    channels: int,
    labels: Array,
    manner: Manner,
    out_rate_hz: int,
) -> Iterator[Audio]:
    """A sound through the latent space and back, each channel by itself.

    Parameters
    ----------
    instrument
        On the CPU, without gradients; scripted or not.
    blocks
        The sound, pieces of shape (C, n), at ``rate_hz``.
    rate_hz, channels
        Of the sound.
    labels
        What is known of it, shape (K,), NaN where it is to be predicted.
    manner
        How it is to sound.
    out_rate_hz
        Of the result.

    Yields
    ------
    Audio
        Pieces of shape (C, m), in time with the input and in all `output_length` samples long.

    Raises
    ------
    InstrumentError
        If the network gives numbers that are none.
    """
    into = _Resampling(rate_hz, instrument.sample_rate_hz, channels)
    through = _Reconstruction(instrument, channels, labels, manner)
    out = _Resampling(instrument.sample_rate_hz, out_rate_hz, channels)
    given = made = 0
    for block in blocks:
        given += block.shape[1]
        piece = out.push(through.push(into.push(block)))
        made += piece.shape[1]
        yield piece
    rest = [out.push(through.push(into.finish())), out.push(through.finish()), out.finish()]
    yield np.concatenate(rest, axis=1)[:, : output_length(given, rate_hz, out_rate_hz) - made]


def encode_path(instrument: StreamingInstrument, blocks: Iterable[Audio], rate_hz: int, labels: Array) -> LatentPath:
    """The way of a sound through the latent space; its channels are mixed.

    Parameters
    ----------
    instrument, blocks, rate_hz, labels
        As in `reconstruct`.

    Returns
    -------
    LatentPath
        Point t is that of the frame around the sample t·hop, at the instrument's rate; labels are predicted where they
        were open and the instrument can. As many points as hops were begun.
    """
    hop = instrument.hop_samples
    into = _Resampling(rate_hz, instrument.sample_rate_hz, 1)
    cutter = _Cutter(1, BLOCK_HOPS * hop)
    state = instrument.initial_analysis(1)
    known = _tensor(labels)
    coordinates: list[Array] = []
    completed: list[Array] = []
    count = 0

    def encode(audio: Audio) -> None:
        nonlocal state
        frames = audio.shape[1] // hop
        held = known[None, :, None].expand(1, -1, frames)
        with torch.inference_mode():
            points, told, state = instrument.encode(_tensor(audio)[:, None], held, state)
        coordinates.append(points[0].T.numpy())
        completed.append(told[0].T.numpy())

    for block in blocks:
        piece = into.push(block.mean(axis=0, keepdims=True))
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


def render_path(instrument: StreamingInstrument, path: LatentPath, manner: Manner, out_rate_hz: int) -> Iterator[Audio]:
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
        If the network gives numbers that are none.
    """
    hop, rate_hz = instrument.hop_samples, instrument.sample_rate_hz
    samples = len(path.coordinates) * hop
    lead = -(-instrument.n_fft // hop)  # the first sample is heard in full, and long after the attack from nothing
    late = lead * hop + instrument.n_fft // 2 + instrument.lookahead * hop
    frames = -(-(samples + late) // hop)
    place = np.clip(np.arange(frames) - lead, 0, len(path.coordinates) - 1)
    out = _Resampling(rate_hz, out_rate_hz, 1)
    made = 0
    for piece in _shortened(_decoded(instrument, path, place, manner), late, samples):
        sound = out.push(_faded(piece, made, samples, rate_hz))
        made += piece.shape[1]
        yield sound
    yield out.finish()


def _decoded(
    instrument: StreamingInstrument, path: LatentPath, place: NDArray[np.intp], manner: Manner
) -> Iterator[Audio]:
    """Sound (1, n) of the points at ``place``, as the decoder gives it."""
    state = instrument.initial_synthesis(1)
    for start in range(0, len(place), BLOCK_HOPS):
        part = place[start : start + BLOCK_HOPS]
        coordinates, labels = _tensor(path.coordinates[part].T)[None], _tensor(path.labels[part].T)[None]
        noise = torch.full([1, len(part)], manner.noise)
        with torch.inference_mode():
            sound, state = instrument.decode(coordinates, labels, noise, manner.phase_mode, state)
        yield _checked(sound[:, 0])


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

    def __init__(self, instrument: StreamingInstrument, channels: int, labels: Array, manner: Manner) -> None:
        self._instrument = instrument
        self._labels = _tensor(labels)[None, :, None]
        self._manner = manner
        waits = 0 if manner.phase_mode == KEEP_INPUT else instrument.lookahead
        self._late = instrument.n_fft - instrument.hop_samples + waits * instrument.hop_samples
        self._cutter = _Cutter(channels, BLOCK_HOPS * instrument.hop_samples)
        self._analysis = instrument.initial_analysis(channels)
        self._synthesis = instrument.initial_synthesis(channels)
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
        voices, frames = audio.shape[0], audio.shape[1] // self._instrument.hop_samples
        labels = self._labels.expand(voices, -1, frames)
        noise = torch.full([voices, frames], self._manner.noise)
        with torch.inference_mode():
            sound, self._analysis, self._synthesis = self._instrument(
                _tensor(audio)[:, None], labels, noise, self._manner.phase_mode, self._analysis, self._synthesis
            )
        made = _checked(sound[:, 0])[:, self._to_skip :]
        self._to_skip = max(0, self._to_skip - audio.shape[1])
        self._owed -= made.shape[1]
        return made


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


class _Resampling:
    """A resampler for each channel."""

    def __init__(self, rate_hz: int, out_rate_hz: int, channels: int) -> None:
        self._channels = [resampler(rate_hz, out_rate_hz) for _ in range(channels)]

    def push(self, audio: Audio) -> Audio:
        return np.stack([channel.push(row) for channel, row in zip(self._channels, audio, strict=True)])

    def finish(self) -> Audio:
        return np.stack([channel.finish() for channel in self._channels])


def _tensor(values: Array) -> Tensor:
    return torch.from_numpy(np.ascontiguousarray(values, np.float32))


def _checked(sound: Tensor) -> Audio:
    if not bool(torch.isfinite(sound).all()):
        raise InstrumentError(
            "The instrument gives numbers that are no sound: its network is damaged.",
            "Ask for the file again, or export it anew from its training run.",
        )
    return sound.numpy()

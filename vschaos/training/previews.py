"""A few seconds of sound now and then, to hear how far a training is: a sound, what becomes of it, and a latent walk.

They are what the instrument would play: its own streaming synthesis, with its phase and no look-ahead. Rendering takes
time that learning could use, so the next one waits until this one cost no more than a small share.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from vschaos.audio import write_audio
from vschaos.data.loader import FrameSource
from vschaos.data.store import Store
from vschaos.instrument.build import streaming_instrument
from vschaos.instrument.bundle import Instrument
from vschaos.instrument.streaming import StreamingInstrument
from vschaos.performance.tour import tour_position
from vschaos.training.callbacks import Clock
from vschaos.training.events import Previewed
from vschaos.transforms.running_phase import GRADIENT

FOLDER = "previews"
PIECES, PIECE_S = 3, 1.5
"""The excerpt: so many sounds, and so many seconds of each at most."""
WALK_S = 5.0
FADE_S = 0.01
SHARE = 0.02
"""Of all time, what previews may cost."""
KEPT = 3
"""The newest previews that are kept, beside the first."""


@dataclass(frozen=True)
class Excerpt:
    """Sound to send through the instrument.

    Attributes
    ----------
    audio
        Samples, shape (T,).
    labels
        What is known of them at each hop, shape (K, T/hop), NaN where nothing is.
    """

    audio: NDArray[np.float32]
    labels: NDArray[np.float32]


def excerpt(store: Store, source: FrameSource, hop_samples: int, n_fft: int) -> Excerpt:
    """The beginnings of a few sounds that are held out, or of what there is; each faded, and a whole number of hops."""
    segments = source.segments("validation")
    chosen = [segments[index] for index in np.linspace(0, len(segments) - 1, min(PIECES, len(segments))).astype(int)]
    longest = round(PIECE_S * store.sample_rate_hz / hop_samples) * hop_samples
    audio: list[NDArray[np.float32]] = []
    known: list[NDArray[np.float32]] = []
    for segment in chosen:
        sound = store.sounds[segment.sound]
        piece = np.array(sound.audio[segment.start : min(segment.stop, segment.start + longest)])
        fade = min(round(FADE_S * store.sample_rate_hz), len(piece) // 2)
        piece[:fade] *= np.linspace(0, 1, fade, dtype=np.float32)
        piece[len(piece) - fade :] *= np.linspace(1, 0, fade, dtype=np.float32)
        piece = np.pad(piece, (0, -len(piece) % hop_samples))
        # A frame is centred half a window before the end of its hop.
        ends = np.arange(1, len(piece) // hop_samples + 1) * hop_samples
        times_s = (segment.start + np.maximum(ends - n_fft // 2, 0)) / store.sample_rate_hz
        audio.append(piece)
        known.append(source.labels.at(sound.name, times_s).T)
    return Excerpt(np.concatenate(audio), np.concatenate(known, axis=1))


class Previewer:
    """Renders previews of a training's instruments into its run's folder.

    Parameters
    ----------
    run
        The run's folder.
    sound
        What is sent through the instrument.
    every_s
        Seconds between two previews, at least.
    clock
        Monotonic seconds.
    """

    def __init__(self, run: Path, sound: Excerpt, every_s: float, clock: Clock = time.monotonic) -> None:
        self._folder = run / FOLDER
        self._sound = sound
        self._every_s = every_s
        self._clock = clock
        self._next = clock() + every_s

    @property
    def due(self) -> bool:
        """Whether it is time for the next one."""
        return self._clock() >= self._next

    def render(self, instrument: Instrument, step: int) -> tuple[Previewed, dict[str, NDArray[np.float32]]]:
        """Render, write and tell; the sounds themselves are given back too, by name.

        Raises
        ------
        AudioFileError
            If a file cannot be written; what was there before is untouched.
        """
        began = self._clock()
        with torch.inference_mode(), _one_thread():
            playing = streaming_instrument(instrument)
            sounds = {
                "original": self._sound.audio,
                "reconstruction": _reconstruction(playing, self._sound),
                "walk": _walk(playing),
            }
        paths = {name: self._folder / f"{name} {step:09d}.flac" for name in ("reconstruction", "walk")}
        paths["original"] = self._folder / "original.flac"
        try:
            self._folder.mkdir(exist_ok=True)
            for name, path in paths.items():
                write_audio(path, np.clip(sounds[name], -1, 1), instrument.card.sample_rate_hz)
            for name in ("reconstruction", "walk"):
                for old in sorted(self._folder.glob(f"{name} *.flac"))[1:-KEPT]:
                    old.unlink()
        finally:
            now = self._clock()
            self._next = now + max(self._every_s, (now - began) / SHARE)
        return Previewed(step, **{name: str(path) for name, path in paths.items()}), sounds


@contextlib.contextmanager
def _one_thread() -> Iterator[None]:
    """Frame after frame, threads only wait for one another.

    Beside other programs a preview took two threads 14 s of processor time, and takes one 0.3 s.
    """
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(threads)


def _reconstruction(instrument: StreamingInstrument, sound: Excerpt) -> NDArray[np.float32]:
    """The excerpt through the instrument, in time with it: what comes late by a window's rest is cut off in front."""
    hop, late = instrument.hop_samples, instrument.n_fft - instrument.hop_samples
    hops = (len(sound.audio) + late) // hop
    audio = torch.zeros(1, 1, hops * hop)
    audio[0, 0, : len(sound.audio)] = torch.from_numpy(sound.audio)
    labels = instrument.open_labels(1, hops)
    labels[0, :, : sound.labels.shape[1]] = torch.from_numpy(sound.labels)
    states = instrument.initial_analysis(1), instrument.initial_synthesis(1)
    output, _, _ = instrument(audio, labels, torch.zeros(1, hops), GRADIENT, *states)
    return output[0, 0, late : late + len(sound.audio)].numpy()


def _walk(instrument: StreamingInstrument) -> NDArray[np.float32]:
    """The pad's tour, from its middle outwards."""
    hops = round(WALK_S * instrument.sample_rate_hz / instrument.hop_samples)
    times_s = [hop * instrument.hop_samples / instrument.sample_rate_hz for hop in range(hops)]
    coordinates: Tensor = torch.zeros(1, instrument.latent_dims, hops)
    coordinates[0, :2] = torch.tensor(_positions(times_s)).T
    labels, noise = instrument.open_labels(1, hops), torch.zeros(1, hops)
    output, _ = instrument.decode(coordinates, labels, noise, GRADIENT, instrument.initial_synthesis(1))
    return output[0, 0].numpy()


def _positions(times_s: Sequence[float]) -> list[tuple[float, float]]:
    return [tour_position(time_s) for time_s in times_s]

"""A few seconds of sound now and then, to hear how far a training is: a sound, what becomes of it, and a latent walk.

They are what the instrument would play: the compiled core renders them, with its phase and no look-ahead. Rendering
takes time that learning could use, so the next one waits until this one cost no more than a small share.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vschaos.audio import write_audio
from vschaos.core.instrument import CoreInstrument
from vschaos.data.loader import FrameSource
from vschaos.data.store import Store
from vschaos.instrument.bundle import Instrument
from vschaos.instrument.card import Card
from vschaos.instrument.opening import completed, open_core
from vschaos.instrument.rendering import Manner, reconstruct, render_path
from vschaos.latent.trajectories import LatentPath
from vschaos.performance.demo_path import demo_position
from vschaos.training.callbacks import Clock
from vschaos.training.events import Previewed

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
        What is known of them where each hop begins, shape (K, T/hop), NaN where nothing is.
    """

    audio: NDArray[np.float32]
    labels: NDArray[np.float32]


def excerpt(store: Store, source: FrameSource, hop_samples: int) -> Excerpt:
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
        times_s = (segment.start + np.arange(len(piece) // hop_samples) * hop_samples) / store.sample_rate_hz
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
        """Render, write and report; also returns the sounds, by name.

        Raises
        ------
        AudioFileError
            If a file cannot be written; what was there before is untouched.
        """
        began = self._clock()
        instrument = completed(instrument)
        core = open_core(instrument)
        sounds = {
            "original": self._sound.audio,
            "reconstruction": _reconstruction(core, self._sound),
            "walk": _walk(core, instrument.card),
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


def _reconstruction(core: CoreInstrument, sound: Excerpt) -> NDArray[np.float32]:
    """The excerpt through the instrument, in time with it."""
    rate_hz = core.sample_rate_hz
    pieces = reconstruct(core, [sound.audio[None]], rate_hz, 1, sound.labels, Manner(), rate_hz)
    return np.concatenate(list(pieces), axis=1)[0]


def _walk(core: CoreInstrument, card: Card) -> NDArray[np.float32]:
    """The pad's tour, from its middle outwards, with all else as the instrument starts, as loud as it is played."""
    hops = round(WALK_S * core.sample_rate_hz / core.hop_samples)
    coordinates = np.tile(np.array(card.playable.home, np.float32), (hops, 1))
    coordinates[:, :2] = [demo_position(hop * core.hop_samples / core.sample_rate_hz) for hop in range(hops)]
    path = LatentPath(coordinates, np.tile(np.array(card.played_defaults, np.float32), (hops, 1)))
    sound = np.concatenate(list(render_path(core, path, Manner(), core.sample_rate_hz)), axis=1)[0]
    return sound * min(10.0 ** (card.make_up_db / 20.0), 1.0 / max(float(np.abs(sound).max()), 1e-9))

"""From an instrument file to an instrument ready to sound. Runs on the engine's workshop thread; loads no torch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vschaos.core.instrument import CoreInstrument
from vschaos.instrument.bundle import Instrument
from vschaos.instrument.opening import completed, open_core, read_to_play
from vschaos.instrument.start import rms_db
from vschaos.latent.latent_map import LatentMap
from vschaos.performance.controls import Playable
from vschaos.performance.wandering import Phrases


@dataclass(frozen=True)
class LoadedInstrument:
    """An instrument ready to sound, with the dimensions it has.

    ``sample_rate_hz``, ``n_fft`` and ``hop_samples`` are those of the instrument's card; ``playable`` is what can be
    moved, ``terrain`` the map of its sounds, ``tasks`` names the decoder's K labels, in order, ``predicted`` those of
    them that it predicts from sound, ``lookahead`` is by how many hops its sound is late, and ``make_up_db`` the gain
    with which the pad and notes are played. ``start`` are coordinates and all labels of the sound that others are
    evened to; without it none are. ``phrases`` are what it plays by itself, ``points`` its sounds, shape (N, D).
    """

    path: str
    name: str
    core: CoreInstrument
    sample_rate_hz: int
    n_fft: int
    hop_samples: int
    playable: Playable
    terrain: LatentMap | None = None
    tasks: tuple[str, ...] = ()
    predicted: tuple[str, ...] = ()
    lookahead: int = 0
    make_up_db: float = 0.0
    start: tuple[tuple[float, ...], tuple[float, ...]] | None = None
    phrases: Phrases | None = None
    points: NDArray[np.float32] | None = None


def load_instrument(path: Path, lookahead: int = 0) -> LoadedInstrument:
    """Open an instrument file for playing; with one frame of look-ahead, it sounds cleaner, and a hop later.

    Raises
    ------
    InstrumentError
        If the file is missing or damaged.
    """
    return prepare(read_to_play(path), str(path), lookahead)


def prepare(instrument: Instrument, path: str = "", lookahead: int = 0) -> LoadedInstrument:
    """An instrument in memory, made ready to sound.

    Raises
    ------
    InstrumentError
        If its parts do not fit.
    """
    instrument = completed(instrument)
    card, core = instrument.card, open_core(instrument)
    return LoadedInstrument(
        path=path,
        name=card.name,
        core=core,
        sample_rate_hz=card.sample_rate_hz,
        n_fft=card.n_fft,
        hop_samples=card.hop_samples,
        playable=instrument.playable,
        terrain=instrument.latent_map,
        tasks=tuple(label.name for label in card.labels),
        predicted=tuple(label.name for label in card.labels if label.predicted),
        lookahead=lookahead,
        make_up_db=card.make_up_db,
        start=(card.playable.home, card.played_defaults),
        phrases=_phrases(instrument, core),
        points=instrument.points,
    )


def _phrases(instrument: Instrument, core: CoreInstrument) -> Phrases | None:
    if instrument.phrases is None:
        return None
    labels = np.array([instrument.card.played_defaults], np.float32)

    def level_db(coordinates: Sequence[float]) -> float:
        magnitudes = core.magnitudes(np.array([coordinates], np.float32), labels)[0, 1:]
        return float(rms_db(np.square(magnitudes, dtype=np.float64).sum()))

    return Phrases(instrument.phrases, level_db)

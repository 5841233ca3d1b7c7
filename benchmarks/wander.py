"""What an instrument plays by itself, against sounds that are held out; a random walk is the weak baseline.

Trains ``dgt_small`` for 110 CPU seconds on notes of a sound font and on recordings of percussion (``_corpus.py``).
VSCHAOS_WANDER names instruments and their corpora instead, as ``percussion:drums.vschaos,notes:notes.vschaos``.

Compared are distributions, by their Wasserstein distance to those of the held-out sounds, which are joined: onsets in
windows of two seconds, levels of 50 ms, and how far the sound moves in the latent space from a frame to the next. The
walk is an Ornstein–Uhlenbeck process with the covariance, and the correlation from a frame to the next, of the training
sounds. Sounds that were learned show how near two sets of the same kind lie.

``nearest_training_phrase`` is the median distance of a second of sound, in the latent space, to the nearest second of
the training sounds, over that of held-out sounds: of a loop of a training file, it were near 0. Of the nearest
hundredth, it is ``nearest_training_phrase_p1``.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
from numpy.typing import NDArray
from scipy.stats import wasserstein_distance

from benchmarks import quality
from benchmarks._corpus import CORPORA
from benchmarks._metrics import Sound
from benchmarks.life import _read
from vschaos.core.instrument import CoreInstrument
from vschaos.data.cache import CACHE_VARIABLE
from vschaos.instrument.bundle import Instrument
from vschaos.instrument.opening import read_to_play
from vschaos.instrument.rendering import encode_path
from vschaos.latent.phrases import PhrasePlayer
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch
from vschaos.realtime.loading import LoadedInstrument, prepare
from vschaos.realtime.offline import render

VARIABLE = "VSCHAOS_WANDER"
COURSE = ("dgt_small", 110.0)
CORPORA_PLAYED = ("notes", "percussion")

PIECES, PIECE_S = 6, 20.0
FLOOR_DB = -60.0
LEVEL_S, ONSET_S, COUNTED_S = 0.05, 0.01, 2.0
BANDS = 24
RISE_DB, NEAREST_ONSET_S, LEAST_DB = 6.0, 0.06, -45.0
"""An onset: bands rise so far on average in 30 ms, to a level not so far below the loudest."""

PHRASE_S, PHRASE_STEP = 1.0, 8
STEPS_TIMED = 2000


def run() -> dict[str, Any]:
    """Figures for each corpus."""
    given = dict(one.split(":", 1) for one in os.environ.get(VARIABLE, "").split(",") if one)
    made: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder, mock.patch.dict(os.environ, {CACHE_VARIABLE: folder}):
        for name in given or CORPORA_PLAYED:
            sounds = CORPORA[name]()
            path = Path(given[name]) if given else _trained(sounds, Path(folder))
            made[name] = figures(path, sounds)
    return made


def figures(path: Path, sounds: Path) -> dict[str, Any]:
    """Figures of one instrument, and of the sounds it was learned from, ``train``, and was not, ``held_out``."""
    instrument = read_to_play(path)
    if instrument.phrases is None:
        return {"phrases": None}
    core = CoreInstrument(instrument.core)
    rate_hz = core.sample_rate_hz
    learned, held_out = (_joined(sounds / part, rate_hz) for part in ("train", "held_out"))
    loaded = prepare(instrument)
    training = _latents(core, instrument, learned)
    played = {
        "held_out": held_out,
        "learned": learned,
        "wander": _in_a_row(_phrases(loaded)),
        "walk": _in_a_row(_walks(loaded, training / instrument.axes.scale)),
    }
    latents = {name: _latents(core, instrument, sound) for name, sound in played.items()}
    described = {name: _described(sound, latents[name], rate_hz) for name, sound in played.items()}
    hop_s = core.hop_samples / rate_hz
    nearest = {name: _nearest(latents[name], training, hop_s) for name in ("held_out", "wander", "walk")}
    usual = nearest["held_out"]
    return {
        name: {
            **{
                f"{kind}_distance": _rounded(wasserstein_distance(values, described["held_out"][kind]))
                for kind, values in described[name].items()
            },
            "onsets_a_second": _rounded(described[name]["onsets"].mean() / COUNTED_S),
            "rests": _rounded((described[name]["level_db"] <= FLOOR_DB).mean()),
            **(
                {
                    f"nearest_training_phrase{suffix}": _rounded(
                        np.quantile(nearest[name], share) / np.quantile(usual, share)
                    )
                    for suffix, share in (("", 0.5), ("_p1", 0.01))
                }
                if name in nearest
                else {}
            ),
        }
        for name in described
    } | {
        "wander_over_walk": {
            kind: _rounded(
                wasserstein_distance(described["wander"][kind], described["held_out"][kind])
                / wasserstein_distance(described["walk"][kind], described["held_out"][kind])
            )
            for kind in described["walk"]
        },
        "step_us": _step_us(instrument),
        "step_of_its_time": _rounded(1e-6 * _step_us(instrument) / instrument.phrases.step_s, 4),
    }


def onsets(sound: Sound, rate_hz: int) -> NDArray[np.float64]:
    """Times of onsets, seconds."""
    hop = round(ONSET_S * rate_hz)
    n_fft = 1 << (2 * hop).bit_length()
    frames = np.lib.stride_tricks.sliding_window_view(np.pad(sound, n_fft // 2), n_fft)[::hop]
    power = np.square(np.abs(np.fft.rfft(frames * np.hanning(n_fft).astype(np.float32), axis=1)))
    edges = np.unique(np.geomspace(2, power.shape[1], BANDS + 1).astype(int))
    bands = np.add.reduceat(power, edges[:-1], axis=1) / np.diff(edges)
    loud_db = 10.0 * np.log10(power.sum(axis=1) + 1e-12)
    loudest_db = np.percentile(loud_db, 99)
    bands_db = np.maximum(10.0 * np.log10(bands + 1e-12), loudest_db + FLOOR_DB)
    rise = np.zeros(len(bands_db))
    rise[3:] = np.maximum(bands_db[3:] - bands_db[:-3], 0.0).mean(axis=1)
    gap = round(NEAREST_ONSET_S / ONSET_S)
    highest = np.array([rise[max(0, at - gap) : at + gap + 1].max() for at in range(len(rise))])
    found = (rise >= RISE_DB) & (rise == highest) & (loud_db >= loudest_db + LEAST_DB)
    return np.flatnonzero(found) * ONSET_S


def _described(sound: Sound, latents: NDArray, rate_hz: int) -> dict[str, NDArray[np.float64]]:
    """What is compared: onsets of windows, levels in dB below the loudest twentieth, speeds in the latent space."""
    windows = max(1, int(len(sound) / rate_hz / COUNTED_S))
    counts = np.histogram(onsets(sound, rate_hz), windows, (0.0, windows * COUNTED_S))[0].astype(np.float64)
    size = round(LEVEL_S * rate_hz)
    power = np.square(sound[: len(sound) // size * size].astype(np.float64)).reshape(-1, size).mean(axis=1)
    level_db = 10.0 * np.log10(power + 1e-12)
    level_db = np.maximum(level_db - np.percentile(level_db, 95), FLOOR_DB)
    return {"onsets": counts, "level_db": level_db, "speed": np.linalg.norm(np.diff(latents, axis=0), axis=1)}


def _phrases(loaded: LoadedInstrument) -> Iterator[Sound]:
    for seed in range(PIECES):
        performance = Performance(loaded.playable, seed, loaded.terrain, loaded.phrases)
        performance.touch([Touch("wander", (1.0,)), Touch("play", (1.0,))], Origin.CLI)
        yield _as_learned(loaded, render(loaded, performance, PIECE_S))


def _walks(loaded: LoadedInstrument, training: NDArray) -> Iterator[Sound]:
    """Ornstein–Uhlenbeck walks as the training coordinates (T, D) are distributed."""
    mean, centred = training.mean(axis=0), training - training.mean(axis=0)
    kept = (centred[1:] * centred[:-1]).sum(axis=0) / np.square(centred).sum(axis=0)
    root = np.linalg.cholesky(np.cov(centred.T) + 1e-9 * np.eye(len(mean)))
    for seed in range(PIECES):
        chance = np.random.default_rng(seed)
        unit = chance.standard_normal(len(mean))

        def hands(_time_s: float, chance: np.random.Generator = chance) -> list[Touch]:
            nonlocal unit
            unit = kept * unit + np.sqrt(1.0 - kept**2) * chance.standard_normal(len(mean))
            return [Touch("latents", tuple(np.clip(mean + root @ unit, -1.0, 1.0).tolist()))]

        performance = Performance(loaded.playable, seed, loaded.terrain)
        given = [Touch("even", (0.0,)), Touch("life", (0.0,)), Touch("play", (1.0,))]
        performance.touch(given, Origin.CLI)
        yield _as_learned(loaded, render(loaded, performance, PIECE_S, hands))


def _as_learned(loaded: LoadedInstrument, sound: Sound) -> Sound:
    """As loud as the instrument learned it."""
    return sound[:, 0] * np.float32(10.0 ** (-loaded.make_up_db / 20.0))


def _latents(core: CoreInstrument, instrument: Instrument, sound: Sound) -> NDArray:
    """Frames (T, D) in the latent space, along its axes."""
    unknown = np.full(core.label_count, np.nan, np.float32)
    return encode_path(core, iter([sound[None]]), core.sample_rate_hz, unknown).coordinates * instrument.axes.scale


def _nearest(latents: NDArray, training: NDArray, hop_s: float) -> NDArray[np.float64]:
    """Distance of each second to the nearest of the training sounds."""
    length = round(PHRASE_S / hop_s)
    phrases, known = (
        np.lib.stride_tricks.sliding_window_view(some, length, axis=0)[::step].reshape(-1, length * some.shape[1])
        for some, step in ((latents, 4 * PHRASE_STEP), (training, PHRASE_STEP))
    )
    squares = np.square(known).sum(axis=1)
    least = [float((squares - 2.0 * (known @ one)).min() + one @ one) for one in phrases.astype(np.float64)]
    return np.sqrt(np.maximum(least, 0.0) / length)


def _step_us(instrument: Instrument) -> float:
    assert instrument.phrases is not None
    player = PhrasePlayer(instrument.phrases, 0)
    begin_s = time.perf_counter()
    for _ in range(STEPS_TIMED):
        player.step()
    return round(1e6 * (time.perf_counter() - begin_s) / STEPS_TIMED, 1)


def _joined(folder: Path, rate_hz: int) -> Sound:
    files = sorted(item for item in folder.iterdir() if item.suffix in (".wav", ".flac"))
    return _in_a_row(_read(file, rate_hz) for file in files)


def _in_a_row(sounds: Iterator[Sound], gap: int = 2205) -> Sound:
    return np.concatenate([np.pad(sound, (0, gap)) for sound in sounds])


def _trained(sounds: Path, folder: Path) -> Path:
    finished, _ = quality._train(COURSE[0], (), sounds, folder, COURSE[1])
    return Path(finished.instrument)


def _rounded(value: float, digits: int = 3) -> float:
    return round(float(value), digits)

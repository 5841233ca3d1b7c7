"""Reconstruction of sounds, without their phase, after a given training time in CPU seconds.

Trains with ``vschaos.training`` as a user would, on each corpus of ``_corpus.py`` (notes, new instruments, percussion,
ambience), and reconstructs the files that are held out, and some of those that were learned. VSCHAOS_QUALITY lists
configurations and budgets in CPU seconds of all threads, each after the corpus that it is for, or for all four without
one: ``dgt_small=250`` (the default, twenty minutes), ``percussion:dgt_small=60,notes:dgt_mid=1800``.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
import soundfile
import torch

from benchmarks._corpus import CORPORA
from benchmarks._metrics import (
    Sound,
    convergence_db,
    level_db,
    log_spectral_distance_db,
    low_end_db,
    magnitudes_db,
    third_octaves_db,
)
from vschaos.configs.compose import compose_config
from vschaos.data.cache import CACHE_VARIABLE
from vschaos.errors import ConfigError
from vschaos.instrument.build import streaming_instrument
from vschaos.instrument.bundle import Instrument, read_instrument
from vschaos.instrument.streaming import StreamingInstrument
from vschaos.training.events import Finished, Progress
from vschaos.training.session import train
from vschaos.training.stop_flags import StopFlags
from vschaos.transforms.running_phase import GRADIENT

VARIABLE = "VSCHAOS_QUALITY"
DEFAULT = "dgt_small=250"

LEARNED_FILES = 8
"""Of those that were learned; they are spread over all."""
SHORTEST = 8192
"""Shorter sounds are followed by silence."""
TRIAL_FRAMES = 40_000
QUIET_DB = (-100, -80, -70, -60)
WALKS, WALK_STEPS = 40, 100


def run(courses: str = "") -> dict[str, Any]:
    """Figures for each of ``courses``, in the grammar of VSCHAOS_QUALITY."""
    parsed = parse_courses(courses or os.environ.get(VARIABLE, DEFAULT))
    folders = {name: CORPORA[name]() for name, _, _ in parsed}  # what is missing is reported before the first training
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder, mock.patch.dict(os.environ, {CACHE_VARIABLE: folder}):
        for name, configuration, budget_s in parsed:
            course = f"{name}:{configuration}={budget_s:g}"
            figures[course] = _course(configuration, budget_s, folders[name], Path(folder))
    return figures


def parse_courses(text: str) -> list[tuple[str, str, float]]:
    """Corpus, configuration and CPU seconds of each training, from the grammar of VSCHAOS_QUALITY.

    Raises
    ------
    ConfigError
        If there is no such corpus, or no budget.
    """
    courses: list[tuple[str, str, float]] = []
    for course in text.split(","):
        corpus, _, training = course.rpartition(":")
        configuration, _, budget = training.partition("=")
        if (corpus and corpus not in CORPORA) or not budget.replace(".", "", 1).isdigit():
            raise ConfigError(
                f"“{course}” names no training.",
                f"Write CORPUS:CONFIGURATION=SECONDS; corpora are {', '.join(CORPORA)}.",
            )
        courses += [(name, configuration, float(budget)) for name in ([corpus] if corpus else CORPORA)]
    return courses


def _course(configuration: str, budget_s: float, sounds: Path, folder: Path, overrides: tuple[str, ...] = ()) -> Any:
    steps = _affordable_steps(configuration, budget_s, sounds, folder, overrides)
    overrides = (*overrides, f"training.max_steps={steps}")
    finished, spent_s = _train(configuration, overrides, sounds, folder, budget_s)
    instrument = read_instrument(Path(finished.instrument))
    learned = sorted((sounds / "train").glob("*.wav"))
    learned = [learned[round(place)] for place in np.linspace(0, len(learned) - 1, LEARNED_FILES)]
    playing = streaming_instrument(instrument)
    with torch.inference_mode():
        return {
            "cpu_s": round(spent_s, 1),
            "steps": finished.step,
            "steps_planned": steps,
            "parameters": sum(weight.numel() for weight in playing.autoencoder.parameters()),
            "error_db": instrument.card.training.error_db,
            "held_out": _reconstruction(playing, sorted((sounds / "held_out").glob("*.wav"))),
            "learned": _reconstruction(playing, learned),
            **_latent(instrument, playing),
            "quiet_in_dbfs_to_out": _quiet(playing),
        }


def _affordable_steps(configuration: str, budget_s: float, sounds: Path, folder: Path, overrides: Any) -> int:
    """The steps that a budget pays for, by a trial: what each costs with its share of validation, and what is fixed."""
    begin_s = time.process_time()
    times: dict[int, float] = {}

    def note(event: object) -> None:
        if isinstance(event, Progress):
            times[event.step] = time.process_time() - begin_s

    trial_steps = TRIAL_FRAMES // compose_config(configuration, overrides, {"name": configuration}).training.batch_size
    trial = (*overrides, f"training.max_steps={trial_steps}")
    _, spent_s = _train(configuration, trial, sounds, folder, budget_s, note)
    first, last = min(times), max(times)
    step_s = (times[last] - times[first]) / (last - first)
    return max(1, int((budget_s - (spent_s - last * step_s)) / step_s))


def _train(
    configuration: str,
    overrides: tuple[str, ...],
    sounds: Path,
    folder: Path,
    budget_s: float,
    note: Callable[[object], None] = lambda _event: None,
) -> tuple[Finished, float]:
    """Train to the end, or until the budget is spent; returns how it ended and the CPU seconds that it took."""
    orders = StopFlags()
    begin_s = time.process_time()

    def sink(event: object) -> None:
        note(event)
        if time.process_time() - begin_s >= budget_s:
            orders.stop.set()

    config = compose_config(
        configuration,
        [*overrides, "training.device=cpu"],
        {"name": configuration, "rundir": str(folder / "runs"), "data.dataset.root": str(sounds / "train")},
    )
    threads = torch.get_num_threads()
    try:
        finished = train(config, configuration, sink, orders)
    finally:
        torch.set_num_threads(threads)
    return finished, time.process_time() - begin_s


def _reconstruction(instrument: StreamingInstrument, files: list[Path]) -> dict[str, Any]:
    sounds = {path.stem: _read(path) for path in files}
    model = {name: _through(instrument, sound, encoded=True) for name, sound in sounds.items()}
    floor = {name: _through(instrument, sound, encoded=False) for name, sound in sounds.items()}
    distances = {name: log_spectral_distance_db(sound, model[name]) for name, sound in sounds.items()}
    floors = [log_spectral_distance_db(sound, floor[name]) for name, sound in sounds.items()]
    return {
        "mr_lsd_db": _mean(distances.values()),
        "mr_lsd_db_worst": round(max(distances.values()), 2),
        "mr_lsd_db_each": {name: round(value, 2) for name, value in distances.items()},
        "mr_lsd_db_floor": _mean(floors),
        "convergence_db": _mean(convergence_db(sound, model[name]) for name, sound in sounds.items()),
        "floor_level_db": _mean(level_db(floor[name]) - level_db(sound) for name, sound in sounds.items()),
        **_levels(instrument, sounds, model),
    }


def _levels(instrument: StreamingInstrument, sounds: dict[str, Sound], made: dict[str, Sound]) -> dict[str, Any]:
    """How much louder reconstructions are than their sounds: altogether, in the low end, in thirds of an octave."""
    rate_hz = instrument.sample_rate_hz
    whole = {name: level_db(made[name]) - level_db(sound) for name, sound in sounds.items()}
    low = [low_end_db(sound, made[name], rate_hz) for name, sound in sounds.items()]
    thirds = np.array([third_octaves_db(sound, made[name], rate_hz) for name, sound in sounds.items()])
    bands = np.nanmean(thirds[:, ~np.isnan(thirds).all(axis=0)], axis=0)
    return {
        "level_db": _mean(whole.values()),
        "level_db_each": {name: round(value, 1) for name, value in whole.items()},
        "low_end_db": None if np.isnan(low).all() else round(float(np.nanmean(low)), 2),
        "third_octaves_db": round(float(np.nanmean(np.abs(thirds))), 2),
        "third_octaves_db_worst_band": round(float(max(bands, key=abs)), 2),
    }


def _through(instrument: StreamingInstrument, sound: Sound, *, encoded: bool) -> Sound:
    """A sound through the instrument, or its true magnitudes through the same phase; aligned, clipped to ±1."""
    hop, late = instrument.hop_samples, instrument.n_fft - instrument.hop_samples
    hops = -(-(len(sound) + late) // hop)
    audio = torch.zeros(1, 1, hops * hop)
    audio[0, 0, : len(sound)] = torch.from_numpy(sound)
    noise, labels = torch.zeros(1, hops), instrument.unknown_labels(1, hops)
    analysis, synthesis = instrument.initial_analysis(1), instrument.initial_synthesis(1)
    if encoded:
        output, _, _ = instrument(audio, labels, noise, GRADIENT, analysis, synthesis)
        output = output[0, 0]
    else:
        frames, _ = instrument.frame_stream(audio[:, 0], analysis)
        magnitude = instrument.dgt.magnitudes(frames).transpose(0, 1).contiguous()
        magnitude, turns, _ = instrument.phase.turns(magnitude, noise, synthesis[1], GRADIENT)
        frames, _ = instrument.attacks(instrument.dgt.spectra_of_turns(magnitude, turns), magnitude, synthesis[2])
        output = instrument.overlap_add(frames.transpose(0, 1), synthesis[0])[0][0]
    return output[late : late + len(sound)].clamp(-1.0, 1.0).numpy()


def _latent(instrument: Instrument, playing: StreamingInstrument) -> dict[str, Any]:
    """How evenly the spectrum changes on straight walks between training points."""
    rng = np.random.default_rng(0)
    latent = torch.from_numpy(instrument.axes.to_latent(instrument.points))
    labels = playing.unknown_labels(1, WALK_STEPS + 1)[0].T
    unevenness = []
    for _ in range(WALKS):
        start, end = latent[torch.from_numpy(rng.choice(len(latent), 2, replace=False))]
        walk = torch.lerp(start, end, torch.linspace(0, 1, WALK_STEPS + 1).unsqueeze(1))
        magnitude = playing.contrast.inverse(playing.autoencoder.decode(walk, labels))
        steps = magnitudes_db(magnitude).diff(dim=0).square().mean(dim=1).sqrt()
        unevenness.append(float(steps.max() / steps.median()))
    return {
        "active_dims": instrument.card.training.active_dims,
        "largest_over_median_step": round(float(np.median(unevenness)), 2),
        "largest_over_median_step_worst": round(max(unevenness), 2),
    }


def _quiet(instrument: StreamingInstrument) -> dict[str, dict[int, float]]:
    """Levels in dBFS that come out for a second of noise and of a tone at levels near silence."""
    time_s = np.arange(44100) / 44100
    sources = {
        "noise": np.random.default_rng(0).standard_normal(44100, dtype=np.float32),
        "tone": (np.sqrt(2) * np.sin(2 * np.pi * 440.0 * time_s)).astype(np.float32),
    }
    return {
        name: {
            level: round(level_db(_through(instrument, sound * np.float32(10 ** (level / 20)), encoded=True)), 1)
            for level in QUIET_DB
        }
        for name, sound in sources.items()
    }


def _read(path: Path) -> Sound:
    sound = np.asarray(soundfile.read(path, dtype="float32")[0], np.float32)
    return np.pad(sound, (0, max(0, SHORTEST - len(sound))))


def _mean(values: Any) -> float:
    return round(float(np.mean(list(values))), 3)

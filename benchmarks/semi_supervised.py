"""Training with few labels: notes of a sound font, one in ten labelled, with `dgt_pitch_prediction`.

Trains as a user would, with the default configuration. Then: does the predictor find the pitch of held-out files, and
does the instrument play the requested pitch?
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
import soundfile
import torch
from numpy.typing import NDArray
from vschaos_resources.factory.render import Note, play

from benchmarks.factory import requests
from vschaos.configs.compose import compose_config
from vschaos.data.cache import CACHE_VARIABLE
from vschaos.data.labels.model import Labels, whole_file
from vschaos.data.labels.writing import write_labels
from vschaos.data.pitch.notes import OCTAVE, PITCH, pitch_and_octave
from vschaos.instrument.build import streaming_instrument
from vschaos.instrument.bundle import read_instrument
from vschaos.instrument.streaming import StreamingInstrument
from vschaos.training.session import train
from vschaos.training.stop_flags import StopFlags

CONFIGURATION = "dgt_pitch_prediction"
PROGRAMS = (19, 40, 42, 56, 60, 68, 71, 73)
"""Organ, violin, cello, trumpet, horn, oboe, clarinet, flute."""
NOTES = range(48, 84)
RATE_HZ = 44100
LABELLED, HELD_OUT = 0.1, 0.2
AUDIBLE_DB = -40.0
"""Frames this far below the loudest of their file have no pitch to be named."""


@dataclass(frozen=True)
class Sound:
    """A note's file, and what it plays."""

    path: Path
    note: int


def run(overrides: Sequence[str] = ()) -> dict[str, Any]:
    """Figures of one course, with ``overrides`` in Hydra's grammar."""
    with tempfile.TemporaryDirectory() as name, mock.patch.dict(os.environ, {CACHE_VARIABLE: f"{name}/cache"}):
        folder = Path(name)
        sounds = _rendered(folder)
        rng = np.random.default_rng(0)
        order = rng.permutation(len(sounds))
        held_out = [sounds[index] for index in order[: round(HELD_OUT * len(sounds))]]
        trained_on = [sounds[index] for index in order[len(held_out) :]]
        dataset = folder / "dataset"
        labelled = _make_dataset(dataset, trained_on, rng)
        places = {"name": "notes", "rundir": str(folder / "runs"), "data.dataset.root": str(dataset)}
        config = compose_config(CONFIGURATION, overrides, places)
        begin_s = time.process_time()
        finished = train(config, CONFIGURATION, lambda _event: None, StopFlags())
        spent_s = time.process_time() - begin_s
        instrument = read_instrument(Path(finished.instrument))
        streaming = streaming_instrument(instrument)
        with torch.inference_mode():
            return {
                "files": {"learned": len(trained_on), "labelled": labelled, "held_out": len(held_out)},
                "training_cpu_s": round(spent_s, 1),
                "prediction": _prediction(streaming, held_out),
                "requests": requests(streaming, instrument.card),
            }


def _rendered(folder: Path) -> list[Sound]:
    """A file for every note of every program, of random velocity and length."""
    rng = np.random.default_rng(1)
    sounds = []
    for program in PROGRAMS:
        notes = [Note(pitch, int(rng.integers(60, 121)), float(rng.uniform(0.8, 1.6))) for pitch in NOTES]
        for note, audio in zip(notes, play(program, notes), strict=True):
            path = folder / "notes" / f"{program:03d}_{note.pitch:03d}.wav"
            path.parent.mkdir(exist_ok=True)
            soundfile.write(path, audio, RATE_HZ, "PCM_16")
            sounds.append(Sound(path, note.pitch))
    return sounds


def _make_dataset(root: Path, sounds: list[Sound], rng: np.random.Generator) -> int:
    """Move sounds into a dataset and label some of them; returns how many."""
    (root / "data").mkdir(parents=True)
    for sound in sounds:
        sound.path.rename(root / "data" / sound.path.name)
    labelled = [sounds[index] for index in rng.permutation(len(sounds))[: round(LABELLED * len(sounds))]]
    entries = {
        task.name: {f"data/{sound.path.name}": whole_file(pitch_and_octave(sound.note)[column]) for sound in labelled}
        for column, task in enumerate((PITCH, OCTAVE))
    }
    write_labels(root, Labels((PITCH, OCTAVE), entries))
    return len(labelled)


def _prediction(instrument: StreamingInstrument, sounds: list[Sound]) -> dict[str, float]:
    """Share of the audible frames, each file counting as much, whose pitch, octave and both are named right."""
    shares = []
    for sound in sounds:
        audio = np.asarray(soundfile.read(sound.path, dtype="float32")[0], np.float32)
        right = _named(instrument, audio) == pitch_and_octave(sound.note)
        shares.append([*right.mean(axis=0), right.all(axis=1).mean()])
    pitch, octave, both = np.mean(shares, axis=0)
    return {"pitch": round(float(pitch), 3), "octave": round(float(octave), 3), "both": round(float(both), 3)}


def _named(instrument: StreamingInstrument, audio: NDArray[np.float32]) -> NDArray[np.float32]:
    """Pitch and octave that are named in each audible frame: shape (N, 2)."""
    frames = torch.from_numpy(audio).unfold(0, instrument.n_fft, instrument.hop_samples)
    level_db = 10 * torch.log10(frames.square().mean(dim=1) + 1e-12)
    audible = frames[level_db > level_db.max() + AUDIBLE_DB]
    features = instrument.contrast(instrument.dgt.magnitudes(audible))
    return instrument.autoencoder.predict(features).numpy()

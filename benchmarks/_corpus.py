"""Notes of a General MIDI sound font to measure quality on: many files for training, a few held out."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

import numpy as np
import soundfile
from vschaos_resources.factory.render import Note, render

FILE_S = 10.0
PITCHES = (48, 83)
VELOCITIES = (60, 120)
"""Ranges of MIDI numbers, ends included."""

PROGRAMS = (0, 11, 19, 24, 40, 42, 56, 60, 68, 71, 73, 79)
"""Piano, vibraphone, organ, guitar, violin, cello, trumpet, horn, oboe, clarinet, flute, ocarina: from 0."""

GAIN = 0.8
FORMAT = 2


def corpus(seed: int = 0, train: int = 48, held_out: int = 8, programs: tuple[int, ...] = PROGRAMS) -> Path:
    """A folder with ``train/`` and ``held_out/``, rendered once and kept in the folder for temporary files.

    Parameters
    ----------
    seed
        Draws the notes.
    train, held_out
        Number of files of 10 s in each; the programs take turns.
    programs
        General MIDI programs, 0–127.
    """
    facts = repr((FORMAT, seed, train, held_out, programs, FILE_S, PITCHES, VELOCITIES, GAIN))
    folder = Path(tempfile.gettempdir()) / f"vschaos-corpus-{hashlib.blake2b(facts.encode()).hexdigest()[:12]}"
    rng = np.random.default_rng(seed)
    for part, count in (("train", train), ("held_out", held_out)):
        turns = rng.permutation(len(programs))
        for index in range(count):
            program = programs[turns[index % len(programs)]]
            notes = _notes(rng)
            path = folder / part / f"{index:02d}_program_{program:03d}.wav"
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                _render_mono(program, notes, path)
    return folder


def _render_mono(program: int, notes: list[Note], path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.wav"
        render(program, notes, whole, gain=GAIN)
        sound, rate = soundfile.read(whole, dtype="float32", always_2d=True)
    soundfile.write(path, sound.mean(axis=1)[: round(FILE_S * rate)], rate, "PCM_16")


def _notes(rng: np.random.Generator) -> list[Note]:
    """Notes for `FILE_S` seconds: half a beat to a beat and a half long, one in four followed by a rest."""
    notes: list[Note] = []
    passed_s = 0.0
    while passed_s < FILE_S - 0.3:
        held_s = min(rng.uniform(0.25, 1.25), FILE_S - passed_s)
        rest_s = rng.uniform(0.1, 0.6) if rng.random() < 0.25 else 0.0
        pitch, velocity = rng.integers(PITCHES[0], PITCHES[1] + 1), rng.integers(VELOCITIES[0], VELOCITIES[1] + 1)
        notes.append(Note(int(pitch), int(velocity), held_s, min(rest_s, max(FILE_S - passed_s - held_s, 0.0))))
        passed_s += held_s + rest_s
    return notes

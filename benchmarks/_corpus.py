"""Sounds to measure quality on, many files for training and a few held out: notes of a sound font, and recordings.

Recordings are those of Debian's package sonic-pi-samples (CC0), which whoever runs the benchmark installs. Held out are
whole families: sounds whose names begin alike, as ``drum_snare_hard`` and ``drum_snare_soft``, are of one family.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import soundfile
from vschaos_resources.factory.render import Note, render

from vschaos.audio import write_audio
from vschaos.errors import DatasetError

FILE_S = 10.0
PITCHES = (48, 83)
VELOCITIES = (60, 120)
"""Ranges of MIDI numbers, ends included."""

PROGRAMS = (0, 11, 19, 24, 40, 42, 56, 60, 68, 71, 73, 79)
"""Piano, vibraphone, organ, guitar, violin, cello, trumpet, horn, oboe, clarinet, flute, ocarina: from 0."""
NEW_PROGRAMS = (24, 42, 71)
"""Guitar, cello, clarinet: held out whole where instruments are."""

GAIN = 0.8
FORMAT = 2

RECORDINGS = Path("/usr/share/sonic-pi/samples")
PERCUSSION = ("bd", "drum", "elec", "perc", "sn", "tabla")
LOOPS = ("loop",)
AMBIENCE = ("ambi", "glitch", "mehackit", "misc", "vinyl")
"""How the names of recordings of percussion begin, those of rhythms, and those of ambience and voices."""

HELD_OUT_SHARE = 0.2
"""Of the families of recordings."""


def corpus(
    seed: int = 0,
    train: int = 48,
    held_out: int = 8,
    programs: Sequence[int] = PROGRAMS,
    new_programs: Sequence[int] | None = None,
) -> Path:
    """A folder of notes with ``train/`` and ``held_out/``, rendered once and kept in the folder for temporary files.

    Parameters
    ----------
    seed
        Draws the notes.
    train, held_out
        Number of files of 10 s in each; the programs take turns.
    programs, new_programs
        General MIDI programs, 0–127, of both parts, or of the training and of what is held out.
    """
    facts = repr((FORMAT, seed, train, held_out, tuple(programs), FILE_S, PITCHES, VELOCITIES, GAIN))
    folder = _folder(facts + repr(new_programs or ""))
    rng = np.random.default_rng(seed)
    for part, count, mine in (("train", train, programs), ("held_out", held_out, new_programs or programs)):
        turns = rng.permutation(len(mine))
        for index in range(count):
            program = mine[turns[index % len(mine)]]
            notes = _notes(rng)
            path = folder / part / f"{index:02d}_program_{program:03d}.wav"
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                _render_mono(program, notes, path)
    return folder


def recordings(kinds: Sequence[str]) -> Path:
    """A folder of recordings in mono with ``train/`` and ``held_out/``, kept in the folder for temporary files.

    Parameters
    ----------
    kinds
        How their names begin.

    Raises
    ------
    DatasetError
        If the recordings are not installed.
    """
    files = [path for path in sorted(RECORDINGS.glob("*.flac")) if path.stem.split("_")[0] in kinds]
    if not files:
        raise DatasetError(f"There are no recordings in {RECORDINGS}.", "Install Debian's package sonic-pi-samples.")
    folder = _folder(repr((FORMAT, kinds, HELD_OUT_SHARE, FILE_S, [path.stem for path in files])))
    families = sorted({_family(path) for path in files}, key=lambda name: hashlib.blake2b(name.encode()).digest())
    held_out = families[: round(HELD_OUT_SHARE * len(families))]
    for source in files:
        path = folder / ("held_out" if _family(source) in held_out else "train") / f"{source.stem}.wav"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            sound, rate = soundfile.read(source, dtype="float32", always_2d=True)
            write_audio(path, sound.mean(axis=1)[None, : round(FILE_S * rate)], rate)
    return folder


CORPORA: dict[str, Callable[[], Path]] = {
    "notes": corpus,
    "instruments": lambda: corpus(
        programs=[program for program in PROGRAMS if program not in NEW_PROGRAMS], new_programs=NEW_PROGRAMS
    ),
    "percussion": lambda: recordings(PERCUSSION),
    "ambience": lambda: recordings(AMBIENCE),
}
"""What quality is measured on, by name: notes, notes of instruments that are new, recordings."""


def _folder(facts: str) -> Path:
    return Path(tempfile.gettempdir()) / f"vschaos-corpus-{hashlib.blake2b(facts.encode()).hexdigest()[:12]}"


def _family(path: Path) -> str:
    """The first two parts of a recording's name, without a number: what is one sound in several versions."""
    return "_".join(path.stem.split("_")[:2]).rstrip("0123456789")


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

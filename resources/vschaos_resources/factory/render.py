"""Rendering notes from a General MIDI sound font with FluidSynth, dry.

FluidR3 (Debian: fluid-soundfont-gm) has the MIT licence, which allows training shipped instruments on its notes.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import mido
import numpy as np
import soundfile
from numpy.typing import NDArray

SOUND_FONT = Path("/usr/share/sounds/sf2/FluidR3_GM.sf2")
TICKS_PER_S = 1000


@dataclass(frozen=True)
class Note:
    """A note: MIDI pitch and velocity, its length and the rest after it in seconds."""

    pitch: int
    velocity: int
    held_s: float
    rest_s: float = 0.3


def play(program: int, notes: Sequence[Note]) -> list[NDArray[np.float32]]:
    """Each note with its rest, in mono at 44.1 kHz, shape (T,), from one run of FluidSynth.

    Raises
    ------
    RuntimeError
        As `render` does.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "notes.wav"
        render(program, notes, path)
        sound, rate = soundfile.read(path, dtype="float32", always_2d=True)
    ends = np.cumsum([round(note.held_s * TICKS_PER_S) + round(note.rest_s * TICKS_PER_S) for note in notes])
    return np.split(sound.mean(axis=1), np.round(ends * rate / TICKS_PER_S).astype(int))[:-1]


def render(program: int, notes: Sequence[Note], path: Path, *, gain: float = 1.0, sample_rate_hz: int = 44100) -> None:
    """Play notes one after another with one General MIDI program (0–127) into a WAV file.

    Raises
    ------
    RuntimeError
        If FluidSynth or the sound font is missing, or rendering fails.
    """
    if not SOUND_FONT.exists():
        raise RuntimeError(f"{SOUND_FONT} is missing: install fluid-soundfont-gm and fluidsynth")
    track = mido.MidiTrack([mido.Message("program_change", program=program)])
    for note in notes:
        track.append(mido.Message("note_on", note=note.pitch, velocity=note.velocity))
        track.append(mido.Message("note_off", note=note.pitch, time=round(note.held_s * TICKS_PER_S)))
        track.append(mido.Message("control_change", control=3, time=round(note.rest_s * TICKS_PER_S)))
    score = mido.MidiFile(ticks_per_beat=TICKS_PER_S)  # the tempo below makes a beat a second
    track.insert(0, mido.MetaMessage("set_tempo", tempo=1_000_000))
    score.tracks.append(track)
    with tempfile.TemporaryDirectory() as folder:
        midi = Path(folder) / "notes.mid"
        score.save(midi)
        effects_off = ["-R", "0", "-C", "0"]
        options = ["-ni", "-q", *effects_off, "-g", str(gain), "-r", str(sample_rate_hz), "-F", str(path)]
        done = subprocess.run(["fluidsynth", *options, SOUND_FONT, midi], capture_output=True, text=True, check=False)
    if done.returncode or not path.exists():
        raise RuntimeError(f"fluidsynth failed: {done.stderr.strip()}")

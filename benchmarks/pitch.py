"""Accuracy and speed of pitch detection on notes of General MIDI instruments.

Each program plays random notes from C2 to C7, each held for 0.4 to 0.9 s and followed by a rest. A note lasts from its
MIDI onset to its offset; ringing in the rest counts as false voicing, and is also counted separately below −60 dB. C7
is one semitone above the range of the network and must stay unlabelled. Organs are excluded, because their stops sound
in several octaves at once.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
from numpy.typing import NDArray
from vschaos_resources.factory.render import Note, render

from vschaos.data.pitch.crepe import Model
from vschaos.data.pitch.extraction import HOP_S, SILENCE_DB, load
from vschaos.data.pitch.folder_run import PitchSearch
from vschaos.data.pitch.track import Stretch
from vschaos.data.scan import scan_folder

PROGRAMS = (0, 11, 24, 33, 40, 42, 56, 60, 65, 68, 71, 73)
"""Piano, vibraphone, guitar, bass, violin, cello, trumpet, horn, saxophone, oboe, clarinet, flute: from 0."""
NOTES = (36, 96)
REST_S = 0.5

Rows = list[tuple[float, float, int]]
"""Onset and offset in seconds, and MIDI note."""


def run() -> dict[str, Any]:
    """Figures for the network that is the default."""
    return figures(PROGRAMS, count=16, seed=0)


def figures(programs: Sequence[int], count: int, seed: int, model: Model = Model.TINY) -> dict[str, Any]:
    """Figures for ``count`` notes of each program."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "sounds"
        root.mkdir()
        truth = {f"{program:03d}.wav": _render(program, count, seed, root) for program in programs}
        report = scan_folder(root, cache=Path(folder))
        work = PitchSearch(report.files, model, cache=Path(folder), sink=[].append)
        load(model)
        began_s = time.perf_counter()
        found = work.run()
        took_s = time.perf_counter() - began_s
        counts = {name: _counts(truth[name], found[name], root / name) for name in truth}
    total = {key: sum(each[key] for each in counts.values()) for key in next(iter(counts.values()))}
    return {
        "model": model.value,
        "audio_s": round(report.duration_s, 1),
        "times_real_time": round(report.duration_s / took_s, 2),
        **_shares(total),
        "onset_error_ms_10_50_90": _onset_errors(truth, found),
        "by_program": {name.removesuffix(".wav"): _shares(each)["right"] for name, each in counts.items()},
    }


def _render(program: int, count: int, seed: int, root: Path) -> Rows:
    rng = np.random.default_rng((seed, program))
    rows: Rows = []
    notes: list[Note] = []
    passed_s = 0.0
    for pitch in rng.choice(np.arange(NOTES[0], NOTES[1] + 1), count, replace=False):
        held_s = round(float(rng.uniform(0.4, 0.9)), 3)
        notes.append(Note(int(pitch), int(rng.integers(60, 121)), held_s, REST_S))
        rows.append((passed_s, passed_s + held_s, int(pitch)))
        passed_s += held_s + REST_S
    render(program, notes, root / f"{program:03d}.wav", gain=0.6)
    return rows


def _counts(rows: Rows, found: Sequence[Stretch], path: Path) -> dict[str, int]:
    """Frames of one file, every 10 ms up to the end of the last rest."""
    times_s = np.arange(0.0, rows[-1][1] + REST_S, HOP_S)
    truth = np.full(len(times_s), -1)
    for onset_s, offset_s, pitch in rows:
        truth[(times_s >= onset_s) & (times_s < offset_s)] = pitch
    heard = np.full(len(times_s), -1)
    for stretch in found:
        if stretch.note is not None:
            heard[(times_s >= stretch.onset_s) & (times_s < stretch.offset_s)] = stretch.note
    silent = (truth < 0) & (_level_db(path, times_s) < SILENCE_DB)
    both = (truth >= 0) & (heard >= 0)
    return {
        "voiced": int((truth >= 0).sum()),
        "found": int(both.sum()),
        "right": int((both & (truth == heard)).sum()),
        "right_class": int((both & (truth % 12 == heard % 12)).sum()),
        "rest": int((truth < 0).sum()),
        "false": int(((truth < 0) & (heard >= 0)).sum()),
        "silent": int(silent.sum()),
        "false_in_silence": int((silent & (heard >= 0)).sum()),
    }


def _shares(counts: Mapping[str, int]) -> dict[str, float | None]:
    def share(part: str, whole: str) -> float | None:
        return round(counts[part] / counts[whole], 4) if counts[whole] else None

    return {
        "right": share("right", "found"),
        "right_but_for_the_octave": share("right_class", "found"),
        "found": share("found", "voiced"),
        "false_voicing_in_rests": share("false", "rest"),
        "false_voicing_in_silence": share("false_in_silence", "silent"),
    }


def _onset_errors(truth: Mapping[str, Rows], found: Mapping[str, Sequence[Stretch]]) -> list[float]:
    """From a note's MIDI onset to that of the stretch which has its pitch, where one begins within 0.2 s of it."""
    errors_ms = [
        1000.0 * min(near, key=abs)
        for name, rows in truth.items()
        for onset_s, _, pitch in rows
        if (near := [s.onset_s - onset_s for s in found[name] if s.note == pitch and abs(s.onset_s - onset_s) < 0.2])
    ]
    return [round(float(value), 1) for value in np.percentile(errors_ms, [10, 50, 90])] if errors_ms else []


def _level_db(path: Path, times_s: NDArray[np.float64]) -> NDArray[np.float64]:
    """Root mean square of the 10 ms around each time."""
    sound, rate = soundfile.read(path, always_2d=True)
    energy = np.concatenate([[0.0], np.cumsum(sound.mean(axis=1) ** 2)])
    edges = np.clip(np.round((times_s[:, None] + (-HOP_S / 2, HOP_S / 2)) * rate).astype(int), 0, len(sound))
    return 10 * np.log10(np.diff(energy[edges], axis=1)[:, 0] / (HOP_S * rate) + 1e-20)

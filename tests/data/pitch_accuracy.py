"""Accuracy of pitch detection on notes of General MIDI instruments.

Each program plays random notes from C2 to C7, each held for 0.4 to 0.9 s and followed by a rest. A note lasts from its
MIDI onset to its offset; ringing in the rest counts as false voicing, and is also counted separately below −60 dB. C7
is one semitone above the range of the network and must stay unlabelled. Organs are excluded, because their stops sound
in several octaves at once.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray
from vschaos_resources.factory.render import Note, render

from vschaos.data.pitch.crepe import Model
from vschaos.data.pitch.extraction import HOP_S, SILENCE_DB, load
from vschaos.data.pitch.folder_run import PitchSearch
from vschaos.data.pitch.track import Stretch
from vschaos.data.scan import scan_folder

NOTES = (36, 96)
REST_S = 0.5

Rows = list[tuple[float, float, int]]
"""Onset and offset in seconds, and MIDI note."""


def figures(programs: Sequence[int], count: int, seed: int) -> dict[str, float | None]:
    """Shares of frames, for ``count`` notes of each General MIDI program, 0–127."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "sounds"
        root.mkdir()
        truth = {f"{program:03d}.wav": _render(program, count, seed, root) for program in programs}
        report = scan_folder(root, cache=Path(folder))
        load(Model.TINY)
        found = PitchSearch(report.files, Model.TINY, cache=Path(folder), sink=[].append).run()
        counts = [_counts(rows, found[name], root / name) for name, rows in truth.items()]
    return _shares({key: sum(each[key] for each in counts) for key in counts[0]})


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


def _level_db(path: Path, times_s: NDArray[np.float64]) -> NDArray[np.float64]:
    """Root mean square of the 10 ms around each time."""
    sound, rate = soundfile.read(path, always_2d=True)
    energy = np.concatenate([[0.0], np.cumsum(sound.mean(axis=1) ** 2)])
    edges = np.clip(np.round((times_s[:, None] + (-HOP_S / 2, HOP_S / 2)) * rate).astype(int), 0, len(sound))
    return 10 * np.log10(np.diff(energy[edges], axis=1)[:, 0] / (HOP_S * rate) + 1e-20)

"""Whether every instrument can be exported, and whether faulty exports are refused.

The factory instruments, and ten that are trained here on different kinds of sounds (three checkpoints each), go
through ``vschaos script``, including the check in a new process. Then faults are planted into the exports of the last
checkpoints: state lost between calls, state shared between voices, a swapped label, a wrong hop. All exports must
pass, all faults must be refused. About half an hour on two cores.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import numpy as np
import soundfile
from numpy.typing import NDArray
from vschaos_resources.factory.render import Note, play

from benchmarks._doctor_sounds import KINDS
from testing.export_faults import FAULTS
from vschaos.configs.compose import compose_config
from vschaos.data.cache import CACHE_VARIABLE
from vschaos.data.labels.model import Labels, whole_file
from vschaos.data.labels.writing import write_labels
from vschaos.data.pitch.notes import OCTAVE, PITCH, pitch_and_octave
from vschaos.errors import ExportError
from vschaos.export.describe import played_labels
from vschaos.export.description import EXTRA_FILE
from vschaos.export.nn_tilde import NnTildeModule, scripted
from vschaos.export.reference import live_reference
from vschaos.export.report import EXPORT_MESSAGES, ExportDone
from vschaos.export.verify import verify_export
from vschaos.instrument.build import streaming_instrument
from vschaos.instrument.bundle import Instrument, read_instrument
from vschaos.instrument.library import factory_instruments
from vschaos.messages import Problem
from vschaos.training.events import InstrumentSaved
from vschaos.training.session import train
from vschaos.training.stop_flags import StopFlags

RATE_HZ = 44_100
FILES = 8
STEPS = 120
CHECKPOINT_EVERY_S = 2.0
"""Often enough that a course of `STEPS` has three."""


@dataclass(frozen=True)
class Course:
    """A training: configuration and sounds.

    Attributes
    ----------
    configuration, overrides
        Of the training.
    kinds
        Of sounds, see `benchmarks._doctor_sounds`; none: notes with the labels pitch and octave.
    files, rate_hz
        How many files, and their sample rate.
    """

    configuration: str
    kinds: tuple[str, ...]
    overrides: tuple[str, ...] = ()
    files: int = FILES
    rate_hz: int = RATE_HZ


COURSES = {
    "noises": Course("dgt_small", ("noise",)),
    "hits": Course("dgt_small", ("hit",)),
    "tones": Course("dgt_small", ("tone", "square", "sweep")),
    "speech": Course("dgt_tight", ("speech",)),
    "everything": Course("dgt_mid", tuple(KINDS)),
    "one file": Course("dgt_small", ("loop",), files=1),
    "8 kHz": Course("dgt_small", ("note", "noise"), rate_hz=8000),
    "long windows": Course("dgt_large", ("bass", "noise")),
    "labelled": Course("dgt_pitch_cond", ()),
    "labels predicted": Course("dgt_pitch_prediction", ()),
}


def run(names: Sequence[str] = tuple(COURSES)) -> dict[str, Any]:
    """Train, export, plant faults; returns how many were tried and correct, and what was wrong."""
    with tempfile.TemporaryDirectory() as name, mock.patch.dict(os.environ, {CACHE_VARIABLE: f"{name}/cache"}):
        folder = Path(name)
        learned = {name: _checkpoints(name, COURSES[name], folder) for name in names}
        exported = [*factory_instruments(), *(path for paths in learned.values() for path in paths)]
        refused = {str(path): sentence for path in exported if (sentence := _refusal(path, folder / "out"))}
        latest = [*factory_instruments(), *(paths[-1] for paths in learned.values())]
        passed = {path.stem: found for path in latest if (found := _undetected(path, folder))}
        faults = sum(len(_plantable(read_instrument(path))) for path in latest)
    undetected = sum(len(found) for found in passed.values())
    return {
        "exports": {"tried": len(exported), "passed": len(exported) - len(refused), "refused": refused},
        "faults": {"planted": faults, "refused": faults - undetected, "passed": passed},
    }


def _checkpoints(name: str, course: Course, folder: Path) -> list[Path]:
    """Train, and keep the first, a middle and the last instrument."""
    place = folder / name.replace(" ", "_")
    _write_sounds(course, place / "sounds")
    saved: list[Path] = []

    def keep(event: object) -> None:
        if isinstance(event, InstrumentSaved):
            saved.append(place / f"{name.replace(' ', '_')}_{event.step}.vschaos")
            shutil.copy(event.path, saved[-1])

    overrides = [f"training.max_steps={STEPS}", f"training.checkpoint_every_s={CHECKPOINT_EVERY_S}", *course.overrides]
    places = {"name": name, "rundir": str(place / "runs"), "data.dataset.root": str(place / "sounds")}
    config = compose_config(course.configuration, overrides, places)
    train(config, course.configuration, keep, StopFlags())
    kept = sorted(set(saved), key=saved.index)
    return [kept[0], kept[len(kept) // 2], kept[-1]]


def _write_sounds(course: Course, folder: Path) -> None:
    rng = np.random.default_rng(5)
    if not course.kinds:
        _write_notes(folder, course.files, rng)
        return
    folder.mkdir(parents=True)
    for index in range(course.files):
        audio = KINDS[course.kinds[index % len(course.kinds)]](rng)
        soundfile.write(folder / f"{index}.wav", _at_rate(audio, course.rate_hz).T, course.rate_hz)


def _at_rate(audio: NDArray[np.float32], rate_hz: int) -> NDArray[np.float32]:
    """Only what fits below half of the rate, by taking spectra of the whole: the sounds are short."""
    if rate_hz == RATE_HZ:
        return audio
    samples = round(audio.shape[1] * rate_hz / RATE_HZ)
    spectra = np.fft.rfft(audio, axis=1)[:, : samples // 2 + 1]
    return (np.fft.irfft(spectra, samples, axis=1) * samples / audio.shape[1]).astype(np.float32)


def _write_notes(root: Path, files: int, rng: np.random.Generator) -> None:
    pitches = rng.integers(48, 72, files)
    notes = [Note(int(pitch), 100, 1.0) for pitch in pitches]
    (root / "data").mkdir(parents=True)
    for index, audio in enumerate(play(42, notes)):
        soundfile.write(root / "data" / f"{index}.wav", audio, RATE_HZ)
    entries = {
        task.name: {f"data/{n}.wav": whole_file(pitch_and_octave(int(p))[column]) for n, p in enumerate(pitches)}
        for column, task in enumerate((PITCH, OCTAVE))
    }
    write_labels(root, Labels((PITCH, OCTAVE), entries))


def _refusal(instrument: Path, folder: Path) -> str:
    """Export with the command; returns the sentence of its error, or an empty text."""
    command = [sys.executable, "-P", "-m", "vschaos", "script", str(instrument), "-o", str(folder), "--json"]
    command += ["-n", instrument.stem]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    message = EXPORT_MESSAGES.decode(done.stdout.splitlines()[-1]) if done.stdout else None
    if isinstance(message, ExportDone) and Path(message.path).is_file():
        return ""
    return message.sentence if isinstance(message, Problem) else f"ended with code {done.returncode}: {done.stderr}"


def _undetected(path: Path, folder: Path) -> list[str]:
    """The planted faults that passed the check of an export."""
    instrument = read_instrument(path)
    reference = live_reference(streaming_instrument(instrument), instrument.card.labels, instrument.latent_map)
    passed: list[str] = []
    for name, plant in _plantable(instrument):
        module, draft = plant(instrument), folder / "faulty.ts"
        scripted(module).save(str(draft), _extra_files={EXTRA_FILE: module.offers.to_json()})
        try:
            verify_export(draft, reference, lambda _check: None)
        except ExportError:
            continue
        passed.append(name)
    return passed


def _plantable(instrument: Instrument) -> list[tuple[str, Callable[[Instrument], NnTildeModule]]]:
    labels = len(played_labels(instrument.card.labels))
    return [(name, plant) for name, plant in FAULTS.items() if labels > 1 or name != "swapped label"]

"""From the start of ``vschaos train`` to the first playable instrument: for 24 sounds, and for an hour of them.

Notes of the corpus in ``_corpus.py``; for the hour, each is shifted in time a few times. Every start is a new process
on one thread: with an empty cache; with the sounds judged, as they are when the window starts a training; and with the
sounds resampled too, as for a second training. CPU seconds are wall seconds on a quiet machine.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import soundfile

from benchmarks._corpus import corpus
from vschaos.data.cache import CACHE_VARIABLE
from vschaos.instrument.bundle import read_instrument
from vschaos.training.events import EVENTS, InstrumentSaved

SOUNDS, HOUR = 24, 360


def run() -> dict[str, Any]:
    """Figures by the number of sounds of 10 s."""
    figures: dict[str, Any] = {}
    for count in (SOUNDS, HOUR):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            _write_sounds(folder / "sounds", count)
            scan = [sys.executable, "-P", "-m", "vschaos", "doctor", "--json", str(folder / "sounds")]
            environment = os.environ | {"OMP_NUM_THREADS": "1", CACHE_VARIABLE: str(folder / "cold")}
            starts = {"empty cache": _start(folder, environment)}
            environment[CACHE_VARIABLE] = str(folder / "cache")
            subprocess.run(scan, env=environment, stdout=subprocess.DEVNULL, check=False)
            starts |= {name: _start(folder, environment) for name in ("sounds judged", "sounds resampled")}
            instrument = read_instrument(sorted((folder / "runs").rglob("last.vschaos"))[-1])
            figures[f"{count} sounds"] = {**starts, "error_db": instrument.card.training.error_db}
    return figures


def _start(folder: Path, environment: dict[str, str]) -> dict[str, float]:
    """Seconds from the start of a training to its first instrument; then it is killed, which keeps that."""
    command = [
        sys.executable,
        "-P",
        "-m",
        "vschaos",
        "train",
        "--events",
        "--name=first",
        f"--rundir={folder / 'runs'}",
    ]
    begin_s = time.perf_counter()
    with subprocess.Popen(
        [*command, f"--root={folder / 'sounds'}", "training.device=cpu"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if isinstance(EVENTS.decode(line), InstrumentSaved):
                break
        wall_s, cpu = time.perf_counter() - begin_s, psutil.Process(process.pid).cpu_times()
        process.kill()
    return {"wall_s": round(wall_s, 2), "cpu_s": round(cpu.user + cpu.system, 2)}


def _write_sounds(folder: Path, count: int) -> None:
    folder.mkdir()
    notes = sorted((corpus() / "train").glob("*.wav"))
    for number in range(count):
        sound, rate_hz = soundfile.read(notes[number % len(notes)], dtype="float32")
        shifted = np.roll(sound, 4410 * (number // len(notes)))
        soundfile.write(folder / f"{number:03}.wav", shifted, rate_hz)

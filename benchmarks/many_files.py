"""Many short sounds: how the time of scan, labels and doctor grows with their number.

Two sets of short sounds with labels, one four times as large as the other: it should take four times as long. All
sounds have the same length and kind, the hardest case for finding near copies. Their content differs, except for some
exact copies and some copies at half the level, which must be found.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import soundfile

from vschaos.data.doctor.doctor import diagnose
from vschaos.data.labels.files import read_labels
from vschaos.data.labels.writing import write_labels
from vschaos.data.scan import ScanReport, scan_folder

COUNTS = (2_000, 8_000)
RATE_HZ = 22_050
LENGTH_S = 0.25
COPIES = 10
"""Sounds that are there a second time byte for byte, and as many at half the level."""
CLASSES = 12

Result = TypeVar("Result")


def run(counts: tuple[int, int] = COUNTS) -> dict[str, Any]:
    """Processor seconds by number of files and step, how they grow, and how many copies were found."""
    figures = {count: _figures(count) for count in counts}
    few, many = figures[counts[0]], figures[counts[1]]
    growth = {step: round(many[step] / few[step], 2) for step in few if step.endswith("_s")}
    return {"files": counts, **{f"{count}_files": figures[count] for count in counts}, "growth": growth}


def _figures(count: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="vschaos-many-") as folder:
        root, cache = Path(folder) / "set", Path(folder) / "cache"
        _make(root, count)
        scan_s, report = _timed(lambda: scan_folder(root, cache=cache))
        again_s, _ = _timed(lambda: scan_folder(root, cache=cache))
        names = [sound.relative for sound in report.files]
        labels_s, (labels, problems) = _timed(lambda: read_labels(root, None, names))
        doctor_s, diagnosis = _timed(lambda: diagnose(report, labels, problems))
        write_s, _ = _timed(lambda: write_labels(root, labels))
        found = {name for finding in diagnosis.findings if finding.kind == "duplicate" for name in finding.files}
        return {
            "scan_s": scan_s,
            "scan_again_s": again_s,
            "labels_s": labels_s,
            "doctor_s": doctor_s,
            "write_labels_s": write_s,
            "copies_found": f"{_pairs(report, found)} of {2 * COPIES}",
        }


def _timed(work: Callable[[], Result]) -> tuple[float, Result]:
    began = time.process_time()
    result = work()
    return round(time.process_time() - began, 3), result


def _pairs(report: ScanReport, found: set[str]) -> int:
    present = {sound.relative for sound in report.files}
    copies = {name for name in present if "copy" in name or "quiet" in name}
    return len(copies & found)


def _make(root: Path, count: int) -> None:
    """The sounds: decaying sums of partials over noise, as of drums and plucked strings."""
    data = root / "data"
    rng = np.random.default_rng(0)
    times_s = np.arange(round(LENGTH_S * RATE_HZ)) / RATE_HZ
    lines = []
    for number in range(count):
        folder = data / f"{number % 40:02}"
        folder.mkdir(parents=True, exist_ok=True)
        sound = _sound(rng, times_s)
        name = f"{folder.name}/{number:05}.wav"
        soundfile.write(data / name, sound, RATE_HZ)
        lines.append(f"data/{name}\t{number % CLASSES}\n")
        if number < COPIES:
            soundfile.write(data / f"copy {number:02}.wav", sound, RATE_HZ)
            soundfile.write(data / f"quiet {number:02}.wav", sound // 2, RATE_HZ)
    task = root / "metadata" / "kind"
    task.mkdir(parents=True)
    (task / "metadata.txt").write_text("".join(lines), encoding="utf-8")
    (task / "classes.txt").write_text("".join(f"class {number}\n" for number in range(CLASSES)), encoding="utf-8")


def _sound(rng: np.random.Generator, times_s: np.ndarray) -> np.ndarray:
    frequency_hz = rng.uniform(80, 900)
    envelope = np.exp(-times_s / rng.uniform(0.03, 0.2))
    partials = sum(
        rng.uniform(0.1, 1.0) * np.sin(2 * np.pi * frequency_hz * order * times_s + rng.uniform(0, 6.3))
        for order in range(1, 6)
    )
    noise = rng.normal(0, rng.uniform(0.01, 0.6), len(times_s))
    sound = envelope * (partials + noise)
    return (12_000 * sound / np.abs(sound).max()).astype(np.int16)

"""Recordings of all kinds: the results for each of `benchmarks._nasty_sounds` against the expected ones.

Each is scanned, checked by the doctor and, if accepted, prepared as for a training; the prepared sound must have the
expected pitch and level. Prints how many were tried and correct, by group, and what was wrong.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks._nasty_sounds import PITCH_HZ, RATE_HZ, Case, cases
from vschaos.data.doctor.doctor import diagnose
from vschaos.data.labels.model import Labels
from vschaos.data.scan import ScanReport, SoundFile, require_audible, scan_folder
from vschaos.data.store import StoredSound, open_store

LEVEL_TOLERANCE_DB = 1.5
PITCH_TOLERANCE = 0.01


def run() -> dict[str, Any]:
    return check(cases())


def check(tried: Iterable[Case]) -> dict[str, Any]:
    """Try all cases."""
    tried = list(tried)
    with tempfile.TemporaryDirectory(prefix="vschaos-recordings-") as name:
        root, cache = Path(name) / "sounds", Path(name) / "cache"
        for case in tried:
            path = root / case.name
            path.parent.mkdir(parents=True, exist_ok=True)
            case.make(path)
        wrong = dict(_wrong(tried, scan_folder(root, cache=cache), cache))
    counts, right = (
        Counter(case.group for case in tried),
        Counter(case.group for case in tried if case.name not in wrong),
    )
    return {
        "tried": len(tried),
        "right": len(tried) - len(wrong),
        "groups": {group: f"{right[group]}/{count}" for group, count in counts.items()},
        "wrong": wrong,
    }


def _wrong(tried: Iterable[Case], report: ScanReport, cache: Path) -> Iterable[tuple[str, str]]:
    accepted = {sound.relative: sound for sound in report.files}
    reasons = {rejection.relative: rejection.reason for rejection in report.rejected}
    found: dict[str, set[str]] = {}
    for finding in diagnose(report, Labels(), ()).findings:
        for file in finding.files:
            found.setdefault(file, set()).add(finding.kind)
    stored: dict[str, list[StoredSound]] = {}
    for sound in open_store(require_audible(report), RATE_HZ, cache=cache).sounds:
        stored.setdefault(sound.name, []).append(sound)
    for case in tried:
        if not case.mentioned:
            problem = "it is mentioned" if case.name in accepted or case.name in reasons else ""
        elif case.left_out:
            reason = reasons.get(case.name, "it is accepted")
            problem = "" if case.left_out in reason else reason
        elif case.name not in accepted:
            problem = reasons.get(case.name, "it is not mentioned")
        else:
            problem = _amiss(case, accepted[case.name], found.get(case.name, set()), stored.get(case.name, []))
        if problem:
            yield case.name, problem


def _amiss(case: Case, sound: SoundFile, found: set[str], stored: list[StoredSound]) -> str:
    """What is wrong with an accepted sound; empty if nothing is."""
    if missing := case.findings - found:
        return f"not found: {', '.join(sorted(missing))}"
    if sound.unfinished != case.unfinished:
        return "it is called unfinished" if sound.unfinished else "it is not called unfinished"
    if len(stored) != case.used:
        return f"{len(stored)} sounds are used"
    if case.level_db is None or not stored:
        return ""
    audio = stored[0].audio
    level_db = float(10 * np.log10(np.mean(np.square(audio, dtype=np.float64)) + 1e-20))
    if abs(level_db - case.level_db) > LEVEL_TOLERANCE_DB:
        return f"level is {level_db:.1f} dB, not {case.level_db:.1f} dB"
    pitch_hz = _pitch_hz(audio)
    return "" if abs(pitch_hz / PITCH_HZ - 1) <= PITCH_TOLERANCE else f"pitch is {pitch_hz:.0f} Hz"


def _pitch_hz(audio: NDArray[np.float32]) -> float:
    size = max(len(audio), RATE_HZ)
    spectrum = np.abs(np.fft.rfft(audio * np.hanning(len(audio)), size))
    return float(spectrum.argmax() * RATE_HZ / size)

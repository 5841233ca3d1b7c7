"""Recordings as people have them come out as they have to: each is scanned, judged by the doctor and prepared.

What is prepared for a training must have the expected pitch and level. Of the many containers one in four is tried.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.data.nasty_sounds import PITCH_HZ, RATE_HZ, Case, cases
from vschaos.data.doctor.doctor import diagnose
from vschaos.data.labels.model import Labels
from vschaos.data.scan import ScanReport, SoundFile, require_audible, scan_folder
from vschaos.data.store import StoredSound, open_store

LEVEL_TOLERANCE_DB = 1.5
PITCH_TOLERANCE = 0.01


def test_nasty_sounds_come_out_right(tmp_path: Path) -> None:
    containers = [case for case in cases() if case.group == "containers"][::4]
    tried = [*containers, *(case for case in cases() if case.group != "containers")]
    assert len(tried) >= 200
    root, cache = tmp_path / "sounds", tmp_path / "cache"
    for case in tried:
        path = root / case.name
        path.parent.mkdir(parents=True, exist_ok=True)
        case.make(path)
    assert dict(_wrong(tried, scan_folder(root, cache=cache), cache)) == {}


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

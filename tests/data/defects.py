"""How well the dataset doctor finds defects: share found and false alarms, by kind, on synthetic sounds.

Clean datasets of varied sounds are checked first; then each defect is added to one of their sounds in varying
strength, and must be found there. Thresholds were chosen on seeds below 100. An alarm is false if it names a clean
sound or a whole clean dataset, or if a defect causes a finding of an unrelated kind.
"""

from __future__ import annotations

import dataclasses
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from benchmarks._doctor_sounds import RATE_HZ, Audio, Rng, clean_sounds
from vschaos.audio import read
from vschaos.data.doctor.doctor import Diagnosis, diagnose
from vschaos.data.labels.model import LabelEntry, Labels, Task, whole_file
from vschaos.data.scan import ScanReport, SoundFile, scan_folder

TASK = Task("kind", "int", ("wood", "metal", "air"))

Made = tuple[NDArray[np.floating], int, str]
"""A defective sound: audio, its rate in Hz, and the suffix of its file."""


def check(seeds: Iterable[int], rounds: int = 2) -> dict[str, Any]:
    """Shares found by defect, and false alarms by kind, over datasets of these seeds."""
    found: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    false: Counter[str] = Counter()
    sounds = datasets = 0
    missed: list[str] = []
    for seed in seeds:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            report = _clean_report(folder, seed, rounds)
            sounds, datasets = sounds + len(report.files), datasets + 1
            clean = diagnose(report, _labels(report), ())
            for finding in clean.findings:
                false[finding.kind] += max(1, len(finding.files))
            for defect, kind, diagnosis, file in _cases(folder, report, seed):
                tried[defect] += 1
                hit = any(item.kind == kind and (file in item.files or not file) for item in diagnosis.findings)
                found[defect] += hit
                if not hit:
                    missed.append(f"{defect}, seed {seed}, {file}")
                known = {kind, "mixed_rates", *(finding.kind for finding in clean.findings)}
                false.update(
                    f"{item.kind} at {defect}"
                    for item in diagnosis.findings
                    if item.kind not in known and (item.kind, defect) not in _FOLLOWS
                )
    return {
        "datasets": datasets,
        "clean_sounds": sounds,
        "found": {defect: f"{found[defect]}/{tried[defect]}" for defect in tried},
        "found_share": round(sum(found.values()) / sum(tried.values()), 4),
        "least_found_share": round(min(found[defect] / tried[defect] for defect in tried), 4),
        "false_alarms": dict(false),
        "false_share_of_clean_sounds": round(
            sum(count for kind, count in false.items() if " at " not in kind) / sounds, 4
        ),
        "false_share_beside_defects": round(
            sum(count for kind, count in false.items() if " at " in kind) / sum(tried.values()), 4
        ),
        "missed": missed,
    }


_FOLLOWS = {
    ("short", "cut_to_a_click"),
    ("mostly_silent", "long_silence"),
    ("clipping", "dc"),
    ("imbalance", "label_holes"),
}
"""Findings that a defect rightly brings with it: an offset drives a loud sound into the ceiling, for one."""


def _clean_report(folder: Path, seed: int, rounds: int) -> ScanReport:
    for sound in clean_sounds(seed, rounds):
        soundfile.write(folder / f"{sound.name}.wav", sound.audio.T, RATE_HZ, "PCM_16")
    return scan_folder(folder, cache=folder / ".cache")


def _labels(report: ScanReport, leave_out: int = 0) -> Labels:
    names = [sound.relative for sound in report.files]
    seconds = [0.0] * len(TASK.classes)
    entries: dict[str, LabelEntry] = {}
    for sound in sorted(report.files, key=lambda sound: -sound.duration_s):  # to the class that has least so far
        number = seconds.index(min(seconds))
        seconds[number] += sound.duration_s
        entries[sound.relative] = whole_file(number)
    for name in names[:leave_out]:
        entries.pop(name)
    return Labels((TASK,), {TASK.name: entries})


def _cases(folder: Path, report: ScanReport, seed: int) -> Iterable[tuple[str, str, Diagnosis, str]]:
    """Each defect once: its name, the kind to be found, the diagnosis, and the file to be named, if any."""
    rng = np.random.default_rng([11, seed])
    whole = [sound for sound in report.files if not sound.relative.startswith("square")]
    for place, (defect, (kind, spoil)) in enumerate(DEFECTS.items()):
        victim = whole[int(rng.integers(len(whole)))]
        audio = read(victim.path)[0]
        sick = _written(folder / f".sick{place}", victim, spoil(audio, rng))
        added = defect.startswith("duplicate")
        others = report.files if added else tuple(sound for sound in report.files if sound is not victim)
        spoilt = dataclasses.replace(report, files=(*others, sick))
        yield defect, kind, diagnose(spoilt, _labels(spoilt), ()), sick.relative
    yield "label_holes", "label_hole", diagnose(report, _labels(report, int(rng.integers(1, 6))), ()), ""
    yield "imbalance", "imbalance", diagnose(report, _lopsided(report, rng), ()), ""
    longer = dataclasses.replace(TASK, classes=(*TASK.classes, "glass"))
    yield "missing_class", "missing_class", diagnose(report, _with_task(report, longer), ()), ""
    twice = dataclasses.replace(TASK, classes=("wood", "metal", " Wood"))
    yield "class_twice", "class_twice", diagnose(report, _with_task(report, twice), ()), ""


def _with_task(report: ScanReport, task: Task) -> Labels:
    return Labels((task,), _labels(report).entries)


def _lopsided(report: ScanReport, rng: Rng) -> Labels:
    """One class with a tenth or less of another's sound: a few spans of it, in one file."""
    labels = _labels(report)
    entries = {name: whole_file(entry.spans[0].value) for name, entry in labels.entries[TASK.name].items()}
    rare = [name for name, entry in entries.items() if entry.spans[0].value == 2]
    keep, total_s = str(rng.choice(rare)), report.duration_s / 3
    for name in rare:
        entries[name] = whole_file(None)
    length_s = min(total_s / rng.uniform(15, 60), 5.0)
    entries[keep] = LabelEntry((dataclasses.replace(entries[keep].spans[0], offset_s=length_s, value=2.0),))
    return Labels(labels.tasks, {TASK.name: entries})


def _written(folder: Path, victim: SoundFile, made: Made) -> SoundFile:
    audio, rate_hz, suffix = made
    folder.mkdir()
    path = folder / f"sick {victim.path.stem}{suffix}"
    if suffix == ".mp3":
        soundfile.write(path, audio.T, rate_hz, bitrate_mode="CONSTANT", compression_level=0.6)
    else:
        soundfile.write(path, audio.T, rate_hz, "VORBIS" if suffix == ".ogg" else "PCM_16")
    return scan_folder(folder, cache=folder / ".cache").files[0]


def _clipped(audio: Audio, rng: Rng) -> Made:
    gain = 10 ** (rng.uniform(2, 8) / 20) / np.abs(audio).max()
    return np.clip(gain * audio, -0.999, 0.999), RATE_HZ, ".wav"


def _off_centre(audio: Audio, rng: Rng) -> Made:
    return 0.9 * audio + rng.choice([-1, 1]) * rng.uniform(0.01, 0.05), RATE_HZ, ".wav"


def _silent(audio: Audio, rng: Rng) -> Made:
    return 10 ** (-rng.uniform(76, 120) / 20) * rng.standard_normal(audio.shape), RATE_HZ, ".flac"


def _long_silence(audio: Audio, rng: Rng) -> Made:
    silence = np.zeros((len(audio), round(rng.uniform(5.2, 20) * RATE_HZ)))
    return np.concatenate([audio, silence, audio], axis=1), RATE_HZ, ".wav"


def _mostly_silent(audio: Audio, rng: Rng) -> Made:
    audio = audio[:, : 3 * RATE_HZ]
    length = max(1.1 * RATE_HZ, rng.uniform(1.2, 1.5) * audio.shape[1])
    return np.concatenate([audio, np.zeros((len(audio), round(length)))], axis=1), RATE_HZ, ".wav"


def _at_rate(rates_hz: tuple[int, ...]) -> Callable[[Audio, Rng], Made]:
    def resampled(audio: Audio, rng: Rng) -> Made:
        rate_hz = int(rng.choice(rates_hz))
        return soxr.resample(audio.T, RATE_HZ, rate_hz).T, rate_hz, ".wav"

    return resampled


def _quiet(audio: Audio, rng: Rng) -> Made:
    return 10 ** (-rng.uniform(38, 50) / 20) / np.abs(audio).max() * audio, RATE_HZ, ".wav"


DEFECTS: dict[str, tuple[str, Callable[[Audio, Rng], Made]]] = {
    "clipping": ("clipping", _clipped),
    "dc": ("dc", _off_centre),
    "silence": ("silence", _silent),
    "long_silence": ("long_silence", _long_silence),
    "mostly_silent": ("mostly_silent", _mostly_silent),
    "too_short": ("short", lambda audio, rng: (audio[:, : int(rng.uniform(0.05, 0.19) * RATE_HZ)], RATE_HZ, ".wav")),
    "mono_as_stereo": ("mono_as_stereo", lambda audio, _rng: (np.repeat(audio[:1], 2, axis=0), RATE_HZ, ".flac")),
    "other_rate": ("mixed_rates", _at_rate((16_000, 22_050, 32_000, 48_000, 96_000))),
    "too_quiet": ("loudness", _quiet),
    "duplicate_copy": ("duplicate", lambda audio, _rng: (audio, RATE_HZ, ".wav")),
    "duplicate_mp3": ("duplicate", lambda audio, _rng: (audio, RATE_HZ, ".mp3")),
    "duplicate_ogg": ("duplicate", lambda audio, _rng: (audio, RATE_HZ, ".ogg")),
    "duplicate_48k": ("duplicate", _at_rate((48_000,))),
    "duplicate_6_db_lower": ("duplicate", lambda audio, _rng: (audio / 2, RATE_HZ, ".wav")),
    "duplicate_50_ms_cut": ("duplicate", lambda audio, _rng: (audio[:, RATE_HZ // 20 :], RATE_HZ, ".wav")),
}

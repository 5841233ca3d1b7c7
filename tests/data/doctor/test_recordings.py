"""Faults that all sounds of a folder share are found, and clean folders are left alone."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soxr
from numpy.typing import NDArray
from scipy.signal import butter, firwin, oaconvolve, sosfilt

from tests import sounds
from vschaos.data.doctor.doctor import Finding, Severity, diagnose
from vschaos.data.labels.model import Labels
from vschaos.data.scan import scan_folder

RATE_HZ = 44_100


def strokes(seed: int, seconds: float = 6.0) -> NDArray[np.float64]:
    """Bowed noise and partials with pauses, and treble up to the top: shape (T,)."""
    rng = np.random.default_rng(seed)
    time_s = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    pitch_hz = rng.uniform(180, 500)
    wave = sum(np.sin(2 * np.pi * pitch_hz * k * time_s + rng.uniform(0, 6)) / k for k in range(1, 20))
    wave = wave + 0.2 * rng.standard_normal(len(time_s))
    bow = np.clip(3 * np.sin(2 * np.pi * time_s / 4), 0, 1)
    return 0.1 * wave * bow


def findings(folder: Path, audio: list[NDArray[np.float64]], rate_hz: int = RATE_HZ) -> dict[str, Finding]:
    for number, wave in enumerate(audio):
        sounds.write(folder / "in" / f"{number}.wav", wave[None].astype(np.float32), rate_hz, "PCM_16")
    report = scan_folder(folder / "in", cache=folder / "cache")
    assert len(report.files) == len(audio)
    found = {finding.kind: finding for finding in diagnose(report, Labels(), ()).findings}
    return {kind: finding for kind, finding in found.items() if kind in ("low_rate", "low_pass", "hum")}


def hum(frequency_hz: float, samples: int) -> NDArray[np.float64]:
    time_s = np.arange(samples) / RATE_HZ
    return 0.004 * sum(np.sin(2 * np.pi * frequency_hz * k * time_s + k) / k for k in range(1, 7))


def test_clean_sounds_have_none(tmp_path: Path) -> None:
    assert findings(tmp_path, [strokes(seed) for seed in range(4)]) == {}


def test_sounds_that_are_dull_by_nature_have_none(tmp_path: Path) -> None:
    low = butter(2, 800, fs=RATE_HZ, output="sos")
    assert findings(tmp_path, [np.asarray(sosfilt(low, strokes(seed))) for seed in range(4)]) == {}


@pytest.mark.parametrize("rate_hz", [8_000, 16_000, 22_050])
def test_a_low_rate_of_all(tmp_path: Path, rate_hz: int) -> None:
    found = findings(tmp_path, [soxr.resample(strokes(seed), RATE_HZ, rate_hz) for seed in range(3)], rate_hz)
    assert list(found) == ["low_rate"]
    assert f"above {rate_hz / 2000:g} kHz" in found["low_rate"].sentence


@pytest.mark.parametrize(("top_hz", "severity"), [(4_000, Severity.WARNING), (16_000, Severity.NOTE)])
def test_treble_that_was_cut_off_all(tmp_path: Path, top_hz: int, severity: Severity) -> None:
    low_pass = firwin(801, top_hz, fs=RATE_HZ)
    found = findings(tmp_path, [oaconvolve(strokes(seed), low_pass, "same") for seed in range(3)])
    assert list(found) == ["low_pass"]
    finding = found["low_pass"]
    assert finding.severity is severity
    assert len(finding.files) == 3
    shown_hz = 1000 * float(finding.sentence.split("at about ")[1].split(" kHz")[0])
    assert shown_hz == pytest.approx(top_hz, rel=0.05)


@pytest.mark.parametrize("mains_hz", [50, 60])
def test_hum_in_all_and_in_one(tmp_path: Path, mains_hz: int) -> None:
    clean = [strokes(seed) for seed in range(3)]
    humming = [wave + hum(1.0002 * mains_hz, len(wave)) for wave in clean]
    found = findings(tmp_path / "all", humming)["hum"]
    assert len(found.files) == 3
    assert f"({mains_hz} Hz and multiples)" in found.sentence
    assert findings(tmp_path / "one", [*clean[:2], humming[2]])["hum"].files == ("2.wav",)


@pytest.mark.parametrize("pitch_hz", [50.0, 100.0, 61.7])
def test_a_steady_note_is_no_hum(tmp_path: Path, pitch_hz: float) -> None:
    notes = [30 * scale * hum(pitch_hz, 6 * RATE_HZ) for scale in (0.5, 0.7, 1.0)]
    assert "hum" not in findings(tmp_path, notes)

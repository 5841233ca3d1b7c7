"""``vschaos doctor`` says what the dataset page shows, and what this computer can do."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
import sounddevice

from tests import sounds
from vschaos.cli import doctor
from vschaos.cli.main import main


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    sounds.write_tone(tmp_path / "low [bold]note[/bold].wav", 2.5, channels=2)
    sounds.write_tone(tmp_path / "tiefe Töne" / "A.FLAC", 61.0, sample_rate_hz=8_000)
    (tmp_path / "lyrics.txt").write_text("la la", encoding="utf-8")
    (tmp_path / "empty.wav").touch()
    return tmp_path


def test_a_folder_in_lines(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", str(folder)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "low [bold]note[/bold].wav: 2.5 s, 44100 Hz, stereo",
        "tiefe Töne/A.FLAC: 1 min 01 s, 8000 Hz, mono",
        "empty.wav: cannot be used. It is empty (0 bytes). "
        "Copy it again from where it came, or open it in an audio editor and save it anew.",
        "lyrics.txt: cannot be used. It is a text file, not a sound.",
        "2 usable sounds, 1 min 04 s in all. 2 files cannot be used.",
    ]


def test_a_folder_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json", str(folder)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["usable"] is True
    assert told["duration_s"] == pytest.approx(63.5)
    assert told["files"][1] == {
        "file": "tiefe Töne/A.FLAC",
        "duration_s": 61.0,
        "sample_rate_hz": 8000,
        "channels": 1,
    }
    assert [rejection["file"] for rejection in told["rejected"]] == ["empty.wav", "lyrics.txt"]


def test_a_folder_as_a_table_on_a_terminal(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "160")
    assert main(["doctor", str(folder)]) == 0
    out = capsys.readouterr().out
    for words in ("Sound", "low [bold]note[/bold].wav", "1 min 01 s", "Cannot be used", "text file", "2 usable sounds"):
        assert words in out


def test_nothing_usable_is_exit_code_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", str(tmp_path)]) == 1
    assert "The folder is empty" in capsys.readouterr().out
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    assert main(["doctor", str(tmp_path)]) == 1
    assert "No usable sound." in capsys.readouterr().out


def test_a_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", str(tmp_path / "gone")]) == 1
    captured = capsys.readouterr()
    assert "does not exist" in captured.err
    assert "Traceback" not in captured.err


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.25, "0.25 s"), (12.54, "12.5 s"), (59.97, "1 min 00 s"), (3599.0, "59 min 59 s"), (7500.0, "2 h 05 min")],
)
def test_durations(seconds: float, text: str) -> None:
    assert doctor.length_text(seconds) == text


# ── this computer ─────────────────────────────────────────────────────────────────────────────────────────


def test_this_computer(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    out = capsys.readouterr().out
    assert all(topic in out for topic in ("Sound:", "Computing:", "Real-time priority:"))
    assert main(["doctor", "--json"]) == 0
    assert [finding["topic"] for finding in json.loads(capsys.readouterr().out)] == [
        *("Sound", "Computing", "Real-time priority"),
    ]


def test_no_output_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    microphone = {"name": "Mic", "max_output_channels": 0}
    for devices in ([], [microphone]):
        monkeypatch.setattr(sounddevice, "query_devices", lambda devices=devices: devices)
        finding = doctor.check_outputs()
        assert not finding.well
        assert finding.sentence == "There is no audio output."
        assert finding.remedy


def test_outputs_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    devices = [{"name": "Mic", "max_output_channels": 0}, {"name": "Speakers", "max_output_channels": 2}]
    monkeypatch.setattr(sounddevice, "query_devices", lambda: devices)
    monkeypatch.setattr(sounddevice.default, "device", (0, 1))
    assert doctor.check_outputs() == doctor.Finding("Sound", True, "1 output: “Speakers” (default).")


def test_an_audio_system_that_is_missing_or_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise sounddevice.PortAudioError("Error initializing PortAudio", -9999)

    monkeypatch.setattr(sounddevice, "query_devices", refuse)
    assert "does not answer" in doctor.check_outputs().sentence

    class NoPortAudio:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "sounddevice":
                raise OSError("PortAudio library not found")

    monkeypatch.delitem(sys.modules, "sounddevice")
    monkeypatch.setattr(sys, "meta_path", [NoPortAudio(), *sys.meta_path])
    finding = doctor.check_outputs()
    assert "PortAudio" in finding.sentence
    assert "libportaudio2" in finding.remedy


@pytest.mark.skipif(not hasattr(os, "sched_setscheduler"), reason="a question for Linux only")
def test_priority_granted_and_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_setscheduler", lambda *_: None)
    assert doctor.check_priority().well

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "sched_setscheduler", refuse)
    finding = doctor.check_priority()
    assert not finding.well
    assert "audio group" in finding.remedy


def test_asking_for_priority_does_not_change_this_thread() -> None:
    if not hasattr(os, "sched_getscheduler"):
        pytest.skip("a question for Linux only")
    before = os.sched_getscheduler(0)
    doctor.check_priority()
    assert os.sched_getscheduler(0) == before

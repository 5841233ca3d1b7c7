"""``vschaos doctor`` says what the dataset page shows, and what this computer can do."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
import sounddevice

from tests import sounds
from vschaos.cli import computer, doctor
from vschaos.cli.main import main
from vschaos.data.doctor.doctor import Forecast


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    sounds.write_tone(tmp_path / "low [bold]note[/bold].wav", 2.5, channels=2)
    sounds.write_tone(tmp_path / "tiefe Töne" / "A.FLAC", 61.0, sample_rate_hz=8_000)
    (tmp_path / "lyrics.txt").write_text("la la", encoding="utf-8")
    (tmp_path / "empty.wav").touch()
    return tmp_path


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VSCHAOS_CACHE", str(tmp_path_factory.mktemp("cache")))
    expected = Forecast(12_345, 67.8, 912.0, {"dgt_small": 50.0, "dgt_mid": 1800.0})
    monkeypatch.setattr(doctor, "forecast", lambda report: expected if report.files else None)


@pytest.fixture
def sick(tmp_path: Path) -> Path:
    """A folder whose second sound has a DC offset; together they are long enough."""
    folder = tmp_path / "sick"
    sounds.write(folder / "well.wav", sounds.noise(65.0, sample_rate_hz=8_000), 8_000)
    sounds.write(folder / "off [x].wav", sounds.tone(2.0, sample_rate_hz=8_000) + 0.03, 8_000)
    return folder


def test_a_folder_in_lines(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", str(folder)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "low [bold]note[/bold].wav: 2.5 s, 44100 Hz, stereo",
        "tiefe Töne/A.FLAC: 1 min 01 s, 8000 Hz, mono",
        "empty.wav: cannot be used. It is empty (0 bytes). "
        "Copy it again from where it came, or open it in an audio editor and save it again.",
        "lyrics.txt: cannot be used. It is a text file, not a sound.",
        "2 usable sounds, 1 min 04 s in all. 2 files cannot be used.",
        "note, mixed_rates: “tiefe Töne/A.FLAC” has a sample rate of 8000 Hz, the others have 44100 Hz. All sounds are "
        "resampled to the model's rate. A sound of a lower rate lacks treble, and the instrument will lack it as well. "
        "Replace sounds of a low rate by recordings in 44100 Hz or more, if there are any; otherwise leave it.",
        "note, mono_as_stereo: “low [bold]note[/bold].wav” is mono: its channels are equal. This does no harm: sounds "
        "are learnt in mono. The files are larger than necessary. No action needed; saved as mono, it needs "
        "half the space.",
        "12,345 frames to learn from, 68 MB of prepared audio, about 0.9 GB of memory.",
        "Training on this computer needs about: dgt_small 50 s, dgt_mid 30 min.",
    ]


def test_a_folder_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json", str(folder)]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["usable"] is True
    assert report["duration_s"] == pytest.approx(63.5)
    assert report["files"][1] == {
        "file": "tiefe Töne/A.FLAC",
        "duration_s": 61.0,
        "sample_rate_hz": 8000,
        "channels": 1,
        "learnt": ["channel 1"],
        "unfinished": False,
    }
    assert [rejection["file"] for rejection in report["rejected"]] == ["empty.wav", "lyrics.txt"]
    assert [finding["kind"] for finding in report["findings"]] == ["mixed_rates", "mono_as_stereo"]
    assert report["findings"][0]["severity"] == "note"
    assert report["findings"][0]["files"] == ["tiefe Töne/A.FLAC"]
    assert report["ignored"] == []
    assert report["forecast"]["frames"] == 12_345


def test_a_folder_as_a_table_on_a_terminal(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "160")
    assert main(["doctor", str(folder)]) == 0
    out = capsys.readouterr().out
    for text in ("Sound", "low [bold]note[/bold].wav", "1 min 01 s", "Cannot be used", "text file", "2 usable sounds"):
        assert text in out
    for text in ("has a sample rate of 8000 Hz", "(mono_as_stereo)", "dgt_mid 30 min"):
        assert text in out


def test_findings_are_ignored_and_shown_again(sick: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def printed(*arguments: str) -> str:
        assert main(["doctor", str(sick), *arguments]) == 0
        return capsys.readouterr().out

    assert "warning, dc: “off [x].wav” has a DC offset of 3.0 % of full scale." in printed()
    assert "DC offset" not in printed("--ignore", "dc:off [x].wav")
    assert "1 finding ignored; --all shows them." in printed()
    assert "ignored, dc: “off [x].wav” has a DC offset" in printed("--all")
    assert [finding["kind"] for finding in json.loads(printed("--json"))["ignored"]] == ["dc"]
    assert "warning, dc" in printed("--unignore", "dc")
    assert "DC offset" not in printed("--ignore", "dc", "short")
    assert "warning, dc" in printed("--unignore", "all")
    assert sorted(path.name for path in sick.iterdir()) == ["off [x].wav", "well.wav"]


def test_sounds_are_left_out_and_used_again(sick: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def printed(*arguments: str) -> str:
        assert main(["doctor", str(sick), *arguments]) == 0
        return capsys.readouterr().out

    assert "DC offset" not in printed("--leave-out", "off [x].wav")
    lines = printed()
    assert "off [x].wav: left out by choice." in lines
    assert "1 usable sound, 1 min 05 s in all. 1 sound left out by choice." in lines
    plain = json.loads(printed("--json"))
    assert plain["left_out"] == ["off [x].wav"]
    assert [file["file"] for file in plain["files"]] == ["well.wav"]
    assert "warning, dc" in printed("--use", "off [x].wav")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--leave-out", "of.wav"], "The folder has no sound “of.wav”."),
        (
            ["--ignore", "cliping"],
            "Unknown kind of finding: “cliping”. Choose from cancelling, class_twice, clipping, dc,",
        ),
        (["--ignore", "dc:of.wav"], "The folder has no file “of.wav”."),
        (["--unignore", "dc"], "“dc” is not ignored in this folder."),
    ],
)
def test_what_cannot_be_ignored(
    sick: Path, arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["doctor", str(sick), *arguments]) == 1
    assert sentence in capsys.readouterr().err.replace("\n", " ")


def test_leaving_out_needs_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--leave-out", "a.wav"]) == 1
    assert "Give the folder first." in capsys.readouterr().err


def test_ignoring_needs_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--ignore", "dc"]) == 1
    assert "belong to a folder" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(3, "10 s"), (52, "50 s"), (100, "2 min"), (3599, "1 h"), (5400, "1 h 30 min"), (7150, "2 h"), (90_000, "25 h")],
)
def test_rough_durations(seconds: float, text: str) -> None:
    assert doctor.rough_text(seconds) == text


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
        finding = computer.check_outputs()
        assert not finding.well
        assert finding.sentence == "There is no audio output."
        assert finding.remedy


def test_outputs_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    devices = [{"name": "Mic", "max_output_channels": 0}, {"name": "Speakers", "max_output_channels": 2}]
    monkeypatch.setattr(sounddevice, "query_devices", lambda: devices)
    monkeypatch.setattr(sounddevice.default, "device", (0, 1))
    assert computer.check_outputs() == computer.ComputerCheck("Sound", True, "1 output: “Speakers” (default).")


def test_an_audio_system_that_is_missing_or_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise sounddevice.PortAudioError("Error initializing PortAudio", -9999)

    monkeypatch.setattr(sounddevice, "query_devices", refuse)
    assert "does not respond" in computer.check_outputs().sentence

    class NoPortAudio:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "sounddevice":
                raise OSError("PortAudio library not found")

    monkeypatch.delitem(sys.modules, "sounddevice")
    monkeypatch.setattr(sys, "meta_path", [NoPortAudio(), *sys.meta_path])
    finding = computer.check_outputs()
    assert "PortAudio" in finding.sentence
    assert "libportaudio2" in finding.remedy


@pytest.mark.skipif(not hasattr(os, "sched_setscheduler"), reason="a question for Linux only")
def test_priority_granted_and_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_setscheduler", lambda *_: None)
    assert computer.check_priority().well

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "sched_setscheduler", refuse)
    finding = computer.check_priority()
    assert not finding.well
    assert "audio group" in finding.remedy


def test_asking_for_priority_does_not_change_this_thread() -> None:
    if not hasattr(os, "sched_getscheduler"):
        pytest.skip("a question for Linux only")
    before = os.sched_getscheduler(0)
    computer.check_priority()
    assert os.sched_getscheduler(0) == before

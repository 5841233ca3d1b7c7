"""``vschaos extract-pitch`` as a shell and the studio call it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests import sounds
from vschaos.cli.main import main
from vschaos.data.cache import CACHE_VARIABLE
from vschaos.data.labels.files import read_labels
from vschaos.data.pitch import folder_run as pitch_work
from vschaos.data.pitch.crepe import Model
from vschaos.data.pitch.events import EVENTS, PitchFinished, PitchProgress, PitchStarted
from vschaos.data.pitch.extraction import FrameEvidence
from vschaos.data.pitch.track import LOWEST_NOTE, NOTES
from vschaos.messages import Problem


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CACHE_VARIABLE, str(tmp_path / "cache"))


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A network that hears middle C in everything, at once."""

    def hear(frames: np.ndarray, model: Model) -> FrameEvidence:
        evidence = np.zeros((len(frames), NOTES), np.float16)
        evidence[:, 60 - LOWEST_NOTE] = 0.9
        return FrameEvidence(evidence, np.full(len(frames), -10.0, np.float32))

    monkeypatch.setattr(pitch_work, "hear", hear)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    sounds.write_tone(tmp_path / "my sounds" / "low [b].wav", 0.6)
    sounds.write_tone(tmp_path / "my sounds" / "sub" / "B.FLAC", 0.3, sample_rate_hz=8_000, channels=2)
    (tmp_path / "my sounds" / "empty.wav").touch()
    return tmp_path / "my sounds"


def pitches(folder: Path, *names: str) -> dict[str, list[float | None]]:
    labels, problems = read_labels(folder, None, names)
    assert not problems
    return {name: [span.value for span in entry.spans] for name, entry in labels.entries["pitch"].items()}


def test_a_tone_is_labelled_by_the_real_network(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract-pitch", str(folder)]) == 0
    assert pitches(folder, "low [b].wav", "sub/B.FLAC") == {"low [b].wav": [9], "sub/B.FLAC": [9]}
    assert (folder / "metadata" / "octave" / "metadata.txt").read_text().splitlines() == [
        "low [b].wav\t4",
        "sub/B.FLAC\t4",
    ]
    out = capsys.readouterr().out
    assert "“empty.wav” is left out. It is empty (0 bytes)." in out
    assert "Listening to 2 sounds, 0.90 s in all." in out
    assert out.endswith("Pitch and octave were written for 2 sounds; 2 of them have notes, in 100% of the time.\n")


@pytest.mark.usefixtures("quick")
def test_labels_that_are_there_are_kept_unless_overwritten(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for task, value in (("pitch", 7), ("octave", 2)):
        (folder / "metadata" / task).mkdir(parents=True)
        (folder / "metadata" / task / "metadata.txt").write_text(f"sub/B.FLAC\t{value}\n", encoding="utf-8")
    assert main(["extract-pitch", str(folder), "--json"]) == 0
    summary = json.loads(capsys.readouterr().out)
    assert {name: summary[name] for name in ("files", "labelled", "kept", "voiced_share", "cancelled", "model")} == {
        **{"files": 1, "labelled": 1, "kept": 1},
        **{"voiced_share": 1.0, "cancelled": False, "model": "tiny"},
    }
    assert [warning["sentence"] for warning in summary["left_out"]] == [
        "“empty.wav” is left out. It is empty (0 bytes)."
    ]
    names = ("low [b].wav", "sub/B.FLAC")
    assert pitches(folder, *names) == {"sub/B.FLAC": [7], "low [b].wav": [0]}
    assert main(["extract-pitch", str(folder)]) == 0
    assert "already have labels of pitch and octave" in capsys.readouterr().out
    assert main(["extract-pitch", str(folder), "--overwrite", "--files", "sub/*"]) == 0
    assert pitches(folder, *names) == {"low [b].wav": [0], "sub/B.FLAC": [0]}


@pytest.mark.usefixtures("quick")
def test_files_are_chosen_by_name_or_pattern(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract-pitch", str(folder), "--files", "low [b].wav"]) == 0
    assert set(pitches(folder, "low [b].wav", "sub/B.FLAC")) == {"low [b].wav"}
    assert main(["extract-pitch", str(folder), "--files", "nothing*"]) == 1
    assert "no usable sound “nothing*”" in capsys.readouterr().err


@pytest.mark.usefixtures("quick")
def test_events(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()  # an input that stays open
    with os.fdopen(reading) as source:
        monkeypatch.setattr(sys, "stdin", source)
        assert main(["extract-pitch", "--events", "--", str(folder)]) == 0
        os.close(writing)
        events = [EVENTS.decode(line) for line in capsys.readouterr().out.splitlines()]
    assert PitchStarted(2, pytest.approx(0.9), 0) in events
    assert any(isinstance(event, PitchProgress) and event.done == 2 for event in events)
    assert events[-1] == PitchFinished(2, 2, 1.0, False)


def test_errors_are_sentences(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract-pitch", str(tmp_path / "gone")]) == 1
    assert "does not exist" in capsys.readouterr().err
    (tmp_path / "empty").mkdir()
    assert main(["extract-pitch", str(tmp_path / "empty")]) == 1
    assert "is empty" in capsys.readouterr().err


def test_an_error_is_an_event(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "vschaos", "extract-pitch", "--events", str(tmp_path / "gone")]
    result = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=240)
    assert result.returncode == 1
    assert isinstance(EVENTS.decode(result.stdout.splitlines()[-1]), Problem)


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("by", ["signal", "closed input", "kill"])
def test_stopping_keeps_what_is_finished_and_writes_no_label(folder: Path, by: str) -> None:
    # Noise that is too long to be heard before the test ends it: the short sounds come first, by name.
    sounds.write(folder / "z.wav", sounds.noise(240.0, sample_rate_hz=16_000), 16_000)
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True}
    command = [sys.executable, "-m", "vschaos", "extract-pitch", "--events", str(folder)]
    with subprocess.Popen(command, **pipes) as process:
        for line in process.stdout:
            event = EVENTS.decode(line)
            if isinstance(event, PitchProgress) and event.file == "z.wav":
                break
        if by == "closed input":
            process.stdin.close()
        else:
            process.send_signal(signal.SIGTERM if by == "signal" else signal.SIGKILL)
        rest = process.stdout.read().splitlines()
        code = process.wait(timeout=240)
    assert not (folder / "metadata").exists()
    if by != "kill":
        assert code == 130
        assert EVENTS.decode(rest[-1]) == PitchFinished(2, 2, 1.0, True)
    (folder / "z.wav").unlink()
    again = subprocess.run([*command[:4], str(folder)], capture_output=True, text=True, check=True, timeout=240)
    assert "2 of them finished earlier" in again.stdout
    assert pitches(folder, "low [b].wav", "sub/B.FLAC") == {"low [b].wav": [9], "sub/B.FLAC": [9]}


def test_help_teaches(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["extract-pitch", "--help"])
    printed = capsys.readouterr().out
    assert all(text in printed for text in ("--overwrite", "--files", "middle C", "Exit code", "unlabelled"))

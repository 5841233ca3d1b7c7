"""Recordings of processes that are really killed: the file reads at once, and is completed by whoever comes next."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile

from testing.servers import wait_for
from vschaos.realtime.protocol import Recovered
from vschaos.realtime.recording.growing_file import GrowingFile
from vschaos.realtime.recording.sound_header import complete_header
from vschaos.realtime.recording.unfinished import Unfinished

RATE = 8_000
STEP = 2.0**-23
RECORDING = """
import sys, time
from pathlib import Path
import numpy as np
from vschaos.realtime.recording.recorder import Recorder
from vschaos.realtime.recording.unfinished import Unfinished

recorder = Recorder(8_000, report=print, reserve_bytes=0, unfinished=Unfinished(Path(sys.argv[1])))
recorder.start(Path(sys.argv[2]))
frames = np.arange(10_000, dtype=np.float32)[:, None] / 10_000
while True:
    recorder.history.write(frames)
    time.sleep(0.02)
"""


def ramp(count):
    """What the process above records."""
    return np.repeat((np.arange(count) % 10_000).astype(np.float32)[:, None] / 10_000, 2, axis=1)


def killed_recording(notes: Path, path: Path, at_least: int) -> None:
    """Record in a process of its own until the file says that there are so many frames, and kill it."""
    process = subprocess.Popen([sys.executable, "-c", RECORDING, str(notes), str(path)])
    try:
        wait_for(
            lambda: path.exists() and path.stat().st_size > 44 and read_length(path) >= at_least, what="a recording"
        )
        assert Unfinished(notes).recover() == [], "it is being made"
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()


def read_length(path: Path) -> int:
    frames = soundfile.info(str(path)).frames
    return frames if frames < 1 << 40 else 0  # a flac before its first block


@pytest.mark.parametrize("suffix", [".wav", ".flac"])
def test_what_was_recorded_reads_after_a_kill_and_is_completed_by_the_next(tmp_path, suffix):
    notes, path = tmp_path / "notes", tmp_path / f"take{suffix}"
    killed_recording(notes, path, 20_000)
    before, rate = soundfile.read(path, dtype="float32")
    assert rate == RATE
    assert len(before) >= 20_000
    assert np.abs(before - ramp(len(before))).max() <= STEP
    (recovered,) = Unfinished(notes).recover()
    after, _ = soundfile.read(path, dtype="float32")
    assert len(after) >= len(before)
    assert np.abs(after - ramp(len(after))).max() <= STEP
    assert recovered == Recovered(str(path), len(after) / RATE)
    assert Unfinished(notes).recover() == []
    assert not list(notes.iterdir())


def test_a_recording_that_is_finished_leaves_no_note(tmp_path):
    unfinished = Unfinished(tmp_path / "notes")
    note = unfinished.begin(tmp_path / "take.wav")
    assert note is not None
    note.remove()
    assert unfinished.recover() == []
    assert not list((tmp_path / "notes").iterdir())


def test_one_that_nobody_could_be_told_of_is_told_by_the_next(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/t\xe4ke.wav"))
    file = GrowingFile(path, sample_rate_hz=RATE, channels=2)
    file.write(ramp(4000))
    file.close()
    Unfinished(tmp_path / "notes").leave(path)
    assert Unfinished(tmp_path / "notes").recover() == [Recovered(str(path), 0.5)]


def test_notes_that_make_no_sense_or_lead_nowhere_are_dropped(tmp_path):
    notes = tmp_path / "notes"
    unfinished = Unfinished(notes)
    text = tmp_path / "text.wav"
    text.write_text("somebody else's")
    unfinished.leave(text)
    unfinished.leave(tmp_path / "gone.wav")
    for name, content in (("a", ""), ("b", "[1]"), ("c", '{"path": "\\u0000"}'), ("d", "[" * 5000), ("e", "\xff")):
        (notes / f"{name}.json").write_text(content, encoding="latin-1")
    assert unfinished.recover() == []
    assert not list(notes.glob("*.json"))
    assert text.read_text() == "somebody else's"


def test_a_file_on_a_drive_that_is_not_there_is_looked_for_again(tmp_path):
    drive, away = tmp_path / "drive", tmp_path / "away"
    file = GrowingFile(drive / "take.wav", sample_rate_hz=RATE, channels=2)
    file.write(ramp(4000))
    file.close()
    unfinished = Unfinished(tmp_path / "notes")
    unfinished.leave(drive / "take.wav")
    drive.rename(away)
    assert unfinished.recover() == []
    away.rename(drive)
    assert [one.seconds for one in unfinished.recover()] == [0.5]


def test_a_recording_of_nothing_is_removed(tmp_path):
    unfinished = Unfinished(tmp_path / "notes")
    GrowingFile(tmp_path / "empty.wav", sample_rate_hz=RATE, channels=2)
    (tmp_path / "none.wav").touch()
    for name in ("empty.wav", "none.wav"):
        unfinished.leave(tmp_path / name)
    assert unfinished.recover() == []
    assert [child.name for child in tmp_path.iterdir()] == ["notes"]


def test_folders_that_cannot_be_written_are_no_reason_not_to_record(tmp_path):
    (tmp_path / "file").touch()
    unfinished = Unfinished(tmp_path / "file" / "notes")
    assert unfinished.begin(tmp_path / "take.wav") is None
    assert unfinished.recover() == []


# ── headers ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("loose", [0, 1, 5])
def test_a_wav_that_goes_on_behind_its_header_is_completed_to_the_last_whole_frame(tmp_path, loose):
    path = tmp_path / "take.wav"
    file = GrowingFile(path, sample_rate_hz=RATE, channels=2)
    file.write(ramp(1000))
    file.close()
    with path.open("ab") as opened:
        opened.write(bytes(6 * 500 + loose))
    assert complete_header(path) == 1500
    after, _ = soundfile.read(path, dtype="float32")
    assert np.abs(after[:1000] - ramp(1000)).max() <= STEP
    assert not after[1000:].any()
    assert "should be" not in soundfile.info(str(path), verbose=True).extra_info


def test_a_wav_beyond_four_gigabytes_goes_on_as_rf64(tmp_path):
    """A file with a hole: libsndfile believes a header of RF64, whose sizes have 64 bits."""
    path = tmp_path / "long.wav"
    soundfile.write(path, ramp(1000), RATE, "PCM_24", format="RF64")
    with path.open("r+b") as opened:
        opened.truncate((1 << 32) + 10_000_000)
    frames = complete_header(path)
    assert frames == soundfile.info(str(path)).frames > (1 << 32) // 6
    with soundfile.SoundFile(path) as file:
        assert np.abs(file.read(1000, dtype="float32") - ramp(1000)).max() <= STEP


def test_a_wav_that_somebody_else_made_is_left_as_it_is(tmp_path):
    path = tmp_path / "other.wav"
    soundfile.write(path, ramp(1000), RATE, "PCM_24")
    before = path.read_bytes()
    assert complete_header(path, cut_off=True) == 1000
    assert path.read_bytes() == before

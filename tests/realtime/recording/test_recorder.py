"""Files hold exactly the samples that were heard; what goes wrong is told, and what there is is kept."""

import os
import shutil
import threading
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import soundfile

from tests import sounds
from vschaos.errors import AudioFileError
from vschaos.realtime.protocol import Recorded
from vschaos.realtime.recording.growing_file import GrowingFile
from vschaos.realtime.recording.history import History
from vschaos.realtime.recording.recorder import Recorder, RecorderStatus

RATE = 8_000
STEP = 2.0**-23
"""Of 24 bits."""


@pytest.fixture
def heard():
    return sounds.noise(6.0, sample_rate_hz=RATE, channels=2).T.copy()


@pytest.fixture
def reported():
    return []


@pytest.fixture
def recorder(reported):
    """Without a thread: the test does its work."""
    made = Recorder(RATE, report=reported.append, kept_s=4.0, margin_s=1.0, reserve_bytes=0, background=False)
    yield made
    made.close()


def tap(recorder, frames, block=512):
    for at in range(0, len(frames), block):
        recorder.history.write(frames[at : at + block])


def content(path):
    """The file's samples, shape (n, channels), checked for 24 bits."""
    with soundfile.SoundFile(os.fsencode(path)) as file:
        assert (file.subtype, file.samplerate) == ("PCM_24", RATE)
        return file.read(dtype="float32")


# ── the history ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("block", [1, 64, 65, 999, 1000, 1001, 8193])
def test_the_history_gives_back_the_last_frames_however_they_came(block):
    history = History(1000, 2)
    frames = np.arange(20_000, dtype=np.float32).reshape(-1, 2)
    for at in range(0, len(frames), block):
        history.write(frames[at : at + block])
        assert history.written == min(at + block, len(frames))
        count = min(history.written, 1000)
        out = np.empty((count, 2), np.float32)
        assert history.read_into(history.written - count, out)
        assert np.array_equal(out, frames[history.written - count : history.written])


def test_frames_that_are_gone_are_not_given_out():
    history = History(100, 1)
    history.write(np.ones((150, 1), np.float32))
    out = np.empty((10, 1), np.float32)
    assert history.oldest == 50
    assert history.read_into(50, out)
    assert not history.read_into(49, out)
    assert not history.read_into(0, np.empty((150, 1), np.float32))
    with pytest.raises(ValueError, match="not there yet"):
        history.read_into(141, out)


def test_a_reader_notices_frames_that_the_writer_is_overwriting():
    """The writer has said how far it will go, and is put aside before it has copied."""
    history = History(100, 1)
    history.write(np.ones((100, 1), np.float32))
    history.counters[8] = 110
    assert history.written == 100
    assert not history.read_into(5, np.empty((10, 1), np.float32))
    assert history.read_into(10, np.empty((10, 1), np.float32))


def test_a_reader_beside_the_writer_gets_whole_frames_or_none():
    history, total = History(512, 2), 200_000
    frames = np.repeat(np.arange(total, dtype=np.float32)[:, None], 2, axis=1)

    def write():
        for at in range(0, total, 100):
            history.write(frames[at : at + 100])

    writer = threading.Thread(target=write)
    writer.start()
    whole, out = 0, np.empty((200, 2), np.float32)
    while whole < total:
        start = max(history.written - 400, 0)
        if history.written >= start + 200 and history.read_into(start, out):
            np.testing.assert_array_equal(out, frames[start : start + 200])
        whole = history.written
    writer.join()
    with pytest.raises(ValueError, match="expected"):
        history.write(np.zeros((4, 3), np.float32))


def test_one_channel_is_heard_on_both():
    history = History(10, 2)
    history.write(np.array([[0.5], [-0.25]], np.float32))
    out = np.empty((2, 2), np.float32)
    assert history.read_into(0, out)
    assert np.array_equal(out, [[0.5, 0.5], [-0.25, -0.25]])


# ── sample by sample ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("suffix", [".wav", ".flac"])
@pytest.mark.parametrize("block", [1, 64, 65, 8193])
def test_a_recording_holds_the_samples_between_the_two_orders(tmp_path, recorder, reported, heard, suffix, block):
    path = tmp_path / f"take{suffix}"
    tap(recorder, heard[:1001], block)
    recorder.start(path)
    recorder.work()
    tap(recorder, heard[1001:9000], block)
    recorder.work()
    assert np.abs(content(path) - heard[1001:9000][: len(content(path))]).max() <= STEP
    assert len(content(path)) >= 9000 - 1001 - 4096  # a flac's last block is still with the encoder
    tap(recorder, heard[9000:20_007], block)
    recorder.stop()
    tap(recorder, heard[20_007:], block)
    recorder.work()
    assert np.abs(content(path) - heard[1001:20_007]).max() <= STEP
    assert [child.name for child in tmp_path.iterdir()] == [path.name]
    assert reported == [Recorded(str(path), (20_007 - 1001) / RATE)]


def test_the_file_begins_where_it_was_ordered_even_if_the_thread_comes_late(tmp_path, recorder, heard):
    tap(recorder, heard[:100])
    recorder.start(tmp_path / "a.wav")
    tap(recorder, heard[100:30_000])
    recorder.stop()
    recorder.start(tmp_path / "b.wav")
    tap(recorder, heard[30_000:31_000])
    recorder.stop()
    recorder.work()
    assert np.abs(content(tmp_path / "a.wav") - heard[100:30_000]).max() <= STEP
    assert np.abs(content(tmp_path / "b.wav") - heard[30_000:31_000]).max() <= STEP


def test_the_last_seconds_are_saved_beside_a_recording(tmp_path, recorder, reported, heard):
    tap(recorder, heard[:24_000])
    recorder.start(tmp_path / "take.wav")
    tap(recorder, heard[24_000:28_000])
    recorder.save_last(tmp_path / "last.wav", 1.5)
    recorder.save_last(tmp_path / "all.flac", 60.0)
    tap(recorder, heard[28_000:30_000])
    recorder.work()
    recorder.stop()
    recorder.work()
    assert np.abs(content(tmp_path / "last.wav") - heard[16_000:28_000]).max() <= STEP
    assert np.abs(content(tmp_path / "all.flac") - heard[:28_000][-4 * RATE :]).max() <= STEP
    assert np.abs(content(tmp_path / "take.wav") - heard[24_000:30_000]).max() <= STEP
    assert all(isinstance(one, Recorded) for one in reported)


def test_what_was_overwritten_before_it_was_saved_is_left_out_at_the_beginning(tmp_path, recorder, heard):
    tap(recorder, heard[: 4 * RATE])
    recorder.save_last(tmp_path / "last.wav")
    tap(recorder, heard[4 * RATE : 4 * RATE + 9000])  # a thousand more than the margin
    recorder.work()
    kept = content(tmp_path / "last.wav")
    assert len(kept) >= 4 * RATE - 1000 - 8192
    assert np.abs(kept - heard[: 4 * RATE][-len(kept) :]).max() <= STEP


def test_loud_samples_are_clipped_and_counted(tmp_path, recorder, reported):
    frames = np.zeros((1000, 2), np.float32)
    frames[10], frames[20, 1], frames[30, 0] = 1.5, -2.0, 1.0
    recorder.start(tmp_path / "loud.wav")
    tap(recorder, frames)
    recorder.work()
    status = recorder.status
    assert (status.peak, status.clipped) == (2.0, 3)
    recorder.stop()
    recorder.work()
    assert np.abs(content(tmp_path / "loud.wav") - np.clip(frames, -1, 1)).max() <= STEP
    assert reported[-1].sentence.startswith("3 samples")
    assert reported[-1].remedy


# ── status, names ─────────────────────────────────────────────────────────────────────────────────────────


def test_the_status_counts_what_was_heard(tmp_path, recorder, heard):
    assert recorder.status == RecorderStatus()
    tap(recorder, heard[: 2 * RATE])
    recorder.start(tmp_path / "take.wav")
    tap(recorder, heard[: 3 * RATE])
    status = recorder.status
    assert (status.path, status.seconds, status.kept_s) == (str(tmp_path / "take.wav"), 3.0, 4.0)
    recorder.stop()
    assert (recorder.status.path, recorder.status.seconds) == ("", 0.0)


def test_a_file_of_that_name_stays_and_nobody_can_take_the_name_meanwhile(tmp_path, recorder, reported, heard):
    path = tmp_path / "take.wav"
    path.write_text("somebody else's")
    recorder.start(path)
    tap(recorder, heard[:1000])
    recorder.work()
    assert recorder.status.path == str(tmp_path / "take (2).wav")
    with pytest.raises(FileExistsError):
        (tmp_path / "take (2).wav").open("xb")
    recorder.stop()
    recorder.work()
    assert path.read_text() == "somebody else's"
    assert np.abs(content(tmp_path / "take (2).wav") - heard[:1000]).max() <= STEP
    assert reported[-1].path.endswith("take (2).wav")


# ── what goes wrong ───────────────────────────────────────────────────────────────────────────────────────


def test_a_second_start_is_refused_and_the_first_goes_on(tmp_path, recorder, reported, heard):
    recorder.start(tmp_path / "a.wav")
    tap(recorder, heard[:1000])
    recorder.start(tmp_path / "b.wav")
    assert "“a.wav” is being recorded already" in reported[-1].sentence
    tap(recorder, heard[1000:2000])
    recorder.stop()
    recorder.work()
    assert len(content(tmp_path / "a.wav")) == 2000
    assert not (tmp_path / "b.wav").exists()


def test_nothing_heard_leaves_no_file(tmp_path, recorder, reported):
    recorder.save_last(tmp_path / "last.wav")
    recorder.stop()
    recorder.start(tmp_path / "a.wav")
    recorder.work()
    recorder.stop()
    recorder.work()
    assert not list(tmp_path.iterdir())
    assert ["no sound to save" in reported[0].sentence, "there was no sound" in reported[1].sentence] == [True, True]


def test_a_place_that_cannot_be_written_is_told_before_the_recording_ends(tmp_path, recorder, reported):
    (tmp_path / "file").touch()
    for path in (tmp_path / "file" / "take.wav", tmp_path / "take.xyz"):
        recorder.start(path)
        recorder.work()
        assert isinstance(reported[-1], AudioFileError)
        assert path.name in reported[-1].sentence
        assert reported[-1].remedy
        assert recorder.status.path == ""
    assert len(reported) == 2


@pytest.mark.parametrize("suffix", [".wav", ".flac"])
def test_a_disk_that_fills_up_ends_the_recording_which_is_kept(tmp_path, monkeypatch, reported, heard, suffix):
    """Space is watched, so that the file can be finished in order while there is still some."""
    free = [1_000_000]
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=free[0]))
    recorder = Recorder(RATE, report=reported.append, kept_s=4.0, reserve_bytes=500_000, background=False)
    path = tmp_path / f"take{suffix}"
    recorder.start(path)
    tap(recorder, heard[:10_000])
    recorder.work()
    free[0] = 400_000
    tap(recorder, heard[10_000:20_000])
    recorder.work()
    assert np.abs(content(path) - heard[:10_000]).max() <= STEP
    (error,) = reported
    assert "the disk is full" in error.sentence
    assert f"first 1.2 s are kept in “{path.name}”" in error.sentence
    assert error.remedy
    assert recorder.status.path == ""
    recorder.history.write(heard[:512])
    recorder.close()
    assert len(reported) == 1


@pytest.mark.parametrize("suffix", [".wav", ".flac"])
def test_a_disk_that_refuses_leaves_a_file_that_opens(tmp_path, recorder, reported, heard, suffix):
    """A quota shows in no figure of free space: the write itself fails, in the midst of a block."""
    path = tmp_path / f"take{suffix}"
    recorder.start(path)
    with sounds.full_disk(100_000):
        for at in range(0, len(heard), 2000):
            tap(recorder, heard[at : at + 2000])
            recorder.work()
    kept = content(path)
    assert 8_000 < len(kept) < len(heard) - 10_000
    assert np.abs(kept - heard[: len(kept)]).max() <= STEP
    (error,) = reported
    assert f"first {len(kept) / RATE:.1f} s are kept" in error.sentence
    assert [child.name for child in tmp_path.iterdir()] == [path.name]
    tap(recorder, heard[:1000])
    recorder.start(tmp_path / "next.wav")
    tap(recorder, heard[:1000])
    recorder.stop()
    recorder.work()
    assert len(content(tmp_path / "next.wav")) == 1000


def test_a_disk_that_is_too_late_ends_the_recording_with_a_sentence(tmp_path, recorder, reported, heard):
    recorder.start(tmp_path / "take.wav")
    tap(recorder, heard[:5000])
    recorder.work()
    for _ in range(2):
        tap(recorder, heard[: 3 * RATE])
    recorder.work()
    assert np.abs(content(tmp_path / "take.wav") - heard[:5000]).max() <= STEP
    (error,) = reported
    assert "late" in error.sentence
    assert "first 0.6 s are kept" in error.sentence
    assert error.remedy


def test_a_file_that_cannot_be_finished_is_told(tmp_path, recorder, reported, heard, monkeypatch):
    recorder.start(tmp_path / "take.wav")
    tap(recorder, heard[:5000])
    recorder.work()
    recorder.stop()

    def refuse(_file):
        raise AudioFileError("The disk is gone.", "Plug it in.")

    with monkeypatch.context() as patch:
        patch.setattr(GrowingFile, "close", refuse)
        recorder.work()
    assert reported[-1].sentence == "The disk is gone."
    assert len(content(tmp_path / "take.wav")) == 5000


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_recording_that_is_moved_away_is_told_and_the_next_one_works(tmp_path, recorder, reported, heard, what):
    folder = tmp_path / "folder"
    recorder.start(folder / "take.wav")
    tap(recorder, heard[:5000])
    recorder.work()
    (folder if what == "folder" else folder / "take.wav").rename(tmp_path / "elsewhere")
    tap(recorder, heard[5000:6000])
    recorder.work()
    (error,) = reported
    assert "moved or deleted" in error.sentence
    assert "Save last" in error.remedy
    assert recorder.status.path == ""
    recorder.save_last(folder / "last.wav")
    recorder.work()
    assert np.abs(content(folder / "last.wav") - heard[:6000]).max() <= STEP


def test_a_folder_whose_name_is_no_text_is_recorded_into(tmp_path, recorder, reported, heard):
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/Kl\xe4nge"))
    for suffix in (".wav", ".flac"):
        recorder.start(folder / f"take{suffix}")
        tap(recorder, heard[:5000])
        recorder.stop()
        recorder.work()
        assert np.abs(content(folder / f"take{suffix}") - heard[:5000]).max() <= STEP
    assert [type(one) for one in reported] == [Recorded, Recorded]


def test_a_bug_with_one_recording_ends_that_alone(tmp_path, recorder, reported, heard, monkeypatch, capsys):
    def fail(_file, _frames):
        raise RuntimeError("a bug")

    recorder.start(tmp_path / "take.wav")
    tap(recorder, heard[:5000])
    with monkeypatch.context() as patch:
        patch.setattr(GrowingFile, "write", fail)
        recorder.work()
    assert "a bug" in reported[-1].sentence
    assert "a bug" in capsys.readouterr().err
    recorder.start(tmp_path / "next.wav")
    tap(recorder, heard[:1000])
    recorder.stop()
    recorder.work()
    assert len(content(tmp_path / "next.wav")) == 1000


# ── the thread ────────────────────────────────────────────────────────────────────────────────────────────


def test_the_thread_saves_everything_before_it_ends(tmp_path, heard):
    saved = []
    recorder = Recorder(RATE, report=saved.append, kept_s=4.0, reserve_bytes=0)
    begun = threading.Event()
    tap(recorder, heard[:100])
    recorder.start(tmp_path / "take.flac")
    tapper = threading.Thread(target=lambda: (tap(recorder, heard[100:40_000]), begun.set()))
    tapper.start()
    tapper.join()
    recorder.save_last(tmp_path / "last.wav", 1.0)
    recorder.close()
    assert np.abs(content(tmp_path / "take.flac") - heard[100:40_000]).max() <= STEP
    assert np.abs(content(tmp_path / "last.wav") - heard[40_000 - RATE : 40_000]).max() <= STEP
    assert [isinstance(one, Recorded) for one in saved] == [True, True]
    assert "recorder" not in {thread.name for thread in threading.enumerate()}
    recorder.start(tmp_path / "late.wav")
    recorder.save_last(tmp_path / "late.wav")
    assert [notice.is_error for notice in saved[2:]] == [True, True]


def test_the_audio_thread_waits_for_nobody(recorder, heard):
    """Whoever gives orders may hold the lock: the sound goes on."""
    with recorder._lock:
        recorder.history.write(heard[:512])
    assert recorder.status.kept_s == 512 / RATE


def test_samples_stay_exact_while_the_disk_reads_and_the_sound_writes(tmp_path, reported):
    """A counting signal through a buffer that goes round many times, with both threads at it."""
    recorder = Recorder(RATE, report=reported.append, kept_s=1.0, margin_s=1.0, reserve_bytes=0)
    ramp = (np.arange(400_000, dtype=np.int64) % 65_536).astype(np.float32)[:, None] / 65_536
    recorder.start(tmp_path / "take.wav")
    for at in range(0, len(ramp), 500):
        recorder.history.write(ramp[at : at + 500])
        # As fast as the disk takes it: half of the buffer ahead, never more.
        while recorder._recordings and recorder._recordings[0].next < at - RATE:
            recorder._wake.set()
    recorder.close()
    assert not [notice for notice in reported if isinstance(notice, AudioFileError)]
    assert np.array_equal(content(tmp_path / "take.wav"), np.repeat(ramp, 2, axis=1))

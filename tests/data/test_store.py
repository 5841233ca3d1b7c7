"""Prepared sounds are the sources' sound, whatever interrupted their preparation."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from tests import sounds
from vschaos import files
from vschaos.audio import read
from vschaos.data import store as store_module
from vschaos.data.loader import FrameSource
from vschaos.data.resample import Resampler
from vschaos.data.scan import scan_folder
from vschaos.data.store import Store, open_store
from vschaos.errors import DatasetError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    sounds.write(tmp_path / "in" / "a.wav", sounds.noise(0.5, channels=2), subtype="FLOAT")
    sounds.write(tmp_path / "in" / "b.flac", sounds.noise(0.7, sample_rate_hz=96_000, seed=1), 96_000)
    return tmp_path / "in"


def prepare(folder: Path, cache: Path, rate: int = 44_100) -> Store:
    return open_store(scan_folder(folder), rate, cache=cache)


def prepared_files(cache: Path) -> list[Path]:
    return sorted(cache.glob("sounds/*/*.f32"))


def test_stored_audio_is_the_mono_resampled_file(folder: Path, tmp_path: Path) -> None:
    store = prepare(folder, tmp_path / "cache")
    assert [sound.name for sound in store.sounds] == ["a.wav", "b.flac"]
    assert not store.failed
    stereo, _ = read(folder / "a.wav")
    assert np.array_equal(store.sounds[0].audio, stereo.mean(axis=0))
    high, _ = read(folder / "b.flac")
    stream = Resampler(96_000, 44_100)
    direct = np.concatenate([stream.push(high[0]), stream.finish()])
    assert np.abs(store.sounds[1].audio - direct).max() < 1e-6
    assert store.total_s == pytest.approx(1.2, abs=1e-4)
    assert store.sample_rate_hz == 44_100


def test_mapped_audio_is_read_only_and_holds_no_file_open(folder: Path, tmp_path: Path) -> None:
    store = prepare(folder, tmp_path / "cache")
    descriptors = Path("/proc/self/fd")
    before = len(list(descriptors.iterdir())) if descriptors.exists() else 0
    audio = [sound.audio for sound in store.sounds]
    after = len(list(descriptors.iterdir())) if descriptors.exists() else 0
    assert after == before
    with pytest.raises(ValueError, match="read-only"):
        audio[0][0] = 1
    assert store.sounds[0].audio is audio[0]


def test_a_second_opening_decodes_nothing(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = prepare(folder, tmp_path / "cache")

    def fail(*_args: object) -> None:
        raise AssertionError("decoded again")

    monkeypatch.setattr(store_module, "_decode", fail)
    second = prepare(folder, tmp_path / "cache")
    assert [sound.key for sound in second.sounds] == [sound.key for sound in first.sounds]
    monkeypatch.setattr(store_module, "content_key", fail)  # nor reads all of a source that the scan has read
    prepare(folder, tmp_path / "cache")
    with pytest.raises(AssertionError, match="decoded again"):
        prepare(folder, tmp_path / "cache", 48_000)


def test_a_replaced_file_of_the_same_name_size_and_date_gives_its_own_audio(folder: Path, tmp_path: Path) -> None:
    path = folder / "a.wav"
    old = prepare(folder, tmp_path / "cache").sounds[0]
    before = path.stat()
    new_audio = sounds.noise(0.5, channels=2, seed=9)
    sounds.write(path, new_audio, subtype="FLOAT")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    new = prepare(folder, tmp_path / "cache").sounds[0]
    assert new.key != old.key
    assert np.array_equal(new.audio, new_audio.mean(axis=0))
    assert not np.array_equal(new.audio, old.audio)


def test_copies_share_a_prepared_file(folder: Path, tmp_path: Path) -> None:
    (folder / "copy of a.wav").write_bytes((folder / "a.wav").read_bytes())
    store = prepare(folder, tmp_path / "cache")
    assert len(store.sounds) == 3
    assert len(prepared_files(tmp_path / "cache")) == 2


def test_the_same_samples_in_another_format_have_the_same_fingerprint(folder: Path, tmp_path: Path) -> None:
    sound, rate = read(folder / "b.flac")
    sounds.write(folder / "c.wav", sound, rate, subtype="FLOAT")
    first, copy = (sound for sound in prepare(folder, tmp_path / "cache").sounds if sound.name != "a.wav")
    assert first.key != copy.key
    assert first.fingerprint == copy.fingerprint != ""


def test_files_that_change_or_vanish_after_the_scan_are_reported(folder: Path, tmp_path: Path) -> None:
    sounds.write_tone(folder / "c.wav")
    report = scan_folder(folder)
    (folder / "a.wav").unlink()
    sounds.cut_short(folder / "b.flac")
    store = open_store(report, 44_100, cache=tmp_path / "cache")
    assert [sound.name for sound in store.sounds] == ["c.wav"]
    assert [(rejection.relative, rejection.reason.split(":")[0]) for rejection in store.failed] == [
        ("a.wav", "It can no longer be read"),
        ("b.flac", "It is incomplete or damaged"),
    ]
    assert len(prepared_files(tmp_path / "cache")) == 1
    (folder / "c.wav").unlink()
    with pytest.raises(DatasetError, match=r"No sound of .* can still be read"):
        open_store(report, 44_100, cache=tmp_path / "cache")


def test_a_file_that_grows_while_it_is_read_is_not_stored(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really_make = store_module.Resampler

    def grow(old: int, new: int) -> object:
        with (folder / "a.wav").open("ab") as file:
            file.write(b"more")
        return really_make(old, new)

    monkeypatch.setattr(store_module, "Resampler", grow)
    store = prepare(folder, tmp_path / "cache")
    assert [rejection.relative for rejection in store.failed] == ["a.wav"]
    assert "changed while it was read" in store.failed[0].reason


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="is empty"):
        prepare(tmp_path, tmp_path / "cache")


def test_a_full_disk_leaves_nothing_half_written(folder: Path, tmp_path: Path) -> None:
    with sounds.full_disk(50_000), pytest.raises(DatasetError, match="disk is full") as caught:
        prepare(folder, tmp_path / "cache")
    assert "VSCHAOS_CACHE" in caught.value.remedy
    assert not [path for path in (tmp_path / "cache").rglob("*") if path.suffix in (".f32", ".part")]
    assert len(prepare(folder, tmp_path / "cache").sounds) == 2


def test_a_cache_folder_that_cannot_be_made(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file is in the way", encoding="utf-8")
    with pytest.raises(DatasetError, match="could not be saved"):
        prepare(folder, tmp_path / "cache")


def test_a_damaged_prepared_file_is_made_anew(folder: Path, tmp_path: Path) -> None:
    store = prepare(folder, tmp_path / "cache")
    expected = np.array(store.sounds[0].audio)
    for damage in (b"", b"abc"):
        store.sounds[0].path.unlink()  # never written in place: an open map would change
        store.sounds[0].path.write_bytes(damage)
        assert np.array_equal(prepare(folder, tmp_path / "cache").sounds[0].audio, expected)


def test_the_key_is_the_content_and_its_rate_whatever_the_name(folder: Path, tmp_path: Path) -> None:
    first = prepare(folder, tmp_path / "cache")
    (folder / "a.wav").rename(folder / "renamed.wav")
    renamed = {sound.name: sound for sound in prepare(folder, tmp_path / "cache").sounds}
    assert renamed["renamed.wav"].path == first.sounds[0].path
    other = prepare(folder, tmp_path / "cache", 48_000)
    assert not {sound.path for sound in other.sounds} & {sound.path for sound in first.sounds}
    assert {sound.name: sound.length for sound in other.sounds} == {"b.flac": 33_600, "renamed.wav": 24_000}


@pytest.mark.parametrize("duration_s", [0.05, 1.0])
def test_one_file_and_one_short_file_are_a_dataset(tmp_path: Path, duration_s: float) -> None:
    sounds.write_tone(tmp_path / "in" / "a.wav", duration_s)
    source = FrameSource(prepare(tmp_path / "in", tmp_path / "cache"))
    for length in (512, 8192):  # asked for, and got
        assert source.batch(np.random.default_rng(0), 4, length)[0].shape == (4, length)


def test_prepared_sounds_that_nobody_uses_are_removed_in_time(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    sounds.write_tone(tmp_path / "other" / "c.wav")
    open_store(scan_folder(tmp_path / "other"), 44_100, cache=cache)
    report = scan_folder(folder)
    for days, left in ((0, 3), (30, 3), (59, 3), (88, 2), (200, 2)):
        store = open_store(report, 44_100, cache=cache, clock=lambda days=days: time.time() + days * 86_400)
        assert len(prepared_files(cache)) == left, days
        assert all(sound.audio.any() for sound in store.sounds)


def test_a_prepared_sound_that_is_gone_is_reported(folder: Path, tmp_path: Path) -> None:
    sound, other = prepare(folder, tmp_path / "cache").sounds
    sound.path.unlink()
    other.path.write_bytes(b"short")
    with pytest.raises(DatasetError, match=r"a\.wav.* can no longer be read"):
        _ = sound.audio
    for gone in (sound, other):
        with pytest.raises(DatasetError, match="can no longer be read"):
            gone.read(100, 200)


def test_what_is_read_is_what_is_mapped(folder: Path, tmp_path: Path) -> None:
    sound = prepare(folder, tmp_path / "cache").sounds[0]
    assert np.array_equal(sound.read(100, 5000), sound.audio[100:5000])
    assert np.array_equal(sound.read(0, sound.length), sound.audio)


def test_progress_and_stopping(folder: Path, tmp_path: Path) -> None:
    reported: list[tuple[int, int]] = []
    open_store(
        scan_folder(folder),
        44_100,
        cache=tmp_path / "c1",
        on_progress=lambda done, total: reported.append((done, total)),
    )
    assert reported[0] == (0, 2)
    assert reported[-1] == (2, 2)
    assert reported == sorted(set(reported))

    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        open_store(scan_folder(folder), 44_100, cache=tmp_path / "c2", on_progress=stop)
    assert not list((tmp_path / "c2").rglob("*.part"))


def test_two_builders_at_once_agree(folder: Path, tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        stores = list(pool.map(lambda _: prepare(folder, tmp_path / "cache"), range(4)))
    assert len(prepared_files(tmp_path / "cache")) == 2
    for store in stores[1:]:
        for ours, theirs in zip(store.sounds, stores[0].sounds, strict=True):
            assert np.array_equal(ours.audio, theirs.audio)


def test_a_killed_builder_does_no_harm_and_no_work_is_done_twice(tmp_path: Path) -> None:
    files = 12
    for index in range(files):
        audio = sounds.noise(8.0, sample_rate_hz=96_000, seed=index)
        sounds.write(tmp_path / "in" / f"{index:02}.wav", audio, 96_000, subtype="FLOAT")
    program = (
        "import sys; from pathlib import Path\n"
        "from vschaos.data.scan import scan_folder; from vschaos.data.store import open_store\n"
        "open_store(scan_folder(Path(sys.argv[1])), 44_100, cache=Path(sys.argv[2]),"
        " on_progress=lambda done, total: done and print(done, flush=True))\n"
    )
    cache = tmp_path / "cache"
    builder = subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path / "in"), str(cache)], stdout=subprocess.PIPE, text=True
    )
    assert builder.stdout is not None
    with builder.stdout as output:
        assert int(output.readline()) >= 1
        builder.send_signal(signal.SIGKILL)
        builder.wait()
    survivors = prepared_files(cache)
    assert 1 <= len(survivors) < files
    dates = [path.stat().st_mtime_ns for path in survivors]

    store = prepare(tmp_path / "in", cache)
    assert len(store.sounds) == files
    assert [path.stat().st_mtime_ns for path in survivors] == dates
    fresh = prepare(tmp_path / "in", tmp_path / "another cache")
    for ours, theirs in zip(store.sounds, fresh.sounds, strict=True):
        assert ours.length == theirs.length == 8 * 44_100
        assert np.array_equal(ours.audio, theirs.audio)


def test_errors_of_the_disk_become_a_sentence(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(files, "temporary_beside", refuse)
    with pytest.raises(DatasetError, match="Read-only file system"):
        prepare(folder, tmp_path / "cache")


def test_the_first_resampling_of_a_process_may_be_that_of_many_files(tmp_path: Path) -> None:
    for number in range(12):
        sounds.write(tmp_path / "in" / f"{number}.wav", sounds.noise(0.3, sample_rate_hz=8_000, seed=number), 8_000)
    code = (
        "import sys; from pathlib import Path\n"
        "from vschaos.data.scan import scan_folder; from vschaos.data.store import open_store\n"
        "folder, cache = map(Path, sys.argv[1:])\n"
        "store = open_store(scan_folder(folder, cache=cache), 44_100, cache=cache)\n"
        "assert len(store.sounds) == 12 and not store.failed"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "in"), str(tmp_path / "cache")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr

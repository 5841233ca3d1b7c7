"""A dataset's audio, once resampled to mono at the model's rate, and memory-mapped: hours of sound open at once.

Each sound is one file of little-endian float32 in the user's cache folder, named by the content of its source: a
replaced source never gives old audio, copies share a file, a new dataset reuses what an old one prepared. A file
appears under its name only when it is whole, so that a killed or a second builder does no harm, and a later one goes on
where it was. Runs in the trainer process; a few threads decode.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from vschaos.audio import blocks, probe
from vschaos.data.cache import CACHE_VARIABLE, cache_folder
from vschaos.data.content import Stamp, content_key, stamp
from vschaos.data.pace import Pace
from vschaos.data.resample import resampler
from vschaos.data.scan import Rejection, ScanReport, SoundFile, require_sounds
from vschaos.data.tidying import tidy, use
from vschaos.errors import AudioFileError, DatasetError
from vschaos.files import replacing

_FORMAT = "v1"  # part of the names: change it with anything that changes the samples
_SAMPLE_BYTES = 4


@dataclass(frozen=True)
class StoredSound:
    """One sound, ready to be read at any place.

    Attributes
    ----------
    name
        The source's name below the dataset's folder.
    key
        Names the source's content: equal for copies.
    path
        The prepared file.
    length
        Samples.
    """

    name: str
    key: str
    path: Path
    length: int

    @cached_property
    def audio(self) -> NDArray[np.float32]:
        """The samples, shape (length,), read-only and mapped into memory from the first use on.

        torch maps and closes the file at once, where `numpy.memmap` keeps a descriptor open for each: a thousand
        sounds would reach the system's limit.

        Raises
        ------
        DatasetError
            If the prepared file is gone.
        """
        try:
            samples = torch.from_file(str(self.path), shared=False, size=self.length, dtype=torch.float32).numpy()
        except RuntimeError as error:
            raise self._gone() from error
        samples.flags.writeable = False
        return samples

    def read(self, start: int, stop: int) -> NDArray[np.float32]:
        """The samples from ``start`` up to ``stop``, shape (stop − start,), without a map.

        For datasets of more sounds than a process may map; some 10 µs more than from a map.

        Raises
        ------
        DatasetError
            If the prepared file is gone.
        """
        try:
            # A file object would cost three times as much as the system's calls.
            handle = os.open(self.path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
            try:
                os.lseek(handle, start * _SAMPLE_BYTES, os.SEEK_SET)
                samples = np.frombuffer(os.read(handle, (stop - start) * _SAMPLE_BYTES), "<f4")
            finally:
                os.close(handle)
        except (OSError, ValueError) as error:
            raise self._gone() from error
        if len(samples) < stop - start:
            raise self._gone()
        return samples

    def _gone(self) -> DatasetError:
        return DatasetError(
            f"The prepared sound of “{self.name}” in “{self.path.parent}” cannot be read any more.",
            "Start or resume the training: what is missing is prepared anew.",
        )


@dataclass(frozen=True)
class Store:
    """A dataset's sounds in the order of the scan, and the files that turned out to be unreadable."""

    sample_rate_hz: int
    sounds: tuple[StoredSound, ...]
    failed: tuple[Rejection, ...] = ()

    @property
    def total_s(self) -> float:
        """Length of all sounds together, in seconds."""
        return sum(sound.length for sound in self.sounds) / self.sample_rate_hz


def open_store(
    report: ScanReport,
    sample_rate_hz: int,
    *,
    cache: Path | None = None,
    on_progress: Callable[[int, int], None] | None = None,
    clock: Callable[[], float] = time.time,
) -> Store:
    """Prepare what is not prepared yet, and open all of a scan's sounds.

    Prepared sounds that were not used for long are removed on the way (`vschaos.data.tidying`).

    Parameters
    ----------
    report
        The scan of the dataset's folder.
    sample_rate_hz
        The model's rate.
    cache
        Folder of prepared sounds, `cache_folder` by default.
    on_progress
        Called with (sounds ready, sounds in all) from the calling thread, some twenty times a second at most. An
        exception raised in it ends the work after the files in progress, and comes out here.
    clock
        Seconds since 1970.

    Raises
    ------
    DatasetError
        If there is no usable sound, or the cache folder cannot be written; nothing half-written is left.
    """
    require_sounds(report)
    folder = (cache or cache_folder()) / "sounds"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _one_thread_each():
            prepared = _prepare_all(report, sample_rate_hz, folder, Pace(on_progress, len(report.files)), clock())
    except OSError as error:
        raise _unwritable(folder, error, report, sample_rate_hz) from error
    sounds = tuple(sound for sound in prepared if isinstance(sound, StoredSound))
    failed = tuple(sound for sound in prepared if isinstance(sound, Rejection))
    tidy(folder, {sound.path.name for sound in sounds}, clock())
    if not sounds:
        raise DatasetError(f"No sound of “{report.root}” can be read any more: {failed[0].reason}", failed[0].remedy)
    return Store(sample_rate_hz, sounds, failed)


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """Keep torch from spreading each worker's filter over all cores.

    On a busy computer its threads spin waiting for each other: 800 times real time became 50.
    """
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(threads)


def _prepare_all(
    report: ScanReport, sample_rate_hz: int, folder: Path, progress: Pace, now_s: float
) -> list[StoredSound | Rejection | None]:
    """The sounds in the order of the scan; only what is not prepared needs a thread."""
    ready = [_ready(source, sample_rate_hz, folder, now_s) for source in report.files]
    missing = [place for place, sound in enumerate(ready) if sound is None]
    done = len(ready) - len(missing)
    results: list[StoredSound | Rejection | None] = [*ready]
    progress(done)
    pool = ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1), thread_name_prefix="store")
    try:
        fresh = pool.map(lambda place: _prepare(report.files[place], sample_rate_hz, folder, now_s), missing)
        for count, (place, sound) in enumerate(zip(missing, fresh, strict=True), start=1):
            results[place] = sound
            progress(done + count)
    finally:
        pool.shutdown(cancel_futures=True)
    return results


def _ready(source: SoundFile, sample_rate_hz: int, folder: Path, now_s: float) -> StoredSound | None:
    """A sound that was prepared before, if its source is still what the scan heard."""
    if not source.key or source.stamp is None or stamp(source.path) != source.stamp:
        return None
    return _stored(source, source.key, _place(folder, source.key, sample_rate_hz), now_s)


def _prepare(source: SoundFile, sample_rate_hz: int, folder: Path, now_s: float) -> StoredSound | Rejection:
    """One sound: found in the cache, or decoded into it. Lets errors of the cache folder through as OSError."""
    try:
        key, before = source.key, source.stamp
        if not key or before is None or stamp(source.path) != before:
            key, before = content_key(source.path)
        prepared = _place(folder, key, sample_rate_hz)
        if sound := _stored(source, key, prepared, now_s):
            return sound
        size = _decode(source.path, sample_rate_hz, prepared, before)
    except AudioFileError as error:
        reason = error.sentence.replace(f"“{source.path.name}”", "It", 1)
        return Rejection(source.path, source.relative, reason, error.remedy)
    return StoredSound(source.relative, key, prepared, size // _SAMPLE_BYTES)


def _place(folder: Path, key: str, sample_rate_hz: int) -> Path:
    return Path(f"{folder}/{key[:2]}/{key}-{sample_rate_hz}-{_FORMAT}.f32")


def _stored(source: SoundFile, key: str, prepared: Path, now_s: float) -> StoredSound | None:
    """A prepared file, if it is there and not damaged; it is noted as used."""
    try:
        status = prepared.stat()
    except FileNotFoundError:
        return None
    if not status.st_size or status.st_size % _SAMPLE_BYTES:
        return None
    use(prepared, status, now_s)
    return StoredSound(source.relative, key, prepared, status.st_size // _SAMPLE_BYTES)


def _decode(source: Path, sample_rate_hz: int, prepared: Path, before: Stamp) -> int:
    """Write the mono, resampled audio of a file; returns its size in bytes."""
    prepared.parent.mkdir(exist_ok=True)
    try:
        with replacing(prepared) as file:
            stream = resampler(probe(source).sample_rate_hz, sample_rate_hz)
            for block in blocks(source):
                file.write(_bytes(stream.push(block.mean(axis=0))))
            file.write(_bytes(stream.finish()))
            size = file.tell()
            if stamp(source) != before:
                raise AudioFileError(f"“{source.name}” changed while it was read.", "Start again when it is finished.")
            if not size:
                raise AudioFileError(f"“{source.name}” holds no sound.", "Record or export it again.")
    except PermissionError:  # Windows, where another process has mapped the same, equal file meanwhile
        if not prepared.exists():
            raise
        size = prepared.stat().st_size
    return size


def _bytes(samples: NDArray[np.float32]) -> bytes:
    return samples.astype("<f4", copy=False).tobytes()


def _unwritable(folder: Path, error: OSError, report: ScanReport, sample_rate_hz: int) -> DatasetError:
    megabytes = report.duration_s * sample_rate_hz * _SAMPLE_BYTES / 1e6
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        what = f"The disk is full: these sounds need {megabytes:.0f} MB in “{folder}”."
    else:
        what = f"The prepared sounds could not be saved in “{folder}”: {error.strerror or error}."
    return DatasetError(what, f"Free some space, or set {CACHE_VARIABLE} to a folder on another disk.")

"""A dataset's audio, once resampled to mono at the model's rate, and memory-mapped: hours of sound open at once.

Each sound is one file of little-endian float32 in the user's cache folder, named by the content of its source: a
replaced source never gives old audio, copies share a file, a new dataset reuses what an old one prepared. A file
appears under its name only when it is whole, so that a killed or a second builder does no harm, and a later one goes on
where it was. Runs in the trainer process; a few threads decode.
"""

from __future__ import annotations

import errno
import hashlib
import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import platformdirs
import torch
from numpy.typing import NDArray

from vschaos.audio import blocks, probe
from vschaos.data.resample import resampler
from vschaos.data.scan import Rejection, ScanReport, SoundFile, require_sounds
from vschaos.errors import AudioFileError, DatasetError
from vschaos.files import replacing

CACHE_VARIABLE = "VSCHAOS_CACHE"
_FORMAT = "v1"  # part of the names: change it with anything that changes the samples
_SAMPLE_BYTES = 4
_ABANDONED_S = 24 * 3600


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
        """The samples, shape (length,), read-only and mapped into memory.

        torch maps and closes the file at once, where `numpy.memmap` keeps a descriptor open for each: a thousand
        sounds would reach the system's limit.
        """
        samples = torch.from_file(str(self.path), shared=False, size=self.length, dtype=torch.float32).numpy()
        samples.flags.writeable = False
        return samples


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


def cache_folder() -> Path:
    """Where prepared sounds live: the folder that ``VSCHAOS_CACHE`` names, or the user's cache folder."""
    chosen = os.environ.get(CACHE_VARIABLE)
    return Path(chosen).expanduser() if chosen else platformdirs.user_cache_path("vschaos-studio", appauthor=False)


def open_store(
    report: ScanReport,
    sample_rate_hz: int,
    *,
    cache: Path | None = None,
    on_progress: Callable[[int, int], None] | None = None,
) -> Store:
    """Prepare what is not prepared yet, and open all of a scan's sounds.

    Parameters
    ----------
    report
        The scan of the dataset's folder.
    sample_rate_hz
        The model's rate.
    cache
        Folder of prepared sounds, `cache_folder` by default.
    on_progress
        Called with (sounds ready, sounds in all) from the calling thread. An exception raised in it ends the work
        after the files in progress, and comes out here.

    Raises
    ------
    DatasetError
        If there is no usable sound, or the cache folder cannot be written; nothing half-written is left.
    """
    require_sounds(report)
    folder = (cache or cache_folder()) / "sounds"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _remove_abandoned(folder)
        with _one_thread_each():
            sounds, failed = _prepare_all(report, sample_rate_hz, folder, on_progress)
    except OSError as error:
        raise _unwritable(folder, error, report, sample_rate_hz) from error
    if not sounds:
        raise DatasetError(f"No sound of “{report.root}” can be read any more: {failed[0].reason}", failed[0].remedy)
    return Store(sample_rate_hz, tuple(sounds), tuple(failed))


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
    report: ScanReport, sample_rate_hz: int, folder: Path, on_progress: Callable[[int, int], None] | None
) -> tuple[list[StoredSound], list[Rejection]]:
    sounds: list[StoredSound] = []
    failed: list[Rejection] = []
    pool = ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1), thread_name_prefix="store")
    try:
        results = pool.map(lambda source: _prepare(source, sample_rate_hz, folder), report.files)
        for done, result in enumerate(results, start=1):
            if isinstance(result, StoredSound):
                sounds.append(result)
            else:
                failed.append(result)
            if on_progress:
                on_progress(done, len(report.files))
    finally:
        pool.shutdown(cancel_futures=True)
    return sounds, failed


def _prepare(source: SoundFile, sample_rate_hz: int, folder: Path) -> StoredSound | Rejection:
    """One sound: found in the cache, or decoded into it. Lets errors of the cache folder through as OSError."""
    try:
        key, before = _content(source.path)
        prepared = folder / key[:2] / f"{key}-{sample_rate_hz}-{_FORMAT}.f32"
        size = prepared.stat().st_size if prepared.exists() else 0
        if not size or size % _SAMPLE_BYTES:
            size = _decode(source.path, sample_rate_hz, prepared, before)
    except AudioFileError as error:
        reason = error.sentence.replace(f"“{source.path.name}”", "It", 1)
        return Rejection(source.path, source.relative, reason, error.remedy)
    return StoredSound(source.relative, key, prepared, size // _SAMPLE_BYTES)


def _content(path: Path) -> tuple[str, tuple[int, int]]:
    """A name for the file's content, and its size and date at that moment."""
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            # All of it: about a gigabyte a second, and no edit can hide from it as it can from samples or dates.
            digest = hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=20))
    except OSError as error:
        raise AudioFileError(
            f"“{path.name}” cannot be read any more: {error.strerror or error}.", "Look at the folder again."
        ) from error
    return digest.hexdigest(), (status.st_size, status.st_mtime_ns)


def _decode(source: Path, sample_rate_hz: int, prepared: Path, before: tuple[int, int]) -> int:
    """Write the mono, resampled audio of a file; returns its size in bytes."""
    prepared.parent.mkdir(exist_ok=True)
    try:
        with replacing(prepared) as file:
            stream = resampler(probe(source).sample_rate_hz, sample_rate_hz)
            for block in blocks(source):
                file.write(_bytes(stream.push(block.mean(axis=0))))
            file.write(_bytes(stream.finish()))
            size = file.tell()
            status = source.stat() if source.exists() else None
            if status is None or (status.st_size, status.st_mtime_ns) != before:
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


def _remove_abandoned(folder: Path) -> None:
    """Delete what killed builders left, old enough to belong to no living one."""
    limit = time.time() - _ABANDONED_S
    for part in folder.glob("*/.*.part"):
        try:
            if part.stat().st_mtime < limit:
                part.unlink(missing_ok=True)
        except OSError:
            continue  # another builder was quicker


def _unwritable(folder: Path, error: OSError, report: ScanReport, sample_rate_hz: int) -> DatasetError:
    megabytes = report.duration_s * sample_rate_hz * _SAMPLE_BYTES / 1e6
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        what = f"The disk is full: these sounds need {megabytes:.0f} MB in “{folder}”."
    else:
        what = f"The prepared sounds could not be saved in “{folder}”: {error.strerror or error}."
    return DatasetError(what, f"Free some space, or set {CACHE_VARIABLE} to a folder on another disk.")

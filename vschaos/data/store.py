"""A dataset's audio, once resampled to mono at the model's rate, and memory-mapped: hours of sound open at once.

Each sound is one file of little-endian float32 in the user's cache folder, named by the content of its source and the
signal of its channels that is learnt (`vschaos.data.mix`; a source of which each channel is learnt makes several): a
replaced source never gives old audio, copies share a file, a new dataset reuses what an old one prepared. A file
appears under its name only when it is whole, so that a killed or a second builder does no harm, and a later one goes on
where it was. Runs in the trainer process; a few threads decode.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from vschaos.audio import blocks, probe
from vschaos.data.cache import CACHE_VARIABLE, cache_folder
from vschaos.data.content import Stamp, content_key, stamp
from vschaos.data.facts import MEAN
from vschaos.data.mix import mixed
from vschaos.data.progress_throttle import ProgressThrottle
from vschaos.data.resample import Resampler
from vschaos.data.scan import Rejection, ScanReport, SoundFile, require_sounds
from vschaos.data.tidying import tidy, use
from vschaos.errors import AudioFileError, DatasetError
from vschaos.files import replacing

_FORMAT = "v2"  # part of the names: change it with anything that changes the samples
_SAMPLE_BYTES = 4


@dataclass(frozen=True)
class StoredSound:
    """One sound, ready to be read at any place.

    Attributes
    ----------
    name
        The source's name below the dataset's folder.
    key
        Names the source's content: equal for copies, and for the channels of one file.
    path
        The prepared file.
    length
        Samples.
    fingerprint
        Of how the source sounds, equal also where a copy is stored in another format; empty if it is not known.
    """

    name: str
    key: str
    path: Path
    length: int
    fingerprint: str = ""

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
            f"The prepared sound of “{self.name}” in “{self.path.parent}” can no longer be read.",
            "Start or resume the training: missing sounds are prepared again.",
        )


_Sounds = tuple[StoredSound, ...]
"""What is learnt of one source."""


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
        prepared = _prepare_all(
            report, sample_rate_hz, folder, ProgressThrottle(on_progress, len(report.files)), clock()
        )
    except OSError as error:
        raise _unwritable(folder, error, report, sample_rate_hz) from error
    sounds = tuple(sound for sounds in prepared if isinstance(sounds, tuple) for sound in sounds)
    failed = tuple(sound for sound in prepared if isinstance(sound, Rejection))
    tidy(folder, {sound.path.name for sound in sounds}, clock())
    if not sounds:
        raise DatasetError(f"No sound of “{report.root}” can still be read: {failed[0].reason}", failed[0].remedy)
    return Store(sample_rate_hz, sounds, failed)


def _prepare_all(
    report: ScanReport, sample_rate_hz: int, folder: Path, progress: ProgressThrottle, now_s: float
) -> list[_Sounds | Rejection | None]:
    """The sounds in the order of the scan; only what is not prepared needs a thread."""
    ready = [_ready(source, sample_rate_hz, folder, now_s) for source in report.files]
    missing = [place for place, sound in enumerate(ready) if sound is None]
    done = len(ready) - len(missing)
    results: list[_Sounds | Rejection | None] = [*ready]
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


def _ready(source: SoundFile, sample_rate_hz: int, folder: Path, now_s: float) -> _Sounds | None:
    """What was prepared of a source before, if that is still what the scan heard."""
    if not source.key or source.stamp is None or stamp(source.path) != source.stamp:
        return None
    return _stored(source, source.key, _places(folder, source, source.key, sample_rate_hz), now_s)


def _prepare(source: SoundFile, sample_rate_hz: int, folder: Path, now_s: float) -> _Sounds | Rejection:
    """One source: found in the cache, or decoded into it. Lets errors of the cache folder through as OSError."""
    try:
        key, before = source.key, source.stamp
        if not key or before is None or stamp(source.path) != before:
            key, before = content_key(source.path)
        places = _places(folder, source, key, sample_rate_hz)
        if sounds := _stored(source, key, places, now_s):
            return sounds
        lengths = _decode(source.path, sample_rate_hz, places, before)
    except AudioFileError as error:
        reason = error.sentence.replace(f"“{source.path.name}”", "It", 1)
        return Rejection(source.path, source.relative, reason, error.remedy)
    return tuple(
        _stored_sound(source, key, place, length) for place, length in zip(places.values(), lengths, strict=True)
    )


def _stored_sound(source: SoundFile, key: str, place: Path, length: int) -> StoredSound:
    return StoredSound(source.relative, key, place, length, source.facts.fingerprint if source.facts else "")


def _places(folder: Path, source: SoundFile, key: str, sample_rate_hz: int) -> dict[int, Path]:
    """Where each of a source's learnt signals is kept."""
    return {
        signal: Path(f"{folder}/{key[:2]}/{key}-{sample_rate_hz}-{_signal_name(signal)}-{_FORMAT}.f32")
        for signal in source.signals
    }


def _signal_name(signal: int) -> str:
    return "mean" if signal == MEAN else f"channel{signal}"


def _stored(source: SoundFile, key: str, places: dict[int, Path], now_s: float) -> _Sounds | None:
    """The prepared files of a source, if all are there and not damaged; they are noted as used."""
    sounds = []
    for place in places.values():
        try:
            status = place.stat()
        except FileNotFoundError:
            return None
        if not status.st_size or status.st_size % _SAMPLE_BYTES:
            return None
        use(place, status, now_s)
        sounds.append(_stored_sound(source, key, place, status.st_size // _SAMPLE_BYTES))
    return tuple(sounds)


def _decode(source: Path, sample_rate_hz: int, places: dict[int, Path], before: Stamp) -> list[int]:
    """Write the resampled signals of a file, each to its place; returns their lengths in samples."""
    for place in places.values():
        place.parent.mkdir(exist_ok=True)
    try:
        with ExitStack() as files:
            outputs = [(signal, files.enter_context(replacing(place))) for signal, place in places.items()]
            rate_hz = probe(source).sample_rate_hz
            streams = [Resampler(rate_hz, sample_rate_hz) for _ in outputs]
            for block in blocks(source):
                for (signal, file), stream in zip(outputs, streams, strict=True):
                    file.write(_bytes(stream.push(mixed(block, signal))))
            for (_signal, file), stream in zip(outputs, streams, strict=True):
                file.write(_bytes(stream.finish()))
            sizes = [file.tell() for _signal, file in outputs]
            if stamp(source) != before:
                raise AudioFileError(f"“{source.name}” changed while it was read.", "Start again when it is complete.")
            if not all(sizes):
                raise AudioFileError(f"“{source.name}” contains no sound.", "Record or export it again.")
    except PermissionError:  # Windows, where another process has mapped the same, equal files meanwhile
        if not all(place.exists() for place in places.values()):
            raise
        sizes = [place.stat().st_size for place in places.values()]
    return [size // _SAMPLE_BYTES for size in sizes]


def _bytes(samples: NDArray[np.float32]) -> bytes:
    return samples.astype("<f4", copy=False).tobytes()


def _unwritable(folder: Path, error: OSError, report: ScanReport, sample_rate_hz: int) -> DatasetError:
    megabytes = report.duration_s * sample_rate_hz * _SAMPLE_BYTES / 1e6
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        what = f"The disk is full: these sounds need {megabytes:.0f} MB in “{folder}”."
    else:
        what = f"The prepared sounds could not be saved in “{folder}”: {error.strerror or error}."
    return DatasetError(what, f"Free some space, or set {CACHE_VARIABLE} to a folder on another disk.")

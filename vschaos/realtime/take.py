"""One recording on its way to the disk: its name, its files, and what is kept of it when the disk refuses.

Used by the recorder's thread alone.
"""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path

import numpy as np
import soundfile

from vschaos.audio import AudioWriter
from vschaos.errors import AudioFileError
from vschaos.realtime.history import Frames

_NOT_IN_NAMES = str.maketrans(dict.fromkeys('/\\:*?"<>|', "-"))
_LONGEST_NAME = 100
_LONGEST_FLAC = (1 << 36) - 1  # a header that leaves the length open reads as more
_FLAC_STEP = 1024


def unused_path(folder: Path, name: str, suffix: str, at: datetime) -> Path:
    """A file that is not there yet, as “NAME 2026-11-24 22.15.03.wav”.

    Parameters
    ----------
    folder
        Where it shall be.
    name
        Any text; signs that some system forbids in names become hyphens.
    suffix
        ``.wav`` or ``.flac``.
    at
        The time that the name tells.
    """
    words = "".join(sign for sign in name.translate(_NOT_IN_NAMES) if sign.isprintable()).strip(" .")[:_LONGEST_NAME]
    return _free(folder / f"{words} {at:%Y-%m-%d %H.%M.%S}{suffix}".lstrip())


def _free(path: Path) -> Path:
    """The path itself, or the first of “NAME (2)”, “NAME (3)” … that is not taken."""
    number, free = 1, path
    while _taken(free):
        number += 1
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return free


def _taken(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that is too long, for instance: to be refused, with its sentence, when it is written
        return False


class Take:
    """A recording on its way to the disk: frames ``start`` to ``end``; ``end`` is open while it goes on.

    The recorder thread's own, but for ``end``. Where a wav becomes too long for its format, another goes on at the
    next sample. ``files`` are complete and under their names, with ``filed`` frames in them all.
    """

    def __init__(self, path: Path, start: int, end: int | None, rate_hz: int, channels: int) -> None:
        self.path = path
        self.start = start
        self.end = end
        self.next = start
        self.peak = 0.0
        self.clipped = 0
        self.files: tuple[Path, ...] = ()
        self.filed = 0
        self._rate_hz = rate_hz
        self._channels = channels
        self._writer: AudioWriter | None = None

    @property
    def names(self) -> str:
        """The files, for a sentence."""
        return " and ".join(f"“{path.name}”" for path in self.files)

    def open(self) -> None:
        """Open the file, so that a place that cannot be written is told at once."""
        if self._writer is None:
            self._writer = AudioWriter(self.path, sample_rate_hz=self._rate_hz, channels=self._channels)

    def write(self, frames: Frames, part_frames: int) -> None:
        """Append frames, shape (n, channels)."""
        peak = max(float(frames.max()), -float(frames.min()))
        self.peak = max(self.peak, peak)
        if peak > 1.0:
            self.clipped += int(np.count_nonzero(np.abs(frames) > 1.0))
        split = self.path.suffix.lower() != ".flac"  # whose length has 36 bits
        while len(frames):
            self.open()
            assert self._writer is not None
            room = part_frames - self._writer.frames if split else len(frames)
            self._writer.write(frames[:room].T)
            self.next += min(room, len(frames))
            frames = frames[room:]
            if len(frames):
                self.close()

    def close(self) -> None:
        """Put the file under its name, or one beside it that is free by now."""
        writer, self._writer = self._writer, None
        if writer is None:
            return
        if not writer.frames:
            # Left as if by an exception: no empty file.
            writer.__exit__(AudioFileError, None, None)
            return
        writer.path = _free(writer.path)
        writer.close()
        self.filed += _end_in_order(writer.path)
        self.files = (*self.files, writer.path)


def _end_in_order(path: Path) -> int:
    """How many frames a file has.

    Of a flac that the disk cut off, those are counted that can be read, and its header, which could not be completed,
    is made to say so.
    """
    count = 0
    with soundfile.SoundFile(path) as file:
        if file.frames <= _LONGEST_FLAC:
            return file.frames
        block = np.empty((_FLAC_STEP, file.channels), np.float32)
        # libsndfile drops the whole block that an error falls into: small ones lose the least.
        with contextlib.suppress(soundfile.LibsndfileError):
            while got := len(file.read(out=block)):
                count += got
    with path.open("r+b") as file:
        # The stream's information begins at byte 8; the length is its bits 108 to 143, behind 4 of the sample format.
        file.seek(21)
        format_bits = file.read(1)[0] & 0xF0
        file.seek(21)
        file.write(bytes([format_bits | count >> 32]) + (count & 0xFFFFFFFF).to_bytes(4, "big"))
    return count

"""A sound file that can be read at any moment while it grows, and after its process was killed.

The file has its final name from the beginning. A wav's header says after each :meth:`GrowingFile.sync` how much is
there; libsndfile writes samples straight to the system, which keeps them whatever becomes of this process. Beyond
4 GiB a wav goes on as RF64 (EBU Tech 3306, ITU-R BS.2088), for which its header has room.

Used by the recorder's thread alone.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Any

import numpy as np
import soundfile

from vschaos.audio import unwritable
from vschaos.errors import AudioFileError
from vschaos.files import make_folder
from vschaos.realtime.recording.history import Frames
from vschaos.realtime.recording.sound_header import complete_header, system_name, write_flac_length

FORMATS = {
    ".wav": ("RF64", "PCM_24"),
    ".flac": ("FLAC", "PCM_24"),
}
"""libsndfile's names of the formats and of their samples, by suffix."""

# sndfile.h
_UPDATE_HEADER_NOW = 0x1060
_RF64_AUTO_DOWNGRADE = 0x1210  # an ordinary RIFF header while that is large enough

_FLAC_BLOCK = 4096
"""Samples that the encoder may hold back; libFLAC's own choice at libsndfile's level of compression."""


class GrowingFile:
    """Writes a sound file under its own name. Missing folders are made.

    Parameters
    ----------
    path
        ``.wav`` or ``.flac``. A file of that name stays: “NAME (2)” is written then.
    sample_rate_hz
        Samples per second.
    channels
        Samples in a frame.

    Attributes
    ----------
    path
        The file that is written.
    frames
        How many frames it has so far.

    Raises
    ------
    AudioFileError
        If the folder cannot be written, the disk is full, or the suffix is neither.
    """

    def __init__(self, path: Path, *, sample_rate_hz: int, channels: int) -> None:
        if path.suffix.lower() not in FORMATS:
            raise AudioFileError(
                f"“{path.name}” cannot be written: “{path.suffix}” is not a recording format.",
                "Use .wav or .flac.",
            )
        self.path = path
        self.frames = 0
        self._format, subtype = FORMATS[path.suffix.lower()]
        try:
            make_folder(path.parent)
            self.path = _reserve(path)
        except OSError as error:
            raise unwritable(path, error) from error
        try:
            self._file = soundfile.SoundFile(
                system_name(self.path), "w", sample_rate_hz, channels, subtype, format=self._format
            )
        except (OSError, soundfile.LibsndfileError) as error:
            self.path.unlink(missing_ok=True)
            raise unwritable(path, error) from error
        if self._format == "RF64":
            self._command(_RF64_AUTO_DOWNGRADE, 1)
        self.sync()

    def write(self, frames: Frames) -> None:
        """Append frames, shape (n, channels); clipped at ±1.

        Raises
        ------
        AudioFileError
            If the disk refuses them.
        """
        try:
            self._file.write(np.ascontiguousarray(frames, np.float32))
        except (OSError, soundfile.LibsndfileError, AssertionError) as error:  # soundfile asserts that all was written
            raise unwritable(self.path, error) from error
        self.frames += len(frames)

    def sync(self) -> None:
        """Have the header say how much there is by now.

        Raises
        ------
        AudioFileError
            If the file is not there any more: its folder was renamed, or somebody removed it.
        """
        if self._is_gone():
            raise AudioFileError(
                f"“{self.path.name}” is not in “{self.path.parent}” any more: it was moved or deleted while it was "
                "recorded.",
                "“Save last 60 s” can still save the last minute. Do not move a file while it is recorded.",
            )
        if self._format == "RF64":
            self._command(_UPDATE_HEADER_NOW, 0)
        elif self.frames:
            with contextlib.suppress(OSError):
                write_flac_length(self.path, (self.frames - 1) // _FLAC_BLOCK * _FLAC_BLOCK)

    def close(self) -> int:
        """Finish the file; returns how many frames can be read from it. One without any is removed.

        Raises
        ------
        AudioFileError
            If it cannot be finished.
        """
        try:
            self._file.close()
            if self._is_gone():
                return 0
            if not self.frames:
                self.path.unlink()
                return 0
            frames = complete_header(self.path)
            with self.path.open("rb+") as file:
                os.fsync(file.fileno())
        except (OSError, soundfile.LibsndfileError) as error:
            raise unwritable(self.path, error) from error
        return frames

    def _is_gone(self) -> bool:
        try:
            self.path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return True
        except OSError:
            return False  # writing to the disk reports what it refuses
        return False

    def _command(self, command: int, value: int) -> None:
        # soundfile hands no command of libsndfile on; what it calls them by is stable since its first version.
        library: Any = soundfile
        library._snd.sf_command(self._file._file, command, library._ffi.NULL, value)  # pyright: ignore[reportAttributeAccessIssue]


def _reserve(path: Path) -> Path:
    """Make an empty file of this name, or the first of “NAME (2)”, “NAME (3)” … that is not taken."""
    number, free = 1, path
    while True:
        try:
            free.open("xb").close()
        except FileExistsError:
            number += 1
            free = path.with_name(f"{path.stem} ({number}){path.suffix}")
        else:
            return free

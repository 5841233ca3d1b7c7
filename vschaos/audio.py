"""Audio files ⇄ float32 arrays of shape (C, T), with a sentence for every defect of a file. Torch-free.

Reading trusts no header: a file that breaks off, holds values that are not numbers, or has no sound at all raises
`AudioFileError`. Writing is atomic: the file is the old one or the whole new one. Any thread may use this module.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import numpy as np
import soundfile
from numpy.typing import NDArray

from vschaos.audio_media import MediaError, MediaFile
from vschaos.audio_opening import RENEW, broken, file_name, opened
from vschaos.errors import AudioFileError
from vschaos.files import make_folder, move_into_place, temporary_beside

BLOCK_VALUES = 1 << 18
"""Values (frames × channels) decoded at once where the caller names no size: 1 MiB of float32."""

_LOUDEST = 1_000.0  # 60 dB over full scale: integers stored as floats, or damage
_MP3_SLACK_FRAMES = 4 * 1152  # encoder delay and padding, which headers of mp3 files count in or leave out

_CANCELLED = 0.25  # of the power that the mean of unrelated channels has

_SUBTYPES = {".wav": "PCM_24", ".flac": "PCM_24", ".aiff": "PCM_24", ".aif": "PCM_24", ".ogg": "VORBIS"}
_FORMATS = {".wav": "WAV", ".flac": "FLAC", ".aiff": "AIFF", ".aif": "AIFF", ".ogg": "OGG"}

Audio = NDArray[np.float32]


@dataclass(frozen=True)
class AudioInfo:
    """What an audio file's header says, checked against its size; ``frames`` are samples per channel.

    ``unfinished``: the header was never completed, as that of a recorder that crashed; the sound is there all the same.
    """

    duration_s: float
    sample_rate_hz: int
    channels: int
    frames: int
    unfinished: bool = False


def probe(path: Path) -> AudioInfo:
    """Read the header of an audio file; quick at any length.

    Raises
    ------
    AudioFileError
        If the file cannot be opened, is not audio, or is shorter than its header says.
    """
    with opened(path) as reading:
        file = reading.file
        return AudioInfo(file.frames / file.samplerate, file.samplerate, file.channels, file.frames, reading.unfinished)


def blocks(path: Path, frames: int | None = None) -> Iterator[Audio]:
    """Decode a file piece by piece, checking every sample.

    Parameters
    ----------
    path
        Any file that libsndfile or FFmpeg reads.
    frames
        Length of a piece in samples; about a mebibyte of audio by default.

    Yields
    ------
    Audio
        float32, shape (C, n) with n ≤ ``frames``; full scale is ±1.

    Raises
    ------
    AudioFileError
        As `probe`; also, on reaching the place, where the file is damaged, breaks off early or holds values that are
        not finite.
    """
    with opened(path) as reading:
        file = reading.file
        size = frames or max(1024, BLOCK_VALUES // file.channels)
        done = 0
        while True:
            try:
                block = reading.read(size)
            except (soundfile.LibsndfileError, MediaError) as error:
                if reading.unfinished and done:
                    return
                raise broken(path, _readable_frames(path), file) from error
            if not len(block):
                break
            _check_values(block, path, done, file.samplerate)
            done += len(block)
            yield np.ascontiguousarray(block.T)
        slack = 0
        if isinstance(file, MediaFile):  # containers round, and count what the decoder needs before it begins
            slack = max(file.samplerate // 2, file.frames // 50)
        elif file.subtype.startswith("MPEG"):
            slack = max(_MP3_SLACK_FRAMES, file.frames // 50)
        if done < file.frames - slack and not reading.unfinished:
            raise broken(path, done, file)


def read(path: Path) -> tuple[Audio, int]:
    """A whole file in memory.

    Returns
    -------
    tuple
        The audio, float32 of shape (C, T), and its sample rate in Hz.

    Raises
    ------
    AudioFileError
        As `blocks`.
    """
    info = probe(path)
    pieces = list(blocks(path))
    audio = np.concatenate(pieces, axis=1) if pieces else np.zeros((info.channels, 0), np.float32)
    return audio, info.sample_rate_hz


class Mixer:
    """Mixes the channels of a sound to one, block by block: their mean, or the loudest alone where they cancel.

    Which of both is decided by the first block that is not silent, for the whole sound.
    """

    def __init__(self) -> None:
        self._rows: slice | None = None

    def push(self, block: Audio) -> Audio:
        """The mix, shape (n,), of audio of shape (C, n)."""
        if self._rows is None and block.any():
            self._rows = _audible_rows(block)
        return block[self._rows or slice(None)].mean(axis=0, dtype=np.float32)


def _audible_rows(block: Audio) -> slice:
    powers = np.mean(np.square(block), axis=1)
    if np.mean(np.square(block.mean(axis=0))) >= _CANCELLED * powers.mean() / len(block):
        return slice(None)
    loudest = int(powers.argmax())
    return slice(loudest, loudest + 1)


class AudioWriter:
    """Writes a file piece by piece; it appears under its name only when it is whole.

    Use it as a context manager: an exception inside leaves no file, and an old one of that name untouched.

    Parameters
    ----------
    path
        Where the file goes; ``.wav``, ``.flac``, ``.aiff`` or ``.ogg``. Missing folders are made.
    sample_rate_hz
        Samples per second.
    channels
        Rows of every block.
    subtype
        libsndfile's name of the sample format, ``FLOAT`` for instance; 24 bit by default (Vorbis for ogg).

    Raises
    ------
    AudioFileError
        If the folder cannot be written, the disk is full, or the suffix is none of these.
    """

    def __init__(self, path: Path, *, sample_rate_hz: int, channels: int, subtype: str | None = None) -> None:
        suffix = path.suffix.lower()
        if suffix not in _FORMATS:
            raise AudioFileError(
                f"“{path.name}” cannot be written: “{suffix}” is not a supported format.",
                "Save as .wav, .flac, .aiff or .ogg.",
            )
        self.path = path
        self.frames = 0
        self._temporary: Path | None = None
        self._held: int | None = None
        try:
            make_folder(path.parent)
            self._temporary, self._held = temporary_beside(path)
            self._file = soundfile.SoundFile(
                file_name(self._temporary),
                "w",
                sample_rate_hz,
                channels,
                subtype or _SUBTYPES[suffix],
                format=_FORMATS[suffix],
            )
        except (OSError, soundfile.LibsndfileError) as error:
            self._discard()
            raise unwritable(path, error) from error

    def write(self, block: Audio) -> None:
        """Append float32 audio of shape (C, n); integer formats clip it at ±1."""
        try:
            self._file.write(np.ascontiguousarray(block.T, dtype=np.float32))
        except (OSError, soundfile.LibsndfileError, AssertionError) as error:  # soundfile asserts that all was written
            raise unwritable(self.path, error) from error
        self.frames += block.shape[1]

    def close(self) -> None:
        """Finish the file and put it in place."""
        if self._temporary is None:
            return
        try:
            self._file.close()
            # libsndfile is silent about a header that could not be completed: read it back.
            if soundfile.info(file_name(self._temporary)).frames < self.frames:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            with self._temporary.open("rb+") as file:
                os.fsync(file.fileno())
            self._release()
            move_into_place(self._temporary, self.path)
            self._temporary = None
        except (OSError, soundfile.LibsndfileError) as error:
            raise unwritable(self.path, error) from error
        finally:
            self._discard()

    def __enter__(self) -> AudioWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()
        else:
            self._file.close()
            self._discard()

    def _release(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            os.close(held)

    def _discard(self) -> None:
        self._release()
        if self._temporary is not None:
            self._temporary.unlink(missing_ok=True)
            self._temporary = None


def write_audio(path: Path, audio: Audio, sample_rate_hz: int, *, subtype: str | None = None) -> None:
    """Write a whole file, atomically.

    Parameters
    ----------
    path
        See `AudioWriter`.
    audio
        float32, shape (C, T), or (T,) for mono.
    sample_rate_hz
        Samples per second.
    subtype
        See `AudioWriter`.

    Raises
    ------
    AudioFileError
        If it cannot be written; nothing is left behind.
    """
    audio = np.atleast_2d(audio)
    step = max(1024, BLOCK_VALUES // audio.shape[0])
    with AudioWriter(path, sample_rate_hz=sample_rate_hz, channels=audio.shape[0], subtype=subtype) as writer:
        for start in range(0, audio.shape[1], step):
            writer.write(audio[:, start : start + step])


def _check_values(block: Audio, path: Path, start: int, sample_rate_hz: int) -> None:
    """Refuse NaN, infinities and absurd levels; minimum and maximum see them all in one pass each."""
    low, high = float(block.min()), float(block.max())
    if not (np.isfinite(low) and np.isfinite(high)):
        bad = int(np.argmin(np.isfinite(block).all(axis=1)))
        at_s = (start + bad) / sample_rate_hz
        raise AudioFileError(f"“{path.name}” contains values that are not numbers, the first at {at_s:.2f} s.", RENEW)
    if max(-low, high) > _LOUDEST:
        over_db = 20 * np.log10(max(-low, high))
        raise AudioFileError(
            f"“{path.name}” peaks {over_db:.0f} dB over full scale: it is damaged, or has integers saved as floats.",
            "Normalise it in an audio editor and save it again.",
        )


def _readable_frames(path: Path) -> int:
    """How far a damaged file decodes, found in small steps: libsndfile drops the block that an error falls into."""
    done = 0
    with opened(path) as reading, suppress(soundfile.LibsndfileError, MediaError):
        while count := len(reading.read(1024)):
            done += count
    return done


def unwritable(path: Path, error: BaseException) -> AudioFileError:
    """Why a file could not be written, as far as the system reports it."""
    code = error.errno if isinstance(error, OSError) else None
    if code is None:
        code = errno.ENOSPC if _free_bytes(path.parent) < BLOCK_VALUES * 4 else None
    sentence = f"“{path.name}” could not be saved in “{path.parent}”: "
    if code in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return AudioFileError(sentence + "the disk is full.", "Free some space, or choose a folder on another disk.")
    if code in (errno.EACCES, errno.EPERM, errno.EROFS):
        return AudioFileError(sentence + "you have no permission to write there.", "Choose another folder.")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else "the disk refused"
    return AudioFileError(f"{sentence}{reason}.", "Choose another folder.")


def _free_bytes(folder: Path) -> int:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 0

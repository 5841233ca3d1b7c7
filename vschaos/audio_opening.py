"""Opening an audio file for reading: by libsndfile, with a completed header, or FFmpeg; each refusal has a sentence."""

from __future__ import annotations

import dataclasses
import io
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

import numpy as np
import soundfile
from numpy.typing import NDArray

from vschaos.audio_headers import STREAMED_BYTES, completed, promised_share
from vschaos.audio_media import MediaError, MediaFile, NoSoundError, demuxer
from vschaos.errors import AudioFileError

MIN_SAMPLE_RATE_HZ, MAX_SAMPLE_RATE_HZ = 2_000, 768_000

_UNKNOWN_FRAMES = 1 << 48  # what libsndfile gives for a header that leaves the length open is larger
_MISSING_BYTES = 4096  # headers are often wrong by a chunk's header or its padding; a cut file lacks more
_SIZES = re.compile(r"^\s*(?:RIFF|riff|FORM|data|SSND) : (\d+) \(should be (\d+)\)", re.MULTILINE)

_SILENT_FORMATS = ("RF64", "CAF", "AU")  # where libsndfile does not mention that sound is missing
_BEGINNINGS = (
    *(b"RIFF", b"RIFX", b"RF64", b"riff", b"ID3", b".snd", b"NIST_1A", b" paf", b"fap ", b"PVF1", b"2BIT"),
    *(b"Creative Voice File", b"Extended Instrument", b"MATLAB", b"ALawSoundFile"),
)

RENEW = "Copy it again from where it came, or open it in an audio editor and save it again."
"""What helps against damage."""
_CONVERT = "Convert it to wav or flac with an audio editor."


@dataclass
class AudioReader:
    """A file that is read: its decoder, whether its header was never completed, and what the decoder reads from."""

    file: soundfile.SoundFile | MediaFile
    unfinished: bool = False
    source: IO[bytes] | io.RawIOBase | None = None

    def read(self, frames: int) -> NDArray[np.float32]:
        """The next samples, shape (n, C) with n ≤ ``frames``; none at the end.

        Raises
        ------
        LibsndfileError, MediaError
            Where the file is damaged.
        """
        if isinstance(self.file, MediaFile):
            return self.file.read(frames)
        return cast(NDArray[np.float32], self.file.read(frames, dtype="float32", always_2d=True))


@contextmanager
def opened(path: Path) -> Iterator[AudioReader]:
    """The file, open and with a believable header.

    Raises
    ------
    AudioFileError
        If it cannot be opened, has no sound in it, or is shorter than its header says.
    """
    head = _first_bytes(path)
    reading = _open(path, head)
    with reading.source or nullcontext(), reading.file as file:
        if not MIN_SAMPLE_RATE_HZ <= file.samplerate <= MAX_SAMPLE_RATE_HZ:
            raise AudioFileError(f"“{path.name}” has an impossible sample rate of {file.samplerate} Hz.", RENEW)
        if isinstance(file, soundfile.SoundFile) and not reading.unfinished:
            _check_sizes(path, file)
        yield reading


def file_name(path: Path) -> Any:
    """A path for libsndfile; bytes let names through that are not valid in the file system's encoding."""
    return str(path) if os.name == "nt" else os.fsencode(path)


def _open(path: Path, head: bytes) -> AudioReader:
    """By libsndfile, with a header of our own where that was left open, or by FFmpeg."""
    try:
        file = soundfile.SoundFile(file_name(path))
    except (soundfile.LibsndfileError, TypeError) as error:  # TypeError: a name that ends in .raw
        return _mended(path) or _past_its_companion(path) or _by_ffmpeg(path, head, error)
    if file.frames > _UNKNOWN_FRAMES:  # a flac whose end libsndfile cannot distinguish from damage
        file.close()
        reading = _by_ffmpeg(path, head, None)
        return dataclasses.replace(reading, unfinished=True)
    if not file.frames or _leaves_size_open(file):
        try:
            if (mended := _mended(path)) is not None:
                file.close()
                return mended
        except BaseException:
            file.close()
            raise
    return AudioReader(file)


def _leaves_size_open(file: soundfile.SoundFile) -> bool:
    """Whether a header claims a size that writers put there that do not know it, or that 32 bits cannot hold."""
    claims = [int(claimed) for claimed, _present in _SIZES.findall(file.extra_info)]
    return (
        any(claimed >= STREAMED_BYTES for claimed in claims)
        or file.format in ("RF64", "W64", "AU")
        or (file.format in ("WAV", "WAVEX", "AIFF") and Path(os.fsdecode(file.name)).stat().st_size > 0xFFFFFFFF)
    )


def _mended(path: Path) -> AudioReader | None:
    """The file with a completed header, if that is what it lacks."""
    whole = completed(path)
    if whole is None:
        return None
    try:
        return AudioReader(soundfile.SoundFile(cast(Any, whole)), unfinished=True, source=whole)
    except (OSError, soundfile.LibsndfileError):
        whole.close()
        return None


def _past_its_companion(path: Path) -> AudioReader | None:
    """A file beside which macOS left a ``._`` companion: for its sake libsndfile refuses many an mp3."""
    if not path.with_name(f"._{path.name}").exists():
        return None
    source = path.open("rb")
    try:
        return AudioReader(soundfile.SoundFile(source), source=source)  # without a name it knows of no companion
    except (OSError, soundfile.LibsndfileError):
        source.close()
        return None


def _by_ffmpeg(path: Path, head: bytes, error: Exception | None) -> AudioReader:
    name = demuxer(head)
    if not name:
        raise _not_audio(path, head) from error
    try:
        media = MediaFile(path, name)
        if (share := promised_share(path)) > 1:
            with media:
                raise broken(path, round(media.frames / share), media, media.frames)
        return AudioReader(media)
    except NoSoundError as reason:
        raise AudioFileError(f"“{path.name}” has no sound track.", "Remove it from the folder.") from reason
    except ImportError as reason:
        raise AudioFileError(
            f"“{path.name}” is in a format that needs PyAV, which is not installed.", _CONVERT
        ) from reason
    except (MediaError, OSError) as reason:
        raise _not_audio(path, head) from reason


def _check_sizes(path: Path, file: soundfile.SoundFile) -> None:
    """Refuse a file that is shorter than its header says."""
    for claimed, present in _SIZES.findall(file.extra_info):
        missing = int(claimed) - int(present)
        if missing > _MISSING_BYTES and int(claimed) < STREAMED_BYTES:
            if not file.frames:
                raise AudioFileError(f"“{path.name}” ends before its sound begins.", RENEW)
            raise broken(path, file.frames, file, file.frames * int(claimed) / max(1, int(present)))
    if file.format in _SILENT_FORMATS and (share := promised_share(path)) > 1:
        raise broken(path, file.frames, file, file.frames * share)
    if "Last page lacks an end-of-stream bit" in file.extra_info:
        raise AudioFileError(f"“{path.name}” is incomplete: its last part is missing.", RENEW)


def _first_bytes(path: Path) -> bytes:
    """The file's head, opened by Python since libsndfile does not say why it cannot open a file."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise AudioFileError(f"“{path.name}” is a folder, not an audio file.", "Choose a file.")
        if not stat.S_ISREG(status.st_mode):  # opening a pipe would wait for ever
            raise AudioFileError(f"“{path.name}” is not an ordinary file.", "Choose an audio file.")
        if not status.st_size:
            raise AudioFileError(f"“{path.name}” is empty (0 bytes).", RENEW)
        with path.open("rb") as file:
            return file.read(64)
    except FileNotFoundError as error:
        raise AudioFileError(f"“{path.name}” does not exist.", "It may have been moved or renamed.") from error
    except PermissionError as error:
        raise AudioFileError(
            f"“{path.name}” cannot be read: you have no permission.", "Change the file's permissions."
        ) from error
    except OSError as error:
        raise AudioFileError(f"“{path.name}” cannot be read: {error.strerror or error}.", RENEW) from error


def _not_audio(path: Path, head: bytes) -> AudioFileError:
    """Why a file was refused, as far as its first bytes show."""
    name, suffix = f"“{path.name}”", path.suffix.lower()
    if suffix == ".raw":
        return AudioFileError(f"{name} is raw data without a header: its rate and format are unknown.", _CONVERT)
    if head.startswith(_BEGINNINGS) or demuxer(head):
        return AudioFileError(f"{name} is damaged or ends inside its header.", RENEW)
    if not any(head):
        return AudioFileError(f"{name} contains only zeros.", RENEW)
    return AudioFileError(f"{name} is not an audio file, although its name says so.", "Remove it, or " + RENEW.lower())


def broken(
    path: Path, done: int, file: soundfile.SoundFile | MediaFile, promised: float | None = None
) -> AudioFileError:
    """The error for a file of which only ``done`` frames can be read, of those that it has or, if more, promises."""
    total_s = (file.frames if promised is None else promised) / file.samplerate
    return AudioFileError(
        f"“{path.name}” is incomplete or damaged: only about {done / file.samplerate:.1f} s "
        f"of its {total_s:.1f} s can be read.",
        RENEW,
    )

"""Audio files ⇄ float32 arrays of shape (C, T), with every defect of a file told in a sentence. Torch-free.

Reading trusts no header: a file that breaks off, holds values that are not numbers, or is no sound at all raises
`AudioFileError`. Writing is atomic: the file is the old one or the whole new one. Any thread may use this module.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, cast

import numpy as np
import soundfile
from numpy.typing import NDArray

from vschaos.errors import AudioFileError

MIN_SAMPLE_RATE_HZ, MAX_SAMPLE_RATE_HZ = 2_000, 768_000
BLOCK_VALUES = 1 << 18
"""Values (frames × channels) decoded at once where the caller does not care: 1 MiB of float32."""

_LOUDEST = 1_000.0  # 60 dB over full scale: integers stored as floats, or damage
_UNKNOWN_FRAMES = 1 << 48  # what libsndfile gives for a header that leaves the length open is larger
_STREAMED_BYTES = 0x7FFF0000  # writers that cannot go back leave such sizes in the header of a complete file
_MISSING_BYTES = 4096  # headers are often wrong by a chunk's header or its padding; a cut file lacks more
_MP3_SLACK_FRAMES = 4 * 1152  # encoder delay and padding, which headers of mp3 files count in or leave out
_SIZES = re.compile(r"^\s*(?:RIFF|riff|FORM|data|SSND) : (\d+) \(should be (\d+)\)", re.MULTILINE)

_RENEW = "Copy it again from where it came, or open it in an audio editor and save it anew."
_RESAVE = "Open it in an audio editor and save it anew."
_CONVERT = "Convert it to wav or flac with an audio editor."
_SUBTYPES = {".wav": "PCM_24", ".flac": "PCM_24", ".aiff": "PCM_24", ".aif": "PCM_24", ".ogg": "VORBIS"}
_FORMATS = {".wav": "WAV", ".flac": "FLAC", ".aiff": "AIFF", ".aif": "AIFF", ".ogg": "OGG"}

Audio = NDArray[np.float32]


@dataclass(frozen=True)
class AudioInfo:
    """What an audio file's header says, checked against its size; ``frames`` are samples per channel."""

    duration_s: float
    sample_rate_hz: int
    channels: int
    frames: int


def probe(path: Path) -> AudioInfo:
    """Read the header of an audio file; quick at any length.

    Raises
    ------
    AudioFileError
        If the file cannot be opened, is no audio, or is shorter than its header says.
    """
    with _opened(path) as file:
        return _info(file)


def blocks(path: Path, frames: int | None = None) -> Iterator[Audio]:
    """Decode a file piece by piece, checking every sample.

    Parameters
    ----------
    path
        Any file that libsndfile reads.
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
    with _opened(path) as file:
        size = frames or max(1024, BLOCK_VALUES // file.channels)
        done = 0
        while True:
            try:
                block = cast(Audio, file.read(size, dtype="float32", always_2d=True))
            except soundfile.LibsndfileError as error:
                raise _broken(path, _readable_frames(path), file) from error
            if not len(block):
                break
            _check_values(block, path, done, file.samplerate)
            done += len(block)
            yield np.ascontiguousarray(block.T)
        slack = max(_MP3_SLACK_FRAMES, file.frames // 50) if file.format == "MP3" else 0
        if done < file.frames - slack:
            raise _broken(path, done, file)


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


class AudioWriter:
    """Writes a file piece by piece; it appears under its name only when it is whole.

    Use it as a context manager: an exception inside leaves no file, and an old one of that name untouched.

    Parameters
    ----------
    path
        Where the file shall be; ``.wav``, ``.flac``, ``.aiff`` or ``.ogg``. Missing folders are made.
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
                f"“{path.name}” cannot be written: “{suffix}” is not a format we write.",
                "Use .wav, .flac, .aiff or .ogg.",
            )
        self.path = path
        self.frames = 0
        self._temporary: Path | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
            os.close(handle)
            self._temporary = Path(name)
            self._file = soundfile.SoundFile(
                name, "w", sample_rate_hz, channels, subtype or _SUBTYPES[suffix], format=_FORMATS[suffix]
            )
        except (OSError, soundfile.LibsndfileError) as error:
            self._discard()
            raise _unwritable(path, error) from error

    def write(self, block: Audio) -> None:
        """Append float32 audio of shape (C, n); integer formats clip it at ±1."""
        try:
            self._file.write(np.ascontiguousarray(block.T, dtype=np.float32))
        except (OSError, soundfile.LibsndfileError, AssertionError) as error:  # soundfile asserts that all was written
            raise _unwritable(self.path, error) from error
        self.frames += block.shape[1]

    def close(self) -> None:
        """Finish the file and put it in place."""
        if self._temporary is None:
            return
        try:
            self._file.close()
            # libsndfile is silent about a header that could not be completed: read it back.
            if soundfile.info(str(self._temporary)).frames < self.frames:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            with self._temporary.open("rb+") as file:
                os.fsync(file.fileno())
            self._temporary.chmod(0o644)
            self._temporary.replace(self.path)
            self._temporary = None
        except (OSError, soundfile.LibsndfileError) as error:
            raise _unwritable(self.path, error) from error
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

    def _discard(self) -> None:
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


@contextmanager
def _opened(path: Path) -> Iterator[soundfile.SoundFile]:
    """The file, open and with a believable header."""
    head = _first_bytes(path)
    try:
        # Bytes let names through that are not valid in the file system's encoding.
        name: Any = str(path) if os.name == "nt" else os.fsencode(path)
        file = soundfile.SoundFile(name)
    except (soundfile.LibsndfileError, TypeError) as error:  # TypeError: a name that ends in .raw
        raise _not_audio(path, head) from error
    with file:
        if not MIN_SAMPLE_RATE_HZ <= file.samplerate <= MAX_SAMPLE_RATE_HZ:
            raise AudioFileError(f"“{path.name}” claims a sample rate of {file.samplerate} Hz.", _RENEW)
        if file.frames > _UNKNOWN_FRAMES:
            # A flac that was written to a pipe: libsndfile cannot tell its end from damage.
            raise AudioFileError(f"“{path.name}” does not say how long it is.", _RESAVE)
        for claimed, present in _SIZES.findall(file.extra_info):
            missing = int(claimed) - int(present)
            if missing > _MISSING_BYTES and int(claimed) < _STREAMED_BYTES:
                if not file.frames:
                    raise AudioFileError(f"“{path.name}” breaks off before its sound begins.", _RENEW)
                raise _broken(path, file.frames, file, file.frames * int(claimed) / max(1, int(present)))
        if "Last page lacks an end-of-stream bit" in file.extra_info:
            raise AudioFileError(f"“{path.name}” breaks off: its last part is missing.", _RENEW)
        yield file


def _first_bytes(path: Path) -> bytes:
    """The file's head, opened by Python since libsndfile does not say why it cannot open a file."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise AudioFileError(f"“{path.name}” is a folder, not an audio file.", "Choose a file.")
        if not stat.S_ISREG(status.st_mode):  # opening a pipe would wait for ever
            raise AudioFileError(f"“{path.name}” is not an ordinary file.", "Choose an audio file.")
        if not status.st_size:
            raise AudioFileError(f"“{path.name}” is empty (0 bytes).", _RENEW)
        with path.open("rb") as file:
            return file.read(64)
    except FileNotFoundError as error:
        raise AudioFileError(f"“{path.name}” does not exist.", "It may have been moved or renamed.") from error
    except PermissionError as error:
        raise AudioFileError(f"“{path.name}” may not be read by you.", "Change its permissions.") from error
    except OSError as error:
        raise AudioFileError(f"“{path.name}” cannot be read: {error.strerror or error}.", _RENEW) from error


def _not_audio(path: Path, head: bytes) -> AudioFileError:
    """Why libsndfile refused a file, as far as its head tells."""
    name, suffix = f"“{path.name}”", path.suffix.lower()
    if head[4:8] == b"ftyp" or suffix in (".m4a", ".m4b", ".aac", ".mp4", ".mov", ".3gp"):
        return AudioFileError(f"{name} is in Apple's or MPEG's m4a/aac format, which we cannot read.", _CONVERT)
    if head[:4] in (b"0&\xb2u", b"\x1aE\xdf\xa3") or suffix in (".wma", ".webm", ".mka", ".ape", ".wv", ".dsf", ".amr"):
        return AudioFileError(f"{name} is in a format that we cannot read.", _CONVERT)
    if suffix == ".raw":
        return AudioFileError(f"{name} is raw data without a header: nothing tells its rate or format.", _CONVERT)
    if head[:4] in (b"RIFF", b"RF64", b"fLaC", b"OggS", b"FORM", b"caff", b"riff") or head[:3] == b"ID3":
        return AudioFileError(f"{name} is damaged or breaks off in its header.", _RENEW)
    if not any(head):
        return AudioFileError(f"{name} holds only zeros, no audio.", _RENEW)
    return AudioFileError(f"{name} is not an audio file, though its name says so.", "Remove it, or " + _RENEW.lower())


def _info(file: soundfile.SoundFile) -> AudioInfo:
    return AudioInfo(file.frames / file.samplerate, file.samplerate, file.channels, file.frames)


def _check_values(block: Audio, path: Path, start: int, sample_rate_hz: int) -> None:
    """Refuse NaN, infinities and absurd levels; minimum and maximum see them all in one pass each."""
    low, high = float(block.min()), float(block.max())
    if not (np.isfinite(low) and np.isfinite(high)):
        bad = int(np.argmin(np.isfinite(block).all(axis=1)))
        at_s = (start + bad) / sample_rate_hz
        raise AudioFileError(f"“{path.name}” holds values that are not numbers, the first at {at_s:.2f} s.", _RENEW)
    if max(-low, high) > _LOUDEST:
        over_db = 20 * np.log10(max(-low, high))
        raise AudioFileError(
            f"“{path.name}” peaks {over_db:.0f} dB over full scale: it is damaged, or holds integers saved as floats.",
            "Normalise it in an audio editor and save it anew.",
        )


def _broken(path: Path, done: int, file: soundfile.SoundFile, promised: float | None = None) -> AudioFileError:
    total_s = (file.frames if promised is None else promised) / file.samplerate
    return AudioFileError(
        f"“{path.name}” breaks off or is damaged: only about {done / file.samplerate:.1f} s "
        f"of its {total_s:.1f} s can be read.",
        _RENEW,
    )


def _readable_frames(path: Path) -> int:
    """How far a damaged file decodes, found in small steps: libsndfile drops the block that an error falls into."""
    done = 0
    with _opened(path) as file:
        try:
            while count := len(file.read(1024, dtype="float32")):
                done += count
        except soundfile.LibsndfileError:
            pass
    return done


def _unwritable(path: Path, error: BaseException) -> AudioFileError:
    code = error.errno if isinstance(error, OSError) else None
    if code is None:
        code = errno.ENOSPC if _free_bytes(path.parent) < BLOCK_VALUES * 4 else None
    sentence = f"“{path.name}” could not be saved in “{path.parent}”: "
    if code in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return AudioFileError(sentence + "the disk is full.", "Free some space, or choose a folder on another disk.")
    if code in (errno.EACCES, errno.EPERM, errno.EROFS):
        return AudioFileError(sentence + "you may not write there.", "Choose another folder.")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else "the disk refused"
    return AudioFileError(f"{sentence}{reason}.", "Choose another folder.")


def _free_bytes(folder: Path) -> int:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 0

"""Formats that libsndfile does not read: m4a and AAC, Apple Lossless, WMA …, and the sound of video files.

They are decoded by FFmpeg through PyAV, which is imported with the first such file. Which demuxer may try follows from
the file's first bytes alone: FFmpeg itself would read a text as a playlist, and noise as MPEG.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

_IMPORTING = threading.Lock()
_ATOMS = (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot")
_BEGINNINGS = {
    b"\x1aE\xdf\xa3": "matroska",
    b"0&\xb2u\x8ef\xcf\x11": "asf",
    b"FLV\x01": "flv",
    b"MAC ": "ape",
    b"wvpk": "wv",
    b"DSD ": "dsf",
    b"TTA1": "tta",
    b"MPCK": "mpc8",
    b"MP+": "mpc",
    b"#!AMR": "amr",
    b"\x0bw": "ac3",
    b"\x00\x00\x01\xba": "mpeg",
    b"fLaC": "flac",
    b"OggS": "ogg",
    b"caff": "caf",
    b"FORM": "aiff",
}


class MediaError(Exception):
    """FFmpeg cannot open or decode a file, or finds no sound in it."""


class NoSoundError(MediaError):
    """A film without a sound track, for one."""


def demuxer(head: bytes) -> str:
    """Which of FFmpeg's demuxers may read a file that begins so; empty: none."""
    if head[4:8] in _ATOMS:
        return "mov"
    if head[:4] == b"RIFF":
        return "avi" if head[8:12] in (b"AVI ", b"AVIX") else "wav" if head[8:12] == b"WAVE" else ""
    if head[:1] == b"\xff" and len(head) > 1 and head[1] & 0xF6 == 0xF0:
        return "aac"
    return next((name for beginning, name in _BEGINNINGS.items() if head.startswith(beginning)), "")


class MediaFile:
    """A file's best sound track, open for reading; the attributes are those of `soundfile.SoundFile`.

    Parameters
    ----------
    path
        The file.
    name
        Of its demuxer, see :func:`demuxer`.

    Attributes
    ----------
    samplerate, channels
        Of what is decoded.
    frames
        About how many there are, by the container's own account; where it gives none, by its packets.
    format
        The demuxer's name.

    Raises
    ------
    MediaError
        If there is nothing to decode.
    """

    def __init__(self, path: Path, name: str) -> None:
        self._av = _load_av()
        self.format = name
        self._file = path.open("rb")
        try:
            self._container = self._opened()
            self._stream = self._best_stream()
            self._stream.codec_context.thread_count = 1
            self._resampler = self._av.AudioResampler(format="fltp")
            self._decoded = self._decode()
            # Only decoded sound shows the true rate and channels: AAC may double them.
            self._rest = next(self._decoded, None)
            if self._rest is None:
                raise NoSoundError("the sound track is empty")
            self.channels = len(self._rest)
            self.frames = self._count()
        except self._av.error.FFmpegError as error:
            self.close()
            raise MediaError(str(error)) from error
        except Exception:
            self.close()
            raise

    def read(self, frames: int) -> NDArray[np.float32]:
        """The next samples, shape (n, C) with n ≤ ``frames``; none at the end.

        Raises
        ------
        MediaError
            Where the file is damaged.
        """
        pieces, wanted = [], frames
        try:
            while wanted and self._rest is not None:
                piece, self._rest = self._rest[:, :wanted], self._rest[:, wanted:]
                pieces.append(piece)
                wanted -= piece.shape[1]
                if not self._rest.shape[1]:
                    self._rest = next(self._decoded, None)
        except self._av.error.FFmpegError as error:
            raise MediaError(str(error)) from error
        return np.concatenate(pieces, axis=1).T if pieces else np.zeros((0, self.channels), np.float32)

    def close(self) -> None:
        """Close the file."""
        if (container := getattr(self, "_container", None)) is not None:
            container.close()
        self._file.close()

    def __enter__(self) -> MediaFile:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _opened(self) -> Any:
        # As an open file: a name would be read as an address, and need not be text.
        return self._av.open(self._file, format=self.format, metadata_errors="ignore")

    def _best_stream(self) -> Any:
        stream = self._container.streams.best("audio")
        if stream is None:
            raise NoSoundError("no sound track")
        return stream

    def _decode(self) -> Iterator[NDArray[np.float32]]:
        """Pieces of shape (C, n), n ≥ 1."""
        self.samplerate = 0
        for frame in self._container.decode(self._stream):
            if not self.samplerate:
                self.samplerate = int(frame.sample_rate)
            yield from self._converted(frame)
        if self.samplerate:
            yield from self._converted(None)

    def _converted(self, frame: Any) -> Iterator[NDArray[np.float32]]:
        for made in self._resampler.resample(frame):
            if made.samples:
                yield made.to_ndarray()

    def _count(self) -> int:
        stream, container = self._stream, self._container
        if stream.duration and stream.time_base:
            return round(stream.duration * stream.time_base * self.samplerate)
        if container.duration:
            return round(container.duration / self._av.time_base * self.samplerate)
        place = self._file.tell()
        self._file.seek(0)
        with self._opened() as again:
            ends = [
                float((packet.pts + (packet.duration or 0)) * packet.time_base)
                for packet in again.demux(again.streams.best("audio"))
                if packet.pts is not None
            ]
        self._file.seek(place)
        return round(max(ends, default=0.0) * self.samplerate)


def _load_av() -> ModuleType:
    with _IMPORTING:  # once, whichever thread of a pool comes first
        import av
        import av.logging

        av.logging.set_level(av.logging.PANIC)
        return av

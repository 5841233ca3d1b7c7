"""Recordings whose header was never completed: their sound is found and given a header that says how much it is.

A recorder writes a header first and completes it last. Where it crashed, lost power or wrote to a pipe, the size of the
sound is 0 or the largest there is, and libsndfile finds nothing, or less than there is::

    file     RIFF 0 WAVE  fmt …  data 0    sound sound sound sound
    made     RIFF n WAVE  fmt …  data m  ┐
                                         └ sound sound sound sound     read on from the file itself

Layouts: RIFF (Microsoft and IBM, 1991), RF64 (EBU Tech 3306), Wave64 (Sony), AIFF and AIFF-C (Apple, 1991), CAF (Apple)
and AU (Sun). Pure Python.
"""

from __future__ import annotations

import io
import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

STREAMED_BYTES = 0x7FFF0000
"""Writers that cannot go back leave such sizes, and larger ones, in the header of a complete file."""

_LARGEST_HEADER = 1 << 20
_PADDING = 4096  # headers are often wrong by a chunk's header or its padding
_IMPOSSIBLE = 1 << 48  # bytes of one file, where a header has 64 bits for them
_UINT32 = 0xFFFFFFFF
_W64_FORM, _W64_WAVE = b"riff\x2e\x91\xcf\x11\xa5\xd6\x28\xdb\x04\xc1\x00\x00", b"wave"
_NOT_KEPT = (b"ds64", b"JUNK", b"junk", b"fact", b"PEAK")  # sizes, places for sizes, and what follows from sizes


class _Chunk(NamedTuple):
    """A chunk: its name, where its content begins, and how long the header claims that to be."""

    name: bytes
    start: int
    size: int


def completed(path: Path) -> io.RawIOBase | None:
    """A file with a completed header, if this one's was left open and sound follows it; else None.

    Raises
    ------
    OSError
        If the file cannot be read.
    """
    length = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(_LARGEST_HEADER)
    made = _header(head, length)
    return None if made is None else _Joined(path, *made)


def promised_share(path: Path) -> float:
    """How many times the sound that is there a WAV, RF64, CAF or AU file's header promises; 1 where all is there.

    Of most other formats libsndfile says so itself.
    """
    length = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(_LARGEST_HEADER)
    claimed, start = _claim(head)
    present = length - start
    lacks = 0 < present < claimed - _PADDING and claimed < _IMPOSSIBLE
    return claimed / present if lacks else 1.0


def _claim(head: bytes) -> tuple[int, int]:
    """How many bytes of sound a header promises, and where they begin; zeros where it does not say."""
    if head[:4] in (b"RIFF", b"RF64"):
        size = 0
        for chunk in _chunks(head, "<"):
            if chunk.name == b"ds64" and chunk.size >= 16:
                (size,) = struct.unpack_from("<Q", head, chunk.start + 8)
            if chunk.name == b"data":
                claimed = size if head[:4] == b"RF64" and chunk.size == _UINT32 else chunk.size
                return (claimed if head[:4] == b"RF64" or claimed < STREAMED_BYTES else 0), chunk.start
    elif head[:4] == b"caff":
        return next(((size, start) for name, start, size in _caf_chunks(head) if name == b"data" and size > 0), (0, 0))
    elif head[:4] == b".snd" and len(head) >= 24:
        start, size = struct.unpack_from(">II", head, 4)
        return (0 if size == _UINT32 else size), start
    return 0, 0


class _Joined(io.RawIOBase):
    """A made header, followed by the rest of a file from some byte on."""

    def __init__(self, path: Path, header: bytes, start: int) -> None:
        self._file = path.open("rb")
        self._header = header
        self._start = start
        self._length = len(header) + os.fstat(self._file.fileno()).st_size - start
        self._place = 0

    def readable(self) -> bool:
        """Yes."""
        return True

    def seekable(self) -> bool:
        """Yes."""
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """See `io.IOBase`."""
        self._place = offset + {os.SEEK_SET: 0, os.SEEK_CUR: self._place, os.SEEK_END: self._length}[whence]
        return self._place

    def tell(self) -> int:
        """See `io.IOBase`."""
        return self._place

    def readinto(self, buffer: Any, /) -> int:
        """See `io.RawIOBase`."""
        view = memoryview(buffer).cast("B")
        done = 0
        while done < len(view):
            if self._place < len(self._header):
                piece = self._header[self._place : self._place + len(view) - done]
            else:
                self._file.seek(self._start + self._place - len(self._header))
                piece = self._file.read(len(view) - done)
            if not piece:
                break
            view[done : done + len(piece)] = piece
            done += len(piece)
            self._place += len(piece)
        return done

    def close(self) -> None:
        """See `io.IOBase`."""
        self._file.close()
        super().close()


def _header(head: bytes, length: int) -> tuple[bytes, int] | None:
    """A completed header, and where in the file the sound begins; None where there is nothing to complete."""
    if head[:4] in (b"RIFF", b"RF64", b"RIFX") and head[8:12] == b"WAVE":
        return _wave(head, length, ">" if head[:4] == b"RIFX" else "<")
    if head[:16] == _W64_FORM and head[24:28] == _W64_WAVE:
        return _wave64(head, length)
    if head[:4] == b"FORM" and head[8:12] in (b"AIFF", b"AIFC"):
        return _aiff(head, length)
    if head[:4] == b"caff":
        return _caf(head, length)
    if head[:4] == b".snd" and len(head) >= 24:
        return _au(head, length)
    return None


def _is_open(claimed: int, start: int, head: bytes, length: int, order: str) -> bool:
    """Whether a size of sound is one that was never completed."""
    present = length - start
    if present <= 0:
        return False
    if claimed == 0:
        return not _only_chunks(head, start, length, order)
    # A size that needed more than 32 bits; and what writers put there before they know the size.
    wrapped = length > _UINT32 and claimed < _UINT32 and present - claimed >= _UINT32 - _LARGEST_HEADER
    return (claimed >= STREAMED_BYTES and present < claimed) or claimed == _UINT32 or wrapped


def _only_chunks(head: bytes, start: int, length: int, order: str) -> bool:
    """Whether nothing but whole chunks lies from a place to the end: then the sound before it is truly empty."""
    while start + 8 <= min(length, len(head)):
        name, size = struct.unpack_from(f"{order}4sI", head, start)
        if not all(32 <= byte < 127 for byte in name):
            return False
        start += 8 + size + size % 2
    return length <= start <= length + 1


def _chunks(head: bytes, order: str, start: int = 12) -> Iterator[_Chunk]:
    while start + 8 <= len(head):
        name, size = struct.unpack_from(f"{order}4sI", head, start)
        yield _Chunk(name, start + 8, size)
        start += 8 + size + size % 2


def _wave(head: bytes, length: int, order: str) -> tuple[bytes, int] | None:
    kept: list[tuple[bytes, bytes]] = []
    long_size: int | None = None
    for chunk in _chunks(head, order):
        if chunk.name == b"ds64" and chunk.size >= 16:
            (long_size,) = struct.unpack_from("<Q", head, chunk.start + 8)
        elif chunk.name == b"data":
            claimed = chunk.size
            if head[:4] == b"RF64" and claimed == _UINT32 and long_size is not None:
                claimed = long_size if long_size < _IMPOSSIBLE else 0
                if 0 < claimed <= length - chunk.start:
                    return None
            if not _is_open(claimed, chunk.start, head, length, order):
                return None
            return _wave_header(kept, length - chunk.start, order), chunk.start
        elif chunk.name not in _NOT_KEPT:
            kept.append((chunk.name, head[chunk.start : chunk.start + chunk.size]))
    return None


def _wave_header(kept: list[tuple[bytes, bytes]], size: int, order: str) -> bytes:
    body = b"".join(name + struct.pack(f"{order}I", len(part)) + part + bytes(len(part) % 2) for name, part in kept)
    riff_size = 4 + len(body) + 8 + size
    if riff_size < _UINT32 or order == ">":
        form = b"RIFX" if order == ">" else b"RIFF"
        sizes = struct.pack(f"{order}I", min(riff_size, _UINT32)), struct.pack(f"{order}I", min(size, _UINT32))
        return form + sizes[0] + b"WAVE" + body + b"data" + sizes[1]
    sizes = struct.pack("<4sIQQQI", b"ds64", 28, riff_size + 36, size, 0, 0)
    return struct.pack("<4sI4s", b"RF64", _UINT32, b"WAVE") + sizes + body + struct.pack("<4sI", b"data", _UINT32)


def _wave64(head: bytes, length: int) -> tuple[bytes, int] | None:
    kept: list[tuple[bytes, bytes]] = []
    start = 40
    while start + 24 <= len(head):
        name = head[start : start + 4]
        (size,) = struct.unpack_from("<Q", head, start + 16)
        if name == b"data":
            claimed = size - 24 if 24 < size < _IMPOSSIBLE else 0
            # Its chunks have long names, so what follows cannot be mistaken for RIFF chunks.
            is_open = claimed == 0 and length > start + 24
            return (_wave_header(kept, length - start - 24, "<"), start + 24) if is_open else None
        if size < 24:
            return None
        if name == b"fmt ":
            kept.append((name, head[start + 24 : start + size]))
        start += size + -size % 8
    return None


def _aiff(head: bytes, length: int) -> tuple[bytes, int] | None:
    kept: list[tuple[bytes, bytes]] = []
    frame_bytes = 0
    for chunk in _chunks(head, ">"):
        part = head[chunk.start : chunk.start + chunk.size]
        if chunk.name == b"COMM" and len(part) >= 18:
            channels, _frames, bits = struct.unpack_from(">hIh", part)
            packed = part[18:22] in (b"ulaw", b"ULAW", b"alaw", b"ALAW")
            frame_bytes = channels * (1 if packed else -(-bits // 8))
        if chunk.name == b"SSND":
            start = chunk.start + 8
            claimed = max(0, chunk.size - 8)
            if frame_bytes <= 0 or not _is_open(claimed, start, head, length, ">"):
                return None
            return _aiff_header(head[8:12], kept, length - start, frame_bytes), start
        kept.append((chunk.name, part))
    return None


def _aiff_header(kind: bytes, kept: list[tuple[bytes, bytes]], size: int, frame_bytes: int) -> bytes:
    body = b""
    for name, part in kept:
        if name == b"COMM":
            part = part[:2] + struct.pack(">I", min(size // frame_bytes, _UINT32)) + part[6:]
        body += name + struct.pack(">I", len(part)) + part + bytes(len(part) % 2)
    sizes = [min(number, _UINT32) for number in (4 + len(body) + 16 + size, 8 + size)]
    return struct.pack(">4sI4s", b"FORM", sizes[0], kind) + body + struct.pack(">4sIII", b"SSND", sizes[1], 0, 0)


def _caf(head: bytes, length: int) -> tuple[bytes, int] | None:
    for name, start, size in _caf_chunks(head):
        if name == b"data":
            # −1 is allowed, and means to the end of the file; 4 bytes are a count of edits.
            is_open = size in (0, 4) and length > start + 4
            return (head[: start - 8] + struct.pack(">q", length - start), start) if is_open else None
    return None


def _caf_chunks(head: bytes) -> Iterator[_Chunk]:
    start = 8
    while start + 12 <= len(head):
        name, size = struct.unpack_from(">4sq", head, start)
        start += 12
        yield _Chunk(name, start, size)
        if size < 0:
            return
        start += size


def _au(head: bytes, length: int) -> tuple[bytes, int] | None:
    start, size = struct.unpack_from(">II", head, 4)
    streamed = STREAMED_BYTES <= size < _UINT32 and length - start < size
    if not (size == 0 or streamed) or not 24 <= start < min(
        length, len(head)
    ):  # the largest size is allowed, and means to the end
        return None
    return head[:8] + struct.pack(">I", min(length - start, _UINT32)) + head[12:start], start

"""Headers of sound files whose writer did not end in order: made to say how much sound there is. Torch-free."""

from __future__ import annotations

import contextlib
import os
import struct
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import soundfile

_MOST_32 = 0xFFFFFFFF
_LONGEST_FLAC = (1 << 36) - 1  # a header that leaves the length open reads as more
_FLAC_STEP = 1024


def complete_header(path: Path, *, cut_off: bool = False) -> int:
    """Have a file's header say all that can be read from it; returns how many frames that is.

    Of a wav, the sizes follow from the file's. Of a flac, frames are counted where the header's number is open or more
    than there are. Other formats are left as they are.

    Parameters
    ----------
    path
        Any file that libsndfile reads.
    cut_off
        Whether its writer was killed: a flac may then hold more than its header says, and is counted, too.

    Raises
    ------
    OSError
        If the file cannot be read or written.
    soundfile.LibsndfileError
        If it is no sound file, or nothing of it can be read.
    """
    with path.open("rb") as file:
        head = file.read(4)
    if head in (b"RIFF", b"RF64"):
        _complete_wav(path)
    if head != b"fLaC":
        with soundfile.SoundFile(system_name(path)) as file:
            return file.frames
    claimed, count = _flac_frames(path)
    if cut_off:
        write_flac_length(path, 0)  # which means that it is not known: all that there is is counted
        claimed, more = _flac_frames(path)
        count = max(count, more)
    if count != claimed:
        write_flac_length(path, count)
    return count


def write_flac_length(path: Path, frames: int) -> None:
    """Put the number of frames into a flac's header.

    Its stream's information begins at byte 8; the length is bits 108 to 143 of it, behind 4 of the sample format
    (RFC 9639, 8.2).
    """
    with path.open("r+b") as file:
        file.seek(21)
        format_bits = file.read(1)[0] & 0xF0
        file.seek(21)
        file.write(bytes([format_bits | frames >> 32]) + (frames & _MOST_32).to_bytes(4, "big"))


def _flac_frames(path: Path) -> tuple[int, int]:
    """How many frames the header claims, and how many can be read: those, if the last is there, else as counted."""
    with soundfile.SoundFile(system_name(path)) as file:
        claimed = file.frames
        with contextlib.suppress(soundfile.LibsndfileError):
            if 0 < claimed <= _LONGEST_FLAC and file.seek(claimed - 1) >= 0 and len(file.read(2)) == 1:
                return claimed, claimed
        file.seek(0)
        count = 0
        block = np.empty((_FLAC_STEP, file.channels), np.float32)
        # libsndfile drops the whole block that an error falls into: small ones lose the least.
        with contextlib.suppress(soundfile.LibsndfileError):
            while got := len(file.read(out=block)):
                count += got
        return claimed, count


def _complete_wav(path: Path) -> None:
    """Sizes of RIFF, or of the ds64 chunk of RF64 (EBU Tech 3306), from the length of the file.

    The sound has to be the last chunk, as in a file that was being recorded; others are left as they are.
    """
    size = path.stat().st_size
    with path.open("r+b") as file:
        places = _chunks(file, size)
        if b"data" not in places or b"fmt " not in places:
            return
        start, claimed = places[b"data"]
        file.seek(places[b"fmt "][0] + 12)
        (block,) = struct.unpack("<H", file.read(2))
        whole = (size - start) // max(block, 1) * block
        if b"ds64" in places:
            file.seek(places[b"ds64"][0])
            claimed = struct.unpack("<QQ", file.read(16))[1]
        if whole <= claimed:
            return
        padded = whole + whole % 2
        if b"ds64" in places:
            file.seek(places[b"ds64"][0])
            file.write(struct.pack("<QQQ", start + padded - 8, whole, whole // block))
        elif start + padded - 8 <= _MOST_32:
            file.seek(4)
            file.write(struct.pack("<I", start + padded - 8))
            file.seek(start - 4)
            file.write(struct.pack("<I", whole))
            if b"fact" in places:
                file.seek(places[b"fact"][0])
                file.write(struct.pack("<I", whole // block))
        else:
            return
        file.truncate(start + padded)


def _chunks(file: BinaryIO, size: int) -> dict[bytes, tuple[int, int]]:
    """Where the content of each chunk up to the sound begins, and how long it claims to be."""
    found: dict[bytes, tuple[int, int]] = {}
    at = 12
    while at + 8 <= size and b"data" not in found:
        file.seek(at)
        name, length = struct.unpack("<4sI", file.read(8))
        found[name] = at + 8, length
        at += 8 + length + length % 2
    return found


def system_name(path: Path) -> Any:
    """As libsndfile takes it: bytes let names through that are not valid in the file system's encoding."""
    return str(path) if os.name == "nt" else os.fsencode(path)

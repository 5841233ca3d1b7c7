"""Recordings as a crashed recorder leaves them."""

from __future__ import annotations

import struct


def opened_up(content: bytes, size: int) -> bytes:
    """The file as a crashed recorder leaves it: all its size fields are ``size`` (32 bits)."""
    made = bytearray(content)

    def put(place: int, form: str, *values: int) -> None:
        made[place : place + struct.calcsize(form)] = struct.pack(form, *values)

    if content[:4] == b"RIFF":
        put(4, "<I", size)
        put(content.index(b"data") + 4, "<I", size)
    elif content[:4] == b"RF64":
        put(content.index(b"ds64") + 8, "<QQQ", size, size, size)
    elif content[:4] == b"riff":
        put(16, "<Q", size)
        put(content.index(b"data") + 16, "<Q", size + 24 if not size else 1 << 60)
    elif content[:4] == b"FORM":
        put(4, ">I", size)
        put(content.index(b"COMM") + 10, ">I", size)
        put(content.index(b"SSND") + 4, ">I", size or 8)
    elif content[:4] == b".snd":
        put(8, ">I", size)
    elif content[:4] == b"caff":
        put(content.index(b"data", 100) + 4, ">q", 0)
    return bytes(made)

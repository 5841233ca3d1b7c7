"""Hostile OSC datagrams: random bytes, odd values, endless patterns, nested bundles, and mutations of all of these."""

from __future__ import annotations

import math
import random
import struct
from collections.abc import Sequence

from vschaos.osc.namespace import Namespace
from vschaos.osc.packet import OscMessage, build
from vschaos.osc.patterns import MARKS
from vschaos.osc.requests import ADDRESSES

ODD = (0.0, -1.0, 1e38, -1e38, math.nan, math.inf, 1, -1, 2**31 - 1, -(2**31), 9001, "", "pad", "x" * 300, "\0", "ü")


def _valid(chance: random.Random, addresses: Sequence[str]) -> bytes:
    address = chance.choice(addresses)
    if chance.random() < 0.2:
        place = chance.randrange(1, len(address) + 1)
        address = address[:place] + chance.choice((*MARKS, "**", "{a,b}", "[!a]", "[a-z]*", "/", "")) + address[place:]
    return build(OscMessage(address, tuple(chance.choice(ODD) for _ in range(chance.randrange(4)))))


def _bundle(chance: random.Random, parts: Sequence[bytes]) -> bytes:
    sizes = (len(part) if chance.random() < 0.97 else chance.randrange(-(2**31), 2**31) for part in parts)
    return (
        b"#bundle\0"
        + chance.randbytes(8)
        + b"".join(struct.pack(">i", n) + p for n, p in zip(sizes, parts, strict=True))
    )


def _mutated(chance: random.Random, datagram: bytes) -> bytes:
    damaged = bytearray(datagram)
    for _ in range(chance.randrange(1, 4)):
        place = chance.randrange(len(damaged) + 1)
        match chance.randrange(4):
            case 0:
                damaged[place:place] = chance.randbytes(chance.randrange(1, 9))
            case 1:
                del damaged[place : place + chance.randrange(1, 9)]
            case 2 if damaged:
                damaged[place % len(damaged)] = chance.randrange(256)
            case 3:
                damaged[place : place + 1] = chance.choice((b",", b"[", b"]", b"b", b"\0", b"/", b"#bundle\0"))
    return bytes(damaged)


def known_addresses(namespace: Namespace) -> list[str]:
    """Every address that the engine accepts, except those that add peers, to which its answers would go."""
    fixed = [namespace.prefix + one.address for one in ADDRESSES if not one.address.startswith("/peer")]
    return [*(namespace.address(control) for control in namespace.controls.values()), *fixed, "/1/fader3", "/2/xy", "/"]


def hostile_datagram(chance: random.Random, addresses: Sequence[str]) -> bytes:
    """A random one of these kinds."""
    kind = chance.randrange(10)
    if kind == 0:
        return chance.randbytes(chance.randrange(1, 200))
    made = _valid(chance, addresses)
    if kind == 1:
        made = _bundle(chance, [_valid(chance, addresses) for _ in range(chance.randrange(6))])
    if kind == 2:
        for _ in range(chance.randrange(12)):
            made = _bundle(chance, [made])
    return _mutated(chance, made) if kind > 4 else made

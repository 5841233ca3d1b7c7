"""Some four hundred damaged instruments, each with a name.

Each is made from one good instrument by a rule: impossible values in the card and the configuration; members that are
missing, empty, cut, exchanged or have flipped bits; tensors of the wrong shape or type; archives with false sizes.
"""

from __future__ import annotations

import copy
import io
import json
import struct
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import yaml
from safetensors.numpy import load, save

from vschaos.instrument.bundle import CARD, CONFIG, LATENT, WEIGHTS

Members = dict[str, bytes]
MEMBERS = (CARD, CONFIG, WEIGHTS, LATENT)

_ODD: tuple[tuple[str, Any], ...] = (
    *(("null", None), ("true", True), ("list", ["a"]), ("object", {"a": 1}), ("text", "x"), ("empty", "")),
    *(("zero", 0), ("negative", -1), ("fraction", 1.5), ("huge", 10**18), ("digits", 10**400), ("nan", float("nan"))),
    *(("infinity", float("inf")), ("surrogate", "\ud800"), ("markup", "<b>x</b>"), ("control", "a\x1b[31mb\nc")),
)
_CARD_FIELDS = ("name", "author", "description", "sample_rate_hz", "n_fft", "hop_samples", "latent_dims", "sources")
_CONFIG_PLACES = ("representation.n_fft", "representation.contrast", "model.latent_dims", "model.encoder.hidden_dims")
_DEEP = 100_000


def damaged(members: Members) -> Iterator[tuple[str, bytes]]:
    """The name of each damage and the file's bytes."""
    yield from _cards(members)
    yield from _texts(members)
    yield from _configurations(members)
    yield from _missing_and_torn(members)
    yield from _tensors(members)
    yield from _archives(members)


def packed(members: Members, **kinds: int) -> bytes:
    """A zip of members; deflated, unless a name's method is given."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, member in members.items():
            archive.writestr(name, member, kinds.get(name.partition(".")[0], zipfile.ZIP_DEFLATED))
    return content.getvalue()


def _with(members: Members, **changed: bytes) -> bytes:
    names = {name.partition(".")[0]: name for name in MEMBERS}
    return packed(members | {names[key]: value for key, value in changed.items()})


def _dumped(fields: Any) -> bytes:
    return json.dumps(fields).encode()


def _cards(members: Members) -> Iterator[tuple[str, bytes]]:
    card = json.loads(members[CARD])
    for field in _CARD_FIELDS:
        for kind, value in _ODD:
            yield f"card {field} {kind}", _with(members, card=_dumped(card | {field: value}))
        left = {name: item for name, item in card.items() if name != field}
        yield f"card without {field}", _with(members, card=_dumped(left))
    for field in ("labels", "training", "format_version", "licence", "consent"):
        for kind, value in _ODD[::3]:
            yield f"card {field} {kind}", _with(members, card=_dumped(card | {field: value}))
    for field in ("steps", "audio_s", "error_db", "created"):
        for kind, value in _ODD[1::4]:
            facts = {**(card.get("training") or {}), field: value}
            yield f"card training.{field} {kind}", _with(members, card=_dumped(card | {"training": facts}))
    label: dict[str, Any] = {
        "name": "pitch",
        "kind": "int",
        "dim": 3,
        "classes": ["a", "b", "c"],
        "high": 2.0,
        "conditions": ["decoder"],
    }
    for field in ("name", "kind", "dim", "classes", "high", "conditions"):
        for kind, value in _ODD[2::5]:
            yield (
                f"card label {field} {kind}",
                _with(members, card=_dumped(card | {"labels": [label | {field: value}]})),
            )


def _texts(members: Members) -> Iterator[tuple[str, bytes]]:
    card = members[CARD]
    for name, content in {
        "deep": b"[" * _DEEP,
        "deep objects": b'{"a":' * _DEEP,
        "cut": card[: len(card) // 2],
        "not UTF-8": b"\xff\xfe" + card,
        "UTF-16": card.decode().encode("utf-16"),
        "byte-order mark": b"\xef\xbb\xbf" + card,
        "zeros": bytes(1000),
        "a list": b"[]",
        "a number": b"5",
        "twice the same field": card.rstrip()[:-1] + b', "name": ["again"]}',
        "padded": card + b" " * (9 << 20),
        "many lists": b'{"format_version":1,"sources":[' + b"[]," * 500_000 + b"[]]}",
    }.items():
        yield f"card text {name}", _with(members, card=content)


def _configurations(members: Members) -> Iterator[tuple[str, bytes]]:
    config = yaml.safe_load(members[CONFIG])
    for place in _CONFIG_PLACES:
        for kind, value in _ODD[:13]:
            changed = copy.deepcopy(config)
            *folders, last = place.split(".")
            inner = changed
            for folder in folders:
                inner = inner[folder]
            inner[last] = value
            yield f"config {place} {kind}", _with(members, config=yaml.safe_dump(changed).encode())
    laughs = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 12)
    )
    for name, text in {
        "billion laughs": laughs,
        "itself": "a: &a [*a]\n",
        "runs code": "a: !!python/object/apply:os.system ['true']\n",
        "deep": "[" * 3000,
        "deep flow": "{a: " * 3000,
        "impossible date": "name: 2020-99-99\n",
        "empty integer": "name: !!int ''\n",
        "no boolean": "name: !!bool perhaps\n",
        "hexadecimal": f"name: 0x{'f' * 100_000}\n",
        "sexagesimal": f"name: {'1:' * 2000}1\n",
        "tabs": "name:\n\t- x\n",
        "a list": "- 1\n",
        "nothing": "",
        "no key": "? [1, 2]\n: 3\n",
        "binary": "name: !!binary '???'\n",
        "padded": "#" * (1 << 20),
        "claims a giant": "model: {encoder: {type: MLPEncoder, hidden_dims: [16384, 16384, 16384, 16384, 16384]}}\n",
    }.items():
        yield f"config text {name}", _with(members, config=text.encode())


def _missing_and_torn(members: Members) -> Iterator[tuple[str, bytes]]:
    for name in MEMBERS:
        yield f"without {name}", packed({other: item for other, item in members.items() if other != name})
        yield f"empty {name}", packed(members | {name: b""})
        yield f"{name} cut", packed(members | {name: members[name][: len(members[name]) // 3]})
        yield f"{name} twice as long", packed(members | {name: members[name] * 2})
        other = MEMBERS[(MEMBERS.index(name) + 1) % len(MEMBERS)]
        yield f"{name} is {other}", packed(members | {name: members[other]})
        yield f"{name} is noise", packed(members | {name: np.random.default_rng(0).bytes(5000)})


def _tensors(members: Members) -> Iterator[tuple[str, bytes]]:
    latent, weights = load(members[LATENT]), load(members[WEIGHTS])
    first = next(iter(weights))
    for name in ("mean", "axes", "scale", "variance", "points", "point_source"):
        values = latent[name]
        for kind, value in {
            "wider": np.concatenate([values, values], axis=-1),
            "flat": values.reshape(-1)[:-1],
            "not finite": np.full(values.shape, np.nan, np.float32),
            "overflowing": np.full(values.shape, 1e300, np.float64),
            "whole": np.zeros(values.shape, np.int64),
            "scalar": np.zeros((), np.float32),
        }.items():
            changed = {**latent, name: np.ascontiguousarray(value)}
            yield f"latent {name} {kind}", _with(members, latent=save(changed))
        left = {other: item for other, item in latent.items() if other != name}
        yield f"latent without {name}", _with(members, latent=save(left))
    for kind, value in {
        "wider": np.concatenate([weights[first], weights[first]], axis=-1),
        "doubles": weights[first].astype(np.float64),
        "not finite": np.full(weights[first].shape, np.inf, np.float32),
    }.items():
        yield f"weights {first} {kind}", _with(members, weights=save({**weights, first: value}))
    for name, header in {
        "a header of a terabyte": struct.pack("<Q", 1 << 40) + b"{}",
        "offsets beyond the end": _header({"a": {"dtype": "F32", "shape": [4], "data_offsets": [0, 1 << 40]}}),
        "a shape that overflows": _header({"a": {"dtype": "F32", "shape": [1 << 40, 1 << 40], "data_offsets": [0, 0]}}),
        "offsets backwards": _header({"a": {"dtype": "F32", "shape": [1], "data_offsets": [4, 0]}}),
        "an unknown kind": _header({"a": {"dtype": "X9", "shape": [1], "data_offsets": [0, 4]}}) + bytes(4),
        "a header that is no JSON": struct.pack("<Q", 3) + b"{{{",
        "deep": struct.pack("<Q", 5000) + b"[" * 5000,
    }.items():
        yield f"weights {name}", _with(members, weights=header)
        yield f"latent {name}", _with(members, latent=header)


def _header(fields: Any) -> bytes:
    text = json.dumps(fields).encode()
    return struct.pack("<Q", len(text)) + text


def _archives(members: Members) -> Iterator[tuple[str, bytes]]:
    whole = packed(members)
    for part in range(1, 6):
        yield f"archive cut at {part}/6", whole[: len(whole) * part // 6]
    yield "archive of nothing", packed({})
    yield "archive in an archive", packed({CARD: whole})
    yield "no bytes", b""
    yield "no archive", b"RIFF" + bytes(1000)
    yield "archive with a prefix", b"#!/bin/sh\n" + whole
    yield "archive with a comment", whole[:-2] + b"\xff\xff" + bytes(65535)
    yield "archive compressed by LZMA", packed(members, weights=zipfile.ZIP_LZMA)
    yield "archive compressed by bzip2", packed(members, latent=zipfile.ZIP_BZIP2)
    rng = np.random.default_rng(1)
    turned = [int(place) for place in rng.integers(0, len(whole), 12)]
    turned += [len(whole) - back for back in (2, 6, 10, 14, 18, 22)]
    for place in turned:
        yield f"archive with a bit turned at {place}", whole[:place] + bytes([whole[place] ^ 16]) + whole[place + 1 :]
    yield "archive that claims to be encrypted", _patched(whole, CARD, lambda entry: _set(entry, 8, b"\x01\x00"))
    yield "archive of an unknown method", _patched(whole, CARD, lambda entry: _set(entry, 10, b"\x63\x00"))
    yield "archive of 100,000 members", packed({str(number): b"" for number in range(100_000)} | members)
    for name in (WEIGHTS, LATENT, CARD, CONFIG):
        yield f"bomb in {name}", packed(members | {name: bytes(300 << 20)})
    yield "bomb of a gigabyte", _zeros(members, WEIGHTS, (1 << 30) + 1)


def _zeros(members: Members, name: str, size: int) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for other, member in members.items():
            if other != name:
                archive.writestr(other, member)
        with archive.open(name, "w", force_zip64=True) as file:
            for _ in range(size >> 20):
                file.write(bytes(1 << 20))
    return content.getvalue()


def _patched(archive: bytes, name: str, change: Callable[[bytearray], None]) -> bytes:
    """An archive with another entry for a member in its list."""
    at = archive.rfind(b"PK\x01\x02", 0, archive.rfind(name.encode()))
    entry = bytearray(archive[at : at + 46])
    change(entry)
    return archive[:at] + bytes(entry) + archive[at + 46 :]


def _set(entry: bytearray, at: int, value: bytes) -> None:
    entry[at : at + len(value)] = value

"""The same decoding for every library, compiler and host: its points are computed exactly in any language."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from vschaos.core.arrays import floats
from vschaos.core.library import ffi

SETTINGS: tuple[dict[str, Any], ...] = ({}, {"noise": 0.7, "lookahead": 1}, {"noise": 0.3, "bend_cents": 137.0})
"""Of `decoded`, which together run most of the core."""


def points(dims: int, hops: int) -> NDArray[np.float32]:
    """Triangles between −1 and 1 of other periods on each axis, in multiples of 1/64; shape (hops, D)."""
    hop, axis = np.arange(hops)[:, None], np.arange(dims)[None]
    period = 2 * (64 + 18 * axis)
    at = (hop + 50 * axis) % period
    return ((np.minimum(at, period - at) % 129) / 64 - 1).astype(np.float32)


def decoded(
    library: Any,
    member: bytes,
    hops: int,
    noise: float = 0.0,
    lookahead: int = 0,
    point: tuple[float, ...] = (),
    bend_cents: float = 0.0,
) -> NDArray[np.float32]:
    """What one voice of a library makes of `points`, or of one ``point``, labels unknown; (hops · hop_samples,).

    Raises
    ------
    ValueError
        The member is refused.
    """
    why = ffi.new("const char **")
    instrument = library.vs_open(ffi.from_buffer(member), len(member), why)
    if instrument == ffi.NULL:
        raise ValueError(ffi.string(why[0]))
    size = library.vs_dimensions_of(instrument)
    voices = library.vs_voices_new(instrument, 1, lookahead, 1)
    library.vs_voices_reset(voices, 0, 1)
    library.vs_voices_bend(voices, 0, bend_cents)
    sound = np.empty((hops, size.hop_samples), np.float32)
    path = np.tile(np.array(point, np.float32), (hops, 1)) if point else points(size.latent_dims, hops)
    labels = ffi.new("float[]", [float("nan")] * max(1, size.label_count))
    number, noises = ffi.new("int32_t[]", [0]), ffi.new("float[]", [noise])
    for place, out in zip(path, sound, strict=True):
        made = floats(out, written_to=True)
        library.vs_decode(voices, 1, number, floats(place), labels, noises, library.VS_GRADIENT, made)
    library.vs_voices_free(voices)
    library.vs_close(instrument)
    return sound.reshape(-1)

"""Functions of the compiled core that only its own files, and tests, call.

`internals` has them as attributes, `ffi` makes their types, which are not those of `vschaos.core.library.ffi`.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, cast

import numpy as np
from cffi import FFI
from numpy.typing import NDArray

import vschaos.core
from vschaos.core.instrument import CoreInstrument
from vschaos.core.library import ffi as public
from vschaos.core.voices import CoreVoices

_FOLDER = Path(vschaos.core.__file__).parent


def _structure(ending: str) -> str:
    """The declaration of a structure of ``core.h``, or of a type of the public header, by what it ends with."""
    text = (_FOLDER / "vschaos_core.h").read_text(encoding="utf-8") + (_FOLDER / "core.h").read_text(encoding="utf-8")
    found = re.search(r"(typedef struct|struct vs_instrument) \{[^{}]*" + re.escape(ending), text)
    assert found is not None
    return found.group().replace("_Atomic ", "")


ffi = FFI()
ffi.cdef(
    "typedef struct vs_voices vs_voices;"
    + _structure("} vs_overlap;")
    + _structure("} vs_evenness;")
    + """
    size_t vs_fourier_floats(int32_t n_fft);
    void vs_fourier_tables(int32_t n_fft, float *table);
    size_t vs_fourier_scratch(int32_t n_fft);
    void vs_fourier_inverse(int32_t n_fft, const float *table, float *real, float *imaginary, float *frame,
                            float *scratch);
    void vs_fourier_forward(int32_t n_fft, const float *table, const float *frame, float *real, float *imaginary,
                            float *scratch);
    void vs_overlap_add(const vs_overlap *overlap, const float *frame, float *pending, float *out);
    void vs_decode_alive(vs_voices *voices, int32_t count, const int32_t *numbers, const float *points,
                         const float *offsets, const float *loudness, const vs_evenness *evenness, const float *labels,
                         const float *noise, int32_t mode, float *out);
    typedef struct vs_instrument vs_instrument;
    void vs_walk_path(const vs_instrument *instrument, int32_t frames_a_hop, uint32_t seed, int32_t frames,
                      const float *points, float *offsets, float *level_db);
    void vs_voices_owners(const vs_voices *voices, int32_t *owners);
    """
)
internals: Any = ffi.dlopen(str(next(path for path in sorted(_FOLDER.glob("*vschaos_core.*")) if path.suffix != ".h")))


def floats(values: NDArray[np.float32]) -> Any:
    """An array's numbers, as these functions take them."""
    assert values.dtype == np.float32
    assert values.flags.c_contiguous
    return ffi.from_buffer("float[]", cast(Any, values))


def owners(voices: CoreVoices) -> NDArray[np.int32]:
    """The bin that owns each bin, in the frame of any voice that went out last, shape (F,)."""
    found = np.empty(voices.instrument.bins, np.int32)
    handle = ffi.cast("vs_voices *", int(public.cast("uintptr_t", voices.handle)))
    internals.vs_voices_owners(handle, ffi.from_buffer("int32_t[]", cast(Any, found)))
    return found


def walk_path(
    instrument: CoreInstrument, points: NDArray[np.float32], seed: int, frames_a_hop: int = 1
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """How a voice walks at points (T, D): what is added to them (T, D), and to its level in dB (T,)."""
    offsets, level_db = np.empty_like(points), np.empty(len(points), np.float32)
    handle = ffi.cast("vs_instrument *", int(public.cast("uintptr_t", instrument.handle)))
    internals.vs_walk_path(handle, frames_a_hop, seed, len(points), floats(points), floats(offsets), floats(level_db))
    return offsets, level_db


def decode_alive(
    voices: CoreVoices,
    point: NDArray[np.float32],
    offset: NDArray[np.float32],
    loudness: float,
    even: tuple[float, float, float] = (0.0, 0.0, 0.0),
) -> NDArray[np.float32]:
    """A hop (hop,) of voice 0, all labels unknown, at a point (D,) that has walked by ``offset`` (D,).

    ``even`` is how much it is evened, to this power and A-weighted power.
    """
    made = np.empty(voices.hop_samples, np.float32)
    one = [np.array([value], np.float32) for value in (loudness, 0.0)]
    labels = np.full(voices.instrument.label_count, np.nan, np.float32)
    handle = ffi.cast("vs_voices *", int(public.cast("uintptr_t", voices.handle)))
    internals.vs_decode_alive(
        *(handle, 1, ffi.new("int32_t[1]"), floats(point), floats(offset)),
        *(floats(one[0]), ffi.new("vs_evenness *", list(even)), floats(labels), floats(one[1]), 0, floats(made)),
    )
    return made

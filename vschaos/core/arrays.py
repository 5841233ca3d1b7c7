"""numpy's arrays as the compiled core sees them, and its memory as arrays."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
from numpy.typing import DTypeLike, NDArray

from vschaos.core.library import ffi


def floats(array: NDArray[np.float32], *, written_to: bool = False) -> Any:
    """A pointer to an array's samples; it keeps the array alive. Without ``written_to`` it may be one to a copy.

    Raises
    ------
    ValueError, TypeError
        If an array that is written to is not one of 32-bit floats in one piece.
    """
    if not written_to:
        array = np.ascontiguousarray(array, np.float32)
    elif array.dtype != np.float32:
        raise TypeError("the core writes 32-bit floats")
    return cast(Any, ffi).from_buffer("float[]", array, require_writable=written_to)


class _Memory:
    """Memory as numpy asks for it; what owns it lives as long as an array over it."""

    def __init__(self, pointer: Any, shape: tuple[int, ...], kind: np.dtype[Any], owner: Any) -> None:
        self.owner = owner
        address = int(ffi.cast("uintptr_t", pointer))
        self.__array_interface__ = {"version": 3, "shape": shape, "typestr": kind.str, "data": (address, False)}


def array_at(pointer: Any, shape: tuple[int, ...], kind: DTypeLike, owner: Any) -> NDArray[Any]:
    """The core's memory at ``pointer`` as an array that keeps ``owner`` alive."""
    return np.asarray(_Memory(pointer, shape, np.dtype(kind), owner))

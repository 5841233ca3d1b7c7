"""Compiling the sample-by-sample loops of the sounding path to machine code, by numba.

Compiled code runs without the interpreter's lock, allocates nothing, and is kept on disk for the next start. What it
is given has always the same types, so that nothing is compiled while sound runs: `vschaos.realtime.warming` calls
each of them once before.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import numba
import numba.extending

Function = TypeVar("Function", bound=Callable[..., Any])

carray: Any = numba.carray  # pyright: ignore[reportPrivateImportUsage]
"""An array at a pointer, for compiled code: pointer, shape, type."""


def compiled(function: Function, sums_in_any_order: bool = False) -> Function:
    """A function of numbers and arrays as machine code, from the disk's cache if it can have one.

    Sums in any order, but always the same one, can be several times as fast.
    """
    options: dict[str, Any] = {"nogil": True, "fastmath": {"reassoc", "contract"} if sums_in_any_order else False}
    try:
        made: Any = numba.njit(cache=True, **options)(function)
    except RuntimeError:  # no folder to keep it in
        made = numba.njit(**options)(function)
    return made


def callback(signature: Any, function: Callable[..., Any]) -> Any:
    """A function as machine code that C can call, at ``.address``; from the disk's cache if it can have one."""
    try:
        return numba.cfunc(signature, cache=True)(function)
    except RuntimeError:
        return numba.cfunc(signature)(function)


def _fence(_context: Any) -> Any:
    def generate(context: Any, builder: Any, _signature: Any, _arguments: Any) -> Any:
        builder.fence("seq_cst")
        return context.get_dummy_value()

    return numba.types.void(), generate


def _pointer(_context: Any, _address: Any) -> Any:
    def generate(context: Any, builder: Any, _signature: Any, arguments: Any) -> Any:
        return builder.inttoptr(arguments[0], context.get_value_type(numba.types.voidptr))

    return numba.types.voidptr(numba.types.int64), generate


fence: Any = numba.extending.intrinsic(_fence)
"""For compiled code: nothing before it is moved behind it by compiler or processor, nor the other way round."""

pointer: Any = numba.extending.intrinsic(_pointer)
"""For compiled code: an address, int64, as a pointer."""

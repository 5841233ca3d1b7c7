"""What every object of the compiled core has that Python frees."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import Any

from vschaos.core.library import ffi


class CoreObject:
    """Memory of the core behind a pointer.

    Attributes
    ----------
    handle
        The pointer; NULL once it is closed.
    """

    def __init__(self, handle: Any, free: Callable[[Any], object]) -> None:
        self.handle = handle
        self._closing = weakref.finalize(self, free, handle)

    def close(self) -> None:
        """Free the memory; nothing may use it after that, and to close it again does nothing."""
        self._closing()
        self.handle = ffi.NULL

    def _open_handle(self) -> Any:
        if self.handle == ffi.NULL:
            raise ValueError(f"this {type(self).__name__} is closed")
        return self.handle

"""Runs first in the packaged app on Linux: libraries that are looked for by name are those of the app, if it has them.

`ctypes.util.find_library` asks the system alone, and finds there no PortAudio.
"""

import ctypes.util
import sys
from pathlib import Path

_of_the_system = ctypes.util.find_library


def find_library(name: str) -> str | None:
    """The library of the app, else that of the system."""
    bundled = sorted(Path(sys._MEIPASS).glob(f"lib{name}.so*"))  # type: ignore[attr-defined]
    return str(bundled[0]) if bundled else _of_the_system(name)


ctypes.util.find_library = find_library

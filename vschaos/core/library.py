"""The compiled core, through cffi in ABI mode: `core` has the functions of its headers, `ffi` makes their types.

On x86-64 there are three libraries of the same source: one for any processor, and those for processors with AVX2 (“v3”)
and with AVX-512 (“v4”). The fastest that runs is chosen. All make the same samples, bit for bit.
``VSCHAOS_CORE=baseline`` in the environment chooses the first, ``v3`` the second.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from vschaos.errors import VschaosError

try:
    from vschaos.core import declarations
except ImportError as error:
    raise VschaosError("The core of vschaos is not compiled.", "Run “make run” or “pip install .” again.") from error

ffi: Any = declarations.ffi

__all__ = ["BASELINE", "LEVELS", "core", "ffi", "open_library"]

BASELINE = "libvschaos_core"
LEVELS = {4: "libvschaos_core_v4", 3: "libvschaos_core_v3"}
"""By the level that a processor needs, highest first."""
CHOICE = "VSCHAOS_CORE"
"""The environment variable that chooses the library: ``baseline``, ``v3``, or unset for the fastest that runs."""

_FOLDER = Path(__file__).parent
_SUFFIX = {"win32": ".dll", "darwin": ".dylib"}.get(sys.platform, ".so")
_opened: dict[Path, Any] = {}  # for good: cffi unloads what nobody holds, while functions of it may still be called


def open_library(name: str) -> Any:
    """One of the libraries; its attributes are the functions and constants of the headers.

    Raises
    ------
    VschaosError
        It is missing or cannot be loaded.
    """
    path = _FOLDER / f"{name}{_SUFFIX}"
    try:
        return _opened.setdefault(path, ffi.dlopen(str(path)))
    except OSError as error:
        what = "cannot be loaded" if path.exists() else "is missing"
        raise VschaosError(f"The library {path} {what}.", "Run “make run” or “pip install .” again.") from error


def _open_fastest() -> Any:
    baseline, wanted = open_library(BASELINE), os.environ.get(CHOICE, "")
    level = 1 if wanted == "baseline" else baseline.vs_processor_level()
    for needed, name in LEVELS.items():
        if needed <= level and wanted in ("", f"v{needed}"):
            return open_library(name)
    return baseline


core: Any = _open_fastest()

"""Importing torchaudio where its compiled part cannot load.

On Linux torchaudio comes as one wheel, linked against CUDA; beside a CPU build of torch its import ends in
an ``OSError``. The parts in use (decibels of augmentations, and what torchcrepe imports) are plain Python, so the
import is repeated with the compiled part declared absent. Call this before the first import of torchaudio or
torchcrepe, and before any pool whose threads use them: the repair is not for several threads at once.
"""

from __future__ import annotations

import importlib
import sys
import threading
from collections.abc import Callable
from types import ModuleType
from typing import Any

_IMPORTING = threading.RLock()


def import_torchaudio() -> ModuleType:
    """The ``torchaudio`` package, with or without its compiled part.

    Raises
    ------
    ImportError
        If torchaudio is not installed.
    """
    with _IMPORTING:  # a thread that came second would find the half of a package that is being repaired
        try:
            return importlib.import_module("torchaudio")
        except (OSError, RuntimeError):
            for name in list(sys.modules):  # a copy, as other threads may import other modules meanwhile
                if name.partition(".")[0] == "torchaudio":
                    del sys.modules[name]
            sys.modules["torchaudio._extension"] = _absent_extension()
            return importlib.import_module("torchaudio")


def _absent_extension() -> ModuleType:
    """What ``torchaudio._extension`` offers the rest of the package, saying that nothing compiled is there."""
    extension = ModuleType("torchaudio._extension")
    offered: dict[str, Any] = {
        "_IS_TORCHAUDIO_EXT_AVAILABLE": False,
        "_IS_ALIGN_AVAILABLE": False,
        "_check_cuda_version": lambda: None,
        "fail_if_no_align": _refuse,
    }
    vars(extension).update(offered)
    return extension


def _refuse(function: Callable[..., Any]) -> Callable[..., Any]:
    """Replace a function that needs the compiled part by one that says so."""

    def unavailable(*_: Any, **__: Any) -> None:
        raise RuntimeError(f"torchaudio's {function.__name__} needs the compiled part, which this computer cannot load")

    return unavailable

"""Compiles C++ against the libtorch of the installed torch."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import torch

TORCH = Path(torch.__file__).parent
HEADERS = TORCH / "include" / "torch" / "csrc" / "jit" / "api" / "module.h"
COMPILER = shutil.which("g++")


def compiled(source: Path, target: Path, *options: str) -> Path:
    """Compile a source file; returns ``target``."""
    command = [
        str(COMPILER),
        "-std=c++20",
        f"-D_GLIBCXX_USE_CXX11_ABI={int(torch.compiled_with_cxx11_abi())}",
        *("-isystem", str(TORCH / "include")),
        *options,
        str(source),
        *("-o", str(target)),
        *(f"-L{TORCH / 'lib'}", f"-Wl,-rpath,{TORCH / 'lib'}", "-ltorch_cpu", "-lc10", "-pthread"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return target

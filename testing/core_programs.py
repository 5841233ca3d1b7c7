"""The core compiled in other ways than for the product: by any compiler, under sanitizers, into programs in C."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from scripts.compile_core import CORE, FLAGS, WARNINGS, Build, builds, command, sources

NATIVE = Path(__file__).resolve().parent / "native"
"""Programs in C."""
MEMORY = ("-fsanitize=address,undefined", "-fno-sanitize-recover=all", "-fno-omit-frame-pointer", "-g")
"""A program that touches memory that is not its own, leaks, or does what C does not define, stops with a report."""
THREADS = ("-fsanitize=thread", "-g")
"""The same for two threads that use a number at once, without order."""
_PATIENCE_S = 240


def compilers() -> dict[str, list[str] | None]:
    """The compilers that the core is held to beside its own, and the command of each; None where it is missing."""
    return {name: [name] if shutil.which(name) else None for name in ("gcc", "clang")}


def compile_library(cc: Sequence[str], build: Build, output: Path) -> Path:
    """Compile the core to a shared library; a warning is an error. Returns ``output``."""
    _compile(command(cc, build, output, extra=WARNINGS))
    return output


def compile_plugin(file: Path, output: Path, include: Path) -> Path:
    """Compile the core with a file of another host to one shared library, by any compiler; returns ``output``."""
    cc = next(cc for cc in compilers().values() if cc is not None)
    extra = (f"-I{CORE}", f"-I{include}")
    _compile(command(cc, builds()[0], output, files=[*sources(), file], extra=extra))
    return output


def compile_wasm(output: Path) -> Path:
    """Compile the core for WebAssembly, all functions of its headers exported, by zig; returns ``output``."""
    line = [sys.executable, "-m", "ziglang", "cc", "-target", "wasm32-wasi", "-mexec-model=reactor", "-msimd128"]
    _compile([*line, *FLAGS, *map(str, sources()), "-rdynamic", "-Wl,--export=malloc", "-s", "-o", str(output)])
    return output


def compile_program(name: str, output: Path, flags: Sequence[str] = (), cc: str = "gcc") -> Path:
    """Compile the core with a program of `NATIVE`; returns ``output``."""
    files = [*map(str, sources()), str(NATIVE / name)]
    portable = [flag for flag in FLAGS if flag != "-O3"]
    _compile([cc, *portable, "-O1", *flags, f"-I{CORE}", *files, "-o", str(output), "-lm", "-lpthread"])
    return output


def run_program(program: Path, arguments: Iterable[object] = (), timeout_s: float = _PATIENCE_S) -> str:
    """What a program prints.

    Raises
    ------
    RuntimeError
        It reported an error or took too long; the text has the report.
    """
    line = [str(program), *map(str, arguments)]
    try:
        result = subprocess.run(line, capture_output=True, text=True, check=False, timeout=timeout_s)
    except subprocess.TimeoutExpired as error:
        raise RuntimeError(f"{program.name} took more than {timeout_s:g} s.") from error
    if result.returncode != 0:
        raise RuntimeError(f"{program.name} ended with {result.returncode}.\n{result.stderr[-4000:]}")
    return result.stdout


def _compile(line: Sequence[str]) -> None:
    result = subprocess.run(line, capture_output=True, text=True, check=False, timeout=_PATIENCE_S)
    if result.returncode != 0:
        raise RuntimeError(f"{' '.join(line)}\n{result.stderr[-4000:]}")

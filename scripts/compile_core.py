"""Compile the core: the C files of ``vschaos/core`` to shared libraries beside them, and its headers for cffi.

``compile_core.py`` compiles what is not up to date. The compiler is the one that the environment variable ``CC`` names,
else the PyPI package ``ziglang``: a C compiler as a wheel, so that no system needs one. On x86-64 there are
three libraries of the same source, for any processor, for AVX2 and for AVX-512; they make the same samples, bit for
bit. Tried on Linux; the flags for macOS and Windows follow the same plan. Needs cffi and the standard library.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CORE = ROOT / "vschaos" / "core"
HEADERS = ("vschaos_core.h", "dsp.h")
"""What Python calls, each after those that it includes."""
DECLARATIONS = CORE / "declarations.py"
"""The headers as cffi keeps them, so that nothing is parsed when the program starts."""
STAMP = CORE / ".compiled"
"""The fingerprint of what was compiled last."""

ZIG = "ziglang==0.15.2"
FLAGS = (
    *("-std=gnu11", "-O3", "-fvisibility=hidden", "-Werror=implicit-function-declaration"),
    *("-ffp-contract=off", "-fno-math-errno", "-fno-trapping-math"),
)
"""The same arithmetic everywhere: no operation is fused with another, and none is reordered."""
WARNINGS = ("-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wno-sign-conversion", "-Wno-psabi", "-Werror")
"""For those who work on the core; a build on an unknown compiler does not stop at a warning."""
SUFFIX = {"win32": ".dll", "darwin": ".dylib"}.get(sys.platform, ".so")
OLDEST_GLIBC = "2.17"
OLDEST_MACOS = "11.0"
PROCESSORS = {"amd64": "x86_64", "arm64": "aarch64"}
"""Names of processors on Windows and macOS, and on Linux."""


class CompileError(Exception):
    """The core could not be compiled; the text explains it."""


@dataclass(frozen=True)
class Build:
    """One library of the core.

    Attributes
    ----------
    name
        Of the library, without a suffix.
    processor
        What gcc's ``-march`` calls the processors that it runs on; empty where there is one kind.
    level
        Of x86-64 that they have at least.
    """

    name: str
    processor: str = ""
    level: int = 1

    @property
    def path(self) -> Path:
        """The shared library."""
        return CORE / f"{self.name}{SUFFIX}"


def processor() -> str:
    """The processor of this computer, as Linux names it."""
    name = platform.machine().lower()
    return PROCESSORS.get(name, name)


def builds() -> tuple[Build, ...]:
    """The libraries that this computer's processor needs."""
    if processor() == "x86_64":
        levels = [Build(f"libvschaos_core_v{level}", f"x86-64-v{level}", level) for level in (3, 4)]
        return Build("libvschaos_core", "x86-64"), *levels
    return (Build("libvschaos_core"),)


def sources() -> list[Path]:
    """The C files, in a fixed order."""
    return sorted(CORE.glob("*.c"))


def has_compiler_of_its_own() -> bool:
    """Whether the user names a compiler."""
    return bool(os.environ.get("CC"))


def compiler() -> list[str]:
    """The command of the compiler, for this system."""
    if has_compiler_of_its_own():
        return shlex.split(os.environ["CC"], posix=os.name == "posix")
    system = {
        "linux": f"linux-gnu.{OLDEST_GLIBC}",
        "darwin": f"macos.{OLDEST_MACOS}",
        "win32": "windows-gnu",
    }.get(sys.platform)
    if system is None:
        raise CompileError(f"No compiler is known for {sys.platform}. Set CC to one, such as CC=cc.")
    return [sys.executable, "-m", "ziglang", "cc", "-target", f"{processor()}-{system}"]


def command(
    cc: Sequence[str], build: Build, output: Path, files: Iterable[Path] | None = None, extra: Sequence[str] = ()
) -> list[str]:
    """The command line that compiles one library from the C files of the core, or from `files`."""
    march = build.processor.replace("-", "_") if "ziglang" in cc else build.processor
    return [
        *cc,
        *FLAGS,
        *([f"-march={march}"] if march else []),
        *(["-fPIC"] if sys.platform != "win32" else []),
        *(["-s"] if sys.platform != "darwin" else []),
        *extra,
        "-shared",
        *map(str, sources() if files is None else files),
        "-o",
        str(output),
        *(["-lm", "-Wl,-z,defs"] if sys.platform not in ("win32", "darwin") else []),
    ]


def declarations() -> str:
    """The headers as cffi reads them: without the preprocessor's lines."""
    text = "".join((CORE / name).read_text(encoding="utf-8") for name in HEADERS)
    text = re.sub(r"#ifdef __cplusplus\n.*?#endif\n", "", text, flags=re.DOTALL)
    return re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).replace("VS_API ", "")


def fingerprint() -> str:
    """A hash of all that the libraries depend on."""
    inputs = [*sources(), *sorted(CORE.glob("*.h")), Path(__file__)]
    parts = [f"{path.name}\0".encode() + path.read_bytes() for path in inputs]
    parts += [os.environ.get("CC", "").encode(), processor().encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def is_up_to_date() -> bool:
    """Whether the libraries are there and were made from the present source."""
    outputs = [DECLARATIONS, STAMP, *(build.path for build in builds())]
    return all(path.exists() for path in outputs) and STAMP.read_text(encoding="utf-8").strip() == fingerprint()


def compile_core() -> None:
    """Compile what is not up to date.

    Raises
    ------
    CompileError
        The compiler is missing or reports an error.
    """
    if is_up_to_date():
        return
    STAMP.unlink(missing_ok=True)
    cc = compiler()
    with tempfile.TemporaryDirectory(prefix=".compiling-", dir=CORE) as folder:
        outputs = {build: Path(folder) / build.path.name for build in builds()}  # beside, some leave other files
        with ThreadPoolExecutor() as pool:
            list(pool.map(_run, [command(cc, *one) for one in outputs.items()]))
        for build, output in outputs.items():
            output.replace(build.path)
    _write_declarations()
    STAMP.write_text(fingerprint() + "\n", encoding="utf-8")


def _run(line: list[str]) -> None:
    try:
        result = subprocess.run(line, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    except OSError as error:
        raise CompileError(
            f"The compiler {line[0]} could not be started: {error}. Set CC to one, or unset it."
        ) from error
    if result.returncode != 0:
        raise CompileError(f"The core could not be compiled.\n{shlex.join(line)}\n{result.stderr.strip()}")


def _write_declarations() -> None:
    from cffi import FFI

    ffi = FFI()
    ffi.set_source("vschaos.core.declarations", None)
    ffi.cdef(declarations())
    with tempfile.TemporaryDirectory(prefix=".compiling-", dir=CORE) as folder:
        made = Path(folder) / DECLARATIONS.name
        with redirect_stdout(StringIO()):  # it says what it makes
            ffi.emit_python_code(str(made))
        text = made.read_text(encoding="utf-8")
        made.write_text(
            f'"""`vschaos_core.h` for cffi; made by scripts/compile_core.py."""\n\n{text}', encoding="utf-8"
        )
        made.replace(DECLARATIONS)


if __name__ == "__main__":
    try:
        compile_core()
    except CompileError as problem:
        sys.exit(str(problem))

"""What the packaged apps leave out, and what is made smaller in them: for `build_app.spec` and `build_player.spec`.

A part is left out only where the program never asks for it: plugins of Qt for screens that a desktop has not, libraries
that nothing needs once these are gone, source of torch that is neither read nor run. What is made smaller works as
before: symbols for debuggers are removed, ICU has the data that Qt asks for, and encoders of video, which are never
called, are libraries without content. The last three steps are for Linux.
"""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

import sdl2dll

from scripts.compile_core import compiler

ROOT = Path(__file__).resolve().parents[2]

NOT_NEEDED = [
    *(
        "tkinter",
        "IPython",
        "matplotlib",
        "pandas",
        "pytest",
        "_pytest",
        "setuptools",
        "pip",
        "wheel",
        "PIL",
        "pygments",
    ),
    *("scipy", "sklearn", "numba", "llvmlite", "networkx", "jinja2", "aiohttp", "torchaudio"),
    *("_dbm", "_gdbm", "readline"),
]
"""Packages that optional imports of others would bring."""
NOT_NEEDED_OF_QT = ["PySide6.QtTest"]
"""pyqtgraph imports it where it is there."""

Entry = tuple[str, str, str]
"""A collected file, as PyInstaller lists it: target, source, kind."""

QT_TEXTS = ("qtbase_de.qm", "qtbase_fr.qm")
"""Of Qt's own texts, those of the dialogs that the studio shows in its languages."""

LEFT_OUT = (
    r"torch/(test|include|share)/",
    r"torch/bin/(?!torch_shm_manager)",
    r"libmvec\.so",  # of the C library, which is the system's
    r"torch/lib/lib(jitbackend_test|torchbind_test|backend_with_compiler|aoti_custom_ops)\.",
    # Sources that nobody reads, neither TorchScript nor torch's settings; the modules themselves are in the program.
    r"torch/(_inductor|_dynamo|_export|_functorch|_vendor|distributed|export|fx|onnx|testing)/(?!.*config).*\.py$",
    # Screens without a desktop, remote screens, and the themes of a desktop's own dialogs.
    r"PySide6/Qt/plugins/(egldeviceintegrations|generic|networkinformation|tls|xcbglintegrations)/",
    r"PySide6/Qt/plugins/platforms/libq(eglfs|linuxfb|minimal|minimalegl|vkkhrdisplay|vnc)\.",
    r"PySide6/Qt/plugins/platformthemes/libqgtk3\.",
    r"PySide6/Qt/plugins/imageformats/libq(gif|icns|jpeg|tga|tiff|wbmp|webp)\.",
    r"PySide6/Qt/plugins/wayland-graphics-integration-client/",
)
_LEFT_OUT = re.compile("|".join(LEFT_OUT))

LOADED_BY_NAME = ("libportaudio", "libpython", "libtorch_global_deps")
"""Libraries that no other names as needed."""

ICU_LEFT_OUT = re.compile(
    r".*\.(cnv|spp)|[^/]+/((brkitr|curr|lang|rbnf|region|translit|unit|zone)/.*|unames\.icu|[a-z]{2,3}(_\w+)?\.res)"
)
"""Of ICU's data, what Qt does not ask for: it has such tables of its own."""

ENCODERS = ("libx265", "libx264", "libSvtAv1Enc")
"""Encoders of video that libavcodec names as needed."""


def resources(instruments: Sequence[str] = ()) -> list[tuple[str, str]]:
    """Files that the program reads, in the package's own layout; with names, only these instruments and no sounds."""
    folder = ROOT / "resources"
    left_out = {"factory", "sounds"} if instruments else {"factory"}
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix not in (".pyc", ".ts")]
    return [
        (str(path), str(path.relative_to(folder).parent))
        for path in paths
        if left_out.isdisjoint(path.relative_to(folder).parts)
        and (not instruments or path.suffix != ".vschaos" or path.stem in instruments)
    ]


def sdl() -> list[tuple[str, str]]:
    """Of pysdl2-dll only SDL itself: gamepads need none of its sounds, pictures and fonts."""
    folder = Path(sdl2dll.__file__).parent / "dll"
    return [
        (str(path), str(path.parent.relative_to(folder.parent.parent)))
        for path in sorted(folder.rglob("*"))
        if path.relative_to(folder).parts[0] in ("libSDL2-2.0.so", "SDL2.dll", "SDL2.framework")
        and path.is_file()
        and "Headers" not in path.parts
    ]


def kept(entry: Entry) -> bool:
    """Whether to keep a collected file."""
    place = PurePosixPath(Path(entry[0]).as_posix())
    if "translations" in place.parts:
        return place.name in QT_TEXTS
    return not _LEFT_OUT.match(str(place))


def reachable(entries: Sequence[Entry]) -> list[Entry]:
    """Without the libraries that nothing needs any more."""
    if not sys.platform.startswith("linux"):
        return list(entries)
    sources: dict[str, list[Path]] = {}
    for target, source, kind in entries:
        sources.setdefault(Path(target).name, []).extend([Path(source)] if kind != "SYMLINK" else [])
    found = {Path(target).name for target, _, _ in entries if not _is_library(PurePosixPath(target))}
    waiting = list(found)
    while waiting:
        for source in sources[waiting.pop()]:
            needed = (needed_by(source) & sources.keys()) - found
            found |= needed
            waiting += needed
    return [entry for entry in entries if Path(entry[0]).name in found]


def _is_library(place: PurePosixPath) -> bool:
    """Whether a file is there only for those that name it as needed."""
    if not place.name.startswith("lib") or place.name.startswith(LOADED_BY_NAME):
        return False
    return len(place.parts) == 1 or place.parent.name == "lib" or place.parent.name.endswith(".libs")


def needed_by(library: Path) -> set[str]:
    """Names of the libraries that one names as needed."""
    return set(re.findall(r"NEEDED\s+(\S+)", _output("objdump", "-p", str(library))))


def shrink(folder: Path) -> None:
    """Make the files of a built app smaller, on Linux."""
    if not sys.platform.startswith("linux"):
        return
    for encoder in ENCODERS:
        for library in (folder / "av.libs").glob(f"{encoder}*"):
            empty(library)
    for data in (folder / "PySide6" / "Qt" / "lib").glob("libicudata.so.*"):
        shrink_icu(data)
    for file in sorted(folder.rglob("*.so*")):
        if not file.exists():  # a link to what was left out
            file.unlink()
        elif file.is_file() and not file.is_symlink():
            strip(file)


def strip(library: Path) -> None:
    """Remove symbols for debuggers, unless that breaks the file: some wheels' libraries have been edited."""
    with tempfile.TemporaryDirectory() as folder:
        stripped = Path(folder) / library.name
        _output("strip", "--strip-unneeded", "-o", str(stripped), str(library))
        loads = re.findall(r"LOAD +(\S+) (\S+) \S+ \S+ \S+ .* (\S+)\n", _output("readelf", "-lW", str(stripped)))
        if all((int(offset, 16) - int(address, 16)) % int(align, 16) == 0 for offset, address, align in loads):
            shutil.copyfile(stripped, library)


def empty(library: Path) -> None:
    """Replace a library by one that has the same symbols for libraries beside it, and does nothing."""
    wanted: set[str] = set()
    for other in library.parent.glob("*.so*"):
        if other != library and library.name in needed_by(other):
            wanted |= set(re.findall(r" U (\w+)", _output("nm", "-D", str(other))))
    symbols = re.findall(r" ([A-Z]) (\w+)", _output("nm", "-D", "--defined-only", str(library)))
    functions = [f"void *{name}(void) {{ return 0; }}" for kind, name in symbols if name in wanted and kind in "TW"]
    tables = [f"char {name}[4096];" for kind, name in symbols if name in wanted and kind not in "TW"]
    _compile("\n".join([*functions, *tables]), library)


def shrink_icu(library: Path) -> None:
    """Replace ICU's library of data by one without `ICU_LEFT_OUT`.

    The data are a package: a header, a count, pairs of offsets to names and to contents, names in order, contents at
    multiples of 16 bytes (ICU: source/common/ucmndata.h).
    """
    content = library.read_bytes()
    header = content.index(b"CmnD") - 12
    table = header + struct.unpack_from("<H", content, header)[0]
    count = struct.unpack_from("<I", content, table)[0]
    pairs = [struct.unpack_from("<II", content, table + 4 + 8 * place) for place in range(count)]
    names = [content[table + name : content.index(b"\0", table + name) + 1] for name, _ in pairs]
    ends = [offset for _, offset in pairs[1:]] + [len(content) - table]
    items = [
        (name, content[table + start : table + end])
        for name, (_, start), end in zip(names, pairs, ends, strict=True)
        if not ICU_LEFT_OUT.fullmatch(name[:-1].decode())
    ]
    offsets = bytearray(struct.pack("<I", len(items)))
    texts = b"".join(name for name, _ in items)
    text_at = 4 + 8 * len(items)
    content_at = first = -(-(text_at + len(texts)) // 16) * 16
    for name, item in items:
        offsets += struct.pack("<II", text_at, content_at)
        text_at += len(name)
        content_at += -(-len(item) // 16) * 16
    package = content[header:table] + (bytes(offsets) + texts).ljust(first, b"\0")
    package += b"".join(item.ljust(-(-len(item) // 16) * 16, b"\0") for _, item in items)
    symbol = f"icudt{library.name.rpartition('.')[2]}_dat"
    with tempfile.NamedTemporaryFile(suffix=".dat") as file:
        file.write(package)
        file.flush()
        assembly = (
            rf".section .rodata\n.balign 16\n.globl {symbol}\n.type {symbol},@object\n{symbol}:\n"
            rf".incbin \"{file.name}\"\n.size {symbol},.-{symbol}\n"
        )
        _compile(f'__asm__("{assembly}");', library)


def _compile(source: str, library: Path) -> None:
    """Replace a shared library by one made from C."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "source.c"
        file.write_text(source + "\n", encoding="utf-8")
        flags = ("-shared", "-fPIC", "-nostdlib", "-w", f"-Wl,-soname,{library.name}")
        _output(*compiler(), *flags, str(file), "-o", str(library))


def _output(*command: str) -> str:
    result = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        raise SystemExit(f"{' '.join(command)}\n{result.stderr}")
    return result.stdout

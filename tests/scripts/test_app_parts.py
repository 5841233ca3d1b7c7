"""What the packaged app leaves out, and what is made smaller in it and still works."""

from __future__ import annotations

import ctypes
import random
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.app import parts, sizes

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="libraries of Linux")


def library(folder: Path, name: str, source: str, *needed: Path) -> Path:
    """A shared library made from C, which needs others beside it."""
    file = folder / "source" / f"{name}.c"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(source, encoding="utf-8")
    flags = ("-g", "-shared", "-fPIC", f"-Wl,-soname,{name}", "-Wl,-rpath,$ORIGIN")
    parts._output(*parts.compiler(), *flags, str(file), *map(str, needed), "-o", str(folder / name))
    return folder / name


def test_plugins_without_use_and_texts_of_other_languages_are_left_out():
    places = {
        "PySide6/Qt/plugins/platforms/libqxcb.so": True,
        "PySide6/Qt/plugins/platforms/libqoffscreen.so": True,
        "PySide6/Qt/plugins/platforms/libqeglfs.so": False,
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so": False,
        "PySide6/Qt/translations/qtbase_de.qm": True,
        "PySide6/Qt/translations/qtbase_ja.qm": False,
        "torch/lib/libtorch_cpu.so": True,
        "torch/bin/torch_shm_manager": True,
        "torch/bin/protoc": False,
        "torch/nn/functional.py": True,
        "torch/_inductor/ir.py": False,
        "torch/_inductor/config.py": True,
        "vschaos/data/pitch/crepe_tiny.safetensors": True,
    }
    assert {place: parts.kept((place, "", "DATA")) for place in places} == places


def test_a_library_stays_while_something_needs_it(tmp_path):
    base = library(tmp_path, "libbase.so.1", "int base(void) { return 7; }")
    middle = library(tmp_path, "libmiddle.so.1", "int base(void); int middle(void) { return base(); }", base)
    lonely = library(tmp_path, "liblonely.so.1", "int lonely(void) { return 1; }")
    plugin = library(
        tmp_path / "plugins", "libplugin.so", "int middle(void); int run(void) { return middle(); }", middle
    )
    entries = [("plugins/libplugin.so", str(plugin), "BINARY")]
    entries += [(path.name, str(path), "BINARY") for path in (base, middle, lonely)]
    names = [Path(target).name for target, _, _ in parts.reachable(entries)]
    assert names == ["libplugin.so", "libbase.so.1", "libmiddle.so.1"]


def test_a_library_without_content_can_be_needed(tmp_path):
    source = "int table[3] = {1, 2, 3}; int encode(int x) { return x + 7; } int other(void) { return 1; }"
    encoder = library(tmp_path, "libencoder.so.1", source)
    user = library(
        tmp_path,
        "libuser.so.1",
        "extern int table[]; int encode(int); int use(int x) { return table[1] + encode(x); }",
        encoder,
    )
    before = encoder.stat().st_size
    parts.empty(encoder)
    assert encoder.stat().st_size < before
    assert ctypes.CDLL(str(user)).use(5) == 0


def test_icu_keeps_what_qt_asks_for(tmp_path):
    items = {
        "icudt99l/cnvalias.icu": b"aliases",
        "icudt99l/coll/root.res": b"order" * 9,
        "icudt99l/lang/de.res": b"x" * 5000,
        "icudt99l/latin-99.cnv": b"y" * 5000,
        "icudt99l/root.res": b"the root",
    }
    data = tmp_path / "libicudata.so.99"
    library(tmp_path, data.name, _as_assembly(_package(items), "icudt99_dat"))
    before = data.stat().st_size
    parts.shrink_icu(data)
    assert data.stat().st_size < before - 8000
    kept = {name: content for name, content in items.items() if len(content) < 5000}
    size = len(_package(kept))
    assert bytes((ctypes.c_char * size).in_dll(ctypes.CDLL(str(data)), "icudt99_dat")) == _package(kept)


def _package(items: dict[str, bytes]) -> bytes:
    """Items as a package of ICU's."""
    header = struct.pack("<HBB", 32, 0xDA, 0x27) + b"\x14\0\0\0\0\0\x02\0" + b"CmnD" + bytes(16)
    texts = b"".join(name.encode() + b"\0" for name in items)
    name_at = 4 + 8 * len(items)
    content_at = -(-(name_at + len(texts)) // 16) * 16
    table, contents = struct.pack("<I", len(items)), b""
    for name, content in items.items():
        table += struct.pack("<II", name_at, content_at + len(contents))
        name_at += len(name) + 1
        contents += content.ljust(-(-len(content) // 16) * 16, b"\0")
    return header + (table + texts).ljust(content_at, b"\0") + contents


def _as_assembly(content: bytes, symbol: str) -> str:
    numbers = ",".join(map(str, content))
    return f"const unsigned char {symbol}[{len(content)}] __attribute__((aligned(16))) = {{{numbers}}};"


def test_what_was_stripped_still_works(tmp_path):
    made = library(
        tmp_path, "libmade.so", "static int half(int x) { return x / 2; } int twice(int x) { return 4 * half(x); }"
    )
    before = made.stat().st_size
    parts.strip(made)
    assert made.stat().st_size < before
    assert ctypes.CDLL(str(made)).twice(6) == 12


def test_sizes_are_listed_by_part(tmp_path, capsys):
    for place, size in {
        "vschaos": 2_000_000,
        "_internal/numpy/_core/a.so": 3_000_000,
        "_internal/numpy.libs/b.so": 4_000_000,
        "_internal/libX.so.6": 1_500_000,
        "_internal/small/file": 10,
    }.items():
        path = tmp_path / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(random.Random(size).randbytes(size))
    assert sizes.main([str(tmp_path), "--download"]) == 0
    rows = [line.strip("|").split("|") for line in capsys.readouterr().out.splitlines()]
    parts = {row[0].strip(): float(row[1]) for row in rows[2:]}
    assert parts == {
        "numpy": 7.0,
        sizes.PROGRAMS: 2.0,
        sizes.SYSTEM: 1.5,
        "smaller parts": 0.0,
        "**all**": 10.5,
    }
    assert float(rows[-1][2]) == pytest.approx(10.5, abs=0.1)  # noise cannot be compressed


def test_plots_do_without_what_is_left_out():
    left_out = [*parts.NOT_NEEDED, *parts.NOT_NEEDED_OF_QT]
    code = f"import sys; sys.modules.update(dict.fromkeys({left_out})); import pyqtgraph; pyqtgraph.PlotCurveItem"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr

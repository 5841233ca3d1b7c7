"""Files are written only through `vschaos.files`, so that they are never half new and keep links and permissions."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

EXCEPTIONS = {
    "vschaos/files.py": "the module itself",
    "vschaos/audio.py": "libsndfile writes into a .part of vschaos.files",
    "vschaos/realtime/recording/growing_file.py": "a recording grows in its final file",
    "vschaos/realtime/recording/sound_header.py": "updates the header of a growing recording",
    "vschaos/realtime/recording/unfinished.py": "a note that names a recording; a damaged one is ignored",
    "vschaos/terminal.py": "standard streams",
    "vschaos/training/curves.py": "a table that grows line by line",
    "vschaos/training/checkpoints.py": "torch writes into memory, and vschaos.files the bytes",
    "vschaos/export/folder.py": "moves finished files from a temporary folder",
    "vschaos/export/reference.py": "a file for the check of an export, in a private folder",
    "vschaos/cli/instruments.py": "a zip into a file of vschaos.files",
    "vschaos/instrument/bundle.py": "a zip into a file of vschaos.files",
    "vschaos/realtime/process.py": "standard output, under another descriptor",
    "vschaos_studio/services/engine_bridge.py": "to nowhere, where the log cannot be written",
    "vschaos_studio/services/process.py": "a log that grows line by line",
}
"""Modules that write in other ways, and the reason."""

WRITING_METHODS = {"write_text", "write_bytes"}
WRITING_CALLS = {
    *("torch.save", "save_file", "np.save", "np.savez", "np.savetxt", "soundfile.write", "tempfile.mkstemp"),
    *("shutil.move", "shutil.copy", "shutil.copy2", "shutil.copyfile", "os.replace", "os.rename"),
    *("tempfile.NamedTemporaryFile", "zipfile.ZipFile", "soundfile.SoundFile", "os.fdopen"),
}


def writes(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [f"line {node.lineno}" for node in ast.walk(tree) if isinstance(node, ast.Call) and is_a_write(node)]


def is_a_write(call: ast.Call) -> bool:
    name = ast.unparse(call.func)
    last = name.rpartition(".")[2]
    if (last in WRITING_METHODS and last != name) or name in WRITING_CALLS:
        return not reads_only(call, 1) if last in ("ZipFile", "SoundFile", "fdopen") else True
    if last == "open" and name not in ("os.open", "archive.open", "old.open"):
        # open(path, mode), but Path.open(mode)
        return not reads_only(call, 1 if name in ("open", "io.open", "os.fdopen") else 0)
    return False


def reads_only(call: ast.Call, place: int) -> bool:
    modes = [item.value for item in call.keywords if item.arg == "mode"]
    if len(call.args) > place:
        modes.append(call.args[place])
    mode = modes[0].value if modes and isinstance(modes[0], ast.Constant) else ""
    return not isinstance(mode, str) or not set(mode) & set("wax+")


def sources() -> list[Path]:
    return [path for package in ("vschaos", "vschaos_studio") for path in sorted((ROOT / package).rglob("*.py"))]


def test_no_module_writes_files_by_itself():
    found = {path.relative_to(ROOT).as_posix(): writes(path) for path in sources()}
    assert {name: lines for name, lines in found.items() if lines and name not in EXCEPTIONS} == {}


def test_every_exception_is_needed():
    assert [name for name in EXCEPTIONS if name != "vschaos/files.py" and not writes(ROOT / name)] == []


def test_writing_is_recognised():
    for line in ('open(x, "w")', 'p.open("a")', "p.write_text(t)", "torch.save(x, y)", 'open(x, mode="xb")'):
        assert is_a_write(ast.parse(line).body[0].value)
    for line in ("open(x)", 'p.open("rb")', "p.read_text()", "device.open(name)", "zipfile.ZipFile(p)"):
        assert not is_a_write(ast.parse(line).body[0].value)

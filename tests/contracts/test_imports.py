"""Who may import whom; and, as it really happens, that the engine needs no Qt and the window no torch."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

WITHOUT = """
import importlib, pkgutil, sys

absent, package = set(sys.argv[1].split(",")), sys.argv[2]

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in absent:
            raise ModuleNotFoundError(f"No module named {name!r} (kept away by this test)", name=name)

sys.meta_path.insert(0, Absent())
root = importlib.import_module(package)
names = [package, *(found.name for found in pkgutil.walk_packages(root.__path__, package + "."))]
for name in names:
    if not name.endswith("__main__"):
        importlib.import_module(name)
loaded = sorted({name.partition(".")[0] for name in sys.modules} & absent)
assert not loaded, loaded
print(len(names))
"""


def imported_without(absent, package):
    """Import every module of a package in a fresh process in which some packages do not exist."""
    result = subprocess.run(
        [sys.executable, "-c", WITHOUT, ",".join(absent), package],
        capture_output=True,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        timeout=240,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return int(result.stdout)


def test_the_engine_needs_no_qt():
    assert imported_without(["PySide6", "shiboken6", "pyqtgraph", "vschaos_studio"], "vschaos") > 20


def test_the_window_process_never_imports_torch():
    heavy = ["torch", "torchaudio", "lightning", "torchcrepe", "scipy", "librosa", "numba", "hydra"]
    assert imported_without(heavy, "vschaos_studio") > 10


def test_a_package_that_is_missed_is_noticed():
    """The test above can fail: numpy, which the window does use, is missed."""
    code = [sys.executable, "-c", WITHOUT, "numpy", "vschaos.latent"]
    result = subprocess.run(code, capture_output=True, text=True, timeout=120, check=False)
    assert result.returncode != 0
    assert "kept away by this test" in result.stderr


def test_import_directions():
    """The contracts of `[tool.importlinter]`."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=240, check=False)
    assert result.returncode == 0, result.stdout + result.stderr

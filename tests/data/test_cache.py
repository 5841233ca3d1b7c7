"""The cache is where the user wants it, and nobody needs torch to know."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from vschaos.data.cache import cache_folder


def test_the_cache_is_where_the_variable_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VSCHAOS_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path
    monkeypatch.setenv("VSCHAOS_CACHE", "~/sounds")
    assert cache_folder() == Path.home() / "sounds"
    monkeypatch.delenv("VSCHAOS_CACHE")
    assert cache_folder().name == "vschaos-studio"


def test_the_window_may_use_all_of_this_without_torch() -> None:
    names = (
        "cache",
        "content",
        "labels.folder_classes",
        "index",
        "labels.files",
        "layout",
        "progress_throttle",
        "scan",
        "tidying",
    )
    modules = ", ".join(f"vschaos.data.{name}" for name in names)
    program = f"import sys, {modules}; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0

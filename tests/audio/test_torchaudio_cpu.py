"""torchaudio imports with its compiled part, without it, and not at all where it is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from vschaos.torchaudio_cpu import import_torchaudio


@pytest.fixture
def no_torchaudio() -> Iterator[None]:
    """Forget torchaudio for the time of a test."""

    def loaded() -> list[str]:
        return [name for name in sys.modules if name.partition(".")[0] == "torchaudio"]

    kept = {name: sys.modules.pop(name) for name in loaded()}
    yield
    for name in loaded():
        del sys.modules[name]
    sys.modules.update(kept)


def write_package(folder: Path, extension: str) -> None:
    package = folder / "torchaudio"
    (package / "_extension").mkdir(parents=True)
    (package / "_extension" / "__init__.py").write_text(extension, encoding="utf-8")
    (package / "__init__.py").write_text("from . import functional, _extension\n", encoding="utf-8")
    (package / "functional.py").write_text(
        "from torchaudio._extension import fail_if_no_align\n"
        "@fail_if_no_align\ndef forced_align():\n    return 'aligned'\n"
        "def resample():\n    return 'resampled'\n",
        encoding="utf-8",
    )


@pytest.mark.parametrize("error", ["OSError('libc10_cuda.so')", "RuntimeError('CUDA version mismatch')"])
def test_without_the_compiled_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, no_torchaudio: None, error: str
) -> None:
    write_package(tmp_path, f"raise {error}\n")
    monkeypatch.syspath_prepend(tmp_path)
    torchaudio = import_torchaudio()
    assert torchaudio.functional.resample() == "resampled"
    assert torchaudio._extension._IS_ALIGN_AVAILABLE is False
    assert torchaudio._extension._check_cuda_version() is None
    with pytest.raises(RuntimeError, match="forced_align needs the compiled part"):
        torchaudio.functional.forced_align()
    assert import_torchaudio() is torchaudio


def test_with_the_compiled_part_nothing_is_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, no_torchaudio: None
) -> None:
    write_package(tmp_path, "_IS_ALIGN_AVAILABLE = True\ndef fail_if_no_align(function):\n    return function\n")
    monkeypatch.syspath_prepend(tmp_path)
    torchaudio = import_torchaudio()
    assert torchaudio._extension._IS_ALIGN_AVAILABLE is True
    assert torchaudio.functional.forced_align() == "aligned"


def test_an_error_that_is_not_the_compiled_parts_comes_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, no_torchaudio: None
) -> None:
    write_package(tmp_path, "raise ImportError('not installed')\n")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ImportError, match="not installed"):
        import_torchaudio()


def test_the_installed_one_resamples() -> None:
    import torch

    functional = import_torchaudio().functional
    assert functional.resample(torch.ones(1, 9600), 96_000, 48_000).shape == (1, 4800)


HAMMER = """
import sys, threading, types
from vschaos.torchaudio_cpu import import_torchaudio

sys.setswitchinterval(1e-6)

def busy(number):
    # Other threads import other modules meanwhile, as libraries do by themselves.
    count = 0
    while len(found) + len(errors) < 12:
        count += 1
        name = f"module_{number}_{count % 500}"
        if sys.modules.pop(name, None) is None:
            sys.modules[name] = types.ModuleType(name)

found, errors, start = [], [], threading.Barrier(16)

def ask(number):
    try:
        start.wait()
        if number % 4 == 3:
            busy(number)
        else:
            module = import_torchaudio()
            assert module.functional.resample() == "resampled"
            found.append(module)
    except BaseException as error:
        errors.append(repr(error))

threads = [threading.Thread(target=ask, args=(number,)) for number in range(16)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
assert not errors, errors
assert len(found) == 12 and len(set(map(id, found))) == 1
"""


def test_many_threads_of_a_fresh_process_may_ask_at_once(tmp_path: Path) -> None:
    write_package(tmp_path, "import time\ntime.sleep(0.05)\nraise OSError('libc10_cuda.so')\n")
    path = os.pathsep.join([str(tmp_path), str(Path(__file__).parents[2])])
    done = subprocess.run(
        [sys.executable, "-c", HAMMER], env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr

"""Fifty hours of sound: scanned and prepared once, with a kill on the way, and opened again by a new process.

This measures our work, not the disk's. The sounds are 16-bit mono wavs at 8 kHz: a second of noise, then silence that
uses no disk space; all contents differ. They are prepared at 8 kHz, so nothing is resampled. All samples are read,
hashed, decoded, examined and written: a fifth of the data at 44.1 kHz. The times of a second opening do not depend on
the rate. 50 hours need 6 GB in the temporary folder, which is removed at the end.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import soundfile

RATE_HZ = 8_000
SHAPES = ((3_000, 60.0), (30_000, 6.0))
"""Files, and seconds of each: 50 hours both times."""
KILLED_AT = 0.3
"""The share of the files after which the first process is killed."""
_FILES_A_FOLDER = 500
_LONG_AGO_S = 1e9  # verdicts on files of the last two seconds are not kept


def run(shapes: tuple[tuple[int, float], ...] = SHAPES) -> dict[str, Any]:
    """For each shape: the first scan and preparation, both killed and resumed, and the second opening."""
    return {f"{files}_files_of_{seconds:g}_s": _figures(files, seconds) for files, seconds in shapes}


def _figures(files: int, seconds: float) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="vschaos-store-") as name:
        root, cache = Path(name) / "sounds", Path(name) / "cache"
        _make(root, files, seconds)
        figures: dict[str, Any] = {"hours": round(files * seconds / 3600, 2)}
        for work, kept in (("scan", _judged), ("store", _prepared)):
            reported = _killed(work, root, cache, files)
            before = kept(root, cache)
            rest_s = _child(work, root, cache)[f"{work}_s"]
            figures[work] = {
                "killed_after_files": reported,
                "kept_files": before,
                "resumed_s": rest_s,
                "x_realtime": round((files - before) * seconds / rest_s),
            }
        figures["second_opening"] = _child("open", root, cache)
        return figures


def _make(root: Path, files: int, seconds: float) -> None:
    rng = np.random.default_rng(0)
    for number in range(files):
        folder = root / f"{number // _FILES_A_FOLDER:03}"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{number:06}.wav"
        frames = round(seconds * RATE_HZ)
        soundfile.write(path, (rng.normal(0, 2000, min(RATE_HZ, frames))).astype(np.int16), RATE_HZ)
        _lengthen(path, 2 * frames)
        os.utime(path, (_LONG_AGO_S, _LONG_AGO_S))


def _lengthen(path: Path, data_bytes: int) -> None:
    """Let a wav go on in silence: sizes in its header, and a hole behind its samples."""
    with path.open("r+b") as file:
        file.seek(4)
        file.write((36 + data_bytes).to_bytes(4, "little"))
        file.seek(40)
        file.write(data_bytes.to_bytes(4, "little"))
        file.truncate(44 + data_bytes)


def _child(work: str, root: Path, cache: Path) -> dict[str, Any]:
    """What a fresh process finds."""
    done = subprocess.run(_command(work, root, cache), stdout=subprocess.PIPE, check=True, cwd=_HERE)
    return json.loads(done.stdout.splitlines()[-1])


def _killed(work: str, root: Path, cache: Path, files: int) -> int:
    """Kill a process during its work; returns how many files it had reported."""
    with subprocess.Popen(_command(work, root, cache), stdout=subprocess.PIPE, cwd=_HERE) as process:
        assert process.stdout is not None
        done = 0
        for line in process.stdout:
            if line.startswith(b"{"):  # it was too quick
                break
            done = int(line)
            if done >= KILLED_AT * files:
                process.kill()
                break
    return done


def _judged(root: Path, cache: Path) -> int:
    from vschaos.data.index import SoundIndex

    with SoundIndex(cache) as index:
        return len(index.recall(root))


def _prepared(_root: Path, cache: Path) -> int:
    return sum(1 for _ in cache.glob("sounds/*/*.f32"))


_HERE = Path(__file__).parents[1]


def _command(work: str, root: Path, cache: Path) -> list[str]:
    return [sys.executable, "-m", "benchmarks.store", work, str(root), str(cache)]


def _main(work: str, root: Path, cache: Path) -> None:
    """The work of a child; progress as lines with numbers, and at last the figures as JSON."""
    figures: dict[str, float] = {}

    def timed(name: str, call: Callable[[], Any]) -> Any:
        start_s = time.perf_counter()
        result = call()
        figures[name] = round(time.perf_counter() - start_s, 3)
        return result

    def show_progress(done: int, _total: int) -> None:
        print(done, flush=True)

    from vschaos.data.scan import scan_folder

    report = timed(
        "scan_s", lambda: scan_folder(root, cache=cache, on_progress=show_progress if work == "scan" else None)
    )
    figures["resident_after_scan_mb"] = _resident_mb()
    if work != "scan":
        timed("import_torch_s", lambda: __import__("vschaos.data.loader"))
        before_mb = _resident_mb()
        from vschaos.data.loader import FrameSource
        from vschaos.data.store import open_store

        store = timed("store_s", lambda: open_store(report, RATE_HZ, cache=cache, on_progress=show_progress))
        source = timed("frames_s", lambda: FrameSource(store))
        figures["together_s"] = round(figures["scan_s"] + figures["store_s"] + figures["frames_s"], 3)
        figures["resident_mb"] = _resident_mb()
        figures["resident_without_torch_mb"] = round(_resident_mb() - before_mb + figures["resident_after_scan_mb"])
        rng = np.random.default_rng(0)
        for name in ("batch_of_256_first_ms", "batch_of_256_later_ms"):
            timed(name, lambda: [source.batch(rng, 256, 2048) for _ in range(20)])
            figures[name] = round(figures[name] * 1e3 / 20, 2)
    print(json.dumps(figures))


def _resident_mb() -> float:
    import psutil

    return round(psutil.Process().memory_info().rss / 2**20)


if __name__ == "__main__":
    _main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))

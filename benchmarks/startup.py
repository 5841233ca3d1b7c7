"""How long the studio takes to show its window and until it can sound, and the memory that the window's process takes.

Each time in a fresh process with warm caches, on a screen of Xvfb where there is one. From the start of the process
to the first paint, to the engine's first word, and to the instrument being loaded.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from typing import Any

REPETITIONS = 5


def run() -> dict[str, Any]:
    """Medians of five starts, in seconds and MB."""
    with tempfile.TemporaryDirectory() as folder, _screen() as screen:
        environment = os.environ | screen | {"VSCHAOS_CONFIG": folder, "XDG_STATE_HOME": folder}
        _start(environment)
        starts = [_start(environment) for _ in range(REPETITIONS)]
    return {
        "screen": "Xvfb" if "DISPLAY" in screen else "offscreen",
        **{name: _median([start[name] for start in starts]) for name in starts[0]},
        "window_s_each": [start["window_s"] for start in starts],
    }


def _start(environment: dict[str, str]) -> dict[str, float | None]:
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-m", "vschaos_studio", "--smoke-test"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    facts = json.loads(done.stdout.splitlines()[-1])
    loaded = facts["instrument_loaded_at"]
    return {
        "window_s": round(facts["first_paint_at"] - began, 3),
        "engine_ready_s": round(facts["engine_ready_at"] - began, 3),
        "sound_possible_s": round(loaded - began, 3) if loaded is not None else None,
        "window_process_mb": facts["resident_mb"],
    }


def _median(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return statistics.median(known) if known else None


@contextlib.contextmanager
def _screen() -> Iterator[dict[str, str]]:
    """A screen of our own: Xvfb on a free number, else Qt's offscreen platform."""
    program = shutil.which("Xvfb")
    if program is None:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    ours, theirs = os.pipe()
    server = subprocess.Popen(
        [program, "-displayfd", str(theirs), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=(theirs,),
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs)
    try:
        with os.fdopen(ours) as answer:
            number = answer.readline().strip()
        yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    print(json.dumps(run(), indent=2))

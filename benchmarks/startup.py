"""Start-up time of studio and engine: to the window, to the first possible and the first real sound; and their memory.

Each start is a new process with warm caches, on a virtual screen if Xvfb exists. Times are from the start of the
process to the first paint, to the engine's first message, and to the loaded instrument. ``window_cpu_s`` is what the
window's process has computed until the first paint: on a busy machine, compare that. ``python -m benchmarks.startup
PROGRAM …`` compares packaged programs so, by turns: the app before a change and after.

The engine's own process is started on a JACK server as well, with orders to load a factory instrument and to play:
``first_sound_s`` is from its start to the first sample that is not silence; its memory is read two seconds later:
``engine_mb`` is what is resident without the 107 MB of the JACK server that its library locks into every client, which
are ``jack_mb``, and ``engine_own_mb`` is the part that it shares with no other process.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psutil

from benchmarks._live import Server, audio_server
from testing.servers import engine_process, virtual_screen
from vschaos.instrument.library import factory_instruments
from vschaos.realtime.protocol import Figures, InstrumentLoaded, LoadInstrument, Touch

REPETITIONS = 5


def run() -> dict[str, Any]:
    """Medians of five starts, in seconds and MB."""
    return {**compare([[sys.executable, "-m", "vschaos_studio"]])[0], **_engine()}


def compare(commands: Sequence[Sequence[str]]) -> list[dict[str, Any]]:
    """Medians of five starts of each of these windows, by turns."""
    with tempfile.TemporaryDirectory() as folder, virtual_screen() as screen:
        environment = os.environ | screen | {"VSCHAOS_CONFIG": folder, "XDG_STATE_HOME": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # users' modules are compiled once
        rounds = [[_start(command, environment) for command in commands] for _ in range(1 + REPETITIONS)][1:]
    return [
        {
            "screen": "Xvfb" if "DISPLAY" in screen else "offscreen",
            **{name: _median([start[name] for start in starts]) for name in starts[0]},
            "window_s_each": [start["window_s"] for start in starts],
        }
        for starts in zip(*rounds, strict=True)
    ]


def _engine() -> dict[str, Any]:
    """Medians of five starts of the engine alone."""
    with tempfile.TemporaryDirectory() as name, audio_server("jack", Path(name)) as server:
        instrument = factory_instruments()[0]
        found = [_engine_start(server, Path(name), instrument) for _ in range(1 + REPETITIONS)][1:]
    return {key: statistics.median(one[key] for one in found) for key in found[0]}


def _engine_start(server: Server, folder: Path, instrument: Path) -> dict[str, float]:
    with engine_process(folder, server.environment) as engine:
        engine.send(LoadInstrument(str(instrument)))
        engine.wait_event(InstrumentLoaded)
        engine.send(Touch("play", (1.0,)))
        engine.wait_status(lambda status: status.level_db > -80.0)
        time.sleep(2.0)
        process = psutil.Process(engine.process.pid)
        memory = process.memory_full_info()
        jack = sum(part.rss for part in process.memory_maps() if part.path.startswith("/dev/shm/jack"))
        engine.finish()
        figures = engine.wait_event(Figures)
    return {
        "first_sound_s": round(figures.first_sound_s, 3),
        "engine_mb": round((memory.rss - jack) / 1e6, 1),
        "jack_mb": round(jack / 1e6, 1),
        "engine_own_mb": round(memory.uss / 1e6, 1),
    }


def _start(command: Sequence[str], environment: dict[str, str]) -> dict[str, float | None]:
    began = time.time()
    done = subprocess.run(
        [*command, "--smoke-test"],
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
        "window_cpu_s": round(facts["first_paint_cpu_s"], 3),
        "engine_ready_s": round(facts["engine_ready_at"] - began, 3),
        "sound_possible_s": round(loaded - began, 3) if loaded is not None else None,
        "window_process_mb": facts["resident_mb"],
    }


def _median(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return statistics.median(known) if known else None


if __name__ == "__main__":
    print(json.dumps(dict(zip(sys.argv[1:], compare([[program] for program in sys.argv[1:]]), strict=True)), indent=2))

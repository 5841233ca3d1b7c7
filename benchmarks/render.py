"""How much faster than real time `vschaos play --render` is: the whole command, and the rendering alone.

A factory instrument moves over its pad by itself. The command's time includes its start and writing the file.

Options are in VSCHAOS_RENDER, for example ``seconds=300``.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks._live import options
from vschaos.instrument.library import factory_instruments
from vschaos.performance.demo_path import demo_position
from vschaos.performance.performance import Performance
from vschaos.performance.state import Origin, Touch
from vschaos.realtime.loading import load_instrument
from vschaos.realtime.offline import render

VARIABLE = "VSCHAOS_RENDER"


@dataclass(frozen=True)
class RenderOptions:
    """How much sound is rendered, in seconds."""

    seconds: float = 60.0


def run(chosen: RenderOptions | None = None) -> dict[str, Any]:
    """Seconds of sound per second, of wall time and of processor time."""
    chosen = chosen or options(VARIABLE, RenderOptions())
    instrument = factory_instruments()[0]
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "vschaos", "play", str(instrument), "--tour"]
        command += ["--seconds", str(chosen.seconds), "--render", str(Path(folder) / "sound.wav")]
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        command_s = time.perf_counter() - began
    loaded = load_instrument(instrument)
    performance = Performance(loaded.playable, terrain=loaded.terrain)
    performance.touch([Touch("play", (1.0,))], Origin.CLI)
    began, spent = time.perf_counter(), time.thread_time()
    render(loaded, performance, chosen.seconds, lambda time_s: [Touch("pad", demo_position(time_s))])
    spent_s, render_s = time.thread_time() - spent, time.perf_counter() - began
    return {
        "instrument": instrument.stem,
        "seconds": chosen.seconds,
        "command_s": round(command_s, 2),
        "command_x_realtime": round(chosen.seconds / command_s, 1),
        "render_x_realtime": round(chosen.seconds / render_s, 1),
        "render_x_processor_time": round(chosen.seconds / spent_s, 1),
    }

"""Playing under load: the engine plays with a moving pad, next to a training and a window that repaints.

Servers and engine come from ``testing/servers.py``: JACK with a dummy card of 48 kHz, or PulseAudio with a null sink;
in real-time mode if the system grants it. Otherwise the figures are mostly the server's.

Options are in VSCHAOS_PLAYING, for example ``seconds=1800,server=pulse,training=no,window=no``, or
``block=64,stall_ms=200``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import psutil
import soundfile

from benchmarks._live import ROOT, Watch, audio_server, engine_on, last_status, options, play, rounded
from testing.servers import EngineProcess, end_process, virtual_screen
from vschaos.instrument.build import untrained
from vschaos.instrument.bundle import read_instrument, write_instrument
from vschaos.instrument.library import factory_instruments
from vschaos.performance.demo_path import demo_position
from vschaos.realtime.protocol import Figures, Touch
from vschaos.training.events import EVENTS, Progress

VARIABLE = "VSCHAOS_PLAYING"
MOVES_PER_S = 60
STARTS_WITHIN_S = 420.0
PULSE_BLOCK_S = 512 / 44_100
SOUNDS, SOUND_S, SOUND_RATE_HZ = 8, 4.0, 44_100


@dataclass(frozen=True)
class PlayingOptions:
    """How long to play, on which server (jack or pulse), and what runs beside it.

    ``block`` is JACK's, in samples. ``training`` is ``vschaos train --config-name dgt_small --background``, and
    ``window`` a pad that is painted 60 times a second, on a screen of Xvfb where there is one. ``stall_ms`` is how long
    the engine's Python stands still once a second: a thread that is injected holds its lock.
    """

    seconds: float = 120.0
    server: str = "jack"
    training: bool = True
    window: bool = True
    block: int = 256
    stall_ms: float = 0.0


def run(chosen: PlayingOptions | None = None) -> dict[str, Any]:
    """Play for a while, and return the figures.

    Returns
    -------
    dict
        ``underruns``, ``late_underruns`` (those that were our fault), ``training_steps``, ``cpu_share`` (of one core),
        ``memory_slope_mb_min`` and ``stolen_s`` are of the time in which everything was under way; ``stolen_s`` is
        processor time that the host of a virtual machine took away, in which nothing here can run, whatever its
        priority. The durations (ms) and ``block_share`` (durations in parts of what a block may take) are those of the
        engine's whole life; ``first_sound_s`` is from the start of the engine's process to its first sample.
    """
    chosen = chosen or options(VARIABLE, PlayingOptions())
    with tempfile.TemporaryDirectory() as name, audio_server(chosen.server, Path(name), 48_000, chosen.block) as server:
        folder = Path(name)
        instrument = _instrument(folder)
        card = read_instrument(instrument).card
        with engine_on(server, folder, chosen.stall_ms) as engine, ExitStack() as beside:
            play(engine, instrument)
            log = beside.enter_context(_training(folder)) if chosen.training else None
            window = beside.enter_context(_window()) if chosen.window else None
            if log is not None:
                _wait_for_progress(log)
            before, steps_before = last_status(engine), _steps(log)
            with Watch(psutil.Process(engine.process.pid)) as watch:
                _move_pad(engine, chosen.seconds)
            after, steps = last_status(engine), _steps(log) - steps_before
            realtime, load_average = server.realtime, os.getloadavg()[0]
            beside.close()
            engine.finish()
            figures = engine.wait_event(Figures)
    block_ms = 1000.0 * (chosen.block / 48_000 if chosen.server == "jack" else PULSE_BLOCK_S)
    return {
        "instrument": card.name,
        **asdict(chosen),
        "training_steps": steps if chosen.training else None,
        "window_painted": window.figures if window else None,
        "server_realtime": realtime,
        "load_average": round(load_average, 1),
        **{name: rounded(value) for name, value in msgspec.structs.asdict(figures).items()},
        "underruns": after.underruns - before.underruns,
        "late_underruns": after.late_underruns - before.late_underruns,
        "underruns_before": before.underruns,
        "block_share": {
            "p50": round(figures.callback_p50_ms / block_ms, 3),
            "p999": round(figures.callback_p999_ms / block_ms, 3),
            "max": round(figures.callback_max_ms / block_ms, 3),
        },
        "render_load": rounded(after.load),
        "cpu_share": rounded(watch.cpu_share),
        "memory_mb": round(watch.memory[-1][1], 1) if watch.memory else None,
        "memory_slope_mb_min": rounded(watch.memory_slope_mb_min),
        "stolen_s": round(watch.stolen_s, 2),
    }


def _move_pad(engine: EngineProcess, seconds: float) -> None:
    began = time.monotonic()
    while (passed := time.monotonic() - began) < seconds:
        engine.send(Touch("pad", demo_position(passed)))
        time.sleep(1.0 / MOVES_PER_S)


def _instrument(folder: Path) -> Path:
    if paths := factory_instruments():
        return paths[0]
    path = folder / "untrained.vschaos"
    write_instrument(path, untrained(hidden=384))
    return path


# ── what runs beside it ───────────────────────────────────────────────────────────────────────────────────


@dataclass
class Window:
    """A window that repaints; ``figures`` is set when it is closed."""

    figures: dict[str, float] = field(default_factory=dict)


@contextmanager
def _window() -> Iterator[Window]:
    """A window that repaints while the block runs."""
    painted = Window()
    with virtual_screen() as screen:
        process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks._window"],
            cwd=ROOT,
            env=os.environ | screen,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            if process.stdout.readline().strip() != "painting":
                raise RuntimeError("the window does not open")
            yield painted
        finally:
            process.stdin.close()
            output = process.stdout.read()
            end_process(process)
        painted.figures |= json.loads(output)


@contextmanager
def _training(folder: Path) -> Iterator[Path]:
    """A training on synthetic sounds while the block runs; yields the file of its events."""
    sounds = folder / "sounds"
    sounds.mkdir()
    time_s = np.arange(round(SOUND_S * SOUND_RATE_HZ)) / SOUND_RATE_HZ
    for k in range(SOUNDS):
        tone = sum(np.sin(2 * np.pi * 110.0 * 2 ** (k / 4) * h * time_s) / h for h in range(1, 12))
        soundfile.write(sounds / f"{k}.wav", 0.2 * np.asarray(tone) * np.exp(-time_s), SOUND_RATE_HZ)
    log = folder / "training.jsonl"
    command = [sys.executable, "-m", "vschaos", "train", "--config-name", "dgt_small", "--events", "--background"]
    command += ["name=bench", f"rundir={folder / 'runs'}", f"+data.dataset.root={sounds}", "training.max_steps=1000000"]
    with log.open("wb") as out, (folder / "training.log").open("wb") as errors:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=out, stderr=errors)
        try:
            yield log
        finally:
            end_process(process)


def _wait_for_progress(log: Path) -> None:
    until = time.monotonic() + STARTS_WITHIN_S
    while _steps(log) == 0:
        if time.monotonic() > until:
            raise RuntimeError(f"the training does not start: {log.read_text()[-500:]}")
        time.sleep(0.2)


def _steps(log: Path | None) -> int:
    """The step of the last whole line of progress."""
    if log is None:
        return 0
    events = [EVENTS.decode(line) for line in log.read_text().split("\n")[:-1] if '"Progress"' in line]
    return max((event.step for event in events if isinstance(event, Progress)), default=0)

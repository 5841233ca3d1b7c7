"""The share of a core that the whole engine takes with 1, 16 and 64 voices, on a JACK server of 44.1 kHz.

An instrument of the size of ``dgt_mid`` plays at its own rate, so nothing is resampled; the pad moves 60 times a
second, and a status is read 60 times a second, as beside the window.

Options are in VSCHAOS_VOICES, for example ``seconds=10,voices=1+8,block=64``.
"""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from benchmarks._instruments import noise_instrument
from benchmarks._live import Watch, at_rate, audio_server, engine_on, last_status, options, play, rounded
from testing.servers import EngineProcess
from testing.stolen_time import stolen_time
from vschaos.configs.compose import compose_config
from vschaos.performance.demo_path import demo_position
from vschaos.realtime.protocol import Figures, PlayNote, Touch

VARIABLE = "VSCHAOS_VOICES"
MOVES_PER_S = 60.0
SETTLES_S = 1.0
LOWEST_KEY = 24


@dataclass(frozen=True)
class VoicesOptions:
    """How long each load is measured, numbers of voices, and JACK's block in samples."""

    seconds: float = 10.0
    voices: str = "1+16+64"
    block: int = 256


def run(chosen: VoicesOptions | None = None) -> dict[str, Any]:
    """Shares of one core, in percent.

    Returns
    -------
    dict
        ``idle_percent`` and ``pad_percent`` are with an instrument that is silent, and with the pad's voice at rest.
        ``voices`` has, for each number, ``percent`` with a moving pad, orders and statuses included,
        ``percent_above_idle``, ``sounding`` by the engine's own count, underruns while they were measured, and the
        median and 99.9th percentile of a callback so far.
    """
    chosen = chosen or options(VARIABLE, VoicesOptions())
    with (
        tempfile.TemporaryDirectory() as name,
        audio_server("jack", Path(name), 44_100, chosen.block) as server,
        stolen_time() as stolen,
    ):
        folder = Path(name)
        instrument = noise_instrument(folder / "mid.vschaos", compose_config("dgt_mid", ["name=voices"]))
        with engine_on(server, folder) as engine:
            play(engine, instrument)
            pad = _percent(engine, chosen.seconds)
            engine.send(Touch("play", (0.0,)))
            engine.wait_status(lambda status: status.level_db < -100.0)
            idle = _percent(engine, chosen.seconds)
            found = {
                count: _with_voices(engine, count, chosen.seconds, idle) for count in map(int, chosen.voices.split("+"))
            }
            memory_mb = psutil.Process(engine.process.pid).memory_info().rss / 1e6
            realtime = server.realtime
            engine.finish()
            figures = engine.wait_event(Figures)
    return {
        "server_realtime": realtime,
        "realtime_priority": figures.realtime_priority,
        "idle_percent": idle,
        "pad_percent": pad,
        "voices": found,
        "memory_mb": round(memory_mb, 1),
        "callback_p50_ms": rounded(figures.callback_p50_ms),
        "callback_p999_ms": rounded(figures.callback_p999_ms),
        "late_underruns": figures.late_underruns,
        "stolen_s": round(stolen.stolen_s, 2),
    }


def _with_voices(engine: EngineProcess, count: int, seconds: float, idle: float) -> dict[str, Any]:
    """Hold so many notes beside a silent pad, which moves all the same; then let them go."""
    engine.send(Touch("voices", (float(count),)))
    keys = range(LOWEST_KEY, LOWEST_KEY + count)
    for key in keys:
        engine.send(PlayNote(key, 0.8))
    engine.wait_status(lambda status: status.voices >= count)
    time.sleep(SETTLES_S)
    before = last_status(engine)
    percent = _percent(engine, seconds, move=True)
    after = last_status(engine)
    for key in keys:
        engine.send(PlayNote(key, 0.0))
    engine.wait_status(lambda status: status.level_db < -100.0)
    return {
        "percent": percent,
        "percent_above_idle": round(percent - idle, 2),
        "sounding": after.voices,
        "load": rounded(after.load),
        "underruns": after.underruns - before.underruns,
        "late_underruns": after.late_underruns - before.late_underruns,
    }


def _percent(engine: EngineProcess, seconds: float, *, move: bool = False) -> float:
    """CPU of the engine's process after a warm-up, in percent of one core."""

    def act(_number: int, passed: float) -> None:
        engine.send(Touch("pad", demo_position(passed)))

    time.sleep(SETTLES_S)
    with Watch(psutil.Process(engine.process.pid)) as watch:
        if move:
            at_rate(MOVES_PER_S, seconds, act)
        else:
            time.sleep(seconds)
    return round(100.0 * watch.cpu_share, 2)

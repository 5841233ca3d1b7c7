"""What a voice costs, and how many there can be: processor time of the whole engine, on a JACK server of 44.1 kHz.

An instrument of ``dgt_mid``'s size plays at its own rate, so that nothing is resampled. A voice's cost is what the
engine's process takes while it sounds, less what it takes while it rests: rendering, and all that goes with it. Then
voices are added, one after the other, until the first shortage.

VSCHAOS_VOICES chooses, as in ``seconds=10,most=8``.
"""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from benchmarks._instruments import noise_instrument
from benchmarks._live import Watch, at_rate, audio_server, engine_on, last_snapshot, options, play, rounded, stolen_s
from tests.servers import EngineProcess
from vschaos.configs.compose import compose_config
from vschaos.performance.tour import tour_position
from vschaos.realtime.protocol import Figures, SetControl

VARIABLE = "VSCHAOS_VOICES"
MOVES_PER_S = 60.0
SETTLES_S = 1.0
LOWEST_KEY = 36
"""Keys are whole tones apart from here on, so that no two voices are the same."""


@dataclass(frozen=True)
class Options:
    """How long each load is measured, and how many voices are tried at most; 0 leaves that part out."""

    seconds: float = 15.0
    most: int = 16


def run(chosen: Options | None = None) -> dict[str, Any]:
    """Shares of one core, in percent, and the number of voices.

    Returns
    -------
    dict
        ``voice_percent`` is with the pad at rest, ``voice_moving_percent`` with 60 moves a second, orders and
        snapshots included. ``voices_until_shortage`` is how many played without one (dropouts of the server count,
        too), or None where that was left out; ``voices_sounding`` is how many sounded with the last, by the engine's
        word; ``percent_by_voices`` is what the process took with each number.
    """
    chosen = chosen or options(VARIABLE, Options())
    with tempfile.TemporaryDirectory() as name, audio_server("jack", Path(name), 44_100) as server:
        folder, stolen = Path(name), stolen_s()
        instrument = noise_instrument(folder / "mid.vschaos", compose_config("dgt_mid", ["name=voices"]))
        with engine_on(server, folder) as engine:
            play(engine, instrument)
            engine.send(SetControl("play", (0.0,)))
            engine.wait_snapshot(lambda snapshot: snapshot.level_db < -100.0)
            idle = _percent(engine, chosen.seconds)
            engine.send(SetControl("play", (1.0,)))
            still = _percent(engine, chosen.seconds)
            moving = _percent(engine, chosen.seconds, move=True)
            load = last_snapshot(engine).load
            by_voices, most, sounding = _add_voices(engine, chosen) if chosen.most else ({}, None, None)
            engine.finish()
            figures = engine.wait_event(Figures)
        return {
            "server_realtime": server.realtime,
            "idle_percent": idle,
            "voice_percent": round(still - idle, 2),
            "voice_moving_percent": round(moving - idle, 2),
            "render_load_percent": round(100.0 * load, 2),
            "hop_p50_ms": rounded(figures.hop_p50_ms),
            "percent_by_voices": by_voices,
            "voices_until_shortage": most,
            "voices_sounding": sounding,
            "shortages": figures.shortages,
            "stolen_s": round(stolen_s() - stolen, 2),
        }


def _percent(engine: EngineProcess, seconds: float, *, move: bool = False) -> float:
    """Share of one core, in percent, that the engine's process takes, once things have settled."""

    def act(_number: int, passed: float) -> None:
        engine.send(SetControl("pad", tour_position(passed)))

    time.sleep(SETTLES_S)
    with Watch(psutil.Process(engine.process.pid)) as watch:
        if move:
            at_rate(MOVES_PER_S, seconds, act)
        else:
            time.sleep(seconds)
    return round(100.0 * watch.cpu_share, 2)


def _add_voices(engine: EngineProcess, chosen: Options) -> tuple[dict[int, float], int, int]:
    """Voices by keys, until samples were missing; what each number took, how many went well, how many sound at last."""
    from vschaos.realtime.protocol import PlayNote

    engine.send(SetControl("play", (0.0,)))
    engine.send(SetControl("voices", (float(chosen.most),)))
    percent: dict[int, float] = {}
    time.sleep(SETTLES_S)
    before = last_snapshot(engine).underruns
    for number in range(1, chosen.most + 1):
        engine.send(PlayNote(LOWEST_KEY + 2 * number, 0.8))
        percent[number] = _percent(engine, chosen.seconds / 3.0, move=True)
        if last_snapshot(engine).underruns > before:
            return percent, number - 1, last_snapshot(engine).voices
    return percent, chosen.most, last_snapshot(engine).voices

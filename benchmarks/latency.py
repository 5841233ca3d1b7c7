"""How late a change of the pad is heard: from the order, or the OSC message, to the first changed sample.

The pad of an instrument that answers in one hop (``_switch.py``) crosses the middle at random moments. A recorder in a
process of its own (``_recorders.py``) tells when each sample sounded in the server: JACK's stream, and the clock of
PulseAudio's sink. All that is between is included: the pipe or the socket, the engine, its queue, PortAudio, the
server. What JACK's card adds after that is told beside it as ``card_ms``. Pairs are medians of the first changed sample
and of the half, in ms, of louder and softer changes; ``stated_ms`` is the engine's own word, its device included.

VSCHAOS_LATENCY chooses, as in ``changes=50,servers=jack,windows=2048``; several are joined by ``+``.
"""

from __future__ import annotations

import socket
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks._live import Server, audio_server, engine_on, options, play, quantiles, recorder, snapshots, stolen_s
from benchmarks._switch import NEAR, find_answers, switch_instrument
from tests.servers import EngineProcess, free_port
from vschaos.osc.packet import Message, build
from vschaos.realtime.protocol import ConfigureOsc, Figures, SetControl

VARIABLE = "VSCHAOS_LATENCY"
SOUNDS_S = 0.13
"""How long a change is given to be heard whole, and then the pad to glide back near the middle, unheard."""

SPREAD_S = 0.03
"""Changes are ordered at random over this long: some blocks and hops."""


@dataclass(frozen=True)
class Options:
    """How many changes for each figure, and which servers, windows in samples, and ways in."""

    changes: int = 200
    servers: str = "jack+pulse"
    windows: str = "2048+1024"
    ways: str = "pad+osc"


def run(chosen: Options | None = None) -> dict[str, Any]:
    """Latencies in ms by server, window and way."""
    chosen = chosen or options(VARIABLE, Options())
    figures: dict[str, Any] = {}
    for server_name in chosen.servers.split("+"):
        with tempfile.TemporaryDirectory() as name, audio_server(server_name, Path(name)) as server:
            found: dict[str, Any] = {"card_ms": round(1000.0 * server.playback_latency_s, 1)}
            for window in map(int, chosen.windows.split("+")):
                found[f"{window}/{window // 4}"] = _window(server, Path(name), window, chosen)
            figures[server_name] = {"realtime": server.realtime, **found}
    return figures


def _window(server: Server, folder: Path, n_fft: int, chosen: Options) -> dict[str, Any]:
    instrument = switch_instrument(folder / f"{n_fft}.vschaos", n_fft)
    found: dict[str, Any] = {}
    with engine_on(server, folder) as engine, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as peer:
        in_port, out_port = free_port(), free_port()
        peer.bind(("127.0.0.1", out_port))
        play(engine, instrument)
        engine.send(ConfigureOsc(True, in_port, out_port))
        engine.wait_snapshot(lambda snapshot: snapshot.osc.listening)

        def by_order(x: float) -> None:
            engine.send(SetControl("pad", (x, 0.0)))

        def by_osc(x: float) -> None:
            peer.sendto(build(Message("/vs/pad", (x, 0.0))), ("127.0.0.1", in_port))

        ways = {"pad": by_order, "osc": by_osc}
        for way in chosen.ways.split("+"):
            found[way] = _way(server, folder, engine, ways[way], chosen.changes)
        engine.finish()
        figures = engine.wait_event(Figures)
    return {**found, "underruns": figures.underruns, "shortages": figures.shortages}


def _way(
    server: Server, folder: Path, engine: EngineProcess, move: Callable[[float], None], changes: int
) -> dict[str, Any]:
    heard, stolen = len(engine.events), stolen_s()
    with recorder(server, folder, seconds=changes * (2 * SOUNDS_S + SPREAD_S) + 20.0) as taken:
        ordered_s, rising = _cross(move, changes)
    answers, left_out = find_answers(taken.recording, ordered_s, rising)
    stated = [(told.latency.first_change, told.latency.half_change) for told in snapshots(engine, heard)]
    return {
        "first_changed_ms": quantiles(answer.first_ms for answer in answers),
        "half_ms": quantiles(answer.half_ms for answer in answers),
        "median_rising_ms": _medians([(one.first_ms, one.half_ms) for one in answers if one.rising]),
        "median_falling_ms": _medians([(one.first_ms, one.half_ms) for one in answers if not one.rising]),
        "stated_ms": _medians(stated),
        "left_out": left_out,
        "stolen_s": round(stolen_s() - stolen, 2),
    }


def _cross(move: Callable[[float], None], changes: int) -> tuple[list[float], list[bool]]:
    """Cross the middle back and forth; returns when, and whether the sound rose."""
    rng = np.random.default_rng(0)
    ordered_s: list[float] = []
    move(-NEAR)
    time.sleep(1.0)
    for number in range(changes):
        side = -1.0 if number % 2 else 1.0
        time.sleep(rng.uniform(0.0, SPREAD_S))
        ordered_s.append(time.monotonic())
        move(side)
        time.sleep(SOUNDS_S)
        move(side * NEAR)
        time.sleep(SOUNDS_S)
    return ordered_s, [number % 2 == 0 for number in range(changes)]


def _medians(pairs: list[tuple[float, float]]) -> list[float]:
    """Of first changed samples, and of halves."""
    return [round(float(value), 1) for value in np.median(pairs, axis=0)] if pairs else []

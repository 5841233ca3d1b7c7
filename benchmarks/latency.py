"""Latency of the pad and of notes: time from an order, or an OSC message, to the first changed sample.

The pad of an instrument that answers within one hop (``_switch.py``) crosses the middle at random moments. A recorder
in another process (``_recorders.py``) knows when the server plays each sample: from JACK's stream, or the clock of
PulseAudio's sink. This includes the pipe or socket, the engine, its queue, PortAudio and the server. The latency of
JACK's card comes on top, as ``card_ms``. Pairs are medians of the first changed sample and of half of the change, in
ms, for louder and softer changes; ``stated_ms`` is what the engine reports, including its device.

Notes are ordered at random moments while nothing sounds; their first sample is the first that is not silence, and
``jitter_ms`` is the 99th percentile minus the first of its latency.

Options are in VSCHAOS_LATENCY, for example ``changes=50,servers=jack,windows=2048`` or ``ways=note,block=64``; join
several with ``+``.
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

from benchmarks._live import Server, audio_server, engine_on, options, play, quantiles, recorder, statuses
from benchmarks._switch import NEAR, find_answers, find_onsets, switch_instrument
from testing.servers import EngineProcess, free_port
from testing.stolen_time import stolen_s
from vschaos.osc.packet import OscMessage, build
from vschaos.realtime.protocol import ConfigureOsc, Figures, PlayNote, Touch

VARIABLE = "VSCHAOS_LATENCY"
SOUNDS_S = 0.13
"""Time for a change to be heard completely, and then for the pad to glide back near the middle."""

NOTE_S, FADED_S = 0.08, 0.12
KEY = 60

SPREAD_S = 0.03
"""Changes are ordered at random moments in this time: some blocks and hops."""


@dataclass(frozen=True)
class LatencyOptions:
    """Number of changes for each figure, servers, windows in samples, sources, and JACK's block in samples."""

    changes: int = 200
    servers: str = "jack+pulse"
    windows: str = "2048+1024"
    ways: str = "pad+osc+note"
    block: int = 256


def run(chosen: LatencyOptions | None = None) -> dict[str, Any]:
    """Latencies in ms by server, window and way."""
    chosen = chosen or options(VARIABLE, LatencyOptions())
    figures: dict[str, Any] = {}
    for server_name in chosen.servers.split("+"):
        with (
            tempfile.TemporaryDirectory() as name,
            audio_server(server_name, Path(name), 48_000, chosen.block) as server,
        ):
            found: dict[str, Any] = {"card_ms": round(1000.0 * server.playback_latency_s, 1)}
            for window in map(int, chosen.windows.split("+")):
                found[f"{window}/{window // 4}"] = _window(server, Path(name), window, chosen)
            figures[server_name] = {"realtime": server.realtime, **found}
    return figures


def _window(server: Server, folder: Path, n_fft: int, chosen: LatencyOptions) -> dict[str, Any]:
    instrument = switch_instrument(folder / f"{n_fft}.vschaos", n_fft)
    found: dict[str, Any] = {}
    with engine_on(server, folder) as engine, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as peer:
        in_port, out_port = free_port(), free_port()
        peer.bind(("127.0.0.1", out_port))
        play(engine, instrument)
        engine.send(Touch("even", (0.0,)))  # its answer is how loud it is
        engine.send(ConfigureOsc(True, in_port, out_port))
        engine.wait_status(lambda status: status.osc.listening)

        def by_order(x: float) -> None:
            engine.send(Touch("pad", (x, 0.0)))

        def by_osc(x: float) -> None:
            peer.sendto(build(OscMessage("/vs/pad", (x, 0.0))), ("127.0.0.1", in_port))

        ways = {"pad": by_order, "osc": by_osc}
        for way in chosen.ways.split("+"):
            if way == "note":
                found[way] = _notes(server, folder, engine, chosen.changes)
            else:
                found[way] = _way(server, folder, engine, ways[way], chosen.changes)
        engine.finish()
        figures = engine.wait_event(Figures)
    return {**found, "underruns": figures.underruns, "late_underruns": figures.late_underruns}


def _way(
    server: Server, folder: Path, engine: EngineProcess, move: Callable[[float], None], changes: int
) -> dict[str, Any]:
    heard, stolen = len(engine.events), stolen_s()
    with recorder(server, folder, seconds=changes * (2 * SOUNDS_S + SPREAD_S) + 20.0) as recorded:
        ordered_s, rising = _cross(move, changes)
    answers, left_out = find_answers(recorded.recording, ordered_s, rising)
    stated = [(status.latency.first_change, status.latency.half_change) for status in statuses(engine, heard)]
    return {
        "first_changed_ms": quantiles(answer.first_ms for answer in answers),
        "half_ms": quantiles(answer.half_ms for answer in answers),
        "median_rising_ms": _medians([(one.first_ms, one.half_ms) for one in answers if one.rising]),
        "median_falling_ms": _medians([(one.first_ms, one.half_ms) for one in answers if not one.rising]),
        "stated_ms": _medians(stated),
        "left_out": left_out,
        "stolen_s": round(stolen_s() - stolen, 2),
    }


def _notes(server: Server, folder: Path, engine: EngineProcess, notes: int) -> dict[str, Any]:
    """Notes out of silence."""
    rng = np.random.default_rng(0)
    engine.send(Touch("play", (0.0,)))
    for control, value in (("envelope.attack", 0.002), ("envelope.release", 0.005)):
        engine.send(Touch(control, (value,)))
    engine.wait_status(lambda status: status.level_db < -100.0)
    ordered_s: list[float] = []
    stolen = stolen_s()
    with recorder(server, folder, seconds=notes * (NOTE_S + FADED_S + SPREAD_S) + 20.0) as recorded:
        time.sleep(0.5)
        for _ in range(notes):
            time.sleep(FADED_S + rng.uniform(0.0, SPREAD_S))
            ordered_s.append(time.monotonic())
            engine.send(PlayNote(KEY, 1.0))
            time.sleep(NOTE_S)
            engine.send(PlayNote(KEY, 0.0))
        time.sleep(0.5)
    late_ms, left_out = find_onsets(recorded.recording, ordered_s)
    low, high = np.quantile(late_ms, (0.01, 0.99)) if late_ms else (0.0, 0.0)
    engine.send(Touch("play", (1.0,)))
    return {
        "first_sample_ms": quantiles(late_ms),
        "jitter_ms": round(float(high - low), 2),
        "left_out": left_out,
        "stolen_s": round(stolen_s() - stolen, 2),
    }


def _cross(move: Callable[[float], None], changes: int) -> tuple[list[float], list[bool]]:
    """Cross the middle back and forth; returns the times, and whether the sound became louder."""
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

"""OSC: delay of the state, losses at 5000 messages a second, cost of a message, and a storm of hostile datagrams.

``state_ms`` is the time from sending a datagram that moves a coordinate to the answer to a question sent right after
it, through the sockets, while the engine plays. ``cost_us`` is the server's time for one message of each kind, without
the socket. The storm is random and mutated datagrams; its figures are dropouts, and the engine's memory
and how it grows once caches are full.

Options are in VSCHAOS_OSC, for example ``seconds=60,storm=1000000``.
"""

from __future__ import annotations

import random
import socket
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from benchmarks._instruments import noise_instrument
from benchmarks._live import (
    Watch,
    at_rate,
    audio_server,
    engine_on,
    last_status,
    memory_slope_mb_min,
    options,
    play,
    quantiles,
    rounded,
)
from testing.hostile_datagrams import hostile_datagram, known_addresses
from testing.servers import EngineProcess, free_port
from vschaos.configs.compose import compose_config
from vschaos.osc.monitor import Monitor
from vschaos.osc.namespace import Namespace
from vschaos.osc.packet import OscMessage, build, parse_element
from vschaos.osc.ports import OscSettings
from vschaos.osc.server import OscServer
from vschaos.performance.bindings import Binding, Bindings
from vschaos.performance.controls import Playable
from vschaos.performance.osc_decoder import OSC
from vschaos.performance.performance import Performance
from vschaos.realtime.protocol import ConfigureOsc, Figures

VARIABLE = "VSCHAOS_OSC"
HOST = "127.0.0.1"
MADE = 20_000
"""Datagrams of the storm, built in advance and repeated."""

RESTED_S = 0.7
"""An idle engine sends its status twice a second."""

AT_ONCE = 256
"""Messages of the storm between two checks whether the engine keeps up."""


@dataclass(frozen=True)
class OscOptions:
    """The steady load's seconds and messages a second, questions at rest, the storm's datagrams and their rate."""

    seconds: float = 10.0
    per_s: float = 5_000.0
    questions: int = 1_000
    storm: int = 100_000
    storm_per_s: float = 10_000.0


def run(chosen: OscOptions | None = None) -> dict[str, Any]:
    """All figures."""
    chosen = chosen or options(VARIABLE, OscOptions())
    figures: dict[str, Any] = {"cost_us": _costs_us()}
    with tempfile.TemporaryDirectory() as name, audio_server("jack", Path(name)) as server:
        folder = Path(name)
        instrument = noise_instrument(folder / "osc.vschaos", compose_config("dgt_mid", ["name=osc"]))
        with engine_on(server, folder) as engine, _program(engine) as program:
            play(engine, instrument)
            for load in (_questions, _sustained, _storm):
                before = last_status(engine).underruns
                with Watch(psutil.Process(engine.process.pid)) as watch:
                    found = load(engine, program, chosen)
                time.sleep(RESTED_S)
                figures[load.__name__.strip("_")] = {
                    **found,
                    "underruns": last_status(engine).underruns - before,
                    "cpu_share": rounded(watch.cpu_share),
                }
            engine.finish()
            figures["late_underruns"] = engine.wait_event(Figures).late_underruns
        figures["server_realtime"] = server.realtime
    return figures


@dataclass
class Program:
    """An OSC program that receives the engine's answers."""

    socket: socket.socket
    engine_port: int
    marker: int = 0

    def send(self, datagram: bytes) -> None:
        """Send one datagram."""
        self.socket.sendto(datagram, (HOST, self.engine_port))

    def caught_up_s(self, address: str = "/vs/latent/z3", *, exactly: bool = True) -> float:
        """Seconds from a move sent now to the answer that has it: by then, all that was sent before has been seen.

        ``exactly`` fails in the storm, where a gesture may play and move it on.
        """
        self.marker = self.marker % 1000 + 1
        value = self.marker / 1024.0  # exact in 32 bits
        began = time.perf_counter()
        self.send(build(OscMessage(address, (value,))))
        self.send(build(OscMessage("/vs/query", (address,))))
        while True:
            message = parse_element(self.socket.recv(65536))
            if message.address == "/vs/reply" and message.arguments[:1] == (address,):
                if exactly and message.arguments[1] != value:
                    continue
                return time.perf_counter() - began


@contextmanager
def _program(engine: EngineProcess) -> Iterator[Program]:
    in_port, out_port = free_port(), free_port()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as opened:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)
        opened.bind((HOST, out_port))
        opened.settimeout(10.0)
        engine.send(ConfigureOsc(True, in_port, out_port))
        engine.wait_status(lambda status: status.osc.listening)
        yield Program(opened, in_port)


# ── loads ─────────────────────────────────────────────────────────────────────────────────────────────────


def _questions(_engine: EngineProcess, program: Program, chosen: OscOptions) -> dict[str, Any]:
    took = []
    for _ in range(chosen.questions):
        took.append(1000.0 * program.caught_up_s())
        time.sleep(0.003)
    return {"state_ms": quantiles(took, 2)}


def _sustained(engine: EngineProcess, program: Program, chosen: OscOptions) -> dict[str, Any]:
    """Moves of eight controls in turn, at a steady rate."""
    controls = ("pad/x", "pad/y", "latent/z3", "noise", "glide", "spread", "lfo/z1/rate", "envelope/decay")
    moves = [build(OscMessage(f"/vs/{name}", (k / 100,))) for k in range(1, 100) for name in controls]
    time.sleep(RESTED_S)
    before = last_status(engine).osc
    sent, took_s = at_rate(
        chosen.per_s, chosen.seconds, lambda number, _passed: program.send(moves[number % len(moves)])
    )
    late_s = program.caught_up_s("/vs/input/mix")
    time.sleep(RESTED_S)
    after = last_status(engine).osc
    return {
        "sent": sent,
        "sent_per_s": round(sent / took_s),
        # The question at the end is two messages.
        "lost": sent + 2 - (after.received - before.received),
        "refused": after.rejected - before.rejected,
        "caught_up_ms": round(1000.0 * late_s, 2),
    }


def _storm(engine: EngineProcess, program: Program, chosen: OscOptions) -> dict[str, Any]:
    chance = random.Random(0)
    addresses = known_addresses(Namespace(Performance(Playable(8)).controls))
    # Stopping the sound would hide dropouts.
    silencing = ("/vs/play", "/vs/panic", "/vs/gain", "/vs/input")
    addresses = [address for address in addresses if not address.startswith(silencing)]
    made = [hostile_datagram(chance, addresses)[:60_000] for _ in range(MADE)]
    process = psutil.Process(engine.process.pid)
    memory: list[tuple[float, float]] = []
    began = time.monotonic()
    # From another port: a ping of the storm may ask for its answers to go elsewhere.
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as stranger:
        for number in range(chosen.storm):
            stranger.sendto(made[number % MADE], (HOST, program.engine_port))
            if number % AT_ONCE == AT_ONCE - 1:
                program.caught_up_s(exactly=False)
                time.sleep(max(0.0, began + number / chosen.storm_per_s - time.monotonic()))
                memory.append((time.monotonic() - began, process.memory_info().rss / 1e6))
    took_s = time.monotonic() - began
    return {
        "datagrams": chosen.storm,
        "per_s": round(chosen.storm / took_s),
        "caught_up_ms": round(1000.0 * program.caught_up_s(exactly=False), 2),
        "memory_mb": round(memory[-1][1], 1) if memory else None,
        "memory_slope_mb_min": rounded(memory_slope_mb_min(memory)),
    }


# ── what a message costs ──────────────────────────────────────────────────────────────────────────────────


def _costs_us() -> dict[str, float]:
    """Microseconds a message, of the fastest of some rounds."""
    kinds = {
        "float": OscMessage("/vs/gain", (-6.0,)),
        "pad": OscMessage("/vs/pad", (0.5, -0.25)),
        "switch": OscMessage("/vs/freeze", ("1",)),
        "pattern": OscMessage("/vs/latent/z*", (0.5,)),
        "learnt": OscMessage("/1/fader3", (0.5,)),
        "unknown": OscMessage("/nobody/knows", (0.5,)),
    }
    return {
        **{name: _cost_us(message, watched=False) for name, message in kinds.items()},
        "float, watched": _cost_us(kinds["float"], watched=True),
    }


def _cost_us(message: OscMessage, *, watched: bool, count: int = 2_000, rounds: int = 5) -> float:
    performance = Performance(Playable(8))
    bindings, monitor = Bindings(OSC, lambda: performance.controls), Monitor()
    bindings.bind(Binding("osc /1/fader3", 0, "noise"))
    monitor.watch(watched)
    settings = OscSettings(True, free_port(), free_port())
    server = OscServer(performance, settings, bindings=bindings, monitor=monitor)
    datagram = build(message)
    try:
        best = float("inf")
        for _ in range(rounds):
            began = time.perf_counter()
            for _ in range(count):
                server.handle(datagram, (HOST, 40_000))
            server.settle()
            best = min(best, time.perf_counter() - began)
    finally:
        server.close()
    return round(1e6 * best / count, 2)

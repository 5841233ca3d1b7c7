"""Floods: ten thousand OSC messages a second, and a thousand pad moves a second, while the engine plays.

For each: lost messages, dropouts, and the delay of the state. A probe sets a coordinate that the flood does not touch
and asks for it, in two datagrams; ``state_ms`` is the time from the first datagram to the answer, through the sockets.
The delay of an order ends with the status that contains it; there are 60 a second.

At the end come random and damaged datagrams: memory after each minute, and its growth a minute once caches are full.

Options are in VSCHAOS_FLOOD, for example ``seconds=5,per_s=20000`` or ``seconds=1,hostile_s=600``.
"""

from __future__ import annotations

import random
import socket
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import psutil

from benchmarks._instruments import noise_instrument
from benchmarks._live import (
    Watch,
    at_rate,
    audio_server,
    engine_on,
    last_status,
    options,
    play,
    quantiles,
    rounded,
)
from testing.hostile_datagrams import hostile_datagram, known_addresses
from testing.servers import EngineProcess, free_port
from vschaos.configs.compose import compose_config
from vschaos.osc.messages import WatchOsc
from vschaos.osc.namespace import Namespace
from vschaos.osc.packet import OscMessage, build, parse_element
from vschaos.performance.controls import Playable
from vschaos.performance.demo_path import demo_position
from vschaos.performance.performance import Performance
from vschaos.realtime.protocol import ConfigureOsc, Figures, Touch

VARIABLE = "VSCHAOS_FLOOD"
HOST = "127.0.0.1"
PROBES_PER_S = 20.0
CAUGHT_UP_WITHIN_S = 10.0
ANSWER_WITHIN_S = 1.0
LARGEST_DATAGRAM = 60_000
HOSTILE_DATAGRAMS = 20_000
MEMORY_EVERY_S = 5.0
EVENTS_KEPT = 200


@dataclass(frozen=True)
class FloodOptions:
    """Length of each flood, OSC messages and ordered moves a second; the same for hostile traffic."""

    seconds: float = 30.0
    per_s: float = 10_000.0
    scribbles_per_s: float = 1_000.0
    hostile_s: float = 120.0
    hostile_per_s: float = 2_000.0


def run(chosen: FloodOptions | None = None) -> dict[str, Any]:
    """Both floods, and the same time without one."""
    chosen = chosen or options(VARIABLE, FloodOptions())
    with tempfile.TemporaryDirectory() as name, audio_server("jack", Path(name)) as server:
        folder, figures = Path(name), {}
        instrument = noise_instrument(folder / "flooded.vschaos", compose_config("dgt_mid", ["name=flooded"]))
        with engine_on(server, folder) as engine, _peer(engine) as peer:
            play(engine, instrument)
            for load in (_quiet, _osc_flood, _scribbling):
                before = last_status(engine).underruns
                with Watch(psutil.Process(engine.process.pid)) as watch, _probing(peer) as state_s:
                    found = load(engine, peer, chosen)
                figures[load.__name__.strip("_")] = {
                    **found,
                    "state_ms": quantiles((1000.0 * late for late in state_s.answered), 2),
                    "unanswered": state_s.unanswered,
                    "underruns": last_status(engine).underruns - before,
                    "cpu_share": rounded(watch.cpu_share),
                    "stolen_s": round(watch.stolen_s, 2),
                }
            sent = peer.sent.total()
            time.sleep(1.0)  # An idle engine sends its status twice a second.
            heard = last_status(engine).osc
            figures["hostile"] = _hostile(engine, peer, chosen)
            engine.finish()
            ended = engine.wait_event(Figures)
        return {
            "server_realtime": server.realtime,
            **figures,
            "osc": {"sent": sent, "received": heard.received, "rejected": heard.rejected},
            "late_underruns": ended.late_underruns,
            "underruns": ended.underruns,
        }


# ── floods ────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass
class Peer:
    """An OSC program: a socket bound to the port that the engine answers to, and the engine's own port.

    Two threads send, and each counts separately.
    """

    socket: socket.socket
    engine_port: int
    sent: Counter[str] = field(default_factory=Counter)

    def send(self, address: str, *arguments: object) -> None:
        """Send one message as a datagram."""
        self.send_datagram(build(OscMessage(address, arguments)))

    def send_datagram(self, datagram: bytes) -> None:
        """Send a datagram."""
        self.socket.sendto(datagram, (HOST, self.engine_port))
        self.sent[threading.current_thread().name] += 1


def _quiet(_engine: EngineProcess, _peer: Peer, chosen: FloodOptions) -> dict[str, Any]:
    time.sleep(min(chosen.seconds, 10.0))
    return {}


def _osc_flood(engine: EngineProcess, peer: Peer, chosen: FloodOptions) -> dict[str, Any]:
    """Positions of the pad by UDP, built in advance, because that is slower than sending."""
    datagrams = [build(OscMessage("/vs/pad", demo_position(step / 100.0))) for step in range(1000)]
    dropped = _dropped(peer.engine_port)

    def act(number: int, _passed: float) -> None:
        peer.send_datagram(datagrams[number % len(datagrams)])

    sent, took_s = at_rate(chosen.per_s, chosen.seconds, act)
    return {
        "sent": sent,
        "sent_per_s": round(sent / took_s),
        "lost_by_the_system": _dropped(peer.engine_port) - dropped,
        "caught_up_ms": _caught_up_ms(engine, lambda x, y: peer.send("/vs/pad", x, y)),
    }


def _scribbling(engine: EngineProcess, _peer: Peer, chosen: FloodOptions) -> dict[str, Any]:
    def act(_number: int, passed: float) -> None:
        engine.send(Touch("pad", demo_position(20.0 * passed)))

    sent, took_s = at_rate(chosen.scribbles_per_s, chosen.seconds, act)
    return {
        "sent": sent,
        "sent_per_s": round(sent / took_s),
        "caught_up_ms": _caught_up_ms(engine, lambda x, y: engine.send(Touch("pad", (x, y)))),
    }


def _hostile(engine: EngineProcess, peer: Peer, chosen: FloodOptions) -> dict[str, Any]:
    """Hostile datagrams while the window's monitor is on; memory is resident, in MB."""
    chance = random.Random(0)
    addresses = known_addresses(Namespace(Performance(Playable(8)).controls))
    # Built in advance, because that is slower than reading them.
    datagrams = [hostile_datagram(chance, addresses)[:LARGEST_DATAGRAM] for _ in range(HOSTILE_DATAGRAMS)]
    process = psutil.Process(engine.process.pid)
    memory: list[tuple[float, float]] = []
    engine.send(WatchOsc(True))

    def act(number: int, passed: float) -> None:
        peer.send_datagram(datagrams[number % len(datagrams)])
        if passed >= MEMORY_EVERY_S * len(memory):
            memory.append((passed, process.memory_info().rss / 1e6))
            del engine.events[:-EVENTS_KEPT]

    sent, took_s = at_rate(chosen.hostile_per_s, chosen.hostile_s, act)
    engine.send(WatchOsc(False))
    settled = [one for one in memory if one[0] >= 0.5 * took_s]
    seconds, megabytes = [one[0] for one in settled], [one[1] for one in settled]
    per_minute = 60.0 * np.polyfit(seconds, megabytes, 1)[0] if len(settled) > 1 else None
    return {
        "sent": sent,
        "sent_per_s": round(sent / took_s),
        "rss_mb_each_minute": [round(mb, 1) for passed, mb in memory if passed % 60.0 < MEMORY_EVERY_S],
        "second_half_mb_per_minute": None if per_minute is None else round(float(per_minute), 3),
    }


def _caught_up_ms(engine: EngineProcess, move: Any) -> float:
    """Time until a status contains the last move of a flood."""
    began, known = time.monotonic(), len(engine.events)
    move(0.125, -0.875)
    while time.monotonic() < began + CAUGHT_UP_WITHIN_S:
        if any(getattr(event, "latent", ())[:2] == (0.125, -0.875) for event in engine.events[known:]):
            return round(1000.0 * (time.monotonic() - began), 1)
        time.sleep(0.001)
    raise RuntimeError("the last move of the flood never came through")


def _dropped(port: int) -> int:
    """Datagrams to a port that the kernel dropped because its buffer was full; Linux only."""
    try:
        lines = Path("/proc/net/udp").read_text().splitlines()[1:]
    except OSError:
        return 0
    return sum(int(line.split()[-1]) for line in lines if int(line.split()[1].rpartition(":")[2], 16) == port)


# ── probes ────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass
class Probes:
    """Seconds from setting a coordinate to the answer that contains it, and the number of missing answers."""

    answered: list[float] = field(default_factory=list)
    unanswered: int = 0


@contextmanager
def _peer(engine: EngineProcess) -> Iterator[Peer]:
    in_port, out_port = free_port(), free_port()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as opened:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)
        opened.bind((HOST, out_port))
        engine.send(ConfigureOsc(True, in_port, out_port))
        engine.wait_status(lambda status: status.osc.listening)
        yield Peer(opened, in_port)


@contextmanager
def _probing(peer: Peer) -> Iterator[Probes]:
    """Probe the state some times a second while the block runs."""
    probes, stop = Probes(), threading.Event()
    prober = threading.Thread(target=_probe, args=(peer, probes, stop), name="prober")
    prober.start()
    try:
        yield probes
    finally:
        stop.set()
        prober.join()


def _probe(peer: Peer, probes: Probes, stop: threading.Event) -> None:
    number = 0
    peer.socket.settimeout(0.01)
    while not stop.wait(1.0 / PROBES_PER_S):
        number = number % 1000 + 1
        value = number / 1024.0  # exact in 32 bits
        began = time.monotonic()
        peer.send("/vs/latent/z3", value)
        peer.send("/vs/query", "latent/z3")
        while (passed := time.monotonic() - began) < ANSWER_WITHIN_S:
            try:
                message = parse_element(peer.socket.recvfrom(65536)[0])
            except TimeoutError:
                continue
            if (message.address, message.arguments) == ("/vs/reply", ("/vs/latent/z3", value)):
                probes.answered.append(passed)
                break
        else:
            probes.unanswered += 1

"""Floods: ten thousand OSC messages a second, and a pad that is scribbled on a thousand times a second, while it plays.

Told of each: what was lost, what was missing in the sound, and how late the state follows. *State* is what the engine
answers: a probe sets a coordinate that the flood does not touch and asks for it, in two datagrams; ``state_ms`` is from
before the first to the answer, both ways through the sockets. An order's is until a snapshot tells of it, of which
there are 60 a second.

VSCHAOS_FLOOD chooses, as in ``seconds=5,per_s=20000``.
"""

from __future__ import annotations

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

import psutil

from benchmarks._instruments import noise_instrument
from benchmarks._live import (
    Watch,
    at_rate,
    audio_server,
    engine_on,
    last_snapshot,
    options,
    play,
    quantiles,
    rounded,
)
from tests.servers import EngineProcess, free_port
from vschaos.configs.compose import compose_config
from vschaos.osc.packet import Message, build, parse
from vschaos.performance.tour import tour_position
from vschaos.realtime.protocol import ConfigureOsc, Figures, SetControl

VARIABLE = "VSCHAOS_FLOOD"
HOST = "127.0.0.1"
PROBES_PER_S = 20.0
CAUGHT_UP_WITHIN_S = 10.0
ANSWER_WITHIN_S = 1.0


@dataclass(frozen=True)
class Options:
    """How long each flood lasts, messages a second by OSC, and moves a second by orders."""

    seconds: float = 30.0
    per_s: float = 10_000.0
    scribbles_per_s: float = 1_000.0


def run(chosen: Options | None = None) -> dict[str, Any]:
    """Both floods, and as much time without one."""
    chosen = chosen or options(VARIABLE, Options())
    with tempfile.TemporaryDirectory() as name, audio_server("jack", Path(name)) as server:
        folder, figures = Path(name), {}
        instrument = noise_instrument(folder / "flooded.vschaos", compose_config("dgt_mid", ["name=flooded"]))
        with engine_on(server, folder) as engine, _peer(engine) as peer:
            play(engine, instrument)
            for load in (_quiet, _osc_flood, _scribbling):
                before = last_snapshot(engine).underruns
                with Watch(psutil.Process(engine.process.pid)) as watch, _probing(peer) as state_s:
                    found = load(engine, peer, chosen)
                figures[load.__name__.strip("_")] = {
                    **found,
                    "state_ms": quantiles((1000.0 * late for late in state_s.answered), 2),
                    "unanswered": state_s.unanswered,
                    "underruns": last_snapshot(engine).underruns - before,
                    "cpu_share": rounded(watch.cpu_share),
                    "stolen_s": round(watch.stolen_s, 2),
                }
            sent = peer.sent.total()
            time.sleep(1.0)  # A resting engine tells of itself twice a second.
            heard = last_snapshot(engine).osc
            engine.finish()
            ended = engine.wait_event(Figures)
        return {
            "server_realtime": server.realtime,
            **figures,
            "osc": {"sent": sent, "received": heard.received, "rejected": heard.rejected},
            "shortages": ended.shortages,
            "underruns": ended.underruns,
        }


# ── floods ────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass
class Peer:
    """An OSC program: a socket bound to the port that the engine answers to, and the engine's own port.

    Two threads send, and each counts its own.
    """

    socket: socket.socket
    engine_port: int
    sent: Counter[str] = field(default_factory=Counter)

    def send(self, address: str, *arguments: object) -> None:
        """One message, as a datagram of its own."""
        self.send_datagram(build(Message(address, arguments)))

    def send_datagram(self, datagram: bytes) -> None:
        """One message that is built already."""
        self.socket.sendto(datagram, (HOST, self.engine_port))
        self.sent[threading.current_thread().name] += 1


def _quiet(_engine: EngineProcess, _peer: Peer, chosen: Options) -> dict[str, Any]:
    time.sleep(min(chosen.seconds, 10.0))
    return {}


def _osc_flood(engine: EngineProcess, peer: Peer, chosen: Options) -> dict[str, Any]:
    """Positions of the pad by UDP, made in advance: building them takes longer than sending them."""
    datagrams = [build(Message("/vs/pad", tour_position(step / 100.0))) for step in range(1000)]
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


def _scribbling(engine: EngineProcess, _peer: Peer, chosen: Options) -> dict[str, Any]:
    def act(_number: int, passed: float) -> None:
        engine.send(SetControl("pad", tour_position(20.0 * passed)))

    sent, took_s = at_rate(chosen.scribbles_per_s, chosen.seconds, act)
    return {
        "sent": sent,
        "sent_per_s": round(sent / took_s),
        "caught_up_ms": _caught_up_ms(engine, lambda x, y: engine.send(SetControl("pad", (x, y)))),
    }


def _caught_up_ms(engine: EngineProcess, move: Any) -> float:
    """How long the last of a flood takes until a snapshot tells of it."""
    began, known = time.monotonic(), len(engine.events)
    move(0.125, -0.875)
    while time.monotonic() < began + CAUGHT_UP_WITHIN_S:
        if any(getattr(event, "latent", ())[:2] == (0.125, -0.875) for event in engine.events[known:]):
            return round(1000.0 * (time.monotonic() - began), 1)
        time.sleep(0.001)
    raise RuntimeError("the last move of the flood never came through")


def _dropped(port: int) -> int:
    """Datagrams that the kernel threw away for want of room, of the socket bound to a port; Linux alone tells."""
    try:
        lines = Path("/proc/net/udp").read_text().splitlines()[1:]
    except OSError:
        return 0
    return sum(int(line.split()[-1]) for line in lines if int(line.split()[1].rpartition(":")[2], 16) == port)


# ── probes ────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass
class Probes:
    """Seconds from setting a coordinate to the answer that has it, and how many had none."""

    answered: list[float] = field(default_factory=list)
    unanswered: int = 0


@contextmanager
def _peer(engine: EngineProcess) -> Iterator[Peer]:
    in_port, out_port = free_port(), free_port()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as opened:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 22)
        opened.bind((HOST, out_port))
        engine.send(ConfigureOsc(True, in_port, out_port))
        engine.wait_snapshot(lambda snapshot: snapshot.osc.listening)
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
                messages = parse(peer.socket.recvfrom(65536)[0])
            except TimeoutError:
                continue
            if any(m.address == "/vs/reply" and m.arguments == ("/vs/latent/z3", value) for m in messages):
                probes.answered.append(passed)
                break
        else:
            probes.unanswered += 1

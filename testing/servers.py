"""Real audio servers, Pd and the engine process: started with names, sockets and ports of their own.

A missing program fails the test with the name of the package to install: nothing is skipped in silence.
"""

from __future__ import annotations

import itertools
import os
import queue
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import soundfile

from vschaos.realtime.protocol import EVENTS, ORDERS, EngineStatus, Order, Shutdown

PACKAGES = {
    "dbus-daemon": "dbus-daemon",
    "jackd": "jackd2",
    "jack_lsp": "jackd2",
    "jack_rec": "jackd2",
    "pulseaudio": "pulseaudio",
    "parec": "pulseaudio-utils",
    "pd": "puredata-core",
}
_PORTS = itertools.count(19000 + os.getpid() % 1000 * 30)
JACK_PORT = "PortAudio:out_0"


def program(name: str) -> str:
    """Full path of a system program."""
    path = shutil.which(name)
    if path is None:
        raise AssertionError(f"This test needs “{name}”: sudo apt install {PACKAGES[name]}")
    return path


PATIENCE_S = 120.0
"""How long a test waits for an event, long enough for a very busy machine."""


def free_port() -> int:
    """An unused UDP port above 19000, another one each time."""
    for port in _PORTS:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise AssertionError("no free port")


def wait_for(condition: Callable[[], Any], timeout_s: float = PATIENCE_S, what: str = "the condition") -> Any:
    """The first true value of ``condition``; for events in other programs, which have no clock argument."""
    until = time.monotonic() + timeout_s
    while (begin := time.monotonic()) < until:
        if value := condition():
            return value
        time.sleep(max(0.02, time.monotonic() - begin))  # what it waits for needs the processor, too
    raise AssertionError(f"waited {timeout_s} s for {what}")


def end_process(process: subprocess.Popen[Any]) -> None:
    """Terminate a process, if it still runs, and close its pipes."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    try:
        process.wait(timeout=60)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for stream in (process.stdin, process.stdout, process.stderr):
        if stream is not None:
            stream.close()


# ── JACK ──────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass
class JackServer:
    """A JACK server with a dummy card of two outputs; clients need its ``environment``."""

    environment: dict[str, str]
    process: subprocess.Popen[bytes]
    realtime: bool
    sample_rate_hz: int

    def ports(self) -> list[str]:
        """Names of all ports."""
        listed = subprocess.run(
            [program("jack_lsp")], env=self.environment, capture_output=True, text=True, check=False
        )
        return listed.stdout.split()

    def record(self, path: Path, seconds: int, port: str = JACK_PORT) -> np.ndarray:
        """Record a port for some seconds, mono."""
        wait_for(lambda: port in self.ports(), what=f"the JACK port {port}")
        command = [program("jack_rec"), "-f", str(path), "-d", str(seconds), "-b", "24", "-B", "65536", port]
        subprocess.run(command, env=self.environment, check=True, capture_output=True, timeout=seconds + 20)
        samples, _ = soundfile.read(path, dtype="float32")
        return samples

    def playback_latency_s(self, port: str = "system:playback_1") -> float:
        """Latency from the card's input to the loudspeaker, as the card reports it."""
        command = [program("jack_lsp"), "-l", port]
        latency = re.compile(r"playback latency = \[\s*\d+\s+(\d+)\s*\]")

        def ask() -> re.Match[str] | None:
            # A server that has just started may refuse.
            answer = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)
            return latency.search(answer.stdout)

        found = wait_for(ask, what="the latency of JACK's card")
        return int(found[1]) / self.sample_rate_hz


@contextmanager
def jack_server(
    sample_rate_hz: int = 48_000, period: int = 256, name: str = "", *, waits: bool = False
) -> Iterator[JackServer]:
    """A dummy JACK server, in real-time mode if possible.

    One that ``waits`` goes on when all its clients are done. Others do not, and what a late client would have received
    in that period is lost: one MIDI message in some thousands, on a busy computer.
    """
    name = name or f"vschaos-test-{uuid.uuid4().hex[:8]}"
    environment = {
        **os.environ,
        "JACK_DEFAULT_SERVER": name,
        "JACK_NO_AUDIO_RESERVATION": "1",
        "JACK_NO_START_SERVER": "1",
    }
    for mode in (["-R", "-P", "70"], ["-r"]):
        command = [program("jackd"), "-n", name, *mode, *(["-S"] if waits else [])]
        command += ["-d", "dummy", "-r", str(sample_rate_hz), "-p", str(period)]
        process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        server = JackServer(environment, process, mode[0] == "-R", sample_rate_hz)
        try:
            wait_for(lambda: process.poll() is not None or server.ports(), what="jackd")  # noqa: B023
            if process.poll() is None:
                yield server
                return
        finally:
            end_process(process)
    raise AssertionError("jackd does not start")


# ── PulseAudio ────────────────────────────────────────────────────────────────────────────────────────────


@dataclass
class PulseServer:
    """A PulseAudio server with only a null sink, which is ALSA's default device."""

    environment: dict[str, str]
    process: subprocess.Popen[bytes]

    @contextmanager
    def recording(self, path: Path) -> Iterator[None]:
        """Record the sink (float32, 48 kHz, mono) into a raw file while the block runs."""
        command = [program("parec"), "-d", "probe.monitor", "--latency-msec=20", "--raw"]
        command += ["--rate=48000", "--channels=1", "--format=float32le"]
        with path.open("wb") as file:
            recorder = subprocess.Popen(command, env=self.environment, stdout=file, stderr=subprocess.DEVNULL)
            try:
                yield
            finally:
                end_process(recorder)


@contextmanager
def pulse_server(folder: Path, sample_rate_hz: int = 48_000, *, realtime: bool = False) -> Iterator[PulseServer]:
    """A PulseAudio server in ``folder``, with a null sink named ``probe``; with float samples like the engine.

    ``realtime`` requests real-time priority, as on a desktop; it also runs without it.
    """
    folder.mkdir(mode=0o700, exist_ok=True)
    asoundrc = folder / "asoundrc"
    asoundrc.write_text("</usr/share/alsa/alsa.conf>\npcm.!default { type pulse }\nctl.!default { type pulse }\n")
    environment = {
        **os.environ,
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "PULSE_RUNTIME_PATH": str(folder / "pulse"),
        "PULSE_SERVER": f"unix:{folder}/pulse/native",
        "ALSA_CONFIG_PATH": str(asoundrc),
        "JACK_DEFAULT_SERVER": "vschaos-none",
    }
    command = [program("pulseaudio"), "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
    command += [f"--realtime={'yes' if realtime else 'no'}", "--high-priority=no"]
    command += ["-L", "module-native-protocol-unix auth-anonymous=1"]
    sink = f"sink_name=probe rate={sample_rate_hz} channels=2 format=float32le"
    command += ["-L", f"module-null-sink {sink}"]
    server_environment = {name: value for name, value in environment.items() if name != "PULSE_SERVER"}
    process = subprocess.Popen(command, env=server_environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(lambda: (folder / "pulse" / "native").exists(), what="pulseaudio")
        yield PulseServer(environment, process)
    finally:
        end_process(process)


# ── Pd ────────────────────────────────────────────────────────────────────────────────────────────────────


@contextmanager
def pure_data(patch: Path) -> Iterator[Path]:
    """Headless Pd with a patch open; yields the file that its ``[print]`` objects write to."""
    printed = patch.with_suffix(".printed")
    command = [program("pd"), "-nogui", "-nrt", "-noaudio", "-nomidi", "-noprefs", "-stderr", str(patch)]
    with printed.open("wb") as file:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT)
        try:
            yield printed
        finally:
            end_process(process)


# ── a screen ──────────────────────────────────────────────────────────────────────────────────────────────


@contextmanager
def virtual_screen() -> Iterator[dict[str, str]]:
    """The environment of a virtual screen: Xvfb, or Qt's offscreen platform if it is missing."""
    xvfb = shutil.which("Xvfb")
    if xvfb is None:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    read_end, write_end = os.pipe()
    command = [xvfb, "-displayfd", str(write_end), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=(write_end,), stderr=subprocess.DEVNULL)
    os.close(write_end)
    try:
        with os.fdopen(read_end) as answer:
            number = answer.readline().strip()
        yield {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        end_process(process)


# ── the engine ────────────────────────────────────────────────────────────────────────────────────────────


@dataclass
class EngineProcess:
    """``vschaos engine`` with its pipes; events gather in ``events``, and other lines in ``strays``."""

    process: subprocess.Popen[bytes]
    errors: Path
    events: list[Any] = field(default_factory=list)
    strays: list[str] = field(default_factory=list)
    _incoming: queue.Queue[Any] = field(default_factory=queue.Queue)

    def send(self, order: Order) -> None:
        """Send an order."""
        self.send_line(ORDERS.encode(order))

    def send_line(self, line: str) -> None:
        """Write any line to the engine's standard input."""
        assert self.process.stdin is not None
        self.process.stdin.write(line.encode("utf-8", errors="surrogateescape") + b"\n")
        self.process.stdin.flush()

    def wait_event(self, event_type: type, timeout_s: float = PATIENCE_S, where: Callable[[Any], bool] = bool) -> Any:
        """The next event of a type for which ``where`` holds; earlier ones are skipped."""
        until = time.monotonic() + timeout_s
        while (left := until - time.monotonic()) > 0:
            try:
                event = self._incoming.get(timeout=left)
            except queue.Empty:
                break
            if event is None:
                break
            if isinstance(event, event_type) and where(event):
                return event
        errors = self.errors.read_text(errors="replace")[-2000:]
        raise AssertionError(f"no {event_type.__name__} came; the last events: {self.events[-4:]}; stderr: {errors}")

    def wait_status(self, where: Callable[[EngineStatus], bool], timeout_s: float = PATIENCE_S) -> EngineStatus:
        """The next status for which ``where`` holds."""
        return self.wait_event(EngineStatus, timeout_s, where)

    def finish(self, timeout_s: float = PATIENCE_S) -> int:
        """Order the engine to shut down, and return its exit code."""
        self.send(Shutdown())
        return self.process.wait(timeout=timeout_s)

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            try:
                event = EVENTS.decode(line.decode())
            except ValueError:
                self.strays.append(line.decode(errors="replace"))
                continue
            self.events.append(event)
            self._incoming.put(event)
        self._incoming.put(None)


@contextmanager
def engine_process(
    folder: Path, environment: dict[str, str] | None = None, program: Sequence[str] = ("-m", "vschaos", "engine")
) -> Iterator[EngineProcess]:
    """The engine as the studio starts it, or another Python program; at the end, its input is closed."""
    errors = folder / f"engine-{uuid.uuid4().hex[:6]}.log"
    with errors.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, *program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            env=environment or silent_environment(),
        )
        engine = EngineProcess(process, errors)
        listener = threading.Thread(target=engine._listen, name="engine listener")
        listener.start()
        try:
            yield engine
        finally:
            assert process.stdin is not None
            with suppress(BrokenPipeError):
                process.stdin.close()
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=60)
            if process.poll() is None:
                process.kill()
                process.wait()
            listener.join(timeout=60)
            assert process.stdout is not None
            process.stdout.close()


def silent_environment() -> dict[str, str]:
    """An environment without an audio server."""
    return {
        **os.environ,
        "JACK_DEFAULT_SERVER": "vschaos-none",
        "JACK_NO_START_SERVER": "1",
        "PULSE_SERVER": "unix:/nonexistent",
    }

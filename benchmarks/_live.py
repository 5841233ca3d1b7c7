"""Shared by the benchmarks of the playing engine: servers and engine, measurements of processes, options.

Options come from an environment variable, for example ``VSCHAOS_PLAYING=seconds=1800,server=pulse``.
"""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeVar

import numpy as np
import psutil
from numpy.typing import NDArray

from benchmarks._recorders import Recording, read_recording
from testing.servers import JACK_PORT, EngineProcess, engine_process, jack_server, pulse_server
from testing.stolen_time import stolen_s
from vschaos.realtime.protocol import (
    EngineReady,
    EngineStatus,
    InstrumentLoaded,
    LoadInstrument,
    SelectDevice,
    StreamStatus,
    Touch,
)

ROOT = Path(__file__).parents[1]
Options = TypeVar("Options")
ServerName = Literal["jack", "pulse"]
SETTLED = 0.2
"""Share of a run that is warm-up: caches fill."""


# ── options ───────────────────────────────────────────────────────────────────────────────────────────────


def options(variable: str, defaults: Options) -> Options:
    """A frozen dataclass of numbers, texts and booleans, with the values that the environment variable sets."""
    given = [part.partition("=") for part in os.environ.get(variable, "").split(",") if part]
    known = {item.name: getattr(defaults, item.name) for item in dataclasses.fields(defaults)}  # pyright: ignore[reportArgumentType]
    for name, _, value in given:
        if name not in known:
            raise ValueError(f"{variable} knows {', '.join(known)}; not {name}")
        kind = type(known[name])
        known[name] = value not in ("0", "no") if kind is bool else kind(value)
    return type(defaults)(**known)


# ── servers and the engine ────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Server:
    """A running audio server; clients need its ``environment``.

    ``source`` is the input of a recorder, ``playback_latency_s`` the latency after it.
    """

    name: ServerName
    environment: dict[str, str]
    source: str
    playback_latency_s: float
    sample_rate_hz: int
    process: psutil.Process

    @property
    def realtime(self) -> bool:
        """Whether it has real-time priority."""
        policies = {os.sched_getscheduler(thread.id) & ~os.SCHED_RESET_ON_FORK for thread in self.process.threads()}
        return bool(policies & {os.SCHED_RR, os.SCHED_FIFO})


@contextmanager
def audio_server(
    name: str, folder: Path, jack_rate_hz: int = 48_000, jack_block_samples: int = 256
) -> Iterator[Server]:
    """JACK, with a dummy card, or PulseAudio, with a null sink of 44.1 kHz."""
    if name == "jack":
        with jack_server(jack_rate_hz, jack_block_samples) as jack:
            process = psutil.Process(jack.process.pid)
            yield Server("jack", jack.environment, JACK_PORT, jack.playback_latency_s(), jack_rate_hz, process)
        return
    with pulse_server(folder / "pulse", 44_100, realtime=True) as pulse:
        process = psutil.Process(pulse.process.pid)
        yield Server("pulse", pulse.environment, "probe.monitor", 0.0, 44_100, process)


@contextmanager
def engine_on(server: Server, folder: Path, stall_ms: float = 0.0) -> Iterator[EngineProcess]:
    """The engine process, with a stream open on a server; its Python stands still for ``stall_ms`` every second."""
    environment = dict(server.environment)
    if stall_ms:
        environment |= {"PYTHONPATH": str(ROOT / "benchmarks" / "_stalled"), "VSCHAOS_STALL_MS": str(stall_ms)}
    with engine_process(folder, environment) as engine:
        engine.wait_event(EngineReady)
        if server.name == "pulse":
            engine.send(SelectDevice("default"))
        yield engine


def play(engine: EngineProcess, instrument: Path) -> InstrumentLoaded:
    """Load an instrument and play it."""
    engine.send(LoadInstrument(str(instrument)))
    loaded = engine.wait_event(InstrumentLoaded)
    engine.send(Touch("play", (1.0,)))
    engine.wait_status(lambda status: status.stream is StreamStatus.RUNNING and status.level_db > -80.0)
    return loaded


def statuses(engine: EngineProcess, since: int = 0) -> list[EngineStatus]:
    """All engine statuses from an event on."""
    return [event for event in engine.events[since:] if isinstance(event, EngineStatus)]


def last_status(engine: EngineProcess) -> EngineStatus:
    """The latest engine status."""
    return next(event for event in reversed(engine.events) if isinstance(event, EngineStatus))


class Recorder:
    """A recording in progress; ``recording`` is set when the block ends."""

    recording: Recording


@contextmanager
def recorder(server: Server, folder: Path, seconds: float) -> Iterator[Recorder]:
    """Record a server in another process while the block runs, at most ``seconds``."""
    path, recorded = folder / "recording.npz", Recorder()
    command = [sys.executable, "-m", "benchmarks._recorders", server.name, str(path), str(seconds), server.source]
    process = subprocess.Popen(
        command, cwd=ROOT, env=server.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        if process.stdout.readline().strip() != "recording":
            raise RuntimeError("the recorder does not start")
        yield recorded
    finally:
        process.stdin.close()
        code = process.wait(timeout=60)
        process.stdout.close()
    if code:
        raise RuntimeError(f"the recorder ended with {code}")
    recorded.recording = read_recording(path)


# ── figures ───────────────────────────────────────────────────────────────────────────────────────────────


@dataclass
class Watch:
    """CPU time and memory of a process, sampled every second.

    ``memory`` has pairs of seconds and MB; ``cpu_share`` is a share of one core.
    """

    process: psutil.Process
    every_s: float = 1.0
    memory: list[tuple[float, float]] = field(default_factory=list)
    cpu_share: float = 0.0
    stolen_s: float = 0.0
    _stop: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Watch:
        self._began, self._cpu, self._stolen = time.monotonic(), self._spent(), stolen_s()
        self._thread = threading.Thread(target=self._sample, name="watch")
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()
        self.cpu_share = (self._spent() - self._cpu) / (time.monotonic() - self._began)
        self.stolen_s = stolen_s() - self._stolen

    @property
    def memory_slope_mb_min(self) -> float | None:
        """Growth of its memory after the warm-up, by the median of slopes; None for fewer than five samples."""
        return memory_slope_mb_min(self.memory)

    def _sample(self) -> None:
        while not self._stop.wait(self.every_s):
            resident_mb = self.process.memory_info().rss / 1e6
            self.memory.append((time.monotonic() - self._began, resident_mb))

    def _spent(self) -> float:
        times = self.process.cpu_times()
        return times.user + times.system


def memory_slope_mb_min(samples: list[tuple[float, float]]) -> float | None:
    """Slope of (seconds, MB) after the first fifth, in MB a minute, by the median of all pairs' (Theil, Sen)."""
    settled = samples[int(len(samples) * SETTLED) :]
    if len(settled) < 5:
        return None
    seconds, resident_mb = np.array(settled[:: max(1, len(settled) // 600)]).T
    first, second = np.triu_indices(len(seconds), 1)
    return float(np.median((resident_mb[second] - resident_mb[first]) / (seconds[second] - seconds[first]))) * 60.0


def quantiles(values: Iterable[float] | NDArray[np.floating], digits: int = 1) -> dict[str, float | int]:
    """Number, median, 90th and 99th percentile and maximum."""
    found = np.sort(np.fromiter(values, np.float64))
    if not len(found):
        return {"count": 0}
    median, p90, p99 = np.quantile(found, (0.5, 0.9, 0.99))
    named = {"median": median, "p90": p90, "p99": p99, "max": found[-1]}
    return {"count": len(found), **{name: round(float(value), digits) for name, value in named.items()}}


def rounded(value: Any) -> Any:
    """Round floats to three digits; other values do not change."""
    return round(value, 3) if isinstance(value, float) else value


def at_rate(per_s: float, seconds: float, act: Callable[[int, float], None]) -> tuple[int, float]:
    """Call ``act(number, seconds passed)`` so many times a second, in bursts if the clock is too coarse.

    Returns the number of calls and the seconds that they took.
    """
    began, done = time.monotonic(), 0
    while (passed := time.monotonic() - began) < seconds:
        while done < passed * per_s:
            act(done, passed)
            done += 1
        time.sleep(min(1.0 / per_s, 0.001))
    return done, time.monotonic() - began

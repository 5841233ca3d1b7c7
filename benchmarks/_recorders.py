"""Recorders that know when each sample was played, each in its own process, so that no other Python delays them.

  python -m benchmarks._recorders jack  OUT.npz SECONDS PORT
  python -m benchmarks._recorders pulse OUT.npz SECONDS SOURCE

They print a line when they run, and write the file when their standard input ends. Times are those of
``time.monotonic()``, which all processes share.

*JACK*: a client receives the samples of the port in the cycle in which they are made, with the server's frame count.
``frame_time`` is the frame that the server has reached; a pair of it and the time is stored for each cycle. So the
time of a sample is that of its frame in the server's stream; the card plays it a fixed number of periods later.

*PulseAudio*: the null sink mixes a block when its clock reaches the block's first sample, and its monitor forwards it.
The first data of a block arrives when the block is due, plus the time through the server (below a millisecond) and
other delays. So the earliest arrivals within some seconds are the clock of the sink.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

LONGEST_CYCLES_PER_S = 48_000 / 64
PULSE_RATE_HZ = 44_100
ENVELOPE_BLOCKS = 201
"""Over so many of PulseAudio's blocks, some 2 s, the earliest arrival counts: less than its clock takes to drift."""


@dataclass(frozen=True)
class Recording:
    """What a server sounded, and when.

    Attributes
    ----------
    samples
        Shape (n,); zeros where the recorder missed a cycle.
    rate_hz
        Their rate.
    frames, times_s
        Pairs of a sample's index and the time at which it sounded, both rising, shape (m,).
    missed
        Indices of the first samples that were missed, shape (k,).
    """

    samples: NDArray[np.float32]
    rate_hz: float
    frames: NDArray[np.float64]
    times_s: NDArray[np.float64]
    missed: NDArray[np.int64]

    def time_of(self, index: NDArray[np.floating] | float) -> Any:
        """When samples sounded, from the pair nearest before each."""
        pair = np.clip(np.searchsorted(self.frames, index, side="right") - 1, 0, len(self.frames) - 1)
        return self.times_s[pair] + (np.asarray(index) - self.frames[pair]) / self.rate_hz

    def index_at(self, time_s: float) -> int:
        """The first sample that sounded at this time or later."""
        pair = int(np.clip(np.searchsorted(self.times_s, time_s, side="right") - 1, 0, len(self.frames) - 1))
        return int(np.ceil(self.frames[pair] + (time_s - self.times_s[pair]) * self.rate_hz))


def read_recording(path: Path) -> Recording:
    """The file that a recorder wrote."""
    with np.load(path) as stored:
        return Recording(
            stored["samples"], float(stored["rate_hz"]), stored["frames"], stored["times_s"], stored["missed"]
        )


def record_jack(path: Path, seconds: float, port: str) -> None:
    """Record a JACK port until standard input ends, for ``seconds`` at most."""
    import jack

    client = jack.Client("vschaos-recorder", no_start_server=True)
    rate_hz = client.samplerate
    samples = np.zeros(int(seconds * rate_hz), np.float32)
    pairs = np.zeros((int(seconds * LONGEST_CYCLES_PER_S), 2))
    seen = Cycles(samples, pairs)
    own: Any = client.inports.register("in")

    @client.set_process_callback
    def process(_frames: int) -> None:
        seen.add(client.last_frame_time, client.frame_time, time.monotonic(), own.get_array())

    with client:
        own.connect(port)
        _run_until_told()
    frames, times_s = seen.pairs[: seen.count].T
    np.savez(
        path,
        samples=samples[: seen.length],
        rate_hz=rate_hz,
        frames=frames,
        times_s=times_s,
        missed=np.array(seen.missed, np.int64),
    )


class Cycles:
    """What the JACK callback keeps, in memory that is there before the first."""

    def __init__(self, samples: NDArray[np.float32], pairs: NDArray[np.float64]) -> None:
        self.samples, self.pairs = samples, pairs
        self.count = self.length = 0
        self.first = -1
        self.missed: list[int] = []

    def add(self, frame: int, now_frame: int, now_s: float, block: NDArray[np.float32]) -> None:
        """One cycle that began at ``frame``, while the server is at ``now_frame``."""
        if self.first < 0:
            self.first = frame
        start = frame - self.first
        end = start + len(block)
        if end > len(self.samples) or self.count == len(self.pairs):
            return
        if start != self.length:
            self.missed.append(self.length)
        self.samples[start:end] = block
        self.length = end
        self.pairs[self.count] = now_frame - self.first, now_s
        self.count += 1


def record_pulse(path: Path, seconds: float, source: str) -> None:
    """Record a source of PulseAudio until standard input ends, for ``seconds`` at most."""
    # A recorder that asks for less delay than the player would make the sink mix in smaller blocks than without it.
    command = ["parec", "-d", source, "--latency-msec=25", "--raw"]
    command += [f"--rate={PULSE_RATE_HZ}", "--channels=1", "--format=float32le"]
    chunks: list[bytes] = []
    arrivals: list[tuple[int, float]] = []

    def listen(recorder: subprocess.Popen[bytes]) -> None:
        length = 0
        assert recorder.stdout is not None
        while chunk := os.read(recorder.stdout.fileno(), 1 << 16):
            arrivals.append((length // 4, time.monotonic()))
            chunks.append(chunk)
            length += len(chunk)

    with subprocess.Popen(command, stdout=subprocess.PIPE) as recorder:
        listener = threading.Thread(target=listen, args=(recorder,), name="listener")
        listener.start()
        _run_until_told(seconds)
        recorder.terminate()
        listener.join()
    whole = b"".join(chunks)
    frames, times_s = sink_clock(np.array(arrivals), PULSE_RATE_HZ)
    np.savez(
        path,
        samples=np.frombuffer(whole[: len(whole) // 4 * 4], np.float32),
        rate_hz=PULSE_RATE_HZ,
        frames=frames,
        times_s=times_s,
        missed=np.zeros(0, np.int64),
    )


def sink_clock(arrivals: NDArray[np.float64], rate_hz: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Pairs of index and time at which samples sounded, from those at which they arrived, shape (m, 2)."""
    from scipy.ndimage import minimum_filter1d

    frames, times_s = arrivals.T
    late = minimum_filter1d(times_s - frames / rate_hz, ENVELOPE_BLOCKS, mode="nearest")
    return frames, frames / rate_hz + late


def _run_until_told(seconds: float | None = None) -> None:
    print("recording", flush=True)
    waiting = threading.Thread(target=sys.stdin.read, daemon=True)
    waiting.start()
    waiting.join(seconds)


if __name__ == "__main__":
    kind, out, limit, name = sys.argv[1:]
    {"jack": record_jack, "pulse": record_pulse}[kind](Path(out), float(limit), name)

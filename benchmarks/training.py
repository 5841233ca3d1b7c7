"""Speed of training: seconds of sound per second, the share of each part, and the limits of the CPU.

Each number of threads has a new process, which trains by ``vschaos.training.session.train`` as a user does, first
unwatched for some seconds, then with a stopwatch. For comparison: large matrix products, products of the network's own
shapes, and a simple loop around a simple dense network on the same sounds.

To reserve a busy machine: ``chrt -f 1 taskset -c 0,1 vschaos bench training``.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
import torch
from lightning.pytorch.loops.evaluation_loop import _EvaluationLoop
from lightning.pytorch.trainer import call
from torch import Tensor, nn
from torch.optim import adam as adam_file  # pyright: ignore[reportAttributeAccessIssue]
from torch.utils._python_dispatch import TorchDispatchMode

from benchmarks._corpus import corpus
from vschaos.configs.compose import compose_config
from vschaos.configs.schema import Config
from vschaos.models.layers import dense_stack
from vschaos.training import module as module_file
from vschaos.training import session
from vschaos.training.batches import RandomFrames
from vschaos.training.events import Progress
from vschaos.training.module import TrainingModule
from vschaos.training.stop_flags import StopFlags
from vschaos.transforms.dgt import DGT

CONFIGURATION = "dgt_mid"
THREADS = (2, 1)
WARM_UP_S, MEASURED_S = 1.0, 6.0
WATCHED_S = 22.0
"""Long enough for a validation and a saved instrument."""
PLAIN_BATCH = 256
LARGE = 2048
"""Rows and columns of the large matrices."""


def run() -> dict[str, Any]:
    """Figures of `CONFIGURATION` for each number of `THREADS`."""
    corpus()
    return {CONFIGURATION: {f"{threads}_threads": _in_fresh_process(threads) for threads in THREADS}}


def _in_fresh_process(threads: int) -> Any:
    command = [sys.executable, "-m", "benchmarks.training", str(threads)]
    finished = subprocess.run(command, cwd=Path(__file__).parents[1], stdout=subprocess.PIPE, check=True)
    return json.loads(finished.stdout.splitlines()[-1])


def figures(threads: int) -> dict[str, Any]:
    """All figures of one process."""
    torch.set_num_threads(threads)
    with tempfile.TemporaryDirectory() as folder:
        config = _config(threads, folder)
        plain = _plain_audio_s_per_s(config)
        large = _product_gflops(LARGE, LARGE, LARGE)
        course = _Course(MEASURED_S)
        _train(config, course)
        resident_mb = _resident_peak_mb()
        shares: dict[str, float] = {}
        with _stopwatch() as watch:
            watched = _Course(WATCHED_S, watch.seconds.clear, lambda: shares.update(watch.seconds))
            _train(config, watched)
    hop_s = config.representation.hop_samples / config.representation.sample_rate_hz
    products = _products(config)
    gflop = sum(map(_gflop, products))
    own_shapes = gflop / sum(_gflop(shape) / _product_gflops(*shape) for shape in products)
    achieved = gflop / config.training.batch_size * course.audio_s_per_s / hop_s
    return {
        "audio_s_per_s": round(course.audio_s_per_s, 1),
        "batch_size": config.training.batch_size,
        "step_ms": round(course.step_s * 1e3, 2),
        "step_cpu_ms": round(course.step_cpu_s * 1e3, 2),
        "resident_peak_mb": resident_mb,
        "share_of_time_%": {
            **{label: round(100 * seconds / watched.measured_s, 1) for label, seconds in shares.items()},
            "Lightning's own": round(100 * (1 - sum(shares.values()) / watched.measured_s), 1),
        },
        "network_mflop_a_frame": round(gflop / config.training.batch_size * 1e3, 2),
        "network_gflops": round(achieved, 1),
        "large_product_gflops": round(large, 1),
        "own_shapes_gflops": round(own_shapes, 1),
        "of_large_product_%": round(100 * achieved / large, 1),
        "of_own_shapes_%": round(100 * achieved / own_shapes, 1),
        "plain_loop_audio_s_per_s": round(plain, 1),
        "of_plain_loop": round(course.audio_s_per_s / plain, 2),
    }


@dataclass
class _Course:
    """Figures from the events of a training, after its warm-up."""

    seconds: float
    on_begin: Callable[[], None] = lambda: None
    on_measured: Callable[[], None] = lambda: None
    orders: StopFlags = field(default_factory=StopFlags)
    audio_s_per_s: float = 0.0
    step_s: float = 0.0
    step_cpu_s: float = 0.0
    measured_s: float = 0.0
    _first: float | None = None
    _begin: tuple[float, float, int] | None = None

    def handle(self, event: object, batch_audio_s: float) -> None:
        """Begin to measure, or measure up to here; end the training when it is enough."""
        if not isinstance(event, Progress):
            return
        now, cpu = time.perf_counter(), time.process_time()
        self._first = self._first or now
        if self._begin is None:
            if now - self._first >= WARM_UP_S:
                self._begin = now, cpu, event.step
                self.on_begin()
            return
        begin_s, begin_cpu_s, begin_step = self._begin
        if self.measured_s < self.seconds:
            steps = event.step - begin_step
            self.measured_s = now - begin_s
            self.step_s, self.step_cpu_s = self.measured_s / steps, (cpu - begin_cpu_s) / steps
            self.audio_s_per_s = batch_audio_s / self.step_s
            self.on_measured()
        else:
            self.orders.stop.set()


def _config(threads: int, folder: str) -> Config:
    return compose_config(
        CONFIGURATION,
        [f"training.threads={threads}", "training.device=cpu"],
        {"name": "speed", "rundir": folder, "data.dataset.root": str(corpus() / "train")},
    )


def _train(config: Config, course: _Course) -> None:
    hop_s = config.representation.hop_samples / config.representation.sample_rate_hz
    session.train(
        config,
        CONFIGURATION,
        lambda event: course.handle(event, config.training.batch_size * hop_s),
        course.orders,
    )


class _Watch:
    """Adds up the seconds spent in functions, those in functions within them apart; for one thread."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._within: list[float] = []

    def around(self, function: Callable[..., Any], label: str) -> Callable[..., Any]:
        """The function, watched."""

        def watched(*args: Any, **kwargs: Any) -> Any:
            self._within.append(0.0)
            begin_s = time.perf_counter()
            try:
                return function(*args, **kwargs)
            finally:
                spent_s = time.perf_counter() - begin_s
                inner_s = self._within.pop()
                self.seconds[label] = self.seconds.get(label, 0.0) + spent_s - inner_s
                if self._within:
                    self._within[-1] += spent_s

        return watched


@contextmanager
def _stopwatch() -> Iterator[_Watch]:
    """Watch the parts of a step. On the CPU a call returns when its work is done, so that its time is its own."""
    watch = _Watch()
    parts: list[tuple[Any, str, str]] = [
        (RandomFrames, "__next__", "loader"),
        (module_file, "transposed_magnitudes", "transform"),
        (TrainingModule, "training_step", "forward"),
        (TrainingModule, "backward", "backward"),
        (TrainingModule, "configure_gradient_clipping", "optimizer"),
        (adam_file, "adam", "optimizer"),
        (torch.optim.AdamW, "zero_grad", "optimizer"),
        (TrainingModule, "update_average", "average"),
        (call, "_call_callback_hooks", "monitoring"),
        (_EvaluationLoop, "run", "monitoring"),
    ]
    before = [getattr(owner, name) for owner, name, _ in parts]
    for (owner, name, label), function in zip(parts, before, strict=True):
        setattr(owner, name, watch.around(function, label))
    try:
        yield watch
    finally:
        for (owner, name, _), function in zip(parts, before, strict=True):
            setattr(owner, name, function)


def _resident_peak_mb() -> int:
    """The most memory that this process has held, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (1e6 if sys.platform == "darwin" else 1e3))


Shape = tuple[int, int, int]
"""Of a product of matrices: (M, K) by (K, N)."""


class _Recorder(TorchDispatchMode):
    """Notes the shape of each product of matrices."""

    def __init__(self) -> None:
        super().__init__()
        self.products: list[Shape] = []

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        if func in (torch.ops.aten.mm.default, torch.ops.aten.addmm.default):
            left, right = args[-2:]
            self.products.append((left.shape[0], left.shape[1], right.shape[1]))
        return func(*args, **(kwargs or {}))


def _products(config: Config) -> list[Shape]:
    """The products of one training step, forward and backward."""
    module = TrainingModule(config)
    tasks = len(config.model.tasks)
    frames = torch.randn(config.training.batch_size, config.representation.n_fft)
    with _Recorder() as recorder:
        module.training_step((frames, torch.zeros(len(frames), tasks)), 0)["loss"].backward()
    return recorder.products


def _gflop(shape: Shape) -> float:
    return 2e-9 * shape[0] * shape[1] * shape[2]


def _product_gflops(rows: int, inner: int, columns: int) -> float:
    """GFLOP/s of a product of such matrices; the median of many."""
    left, right, out = torch.randn(rows, inner), torch.randn(inner, columns), torch.empty(rows, columns)
    times = []
    for _ in range(max(12, min(60, int(10 / _gflop((rows, inner, columns)))))):
        begin_s = time.perf_counter()
        torch.mm(left, right, out=out)
        times.append(time.perf_counter() - begin_s)
    return _gflop((rows, inner, columns)) / statistics.median(times)


def _plain_audio_s_per_s(config: Config) -> float:
    """A plain loop around a plain auto-encoder of 1.1 million weights: what anyone would write first."""
    representation = config.representation
    sounds = [soundfile.read(path, dtype="float32")[0] for path in sorted((corpus() / "train").glob("*.wav"))]
    audio, n_fft = np.concatenate(sounds), representation.n_fft
    dgt = DGT(n_fft, representation.hop_samples)
    encoder, decoder = dense_stack(dgt.bins, (384, 384), 16), dense_stack(8, (384, 384), dgt.bins)
    optimizer = torch.optim.AdamW([*encoder.parameters(), *decoder.parameters()], lr=1.5e-3)
    rng = np.random.default_rng(0)

    def step() -> None:
        starts = rng.integers(len(audio) - n_fft, size=PLAIN_BATCH)
        frames = torch.from_numpy(np.stack([audio[start : start + n_fft] for start in starts]))
        target = torch.log(dgt.magnitudes(frames) + 1e-3) / 4 + 1
        loss = _plain_loss(encoder, decoder, target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()

    for _ in range(20):
        step()
    begin_s, steps = time.perf_counter(), 0
    while time.perf_counter() - begin_s < MEASURED_S / 2:
        step()
        steps += 1
    frames_per_s = steps * PLAIN_BATCH / (time.perf_counter() - begin_s)
    return frames_per_s * representation.hop_samples / representation.sample_rate_hz


def _plain_loss(encoder: nn.Module, decoder: nn.Module, target: Tensor) -> Tensor:
    mean, log_variance = encoder(target).chunk(2, dim=-1)
    error = decoder(mean + torch.exp(0.5 * log_variance) * torch.randn_like(mean)) - target
    divergence = 0.5 * (mean.square() + log_variance.exp() - 1 - log_variance).sum(dim=-1).mean()
    return error.square().mean() + error.abs().mean() + 0.02 * divergence


if __name__ == "__main__":
    print(json.dumps(figures(int(sys.argv[1]))))

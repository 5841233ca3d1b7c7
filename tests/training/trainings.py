"""Tiny trainings in this process, for tests: a network of a few thousand weights that learns a few noisy tones."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import torch

from tests.sounds import noise, tone, write
from vschaos.configs.compose import compose_config
from vschaos.configs.schema import Config
from vschaos.training.checkpoints import read_checkpoint
from vschaos.training.events import Finished
from vschaos.training.resume import Changes
from vschaos.training.session import resume, train
from vschaos.training.stop_flags import StopFlags

TINY = (
    "model.encoder={hidden_dims: [8], components: 0}",
    "model.decoder.hidden_dims=[8]",
    "training.batch_size=8",
    "training.threads=1",
    "training.device=cpu",
    "training.previews_every_s=0",
)


def write_sounds(folder: Path, count: int = 3, seconds: float = 0.5) -> Path:
    """Tones of different pitches, each with some noise."""
    for number in range(count):
        sound = tone(seconds, 200.0 * (number + 1)) + 0.1 * noise(seconds, seed=number)
        write(folder / f"{number}.wav", sound)
    return folder


def tiny(root: Path, rundir: Path, *settings: str, steps: int = 40) -> Config:
    """A configuration that learns in a second."""
    overrides = [*TINY, f"training.max_steps={steps}", *settings]
    return compose_config(
        "dgt_small", overrides, {"name": "tiny", "rundir": str(rundir), "data.dataset.root": str(root)}
    )


class Telling:
    """A sink that keeps what it is told, and may raise an order at some event."""

    def __init__(self, stop_at: Callable[[Any], bool] = lambda _event: False, *, cancel: bool = False) -> None:
        self.events: list[Any] = []
        self.orders = StopFlags()
        self._stop_at = stop_at
        self._cancel = cancel

    def __call__(self, event: object) -> None:
        self.events.append(event)
        if self._stop_at(event):
            (self.orders.cancel if self._cancel else self.orders.stop).set()

    def of(self, kind: type) -> list[Any]:
        return [event for event in self.events if isinstance(event, kind)]


def learn(config: Config, telling: Telling | None = None) -> Finished:
    """Train in this process, and leave its signals, threads and gradients as they were."""
    telling = telling or Telling()
    with _as_it_was():
        return train(config, "dgt_small", telling, telling.orders)


def go_on(run: Path, telling: Telling | None = None, **changes: Any) -> Finished:
    """Resume in this process."""
    telling = telling or Telling()
    with _as_it_was():
        return resume(run, Changes(**changes), telling, telling.orders)


def weights(run: Path) -> dict[str, torch.Tensor]:
    """All that the last checkpoint of a run knows of its network: weights, average, statistics."""
    return read_checkpoint(run / "checkpoints" / "last.ckpt")["state_dict"]


def same(one: dict[str, torch.Tensor], other: dict[str, torch.Tensor]) -> bool:
    """Whether they are equal, bit by bit."""
    return one.keys() == other.keys() and all(torch.equal(one[name], other[name]) for name in one)


@contextlib.contextmanager
def _as_it_was() -> Iterator[None]:
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    threads, state = torch.get_num_threads(), torch.get_rng_state()
    try:
        yield
    finally:
        torch.set_num_threads(threads)
        torch.set_rng_state(state)
        for number, handler in handlers.items():
            signal.signal(number, handler)

"""Learns from the latent sequences of sounds how they go on: a `PhraseModel`, by gradient descent, in some seconds.

Sounds are joined one after the other, in any order, so that what ends in one goes on with the beginning of another.
Windows of two seconds of that are what is learned from, by the likelihood of each next frame.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from vschaos.latent.phrases import CLOSEST, PhraseModel

HIDDEN, COMPONENTS = 64, 6
WINDOW_S = 2.0
BATCH = 24
UNHEARD = 8
"""Frames of a window that count nothing: the model does not know yet what came before."""

MOST_UPDATES = 500
FEWEST_UPDATES = 40
"""Fewer make no phrases."""
TRIED = 3
"""Updates whose time says how many there can be."""

LEARNING_RATE, WEIGHT_DECAY, LARGEST_GRADIENT = 6e-3, 1e-3, 1.0
BLUR = 0.05
"""Deviation of what is added to the frames that the model reads, in theirs: it must find back from its own errors."""

REST_DB = 50.0
"""What lies so far below the loudest hundredth of the frames is a rest."""


@dataclass(frozen=True)
class LatentSequence:
    """Frames of sounds that follow each other, ``step_s`` seconds apart.

    Attributes
    ----------
    coordinates
        Shape (T, D).
    level_db
        Of the sounds, shape (T,).
    step_s
        Seconds.
    """

    coordinates: NDArray[np.float32]
    level_db: NDArray[np.floating]
    step_s: float


def resting(level_db: NDArray[np.floating]) -> NDArray[np.bool_]:
    """Which frames (T,) are rests."""
    return level_db < np.percentile(level_db, 99) - REST_DB


def fit_phrases(
    sequence: LatentSequence,
    limit_s: float,
    seed: int = 0,
    cancelled: Callable[[], bool] = lambda: False,
    clock: Callable[[], float] = time.monotonic,
) -> PhraseModel | None:
    """The model of a sequence; None where it is too short, or there is too little time.

    Parameters
    ----------
    sequence
        What to learn from.
    limit_s
        Seconds that it may take.
    seed
        Of weights and windows.
    cancelled
        Looked at after each update; what was learned until then is lost.
    clock
        Monotonic seconds.
    """
    begin_s = clock()
    rests = resting(sequence.level_db)
    window = round(WINDOW_S / sequence.step_s)
    if len(rests) < window + 1 or (~rests).sum() < window:
        return None
    sounding = sequence.coordinates[~rests].astype(np.float64)
    mean, deviation = sounding.mean(axis=0), np.maximum(sounding.std(axis=0), 1e-4)
    frames = np.where(rests[:, None], 0.0, (sequence.coordinates - mean) / deviation)
    given = torch.from_numpy(np.column_stack([frames, rests]).astype(np.float32))
    with torch.random.fork_rng(devices=()):
        torch.manual_seed(seed)
        network = _PhraseNetwork(frames.shape[1])
        finished = _learn(network, given, window, begin_s + limit_s, cancelled, clock)
    if not finished:
        return None
    return network.model(mean, deviation, sequence.step_s, _longest_run(rests))


class _PhraseNetwork(nn.Module):
    """The network that learns; `PhraseModel` is what it has learned."""

    def __init__(self, dims: int) -> None:
        super().__init__()
        self.unit = nn.GRU(dims + 1, HIDDEN, batch_first=True)
        self.head = nn.Linear(HIDDEN, 1 + COMPONENTS + 2 * COMPONENTS * dims)
        follows = torch.arange(COMPONENTS).lt(COMPONENTS // 2).float()
        self.carry = nn.Parameter(follows[:, None].repeat(1, dims))
        with torch.no_grad():  # means apart from each other, deviations a third
            self.head.bias[1 + COMPONENTS : -COMPONENTS * dims] = 0.5 * torch.randn(COMPONENTS * dims)
            self.head.bias[-COMPONENTS * dims :] = -1.0

    def forward(self, frames: Tensor) -> Tensor:
        """Negative log-likelihood of each next frame, of windows (B, T, D + 1): (B, T − 1)."""
        now, then = frames[:, :-1], frames[:, 1:]
        dims = frames.shape[2] - 1
        blurred = torch.cat([now[..., :dims] + BLUR * torch.randn_like(now[..., :dims]), now[..., dims:]], dim=2)
        out = self.head(self.unit(blurred)[0])
        rest, chances, places = out[..., 0], out[..., 1 : 1 + COMPONENTS], out[..., 1 + COMPONENTS :]
        means, deviations = places.unflatten(2, (2, COMPONENTS, dims)).unbind(2)
        deviations = deviations.clamp(min=CLOSEST)
        means = means + self.carry * blurred[..., None, :dims]
        away = (then[..., None, :dims] - means) * torch.exp(-deviations)
        likelihood = -(0.5 * away.square() + deviations).sum(dim=3)
        mixed = torch.logsumexp(likelihood + torch.log_softmax(chances, dim=2), dim=2)
        rests = then[..., dims]
        flag = nn.functional.binary_cross_entropy_with_logits(rest, rests, reduction="none")
        return flag - (1.0 - rests) * mixed

    def model(self, mean: NDArray, deviation: NDArray, step_s: float, longest_rest: int) -> PhraseModel:
        """What was learned so far."""
        weights = {name: values.detach().numpy().copy() for name, values in self.named_parameters()}
        return PhraseModel(
            weights["unit.weight_ih_l0"],
            weights["unit.bias_ih_l0"],
            weights["unit.weight_hh_l0"],
            weights["unit.bias_hh_l0"],
            weights["head.weight"],
            weights["head.bias"],
            weights["carry"],
            mean.astype(np.float32),
            deviation.astype(np.float32),
            step_s,
            longest_rest,
        )


def _learn(
    network: _PhraseNetwork,
    given: Tensor,
    window: int,
    end_s: float,
    cancelled: Callable[[], bool],
    clock: Callable[[], float],
) -> bool:
    """Learn from windows of frames (T, D + 1) until the time is over; returns whether that was long enough."""
    optimizer = torch.optim.AdamW(network.parameters(), LEARNING_RATE, weight_decay=WEIGHT_DECAY)
    updates, tried_s = MOST_UPDATES, clock()
    done = 0
    while done < updates and not cancelled():
        for group in optimizer.param_groups:
            group["lr"] = LEARNING_RATE * 0.5 * (1.0 + np.cos(np.pi * done / updates))
        first = torch.randint(len(given) - window, (BATCH,))
        loss = network(given[first[:, None] + torch.arange(window + 1)])[:, UNHEARD:].mean()
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), LARGEST_GRADIENT)
        optimizer.step()
        done += 1
        if done == TRIED:
            update_s = max((clock() - tried_s) / TRIED, 1e-9)
            updates = min(MOST_UPDATES, int((end_s - clock()) / update_s))
            if updates < FEWEST_UPDATES:
                return False
        if clock() > end_s and done > TRIED:  # other programs slowed it down
            break
    return done >= FEWEST_UPDATES and not cancelled()


def _longest_run(rests: NDArray[np.bool_]) -> int:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], rests, [False]]).astype(np.int8)))
    return int((edges[1::2] - edges[::2]).max(initial=0))

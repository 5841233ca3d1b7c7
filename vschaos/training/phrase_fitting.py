"""Learns from the latent sequences of sounds how they go on: a `PhraseModel`, by gradient descent, in some seconds.

Sounds are joined one after the other, in any order, so that what ends in one goes on with the beginning of another.
Windows of a second of that are what is learned from, by the likelihood of each next frame.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from vschaos.devices import one_thread
from vschaos.latent.phrases import CLOSEST, REST_DB, PhraseModel

HIDDEN, COMPONENTS = 64, 6
WINDOW_S = 1.0
BATCH = 48
UNHEARD = 8
"""Frames of a window that count nothing: the model does not know yet what came before."""

MOST_UPDATES, MOST_VISITS = 1000, 300
"""Updates, and how often each frame may be learned from: more would learn the sounds by heart."""
FEWEST_UPDATES = 40
"""Fewer make no phrases."""
TRIED = 3
"""Updates whose time says how many there can be."""

LEARNING_RATE, WEIGHT_DECAY, LARGEST_GRADIENT = 8e-3, 1e-3, 1.0
BLUR = 0.02
"""Deviation of what is added to the frames that the model reads, in theirs: it must find back from its own errors."""

STEADY = 0.9
"""Share of the steps that are not attacks."""


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


def floor_of(level_db: NDArray[np.floating]) -> float:
    """The level below which frames with these levels (T,) are rests."""
    return float(np.percentile(level_db, 99)) - REST_DB


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
    floor_db = floor_of(sequence.level_db) if len(sequence.level_db) else 0.0
    rests = sequence.level_db < floor_db
    window = round(WINDOW_S / sequence.step_s)
    if len(rests) < window + 1 or (~rests).sum() < window:
        return None
    numbers = np.column_stack([sequence.coordinates, sequence.level_db]).astype(np.float64)
    mean, basis = _basis(numbers, rests)
    frames = np.where(rests[:, None], 0.0, (numbers - mean) @ np.linalg.inv(basis).T)
    given = torch.from_numpy(np.column_stack([frames, rests]).astype(np.float32))
    with torch.random.fork_rng(devices=()), one_thread():
        torch.manual_seed(seed)
        network = _PhraseNetwork(frames.shape[1])
        most = min(MOST_UPDATES, MOST_VISITS * len(given) // (BATCH * window))
        finished = most >= FEWEST_UPDATES and _learn(network, given, window, most, begin_s + limit_s, cancelled, clock)
    if not finished:
        return None
    return network.model(mean, basis, floor_db, sequence.step_s, _longest_run(rests))


def _basis(numbers: NDArray[np.float64], rests: NDArray[np.bool_]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Mean (N,) and basis (N, N) of the frames (T, N) that sound: along its columns they have a deviation of 1.

    They are the directions in which sounds move from a frame to the next, so that where they hardly move, the model
    does not either; steps that are longer than most are attacks, and count nothing.
    """
    sounding = numbers[~rests]
    mean, deviation = sounding.mean(axis=0), np.maximum(sounding.std(axis=0), 1e-4)
    steps = (np.diff(numbers, axis=0) / deviation)[~(rests[1:] | rests[:-1])]
    length = np.linalg.norm(steps, axis=1)
    steady = steps[length <= np.quantile(length, STEADY)]
    directions = np.linalg.eigh(steady.T @ steady)[1]
    along = np.maximum(((sounding - mean) / deviation @ directions).std(axis=0), 1e-3)
    return mean, deviation[:, None] * directions * along


class _PhraseNetwork(nn.Module):
    """The network that learns; `PhraseModel` is what it has learned."""

    def __init__(self, numbers: int) -> None:
        super().__init__()
        self.unit = nn.GRU(numbers + 1, HIDDEN, batch_first=True)
        self.head = nn.Linear(HIDDEN, 1 + COMPONENTS + 2 * COMPONENTS * numbers)
        follows = torch.arange(COMPONENTS).lt(COMPONENTS // 2).float()
        self.carry = nn.Parameter(follows[:, None].repeat(1, numbers))
        with torch.no_grad():  # means apart from each other, deviations a third
            self.head.bias[1 + COMPONENTS : -COMPONENTS * numbers] = 0.5 * torch.randn(COMPONENTS * numbers)
            self.head.bias[-COMPONENTS * numbers :] = -1.0

    def forward(self, frames: Tensor) -> Tensor:
        """Negative log-likelihood of each next frame, of windows (B, T, N + 1): (B, T − 1)."""
        now, then = frames[:, :-1], frames[:, 1:]
        numbers = frames.shape[2] - 1
        places = now[..., :numbers]
        blurred = torch.cat([places + BLUR * torch.randn_like(places), now[..., numbers:]], dim=2)
        out = self.head(self.unit(blurred)[0])
        rest, chances, places = out[..., 0], out[..., 1 : 1 + COMPONENTS], out[..., 1 + COMPONENTS :]
        means, deviations = places.unflatten(2, (2, COMPONENTS, numbers)).unbind(2)
        deviations = deviations.clamp(min=CLOSEST)
        means = means + self.carry * blurred[..., None, :numbers]
        away = (then[..., None, :numbers] - means) * torch.exp(-deviations)
        likelihood = -(0.5 * away.square() + deviations).sum(dim=3)
        mixed = torch.logsumexp(likelihood + torch.log_softmax(chances, dim=2), dim=2)
        rests = then[..., numbers]
        flag = nn.functional.binary_cross_entropy_with_logits(rest, rests, reduction="none")
        return flag - (1.0 - rests) * mixed

    def model(self, mean: NDArray, basis: NDArray, floor_db: float, step_s: float, longest_rest: int) -> PhraseModel:
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
            basis.astype(np.float32),
            floor_db,
            step_s,
            longest_rest,
        )


def _learn(
    network: _PhraseNetwork,
    given: Tensor,
    window: int,
    updates: int,
    end_s: float,
    cancelled: Callable[[], bool],
    clock: Callable[[], float],
) -> bool:
    """Learn from windows of frames (T, N + 1) until the time is over; returns whether that was long enough."""
    optimizer = torch.optim.AdamW(network.parameters(), LEARNING_RATE, weight_decay=WEIGHT_DECAY)
    tried_s, done = clock(), 0
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
            updates = min(updates, int((end_s - clock()) / update_s))
            if updates < FEWEST_UPDATES:
                return False
        if clock() > end_s and done > TRIED:  # other programs slowed it down
            break
    return done >= FEWEST_UPDATES and not cancelled()


def _longest_run(rests: NDArray[np.bool_]) -> int:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], rests, [False]]).astype(np.int8)))
    return int((edges[1::2] - edges[::2]).max(initial=0))

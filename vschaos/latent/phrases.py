"""How an instrument plays on by itself: a small recurrent model of the latent sequences of its training sounds.

Torch-free. Frame by frame it says how the next one is distributed, and one is drawn from that. A gated recurrent unit
(Cho et al., *Learning phrase representations*, 2014, in the form of cuDNN) remembers what was played, and a mixture
density (Bishop, *Mixture density networks*, 1994) says where it may go::

    h ← gru(h; x, rest)        rest ~ σ(r(h))        x ~ Σₖ πₖ(h) · Normal(aₖ·x + μₖ(h), σₖ(h))

x are the coordinates and the level, in a basis in which their deviation is 1. Where a sound rests, they say nothing:
they count as 0, and the sound is silent; so it is where the level falls below that of all sounds, lest the model goes on
where none ever was. A component with aₖ near 1 goes on from where the sound is, as decays do; one with aₖ near 0 goes
anywhere, as attacks do.

`vschaos.training.phrase_fitting` learns. Numbers have 64 bits here, so that processors whose sums differ in the last
digit play the same phrases for long.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Seed = int | Sequence[int]

MOST_HIDDEN, MOST_COMPONENTS = 256, 32
MOST_WEIGHT, MOST_CONDITION = 1e4, 1e9
"""What a file may hold."""

SHORTEST_STEP_S, LONGEST_STEP_S = 1e-3, 1.0
CLOSEST = -4.0
"""Logarithm of the least deviation of a component: no frame is known more closely than to a fiftieth of theirs."""
FARTHEST = 3.0
"""How far a phrase may go astray, in deviations of the training sounds."""


@dataclass(frozen=True)
class PhraseModel:
    """What was learned, of N = D + 1 numbers, the coordinates and the level, H hidden numbers and K components.

    Attributes
    ----------
    input_weights, input_bias
        Of the unit's reset, update and new gates, shapes (3·H, N + 1) and (3·H,); the last input is the rest.
    state_weights, state_bias
        Shapes (3·H, H) and (3·H,).
    head_weights, head_bias
        Of the rest's logit, the K components' logits, their means (K, N) and the logarithms of their deviations (K, N):
        shapes (1 + K + 2·K·N, H) and (1 + K + 2·K·N,).
    carry
        a, shape (K, N).
    mean, basis
        Numbers are ``mean + basis @ x``, levels in dB: shapes (N,) and (N, N); the basis can be inverted.
    floor_db
        Level below which a sound rests.
    step_s
        Seconds from a frame to the next.
    longest_rest
        Of the training sounds, frames.
    """

    input_weights: Array
    input_bias: Array
    state_weights: Array
    state_bias: Array
    head_weights: Array
    head_bias: Array
    carry: Array
    mean: Array
    basis: Array
    floor_db: float
    step_s: float
    longest_rest: int

    @property
    def dims(self) -> int:
        """Number of coordinates D."""
        return len(self.mean) - 1


def tensor_shapes(dims: int, hidden: int, components: int) -> dict[str, tuple[int, ...]]:
    """Shape of each of a model's tensors, by its name."""
    numbers = dims + 1
    outputs = 1 + components + 2 * components * numbers
    return {
        "input_weights": (3 * hidden, numbers + 1),
        "input_bias": (3 * hidden,),
        "state_weights": (3 * hidden, hidden),
        "state_bias": (3 * hidden,),
        "head_weights": (outputs, hidden),
        "head_bias": (outputs,),
        "carry": (components, numbers),
        "mean": (numbers,),
        "basis": (numbers, numbers),
    }


class PhrasePlayer:
    """Plays phrases, a frame at a time; the same seed plays the same.

    Parameters
    ----------
    model
        What was learned.
    seed
        Of all that is drawn.
    start
        Coordinates (D,) that sounded before the first frame; without, it begins after a rest.
    """

    def __init__(self, model: PhraseModel, seed: Seed, start: NDArray[np.floating] | None = None) -> None:
        weights = [getattr(model, item.name) for item in fields(model)[:9]]
        (
            self._into,
            self._into_bias,
            self._over,
            self._over_bias,
            self._head,
            self._head_bias,
            self._carry,
            self._mean,
            self._basis,
        ) = [values.astype(np.float64) for values in weights]
        self._longest_rest = model.longest_rest
        self._floor_db = model.floor_db
        self._chance = np.random.default_rng(seed)
        self._state = np.zeros(len(self._over_bias) // 3)
        self._input = np.zeros(model.dims + 2)
        self._rested = 0
        if start is None:
            self._input[-1] = 1.0
        else:
            there = np.append(start - self._mean[:-1], 0.0)
            self._input[:-1] = np.clip(np.linalg.solve(self._basis, there), -FARTHEST, FARTHEST)

    def step(self) -> NDArray[np.float64] | None:
        """Coordinates (D,) of the next frame; None where it rests."""
        self._advance()
        components, count = self._carry.shape
        out = self._head @ self._state + self._head_bias
        rests = self._chance.random() * (1.0 + np.exp(np.clip(-out[0], -50.0, 50.0))) < 1.0
        chosen = self._choose(out[1 : 1 + components])
        means, deviations = out[1 + components :].reshape(2, components, count)[:, chosen]
        drawn = np.exp(np.clip(deviations, CLOSEST, 5.0)) * self._chance.standard_normal(count)
        place = np.clip(self._carry[chosen] * self._input[:-1] + means + drawn, -FARTHEST, FARTHEST)
        numbers = self._mean + self._basis @ place
        if (rests or numbers[-1] < self._floor_db) and self._rested < self._longest_rest:
            self._rested += 1
            self._input[:-1], self._input[-1] = 0.0, 1.0
            return None
        self._rested = 0
        self._input[:-1], self._input[-1] = place, 0.0
        return numbers[:-1]

    def _advance(self) -> None:
        size = len(self._state)
        given = self._into @ self._input + self._into_bias
        kept = self._over @ self._state + self._over_bias
        gates = 1.0 / (1.0 + np.exp(np.clip(-(given[: 2 * size] + kept[: 2 * size]), -50.0, 50.0)))
        new = np.tanh(given[2 * size :] + gates[:size] * kept[2 * size :])
        self._state = new + gates[size:] * (self._state - new)

    def _choose(self, logits: NDArray[np.float64]) -> int:
        shares = np.cumsum(np.exp(logits - logits.max()))
        return min(int(np.searchsorted(shares, self._chance.random() * shares[-1])), len(shares) - 1)


def played(model: PhraseModel, seconds: float, seed: Seed, start: NDArray[np.floating] | None = None) -> Array:
    """Coordinates (T, D) of so many seconds; NaN where it rests."""
    player = PhrasePlayer(model, seed, start)
    rest = np.full(model.dims, np.nan)
    frames = [player.step() for _ in range(round(seconds / model.step_s))]
    return np.array([rest if frame is None else frame for frame in frames], np.float32).reshape(-1, model.dims)

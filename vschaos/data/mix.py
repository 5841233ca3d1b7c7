"""Which signal of a recording's channels is learnt: their mean, one of them, or each for itself. Pure numpy.

The scan decides for each file and the doctor judges that signal; the store prepares it and pitch is found in it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from vschaos.configs.schema import Mix
from vschaos.data.facts import MEAN, SoundFacts, of_signals

LIVE_DB = 30.0
"""A channel is alive if it is at most this much below the loudest."""
CANCEL_DB = -6.0
"""Channels cancel where their mean is so much weaker than that of unrelated channels would be."""
CANCEL_SHARE = 0.05
"""Channels that cancel for so much of the time lose a considerable part in their mean."""
APART_DB = 0.4
"""They have little in common where their mean is at most this much stronger than that of unrelated channels."""


class Relation(Enum):
    """What the channels of a recording are to each other."""

    ADD_UP = "add up"
    APART = "little in common"
    ONE_SIDED = "most are silent"
    CANCEL = "cancel"
    CANCEL_IN_PARTS = "cancel in parts"


def relation(facts: SoundFacts) -> Relation:
    """What the channels are to each other; `Relation.ADD_UP` for a single one.

    The mean of C channels of powers p has the power Σp / C² where they are unrelated, more where they add up, and none
    where they cancel.
    """
    if len(facts.signals) < 3:
        return Relation.ADD_UP
    *channels, mean = (signal.power for signal in facts.signals)
    loudest = max(channels)
    if loudest <= 0:
        return Relation.ADD_UP
    alive = sum(power >= loudest * 10 ** (-LIVE_DB / 10) for power in channels)
    if 2 * alive <= len(channels):
        return Relation.ONE_SIDED
    over_db = 10 * math.log10(max(mean, 1e-30) * len(channels) ** 2 / sum(channels))
    if over_db < CANCEL_DB:
        return Relation.CANCEL
    if facts.cancelling >= CANCEL_SHARE:
        return Relation.CANCEL_IN_PARTS
    return Relation.APART if over_db < APART_DB else Relation.ADD_UP


def cancels(facts: SoundFacts) -> bool:
    """Whether channels cancel, all the time or in parts."""
    return relation(facts) in (Relation.CANCEL, Relation.CANCEL_IN_PARTS)


def learnt_signals(mix: Mix, facts: SoundFacts) -> tuple[int, ...]:
    """The signals that are learnt of a recording, by number (see `MEAN`): one, or with `Mix.EACH` one or more."""
    channels = [signal.power for signal in facts.signals[:-1]] or [0.0]
    # Equal ones differ by rounding: the first of them.
    loudest = int(np.argmax(np.array(channels) >= 0.99 * max(channels)))
    if len(facts.signals) < 3:
        return (0,)
    if mix is Mix.AUTO:
        adds_up = relation(facts) in (Relation.ADD_UP, Relation.APART)
        return (MEAN,) if adds_up else (loudest,)
    if mix is Mix.EACH:
        # A channel in which nothing is recorded is not a sound of its own.
        alive = [place for place, power in enumerate(channels) if power >= channels[loudest] * 10 ** (-LIVE_DB / 10)]
        return tuple(alive) if channels[loudest] > 0 else (0,)
    return {Mix.MEAN: (MEAN,), Mix.LEFT: (0,), Mix.RIGHT: (1,), Mix.LOUDEST: (loudest,)}[mix]


def learnt_facts(facts: SoundFacts, signals: Sequence[int]) -> SoundFacts:
    """The facts of a recording's learnt signals in place of those of all its channels."""
    return of_signals(facts, signals) if len(facts.signals) > 2 else facts


def signal_text(signal: int) -> str:
    """A signal as people call it: ``mean``, ``channel 1``."""
    return "mean" if signal == MEAN else f"channel {signal + 1}"


def mixed(block: NDArray[np.float32], signal: int) -> NDArray[np.float32]:
    """One signal of a recording's channels, shape (n,), out of audio of shape (C, n)."""
    # A file may have lost channels since it was scanned.
    return block.mean(axis=0) if signal == MEAN else block[min(signal, len(block) - 1)]

"""Envelopes of voices and their mix into two channels, sample by sample, as machine code.

An envelope rises on a straight line in the attack time, falls towards the sustained level so that 95 % of the way is
done in the decay time, and dies away by 60 dB in the release time. It always goes on from where it is, so that a key
struck again does not click.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from vschaos.realtime.compiled import compiled
from vschaos.realtime.ring import Frames

OFF, ATTACK, HELD, RELEASE, CUT = range(5)
"""Stages. ``CUT`` is a release of a few milliseconds, for a voice whose place is needed."""

CUT_S = 0.004
OVER = 1e-4
"""Level below which a released voice is over."""

DECAY_SHARE = math.log(1.0 / 0.05)
RELEASE_SHARE = math.log(1000.0)


class Envelopes:
    """The envelopes of a number of voices.

    Parameters
    ----------
    voices
        How many.

    Attributes
    ----------
    stage, level, strength
        Stage, present level (0…1) and velocity (0…1) of each, shape (voices,).
    """

    def __init__(self, voices: int) -> None:
        self.stage = np.zeros(voices, np.int64)
        self.level = np.zeros(voices, np.float64)
        self.strength = np.zeros(voices, np.float64)
        self._slopes = np.zeros(5, np.float64)

    def shape(self, attack_s: float, decay_s: float, sustain: float, release_s: float, sample_rate_hz: float) -> None:
        """Set times and sustained level, for all voices."""
        self._slopes[0] = 1.0 / max(attack_s * sample_rate_hz, 1.0)
        self._slopes[1] = 1.0 - math.exp(-DECAY_SHARE / max(decay_s * sample_rate_hz, 1.0))
        self._slopes[2] = sustain
        self._slopes[3] = math.exp(-RELEASE_SHARE / max(release_s * sample_rate_hz, 1.0))
        self._slopes[4] = math.exp(-RELEASE_SHARE / max(CUT_S * sample_rate_hz, 1.0))

    def mix(
        self,
        audio: NDArray[np.float32],
        left: NDArray[np.int64],
        right: NDArray[np.int64],
        held: NDArray[np.float64],
        out: Frames,
    ) -> None:
        """Mix the voices into ``out``, shape (n, 2), and move their envelopes on.

        Parameters
        ----------
        audio
            Shape (rows, n).
        left, right
            Row of each voice's two sides, shape (voices,); −1 for one that does not sound.
        held
            Level of voice 0, which has no envelope, shape (n,).
        """
        _mix(audio, left, right, held, self.stage, self.level, self.strength, self._slopes, out)


@compiled
def _mix(
    audio: NDArray[np.float32],
    left: NDArray[np.int64],
    right: NDArray[np.int64],
    held: NDArray[np.float64],
    stage: NDArray[np.int64],
    level: NDArray[np.float64],
    strength: NDArray[np.float64],
    slopes: NDArray[np.float64],
    out: Frames,
) -> None:
    for i in range(out.shape[0]):
        if left[0] >= 0:
            out[i, 0] = np.float32(held[i] * audio[left[0], i])
            out[i, 1] = np.float32(held[i] * audio[right[0], i])
        else:
            out[i, 0] = out[i, 1] = np.float32(0.0)
    for voice in range(1, stage.shape[0]):
        if stage[voice] == OFF or left[voice] < 0:
            continue
        now = level[voice]
        for i in range(out.shape[0]):
            at = stage[voice]
            if at == ATTACK:
                now += slopes[0]
                if now >= 1.0:
                    now = 1.0
                    stage[voice] = HELD
            elif at == HELD:
                now += slopes[1] * (slopes[2] - now)
            elif at == RELEASE:
                now *= slopes[3]
            elif at == CUT:
                now *= slopes[4]
            gain = now * strength[voice]
            out[i, 0] += np.float32(gain * audio[left[voice], i])
            out[i, 1] += np.float32(gain * audio[right[voice], i])
        level[voice] = now
        if stage[voice] >= RELEASE and now < OVER:
            stage[voice] = OFF
            level[voice] = 0.0

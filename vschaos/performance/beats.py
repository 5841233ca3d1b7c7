"""Cycles that last beats of the tempo, and stay in phase with them. Pure Python.

A beat is counted by the performance in the sound's own time, at the control ``tempo``, and corrected by a MIDI clock.
What lasts beats goes on at its own pace and is drawn towards the phase of the beat, at double its pace at most and
never backwards. So a clock that jitters, stops or jumps makes no step in the sound.
"""

from __future__ import annotations

import math

LENGTHS = {"1/4": 0.25, "1/2": 0.5, "1": 1.0, "2": 2.0, "4": 4.0, "8": 8.0, "16": 16.0}
"""Beats of a cycle, by their names."""

CHOICES = ("off", *LENGTHS)
"""Of a control: by a rate in Hz, or by one of the lengths."""

PULL_S = 0.3
"""How fast a cycle that is nearly in phase gets there."""


def length_of(choice: float) -> float:
    """Beats of a cycle by the value of a control, an index of `CHOICES`; 0 where it is off."""
    return LENGTHS.get(CHOICES[round(choice)], 0.0)


def in_phase(cycles: float, step: float, target: float, seconds: float) -> float:
    """How many cycles have passed after a step.

    Parameters
    ----------
    cycles
        Passed before.
    step
        Of this step, without a correction; 0 and above.
    target
        How many would have passed if it had always been in phase; its whole cycles do not matter.
    seconds
        Duration of the step.
    """
    ahead = cycles + step
    off = (target - ahead + 0.5) % 1.0 - 0.5
    return ahead + min(max(off * (1.0 - math.exp(-seconds / PULL_S)), -step), step)


def whole_beats(duration_s: float, tempo_bpm: float) -> int:
    """The number of beats that is nearest to a duration; at least one."""
    return max(1, round(duration_s * tempo_bpm / 60.0))

"""The arithmetic between the host's rate and the instrument's, in whole numbers. Torch-free, and scriptable.

nn~ calls a method with N samples of the host and N / ratio values of every slow inlet, where the ratio is a power of
two. The instrument renders hops of its own, at its own rate. So the ratio need not be a hop long: it is the power of
two nearest to a hop, and after each step of a ratio so many hops are rendered as its samples need, often one, sometimes
none or two. All counts follow from the number of samples since the start alone: any buffer plays the same.
"""

from __future__ import annotations

import math

HOST_RATES = (44_100, 48_000, 96_000)
"""Rates of hosts that an export is offered for, in Hz."""

LOWEST_HZ, HIGHEST_HZ = 1000, 192_000
"""Rates of hosts that can be set."""

MAX_RATIO = 4096
"""The longest step that nn~ can buffer."""

LOBES = 57
"""Half the length of the filter, in samples of the lower rate: 90 dB between `PASSED` and the whole of half that rate,
by Kaiser's formula for the length, (90 − 8) / (2.285 · 0.1 π) = 2 · 57."""

PASSED = 0.9
"""Share of half the lower rate up to which every tone passes."""

BLOCK = 128
"""The least number of samples that one row of the table gives."""

MOST_WEIGHTS = 1 << 20
"""Of a table: rates whose ratio needs more are refused."""


def conversion(from_hz: int, to_hz: int, lobes: int = LOBES, block: int = BLOCK) -> tuple[int, int, int]:
    """How one rate becomes another: ``up`` samples come of ``down``, each of ``2 · half`` samples around it.

    Returns
    -------
    tuple
        ``up``, ``down`` and ``half``; half is 0 where nothing is to be done.
    """
    common = math.gcd(from_hz, to_hz)
    up, down = to_hz // common, from_hz // common
    half = 0 if up == down else lobes
    if down > up:
        half = -(-half * down // up)
    rows = max(1, block // max(up, down))
    return up * rows, down * rows, half


def convertible(from_hz: int, to_hz: int, most: int = MOST_WEIGHTS) -> bool:
    """Whether the rates are in a ratio of numbers small enough, as all usual ones are."""
    up, down, half = conversion(from_hz, to_hz)
    return (down + 2 * half) * up <= most


def hops_heard(samples: int, rate_hz: int, host_hz: int, hop: int) -> int:
    """Hops of the instrument that are complete after so many samples of the host."""
    return -(-samples * rate_hz // host_hz) // hop


def hops_due(samples: int, rate_hz: int, host_hz: int, hop: int) -> int:
    """Hops that have begun to sound in so many samples of the host."""
    needed = (samples - 1) * rate_hz // host_hz + 1 if samples > 0 else 0
    return -(-needed // hop)


def lag_of(ratio: int, rate_hz: int, host_hz: int, hop: int) -> int:
    """Samples of the instrument that may be missing at the end of a step, because their hop is not complete."""
    if (ratio * rate_hz) % host_hz == 0:
        return hop - math.gcd(ratio * rate_hz // host_hz, hop)
    return hop - 1


def ratio_of(hop: int, rate_hz: int, host_hz: int) -> int:
    """Samples of a step of the host: the power of two nearest to a hop, as far as nn~ can buffer it."""
    return min(MAX_RATIO, 1 << max(0, round(math.log2(hop * host_hz / rate_hz))))


def heard_late(rate_hz: int, host_hz: int) -> int:
    """Samples of the host by which what it plays is later at the instrument's rate."""
    return conversion(host_hz, rate_hz)[2]


def sounds_late(samples: int, rate_hz: int, host_hz: int) -> int:
    """Samples of the host by which what the instrument makes so many samples late is late there."""
    return round((samples + conversion(rate_hz, host_hz)[2]) * host_hz / rate_hz)

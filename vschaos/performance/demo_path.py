"""A walk over the pad, so that an instrument can be heard without touching it. Pure Python."""

from __future__ import annotations

import math

CIRCLE_S = 6.0
SWELL_S = 17.0


def demo_position(time_s: float) -> tuple[float, float]:
    """Pad position (x, y) at a time of the path: circles of 6 s whose radius swells between 0.25 and 0.95."""
    radius = 0.6 + 0.35 * math.sin(2.0 * math.pi * time_s / SWELL_S - math.pi / 2.0)
    angle = 2.0 * math.pi * time_s / CIRCLE_S
    return radius * math.cos(angle), radius * math.sin(angle)

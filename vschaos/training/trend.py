"""The trend of a training, from its curves: pure Python, shared with the studio.

The held-out error is judged over the last third of the validations so far, so that “improving” means: at this rate,
half as much time again as it has had brings at least one percent more. The thresholds below were set on drawn curves,
see ``tests/training/test_trend.py``.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import combinations
from statistics import median

FEWEST = 6
"""Validations without which nothing is said."""

WORTH_HEARING = 0.01
"""A change of the error by this share of itself is worth time; less is not."""

SURE = 3.0
"""Standard errors that a change must be clear of, to be none of chance's."""

MOST_POINTS = 48
"""Of longer windows, evenly spaced points are looked at."""


class Trend(Enum):
    """Where a training is going."""

    UNKNOWN = "unknown"
    IMPROVING = "improving"
    FLAT = "flat"
    OVERFITTING = "overfitting"


@dataclass(frozen=True)
class Judgement:
    """One validation: the step, the held-out error in dB, and the training's reconstruction loss since the last one."""

    step: int
    error_db: float
    reconstruction: float


def trend(history: Sequence[Judgement]) -> Trend:
    """Tell where a training is going.

    Parameters
    ----------
    history
        All validations so far, in order of their steps. Those whose error is no number do not count.

    Returns
    -------
    Trend
        ``IMPROVING`` if the held-out error falls clearly; else ``OVERFITTING`` if it is clearly above its lowest while
        the training's own error went on falling; else ``FLAT``. ``UNKNOWN`` before `FEWEST` validations.
    """
    known = [item for item in history if math.isfinite(item.error_db) and math.isfinite(item.reconstruction)]
    if len(known) < FEWEST:
        return Trend.UNKNOWN
    errors = [item.error_db for item in known]
    window = _thinned(known[-max(FEWEST, -(-len(known) // 3)) :])
    change = _slope(window) * (window[-1].step - window[0].step)
    noise, least = _noise(errors), WORTH_HEARING * abs(errors[-1])
    # The standard error of a fitted line's rise over n evenly spaced points is about noise · √(12/n).
    if change < -max(least, SURE * noise * math.sqrt(12 / len(window))):
        return Trend.IMPROVING
    smooth, training = _running_median(errors), _running_median([item.reconstruction for item in known])
    lowest = min(range(len(smooth)), key=smooth.__getitem__)
    risen = smooth[-1] - smooth[lowest] > max(least, SURE * noise)
    learned_on = training[lowest] - training[-1] > WORTH_HEARING * abs(training[lowest])
    return Trend.OVERFITTING if risen and learned_on else Trend.FLAT


def _slope(history: Sequence[Judgement]) -> float:
    """Change of the error a step: the median of the slopes of all pairs, which an outlier does not move.

    Sen, P. K. (1968). Estimates of the regression coefficient based on Kendall's tau. JASA 63.
    """
    pairs = combinations(history, 2)
    return median((later.error_db - item.error_db) / max(later.step - item.step, 1) for item, later in pairs)


def _noise(errors: Sequence[float]) -> float:
    """Standard deviation of the errors about a smooth curve, from how far each is from the mean of its neighbours.

    Of Normal noise that distance has 1.5 times the variance, and a median magnitude of 1/1.4826 deviations.
    """
    triples = zip(errors, errors[1:], errors[2:], strict=False)
    return 1.4826 * median(abs(middle - (before + after) / 2) for before, middle, after in triples) / math.sqrt(1.5)


def _running_median(values: Sequence[float], width: int = 5) -> list[float]:
    return [median(values[end - width : end]) for end in range(width, len(values) + 1)]


def _thinned(history: Sequence[Judgement]) -> Sequence[Judgement]:
    stride = -(-len(history) // MOST_POINTS)
    return history[::-1][::stride][::-1]

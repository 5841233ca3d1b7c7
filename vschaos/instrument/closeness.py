"""What the error of an instrument means, in words. Torch-free.

The limits were measured; see docs/quality.md.
"""

from __future__ import annotations

import numpy as np

AUDIBLE_DB = 60.0
"""The error counts the bins that are within this of their frame's peak, in the sound or in its reconstruction."""

HARD_TO_TELL_APART = "hard to tell apart"
CLOSE = "close"
RECOGNISABLE = "recognisable"
SKETCH = "a sketch"

WORDS = (SKETCH, RECOGNISABLE, CLOSE, HARD_TO_TELL_APART)
"""From far to near."""

_LIMITS_DB = ((3.0, HARD_TO_TELL_APART), (6.0, CLOSE), (10.0, RECOGNISABLE))
_FAR_DB = 20.0
"""The error where a meter of closeness begins; networks that have learned nothing yet have about as much."""


def closeness(error_db: float) -> str:
    """How near to the sounds an instrument comes whose audible error is ``error_db``, in words."""
    return next((words for limit_db, words in _LIMITS_DB if error_db < limit_db), SKETCH)


def near_share(error_db: float) -> float:
    """The error as the place of a meter's hand, 0 (far) to 1 (the sound itself); each of `WORDS` has a quarter."""
    marks_db = (0.0, *(limit_db for limit_db, _words in _LIMITS_DB), _FAR_DB)
    return float(np.interp(error_db, marks_db, (1.0, 0.75, 0.5, 0.25, 0.0)))


def error_text(error_db: float, digits: int = 1) -> str:
    """The error and what it means: “3.1 dB, close”."""
    return f"{error_db:.{digits}f} dB, {closeness(error_db)}"

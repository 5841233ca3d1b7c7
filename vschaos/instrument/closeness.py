"""What the error of an instrument means, in words. Torch-free.

The limits were measured; see docs/quality.md.
"""

from __future__ import annotations

AUDIBLE_DB = 60.0
"""The error counts the bins that are within this of their frame's peak, in the sound or in its reconstruction."""

HARD_TO_TELL_APART = "hard to tell apart"
CLOSE = "close"
RECOGNISABLE = "recognisable"
SKETCH = "a sketch"

_LIMITS_DB = ((3.0, HARD_TO_TELL_APART), (6.0, CLOSE), (10.0, RECOGNISABLE))


def closeness(error_db: float) -> str:
    """How near to the sounds an instrument comes whose audible error is ``error_db``, in words."""
    return next((words for limit_db, words in _LIMITS_DB if error_db < limit_db), SKETCH)


def error_text(error_db: float, digits: int = 1) -> str:
    """The error and what it means: “3.1 dB, close”."""
    return f"{error_db:.{digits}f} dB, {closeness(error_db)}"

"""What the export's check says, and how it travels from the fresh process that makes it. Torch-free."""

from __future__ import annotations

from dataclasses import dataclass

from vschaos.messages import Codec


@dataclass(frozen=True)
class Check:
    """One thing that was tried and held.

    Attributes
    ----------
    name
        A word or two: ``live``, ``chunks``.
    sentence
        What was found, with its figure and tolerance.
    """

    name: str
    sentence: str


@dataclass(frozen=True)
class Verified:
    """Every check held; the figures are seconds of sound that one thread makes in a second, buffers of 2048 samples."""

    checks: tuple[Check, ...]
    decode_x_realtime: float
    forward_x_realtime: float = 0.0


@dataclass(frozen=True)
class Refused:
    """A check failed, or the file could not be tried."""

    sentence: str
    remedy: str


VERDICTS = Codec((Check, Verified, Refused))

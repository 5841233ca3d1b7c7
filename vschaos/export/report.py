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
    """Every check held; ``decode_x_realtime`` is seconds of sound that one thread decodes in a second."""

    checks: tuple[Check, ...]
    decode_x_realtime: float


@dataclass(frozen=True)
class Refused:
    """A check failed, or the file could not be tried."""

    sentence: str
    remedy: str


VERDICTS = Codec((Check, Verified, Refused))

"""What an export reports while it runs and when it ends, and how that travels between processes. Torch-free.

``vschaos script --json`` prints these messages, one a line, and the window reads them; ``vschaos verify-export`` prints
those of the check, and the exporter reads them.
"""

from __future__ import annotations

from enum import Enum

from vschaos.messages import Codec, Message, Number, Problem


class Stage(Enum):
    """Where an export is."""

    LOAD = "load"
    SCRIPT = "script"
    VERIFY = "verify"
    WRITE = "write"


class StageBegun(Message, frozen=True):
    """The export has reached a stage; the sentence says what it does there."""

    stage: Stage
    sentence: str


class Check(Message, frozen=True):
    """One check that passed.

    Attributes
    ----------
    name
        Short: ``live``, ``chunks``.
    sentence
        The result, with its figure and tolerance.
    """

    name: str
    sentence: str


class Verified(Message, frozen=True):
    """Every check passed; figures are seconds of sound per second on one thread, in buffers of 2048 samples."""

    checks: tuple[Check, ...]
    decode_x_realtime: Number
    forward_x_realtime: Number = 0.0


class ExportDone(Message, frozen=True):
    """The export is complete.

    Attributes
    ----------
    path, files
        The module ``NAME/NAME.ts``, and all files of the folder that were written.
    verified
        The results of its check.
    """

    path: str
    files: tuple[str, ...]
    verified: Verified


Progress = StageBegun | Check
"""What an export reports on its way."""

ExportMessage = StageBegun | Check | Verified | ExportDone | Problem
"""What an exporter and a check print."""

EXPORT_MESSAGES = Codec[ExportMessage](ExportMessage)

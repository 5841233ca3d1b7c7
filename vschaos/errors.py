"""The errors that a user sees: one sentence for what happened, one for the remedy.

Any other exception is a bug, and is reported as one. The command line prints these errors
without a traceback and exits with 1; the studio shows them in its notice bar.
"""

from __future__ import annotations

from vschaos.printable import printable


class VschaosError(Exception):
    """An error that the user can understand and fix.

    Parameters
    ----------
    sentence
        What happened, with the file, device or value; characters that cannot be shown, such as those of an escape
        sequence, are replaced.
    remedy
        What to do; empty if there is nothing to do.
    """

    def __init__(self, sentence: str, remedy: str = "") -> None:
        super().__init__(sentence, remedy)
        self.sentence = printable(sentence, lines=True)
        self.remedy = printable(remedy, lines=True)

    def __str__(self) -> str:
        return f"{self.sentence} {self.remedy}".strip()


class AudioFileError(VschaosError):
    """An audio file that cannot be read or written."""


class DatasetError(VschaosError):
    """A dataset folder that cannot be used."""


class ConfigError(VschaosError):
    """A configuration with an unknown, missing or impossible value."""


class InstrumentError(VschaosError):
    """An instrument file that is damaged, hostile, or from a newer version."""


class TrainingError(VschaosError):
    """A training that cannot start or continue."""


class DeviceError(VschaosError):
    """An audio or computing device that is missing or cannot be used."""


class ExportError(VschaosError):
    """An export that failed its check or could not be written."""


class OscError(VschaosError):
    """An OSC port or message that cannot be used."""


class ControlError(VschaosError):
    """A control that does not exist, or values that it cannot have."""

"""The errors that reach a musician: one sentence that says what happened, one that says what helps.

Everything else that is raised is a bug, and is reported as one. The command line prints these errors
without a traceback and exits with 1; the studio shows them in its notice bar.
"""

from __future__ import annotations


class VschaosError(Exception):
    """Something that the user can understand and mend.

    Parameters
    ----------
    sentence
        What happened, in plain words, naming the file, device or value concerned.
    remedy
        What to do about it, in plain words; empty where nothing helps.
    """

    def __init__(self, sentence: str, remedy: str = "") -> None:
        super().__init__(sentence, remedy)
        self.sentence = sentence
        self.remedy = remedy

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
    """A training that cannot start or go on."""


class DeviceError(VschaosError):
    """An audio or computing device that is missing or refuses."""


class ExportError(VschaosError):
    """An export that was refused by its own check or could not be written."""


class OscError(VschaosError):
    """An OSC port or message that cannot be used."""


class ControlError(VschaosError):
    """A control that does not exist, or values that it cannot take."""

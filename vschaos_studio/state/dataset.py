"""What the Sounds page says of a folder of sounds: durations, formats and totals as text. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vschaos.data.scan import ScanReport

NO_BREAK = "\u00a0"
"""Between a number and its unit, so that a line never ends between them."""

FORMATS = (
    "WAV, AIFF, FLAC, OGG, MP3, M4A, the sound of films, and more;\n"
    "any sample rate, any number of channels, with subfolders."
)


@dataclass(frozen=True)
class Totals:
    """Sums over a scanned folder."""

    files: int
    duration_s: float
    rejected: int

    @classmethod
    def of(cls, report: ScanReport) -> Totals:
        """The sums of a report."""
        return cls(len(report.files), report.duration_s, len(report.rejected) + len(report.left_out))

    def sentence(self) -> str:
        """Such as “48 sounds · 8 min 02 s · 3 left out”."""
        parts = [counted(self.files, "sound"), duration_text(self.duration_s)]
        if self.rejected:
            parts.append(f"{self.rejected:,}{NO_BREAK}left out")
        return " · ".join(parts)


def counted(number: int, noun: str) -> str:
    """“1 sound”, “48 sounds”, “5,000 sounds”."""
    return f"{number:,}{NO_BREAK}{noun}{'' if number == 1 else 's'}"


def duration_text(seconds: float) -> str:
    """A total for people: “4.2 s”, “8 min 02 s”, “3 h 07 min”."""
    if seconds < 9.95:
        return f"{seconds:.1f}{NO_BREAK}s"
    whole = round(seconds)
    if whole < 60:
        return f"{whole}{NO_BREAK}s"
    if whole < 3600:
        return f"{whole // 60}{NO_BREAK}min{NO_BREAK}{whole % 60:02d}{NO_BREAK}s"
    minutes = round(seconds / 60)
    return f"{minutes // 60:,}{NO_BREAK}h{NO_BREAK}{minutes % 60:02d}{NO_BREAK}min"


def clock(seconds: float) -> str:
    """The length of one sound, for a column: “0:00.42”, “1:05.00”, “1:02:03”; shorter than a millisecond is “0 s”."""
    if seconds < 3600:
        hundredths = round(seconds * 100)
        return f"{hundredths // 6000}:{hundredths // 100 % 60:02d}.{hundredths % 100:02d}"
    whole = round(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"


def rate_text(sample_rate_hz: int) -> str:
    """“44.1 kHz”, “48 kHz”, “11.025 kHz”."""
    return f"{sample_rate_hz / 1000:g}{NO_BREAK}kHz"


def channels_text(channels: int) -> str:
    """“mono”, “stereo”, “8 channels”."""
    return {1: "mono", 2: "stereo"}.get(channels, f"{channels}{NO_BREAK}channels")


def folder_name(folder: Path) -> str:
    """The folder's own name; a whole disk is called by its path."""
    return folder.name or str(folder)

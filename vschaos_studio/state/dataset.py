"""What the Sounds page says of a folder of sounds: durations, formats and totals as text. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vschaos_studio.language import number, short_number, tr

if TYPE_CHECKING:
    from vschaos.data.scan import ScanReport

NO_BREAK = "\u00a0"
"""Between a number and its unit, so that a line never ends between them."""

FORMATS = tr(
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
        parts = [sounds_text(self.files), duration_text(self.duration_s)]
        if self.rejected:
            parts.append(tr("%n\u00a0left out", "%n\u00a0left out", self.rejected))
        return " · ".join(parts)


def sounds_text(count: int) -> str:
    """“1 sound”, “48 sounds”, “5,000 sounds”."""
    return tr("%n\u00a0sounds", "%n\u00a0sound", count)


def duration_text(seconds: float) -> str:
    """A total for people: “4.2 s”, “8 min 02 s”, “3 h 07 min”."""
    if seconds < 9.95:
        return f"{number(seconds, 1)}{NO_BREAK}s"
    whole = round(seconds)
    if whole < 60:
        return f"{whole}{NO_BREAK}s"
    if whole < 3600:
        return tr("{minutes}\u00a0min\u00a0{seconds}\u00a0s", minutes=whole // 60, seconds=f"{whole % 60:02d}")
    minutes = round(seconds / 60)
    return tr("{hours}\u00a0h\u00a0{minutes}\u00a0min", hours=number(minutes // 60), minutes=f"{minutes % 60:02d}")


def clock(seconds: float) -> str:
    """The length of one sound, for a column: “0:00.42”, “1:05.00”, “1:02:03”; shorter than a millisecond is “0 s”."""
    if seconds < 3600:
        hundredths = round(seconds * 100)
        return f"{hundredths // 6000}:{number(hundredths % 6000 / 100, 2).zfill(5)}"
    whole = round(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"


def rate_text(sample_rate_hz: int) -> str:
    """“44.1 kHz”, “48 kHz”, “11.025 kHz”."""
    return f"{short_number(sample_rate_hz / 1000, 6)}{NO_BREAK}kHz"


def channels_text(channels: int) -> str:
    """“mono”, “stereo”, “8 channels”."""
    known = {1: tr("mono"), 2: tr("stereo")}
    return known.get(channels) or tr("%n\u00a0channels", "%n\u00a0channel", channels)


def folder_name(folder: Path) -> str:
    """The folder's own name; a whole disk is called by its path."""
    return folder.name or str(folder)

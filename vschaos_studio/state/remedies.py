"""What the window can do about a finding at the press of a button. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from vschaos.configs.schema import Mix
from vschaos.data.doctor.findings import Finding
from vschaos.data.scan import ScanReport, recorded
from vschaos_studio.language import tr

_LEAVE_OUT = frozenset(
    ("silence", "short", "long_silence", "mostly_silent", "clipping", "dc", "loudness", "unfinished", "low_pass", "hum")
)
_CHANNELS = frozenset(("cancelling", "one_sided"))


class Deed(Enum):
    """What is done."""

    LEAVE_OUT = auto()
    KEEP_BEST = auto()
    AUTOMATIC_CHANNELS = auto()


@dataclass(frozen=True)
class Remedy:
    """A deed, and the sounds that are left out by it."""

    deed: Deed
    sounds: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """On its button."""
        if self.deed is Deed.AUTOMATIC_CHANNELS:
            return tr("Set channels to automatic")
        if self.deed is Deed.KEEP_BEST:
            return tr("Keep only the best: leave out %n", "Keep only the best: leave out %n", len(self.sounds))
        return leave_out_text(len(self.sounds))


def remedy_of(finding: Finding, report: ScanReport) -> Remedy | None:
    """What helps against a finding in the sounds of a report; None where the window cannot do it.

    Leaving out is no remedy where nothing would be left.
    """
    names = frozenset(finding.files)
    concerned = [sound for sound in report.files if sound.relative in names]
    if report.mix is not Mix.AUTO:
        unheard = finding.kind == "silence" and any(recorded(sound) for sound in concerned)
        if unheard or finding.kind in _CHANNELS:
            return Remedy(Deed.AUTOMATIC_CHANNELS)
    if finding.spare:
        return Remedy(Deed.KEEP_BEST, finding.spare)
    if finding.kind in _LEAVE_OUT and 0 < len(concerned) < len(report.files):
        return Remedy(Deed.LEAVE_OUT, tuple(sound.relative for sound in concerned))
    return None


def leave_out_text(count: int) -> str:
    """What leaving out so many sounds is called, in menus and on buttons."""
    return tr("Leave out %n\u00a0sounds", "Leave out %n\u00a0sound", count)


def use_text(count: int) -> str:
    """What using so many sounds again is called."""
    return tr("Use %n\u00a0sounds again", "Use %n\u00a0sound again", count)

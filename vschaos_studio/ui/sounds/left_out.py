"""Each file that is left out, with the reason and the remedy: by the user, or because it cannot be used."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent

from vschaos.data.scan import ScanReport
from vschaos_studio.language import tr, translated
from vschaos_studio.ui.controls.note_list import ListNote, NoteList
from vschaos_studio.ui.theme import Theme

MOST_SOUNDS = 1000
"""More that the user has left out are counted; they have no tick in the table."""


class LeftOut(NoteList):
    """The list; a click on a sound that the user has left out chooses it, by its name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Files that were left out"), theme, selectable=True)
        self._unlisted: ScanReport | None = None

    def show_report(self, report: ScanReport) -> None:
        """List what a report leaves out, as soon as the list is shown: there may be thousands."""
        self._unlisted = report
        if self.isVisible():
            self._list(report)

    def showEvent(self, event: QShowEvent) -> None:
        """See QWidget."""
        if self._unlisted is not None:
            self._list(self._unlisted)
        super().showEvent(event)

    def _list(self, report: ScanReport) -> None:
        self._unlisted = None
        by_choice = tr("You have left it out. Tick it in the table to use it again.")
        shown = report.left_out[:MOST_SOUNDS]
        notes = [ListNote(sound.relative, by_choice, subject=sound.relative) for sound in shown]
        if more := len(report.left_out) - len(shown):
            notes.append(ListNote(tr("and %n\u00a0more sounds", "and %n\u00a0more sound", more), by_choice))
        notes += [
            ListNote(item.relative, f"{translated(item.reason)} {translated(item.remedy)}".strip())
            for item in report.rejected
        ]
        self.show_notes(notes)

"""Each file that is left out, with the reason and the remedy: by the user, or because it cannot be used."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vschaos.data.scan import ScanReport
from vschaos_studio.language import tr, translated
from vschaos_studio.ui.controls.note_list import ListNote, NoteList
from vschaos_studio.ui.theme import Theme


class LeftOut(NoteList):
    """The list; a click on a sound that the user has left out chooses it, by its name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(tr("Files that were left out"), theme, selectable=True, parent=parent)

    def show_report(self, report: ScanReport) -> None:
        """List what a report leaves out."""
        by_choice = tr("You have left it out. Tick it in the table to use it again.")
        notes = [ListNote(sound.relative, by_choice, subject=sound.relative) for sound in report.left_out]
        notes += [
            ListNote(item.relative, f"{translated(item.reason)} {translated(item.remedy)}".strip())
            for item in report.rejected
        ]
        self.show_notes(notes)

"""Each file that was left out, with the reason and the remedy."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vschaos.data.scan import Rejection
from vschaos_studio.language import tr, translated
from vschaos_studio.ui.controls.note_list import ListNote, NoteList
from vschaos_studio.ui.theme import Theme


class LeftOut(NoteList):
    """The list of rejected files."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(tr("Files that were left out"), theme, parent=parent)

    def show_rejected(self, rejected: tuple[Rejection, ...]) -> None:
        """List these."""
        self.show_notes(
            [
                ListNote(item.relative, f"{translated(item.reason)} {translated(item.remedy)}".strip())
                for item in rejected
            ]
        )

"""Each file that was left out, with the reason and what helps."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vschaos.data.scan import Rejection
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.note_list import Note, NoteList


class LeftOut(NoteList):
    """The list of rejected files."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("Files that were left out", theme, parent=parent)

    def show_rejected(self, rejected: tuple[Rejection, ...]) -> None:
        """List these."""
        self.show_notes([Note(item.relative, f"{item.reason} {item.remedy}".strip()) for item in rejected])

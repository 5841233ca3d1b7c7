"""The window of the player: the Play page, and a page that says where instruments are learned."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from vschaos_studio.language import tr
from vschaos_studio.ui.controls.empty_page import EmptyPage
from vschaos_studio.ui.main_window import MainWindow
from vschaos_studio.ui.pages import PLAY


class PlayerWindow(MainWindow):
    """The main window without the pages that learn and export; what would open them shows where that is done."""

    def __init__(self, **parts: Any) -> None:
        super().__init__(**parts)
        self.learning = EmptyPage(
            tr("This is vschaos player"),
            tr(
                "It plays instruments. To learn an instrument from your sounds, or to export one to Max and Pure Data, "
                "install vschaos studio. Your projects and settings will be there, too."
            ),
        )
        self._stack.addWidget(self.learning)

    def complete(self) -> None:
        """There are no other pages."""

    def page_of(self, id: str) -> QWidget:
        """The Play page, or the explanation."""
        return self.play if id == PLAY else self.learning

    def open_sounds(self, folder: Path) -> None:  # noqa: ARG002 (as its base)
        """Say where sounds are learned from."""
        self.show_page(self.learning)

    def open_loose_sounds(self, sounds: Sequence[Path]) -> None:  # noqa: ARG002 (as its base)
        """Say where sounds are learned from."""
        self.show_page(self.learning)

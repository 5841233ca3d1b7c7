"""What the dialogs share: margins, a heading, and a row of buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from vschaos_studio.ui.controls.layouts import STRETCH, Part, hbox, vbox
from vschaos_studio.ui.controls.styled_widgets import label

MARGINS = (24, 24, 24, 24)


class Dialog(QDialog):
    """A dialog with a heading; :meth:`lay_out` puts its parts below it.

    Parameters
    ----------
    title
        Of the window.
    heading, role
        The line above the parts, and its look.
    """

    def __init__(self, title: str, heading: str, role: str = "heading", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.heading = label(heading, role, wrap=True)

    def lay_out(
        self, *parts: Part, buttons: tuple[QPushButton, ...], left: tuple[QPushButton, ...] = (), spacing: int = 12
    ) -> QVBoxLayout:
        """Put parts below the heading, and buttons at the right and the left of the foot."""
        foot = hbox(*left, STRETCH, *buttons)
        return vbox(self.heading, *parts, foot, spacing=spacing, margins=MARGINS, on=self)

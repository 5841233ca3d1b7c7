"""Shown by a page that has nothing to work on: what is missing, and a button that leads there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from vschaos_studio.ui.controls.layouts import StretchFactor, vbox
from vschaos_studio.ui.controls.styled_widgets import button, label


class EmptyPage(QWidget):
    """A title and a sentence in the middle, a button unless ``verb`` is empty, and ``others`` below it."""

    def __init__(self, title: str, sentence: str, verb: str = "", *others: QPushButton) -> None:
        super().__init__()
        self.button = button(verb, "primary")
        if not verb:
            self.button.hide()
        centre = Qt.AlignmentFlag.AlignHCenter
        text = label(sentence, "muted", wrap=True)
        text.setAlignment(centre)
        texts = ((label(title, "title"), centre), text)
        buttons = [(made, centre) for made in (self.button, *others)]
        vbox(StretchFactor(2), *texts, 8, *buttons, StretchFactor(3), spacing=12, margins=(24, 0, 24, 0), on=self)

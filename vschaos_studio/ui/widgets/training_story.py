"""What is going to happen, for who learns an instrument for the first time."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vschaos_studio.ui.widgets.roles import Card, label

STORY = (
    ("Your files stay as they are.", "They are read once, and cut into moments of a twentieth of a second."),
    ("A small network learns to redraw them.", "You see how close it comes, and hear it."),
    ("You can play all the while.", "The first instrument is there within a minute, and gets better."),
    ("Stop whenever you like.", "What it has learned until then is kept; you can play it, export it or go on with it."),
)


class TrainingStory(Card):
    """Four paragraphs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("What happens", parent)
        for title, text in STORY:
            paragraph = QVBoxLayout()
            paragraph.setSpacing(2)
            paragraph.addWidget(label(title, wrap=True))
            paragraph.addWidget(label(text, "muted", wrap=True))
            self.body.addSpacing(4)
            self.body.addLayout(paragraph)
        self.body.addStretch(1)

"""What is shown while a folder is being scanned."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from vschaos_studio.ui.widgets.elided_label import ElidedLabel
from vschaos_studio.ui.widgets.roles import Card, button, label


class ScanCard(QWidget):
    """A card in the middle of the page: which folder, how far, and a way out.

    Signals
    -------
    cancel_pressed
        Give it up.
    """

    cancel_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card()
        card.setMaximumWidth(560)
        card.setMinimumWidth(420)
        self._stage = ElidedLabel(role="heading")
        self.count = label(role="muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Progress of the scan")
        self.cancel = button("Cancel")
        self.cancel.clicked.connect(self.cancel_pressed)
        row = QHBoxLayout()
        row.addWidget(self.count, 1)
        row.addWidget(self.cancel)
        card.body.setSpacing(12)
        card.body.addWidget(self._stage)
        card.body.addWidget(self.bar)
        card.body.addLayout(row)
        across = QHBoxLayout(self)
        down = QVBoxLayout()
        down.addStretch(2)
        down.addWidget(card)
        down.addStretch(3)
        across.addStretch(1)
        across.addLayout(down)
        across.addStretch(1)

    def begin(self, name: str) -> None:
        """A scan of the folder of this name begins."""
        self._stage.setText(f"Listening to “{name}”")
        self.count.setText("Looking for files…")
        self.bar.setRange(0, 0)

    def show_progress(self, done: int, total: int) -> None:
        """So many files are judged."""
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self.count.setText(f"{done:,} of {total:,} files")

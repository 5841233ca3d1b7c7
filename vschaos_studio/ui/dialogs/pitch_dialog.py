"""Before pitch is extracted: what it does, how long it takes, and whether labels are to be made anew."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from vschaos_studio.state.dataset import counted
from vschaos_studio.state.pitch import ABOUT
from vschaos_studio.ui.widgets.roles import button, label


class PitchDialog(QDialog):
    """Asks whether to begin. Lines that cannot be understood must be mended first, or given up for new labels.

    Signals
    -------
    decided
        Begin; whether labels that are there already are made anew.
    """

    decided = Signal(bool)

    def __init__(self, duration: str, *, labelled: bool, problems: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lines = counted(problems, "line")
        obstacle = f"{lines} of their files cannot be understood, see Labels: correct them first, or:"
        self.setWindowTitle("Extract pitch")
        self.setMinimumWidth(520)
        self.anew = QCheckBox("Make labels anew that are there already, also those that I set")
        self.anew.setVisible(labelled or problems > 0)
        self.begin = button("Extract pitch", "primary")
        self.begin.setDefault(True)
        self.begin.clicked.connect(self.accept)
        if problems:
            # What is kept must be understood.
            self.begin.setEnabled(False)
            self.anew.toggled.connect(self.begin.setEnabled)
        cancel = button("Cancel")
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.begin)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(label("Extract pitch", "heading"))
        for words in (*ABOUT, duration):
            column.addWidget(label(words, "muted", wrap=True))
        if problems:
            column.addWidget(label(obstacle, wrap=True))
        column.addWidget(self.anew)
        column.addSpacing(8)
        column.addLayout(buttons)
        QWidget.setTabOrder(self.begin, cancel)
        (self.anew if problems else self.begin).setFocus()

    def accept(self) -> None:
        """See QDialog."""
        super().accept()
        self.decided.emit(self.anew.isChecked())

"""The button that extracts pitch; while that is under way, how far it is, in the same place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from vschaos_studio.state.pitch import PitchView
from vschaos_studio.ui.widgets.elided_label import ElidedLabel
from vschaos_studio.ui.widgets.roles import button

WIDTH = 300
_STEPS = 1000


class PitchStrip(QStackedWidget):
    """One line high whether it runs or not, so that nothing below it moves.

    Signals
    -------
    pressed, cancel_pressed
        The user wants pitch to be extracted; or to give it up.
    """

    pressed = Signal()
    cancel_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start = button("Extract pitch…", tip="Let a neural network write down which notes the sounds play")
        self.start.clicked.connect(self.pressed)
        self.words = ElidedLabel(role="small")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("Progress of the extraction of pitch")
        self.cancel = button("Cancel", tip="Sounds that are done need not be heard again")
        self.cancel.clicked.connect(self.cancel_pressed)
        self._idle, self._running = QWidget(), QWidget()
        idle = QHBoxLayout(self._idle)
        idle.setContentsMargins(0, 0, 0, 0)
        idle.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.words)
        words.addWidget(self.bar)
        running = QHBoxLayout(self._running)
        running.setContentsMargins(0, 0, 0, 0)
        running.setSpacing(8)
        running.addLayout(words, 1)
        running.addWidget(self.cancel)
        self.addWidget(self._idle)
        self.addWidget(self._running)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def running(self) -> bool:
        """Whether an extraction is shown as under way."""
        return self.currentWidget() is self._running

    def show_view(self, view: PitchView | None) -> None:
        """Show an extraction under way, or, by None, the button."""
        self.setCurrentWidget(self._idle if view is None else self._running)
        self.setFixedWidth(self.start.sizeHint().width() if view is None else WIDTH)
        if view is None:
            return
        self.words.setText(view.sentence)
        self.words.setToolTip(f"{view.sentence}\n{view.detail}" if view.detail else view.sentence)
        if view.share is None:
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, _STEPS)
            self.bar.setValue(round(view.share * _STEPS))

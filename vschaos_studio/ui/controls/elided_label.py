"""Lines of text that are shortened in their middle, or left out, where space is scarce."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle

from vschaos_studio.ui.controls.styled_widgets import plain_tip, with_role


class ElidedLabel(QLabel):
    """Shows as much of its text as fits; the tool tip shows all of it."""

    def __init__(self, text: str = "", role: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            with_role(self, role)
        self.setText(text)

    def setText(self, text: str) -> None:
        """See QLabel."""
        super().setText(text)
        self.setToolTip(plain_tip(text))

    def minimumSizeHint(self) -> QSize:
        """See QWidget."""
        needed = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(min(needed, 40), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """See QWidget."""
        painter = QPainter(self)
        area = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, area.width())
        align = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        self.style().drawItemText(painter, area, align, self.palette(), self.isEnabled(), text, self.foregroundRole())


class FittingLabel(QLabel):
    """A line that says what can be missed: it asks for no room, and shows its text only where all of it fits."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if role:
            with_role(self, role)

    def minimumSizeHint(self) -> QSize:
        """See QWidget."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """See QWidget."""
        if self.fontMetrics().horizontalAdvance(self.text()) <= self.contentsRect().width():
            super().paintEvent(event)

"""The field in which a snapshot gets its name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from vschaos.performance.snapshots import LONGEST_NAME
from vschaos_studio.language import tr


class NameField(QLineEdit):
    """Takes a name; a field that loses the focus keeps what was typed.

    Signals
    -------
    kept
        The name.
    ended
        It is not needed any more.
    """

    kept = Signal(str)
    ended = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._before = name
        self._over = False
        self.setMaxLength(LONGEST_NAME)
        self.setPlaceholderText(tr("name"))
        self.selectAll()
        self.editingFinished.connect(self._finish)

    def _finish(self) -> None:
        """Once: hiding the field takes the focus from it, which is another end."""
        if self._over:
            return
        self._over = True
        if self.text() != self._before:
            self.kept.emit(self.text())
        self.ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the name as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._before)
            self._finish()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Esc is meant for this field, and does not silence the instrument."""
        is_key = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_key and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

"""A choice with a title, a note and a description, as a card to press."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.roles import Card, label


class ChoiceCard(Card):
    """One of several; the whole card takes the click, arrow keys go from one to the next."""

    chosen = Signal()

    def __init__(
        self, title: str, note: str, description: str, theme: Theme, group: QButtonGroup, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.setObjectName("choiceCard")
        self.radio = QRadioButton(title)
        self.radio.setAccessibleDescription(f"{note}. {description}")
        font = self.radio.font()
        font.setBold(True)
        self.radio.setFont(font)
        group.addButton(self.radio)
        row = QHBoxLayout()
        row.addWidget(self.radio, 1)
        row.addWidget(label(note, "muted"))
        text = label(description, "muted", wrap=True)
        text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.body.addWidget(text, 1)
        self._plain = ""
        self._lit = f"QFrame#choiceCard {{ border: 1px solid {theme.accent}; background: {theme.accent_deep}; }}"
        self.radio.toggled.connect(self._show_chosen)

    def _show_chosen(self, is_chosen: bool) -> None:
        self.setStyleSheet(self._lit if is_chosen else self._plain)
        if is_chosen:
            self.chosen.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """See QWidget."""
        if event.button() == Qt.MouseButton.LeftButton and self.isEnabled():
            self.radio.setChecked(True)
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
        else:
            super().mousePressEvent(event)

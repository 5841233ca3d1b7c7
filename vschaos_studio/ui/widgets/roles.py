"""Labels, buttons and cards in the looks that the style sheet knows."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

AnyWidget = TypeVar("AnyWidget", bound=QWidget)


def with_role(widget: AnyWidget, role: str) -> AnyWidget:
    """Give a widget one of the looks listed in `vschaos_studio.ui.stylesheet`, also after it was shown."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    return widget


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """A label that takes text as it is, never as markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    return with_role(made, role) if role else made


def button(text: str, role: str = "", *, tip: str = "") -> QPushButton:
    """A button that the keyboard reaches, and that a click does not take the focus to (Space goes on playing)."""
    made = QPushButton(text)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setToolTip(tip)
    return with_role(made, role) if role else made


class Card(QFrame):
    """A raised frame with an optional heading; add what it holds to ``body``."""

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 12, 16, 16)
        self.body.setSpacing(8)
        if heading:
            self.body.addWidget(label(heading, "heading"))

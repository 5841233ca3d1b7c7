"""The navigation rail on the left: one button a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget

from vschaos_studio.ui.icons import icon
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.roles import with_role


@dataclass(frozen=True)
class Place:
    """A page as the rail shows it."""

    name: str
    icon: str
    help: str


class Navigation(QWidget):
    """Buttons for the places, in order; one is chosen.

    Signals
    -------
    chosen
        Index of the place that the user pressed.
    """

    chosen = Signal(int)

    def __init__(self, places: Sequence[Place], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 16, 8, 16)
        column.setSpacing(8)
        self._group = QButtonGroup(self)
        for index, place in enumerate(places):
            button = with_role(QToolButton(), "navigation")
            button.setText(place.name)
            button.setIcon(icon(place.icon, theme.muted, checked=theme.accent))
            button.setIconSize(QSize(24, 24))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolTip(f"{place.help} (Ctrl+{index + 1})")
            button.setAccessibleName(place.name)
            self._group.addButton(button, index)
            column.addWidget(button)
        column.addStretch(1)
        self._group.idClicked.connect(self.chosen)

    def show_chosen(self, index: int) -> None:
        """Mark a place as the one shown."""
        self._group.button(index).setChecked(True)

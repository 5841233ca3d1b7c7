"""The navigation rail on the left: one button a page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from vschaos_studio.language import tr
from vschaos_studio.ui.controls.layouts import STRETCH, vbox
from vschaos_studio.ui.controls.styled_widgets import with_role
from vschaos_studio.ui.icons import icon
from vschaos_studio.ui.pages import PageEntry
from vschaos_studio.ui.theme import Theme


class Navigation(QWidget):
    """Buttons for the pages, in order; one is chosen.

    Signals
    -------
    chosen
        Id of the page that the user pressed.
    """

    chosen = Signal(str)

    def __init__(self, pages: Sequence[PageEntry], theme: Theme) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        for digit, page in enumerate(pages, 1):
            button = with_role(QToolButton(), "navigation")
            button.setText(page.title)
            button.setIcon(icon(page.id, theme, "muted", checked="accent"))
            button.setIconSize(QSize(24, 24))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolTip(tr("{what} (Ctrl+{digit})", what=page.help, digit=digit))
            button.setAccessibleName(page.title)
            button.clicked.connect(lambda _checked=False, chosen=page.id: self.chosen.emit(chosen))
            self._group.addButton(button)
            self.buttons[page.id] = button
        vbox(*self.buttons.values(), STRETCH, margins=(8, 16, 8, 16), on=self)

    def show_chosen(self, page: str) -> None:
        """Mark a page as the one shown, by its id."""
        self.buttons[page].setChecked(True)

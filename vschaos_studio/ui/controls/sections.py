"""Several panels in one place, with a row of tabs above that can show a count for each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from vschaos_studio.language import number
from vschaos_studio.ui.controls.layouts import vbox
from vschaos_studio.ui.controls.styled_widgets import with_role


class Sections(QWidget):
    """Tabs over a stack; arrow keys go from tab to tab.

    Parameters
    ----------
    name
        What screen readers call the tabs.
    spread
        Whether the tabs share the whole width.
    """

    def __init__(self, name: str, *, spread: bool = False) -> None:
        super().__init__()
        self._titles: list[str] = []
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(name)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(spread)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        with_role(self.tabs, "spread" if spread else "sections")
        self.stack = QStackedWidget()
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)
        vbox(self.tabs, (self.stack, 1), on=self)

    def add(self, title: str, panel: QWidget) -> None:
        """Add a panel after the others."""
        self._titles.append(title)
        self.stack.addWidget(panel)
        self.tabs.addTab(title)

    def show_count(self, panel: QWidget, count: int, text: str = "") -> None:
        """Show a count on the tab of a panel, as ``text`` unless the title names what is counted; 0 shows none."""
        place = self.stack.indexOf(panel)
        shown = f": {text}" if text else f"  {number(count)}"
        self.tabs.setTabText(place, f"{self._titles[place]}{shown}" if count else self._titles[place])

    def show_panel(self, panel: QWidget) -> None:
        """Show a panel."""
        self.tabs.setCurrentIndex(self.stack.indexOf(panel))

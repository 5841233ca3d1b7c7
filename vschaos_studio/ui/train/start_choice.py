"""The instrument that a training starts from: none, or one of the chosen kind."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from vschaos_studio.language import tr
from vschaos_studio.state.starting_points import StartingPoint
from vschaos_studio.ui.controls.calm_menu import CalmMenu
from vschaos_studio.ui.controls.styled_widgets import plain_tip

NOTHING = tr("Nothing", "to start from")
NONE_FITS = tr("There is no instrument of this kind yet.")
WHY = tr("It begins as this instrument, and learns new sounds in less time. Only instruments of this kind fit.")


class StartChoice(CalmMenu):
    """A menu of instruments; a choice stays as long as it is offered."""

    def __init__(self) -> None:
        super().__init__(tr("Start from"))
        self._points: tuple[StartingPoint, ...] = ()
        self._configuration = ""
        self._offer()

    @property
    def path(self) -> Path | None:
        """The chosen one; None for a training that starts from nothing."""
        return self.currentData()

    def show_points(self, points: tuple[StartingPoint, ...]) -> None:
        """These are all that there are."""
        if points != self._points:
            self._points = points
            self._offer()

    def show_kind(self, configuration: str) -> None:
        """A training with this configuration is to start from one of them."""
        if configuration != self._configuration:
            self._configuration = configuration
            self._offer()

    def _offer(self) -> None:
        chosen = self.path
        self.clear()
        self.addItem(NOTHING, None)
        for point in self._points:
            if point.configuration == self._configuration:
                self.addItem(point.name, point.path)
                self.setItemData(self.count() - 1, plain_tip(str(point.path)), Qt.ItemDataRole.ToolTipRole)
        offered = [self.itemData(place) for place in range(self.count())]
        self.setCurrentIndex(offered.index(chosen) if chosen in offered else 0)
        fits = self.count() > 1
        self.setEnabled(fits)
        self.setToolTip(WHY if fits else NONE_FITS)
        self.setAccessibleDescription(self.toolTip())

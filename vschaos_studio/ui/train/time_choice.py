"""How long a training may take: the steps of its configuration, or a number of minutes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QSpinBox, QWidget

from vschaos_studio.language import tr
from vschaos_studio.state.training_text import about_text, duration_choice
from vschaos_studio.ui.controls.calm_menu import CalmMenu
from vschaos_studio.ui.controls.layouts import hbox, vbox

MOST_MINUTES = 7 * 24 * 60
OTHER = -1


class TimeChoice(QWidget):
    """A menu of suitable times, and a field for any other.

    Signals
    -------
    changed
        Another time was chosen.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.menu = CalmMenu(tr("Training time"))
        self.menu.setToolTip(tr("How long it learns: the longer, the closer to the sounds"))
        self.other = QSpinBox()
        self.other.setRange(1, MOST_MINUTES)
        self.other.setSuffix(" min")
        self.other.setAccessibleName(tr("Training minutes"))
        self.other.setToolTip(self.menu.toolTip())
        self.other.setFixedWidth(110)
        policy = self.other.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.other.setSizePolicy(policy)
        self.impatient = QCheckBox(tr("Stop early if there is no more improvement"))
        self.impatient.setToolTip(tr("Measured on held-out sounds; the instrument is kept"))
        self._offered: tuple[int, ...] = ()
        vbox(hbox((self.menu, 1), self.other), self.impatient, spacing=4, on=self)
        self.menu.currentIndexChanged.connect(self._on_chosen)
        self.other.valueChanged.connect(lambda _minutes: self.changed.emit())
        self.offer((10,))

    def offer(self, minutes: tuple[int, ...]) -> None:
        """Offer these times; one that was chosen before stays chosen."""
        if minutes == self._offered:
            return
        chosen, self._offered = self.minutes, minutes
        self.menu.blockSignals(True)
        self.menu.clear()
        self.menu.addItem(tr("As long as it takes"), 0)
        for choice in minutes:
            self.menu.addItem(duration_choice(choice), choice)
        self.menu.addItem(tr("Another time…"), OTHER)
        if chosen:
            self.other.setValue(chosen)
        place = self.menu.findData(chosen)
        self.menu.setCurrentIndex(place if place >= 0 else self.menu.count() - 1)
        self.menu.blockSignals(False)
        self._show_field()

    @property
    def minutes(self) -> int:
        """The minutes; 0: as long as it takes."""
        chosen = self.menu.currentData()
        if chosen is None:
            return 0
        return self.other.value() if chosen == OTHER else int(chosen)

    def _on_chosen(self) -> None:
        if self.menu.currentData() not in (0, OTHER):
            self.other.setValue(self.minutes)
        self._show_field()
        self.changed.emit()

    def _show_field(self) -> None:
        self.other.setVisible(self.menu.currentData() == OTHER)


def short_time_text(seconds: float) -> str:
    """A rough time where there is little room: “about 7 min”."""
    minutes = round(seconds / 60)
    return tr("about {minutes} min", minutes=minutes) if 1 < minutes < 60 else about_text(seconds)

"""The menu that tunes the keys: equal temperament, or by a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFileDialog

from vschaos.performance.tuning_files import MAPPING_SUFFIX, SUFFIXES
from vschaos_studio.language import tr
from vschaos_studio.ui.controls.calm_menu import CalmMenu

EQUAL, PRESENT = 0, 1
FILES = tr("Tunings") + " (*.scl *.tun *.kbm)"


class TuningMenu(CalmMenu):
    """Equal temperament, the tuning that was read last, and an entry that asks for a file.

    Signals
    -------
    chosen
        Path of a tuning, and that of a keyboard mapping or nothing; both empty: equal temperament.
    """

    chosen = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(tr("Tuning"))
        self.setToolTip(tr("How high the keys sound: in equal temperament, or by a Scala or AnaMark file"))
        self.present = ""
        self._list()
        self.activated.connect(self._choose)

    def show_tuning(self, name: str) -> None:
        """Show the present tuning; an empty name is equal temperament."""
        if name != self.present:
            self.present = name
            self._list()

    def _list(self) -> None:
        """Fill the menu, and choose the present tuning."""
        with QSignalBlocker(self):
            self.clear()
            self.addItem(tr("Equal", "tuning"))
            if self.present:
                self.addItem(self.present)
            self.insertSeparator(self.count())
            self.addItem(tr("From a file…"))
            self.setCurrentIndex(PRESENT if self.present else EQUAL)

    def _choose(self, index: int) -> None:
        if index == EQUAL:
            self.chosen.emit("", "")
        elif index == self.count() - 1:
            self.setCurrentIndex(PRESENT if self.present else EQUAL)
            self.open_file()

    def open_file(self) -> None:
        """Ask for a tuning, and a mapping with it if there is one."""
        title = tr("Open a tuning, or a scale and its keyboard mapping")
        paths, _ = QFileDialog.getOpenFileNames(self, title, str(Path.home()), FILES)
        if paths:
            tuning = next((path for path in paths if path.lower().endswith(SUFFIXES)), paths[0])
            mapping = next((path for path in paths if path.lower().endswith(MAPPING_SUFFIX) and path != tuning), "")
            self.chosen.emit(tuning, mapping)

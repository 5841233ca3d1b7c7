"""Leaving out sounds on the Sounds page: connects the ticks of the table, its menu, the findings and the list."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from vschaos.configs.schema import Mix
from vschaos_studio.language import tr
from vschaos_studio.services.left_out_sounds import LeftOutSounds
from vschaos_studio.state.remedies import Deed, Remedy, leave_out_text, use_text
from vschaos_studio.ui.sounds.file_table import FileTable

KEYS = "Ctrl+E"


class LeavingOut(QObject):
    """Does what the user asks for.

    Parameters
    ----------
    folder
        What is left out of the open folder.
    set_mix
        Has other channels trained on, and the folder scanned again.
    play
        Plays the current sound, or stops it.
    playing
        Whether the current sound plays.
    """

    def __init__(
        self,
        folder: LeftOutSounds,
        table: FileTable,
        *,
        set_mix: Callable[[Mix], object],
        play: Callable[[], object],
        playing: Callable[[], bool],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._folder = folder
        self._table = table
        self._set_mix = set_mix
        self._play = play
        self._playing = playing
        self.menu: QMenu | None = None
        table.ticked.connect(self.choose)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._open_menu)
        toggle = QAction(self)
        toggle.setShortcut(QKeySequence(KEYS))
        toggle.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        toggle.triggered.connect(table.toggle_use)
        page.addAction(toggle)

    def choose(self, sounds: Collection[str], used: bool) -> None:
        """Use these sounds, or leave them out."""
        if used:
            self._folder.use(sounds)
        else:
            self._folder.leave_out(sounds)

    def remedy(self, remedy: Remedy) -> None:
        """Do what helps against a finding."""
        if remedy.deed is not Deed.AUTOMATIC_CHANNELS:
            self._folder.leave_out(remedy.sounds)
            return
        report = self._folder.report
        if report is None:
            return
        before = report.mix
        self._set_mix(Mix.AUTO)
        self._folder.note(remedy.text, lambda: self._mixed(before), lambda: self._mixed(Mix.AUTO))

    def _mixed(self, mix: Mix) -> bool:
        self._set_mix(mix)
        return True

    def _open_menu(self, place: QPoint) -> None:
        selected = self._table.selected_files()
        if not selected:
            return
        self.menu = menu = QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        play = menu.addAction(tr("Stop") if self._playing() else tr("Play", "a sound"), self._play)
        play.setShortcut(QKeySequence("Space"))
        menu.addSeparator()
        left_out = self._folder.names
        text = use_text if all(file.relative in left_out for file in selected) else leave_out_text
        choose = menu.addAction(text(len(selected)), self._table.toggle_use)
        choose.setShortcut(QKeySequence(KEYS))
        menu.popup(self._table.viewport().mapToGlobal(place))

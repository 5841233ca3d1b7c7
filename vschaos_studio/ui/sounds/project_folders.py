"""The folders of sounds that were opened in the project, in a menu to go back to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton

from vschaos_studio.language import tr
from vschaos_studio.state.dataset import folder_name
from vschaos_studio.state.notices import Action, Level, Notice, Notices
from vschaos_studio.ui.controls.styled_widgets import menu_text, plain_tip, with_role
from vschaos_studio.ui.local_urls import nearest_folder

ARROW = 36
"""Pixels: the width of the arrow alone."""

QWIDGETSIZE_MAX = (1 << 24) - 1
"""What Qt calls no limit."""


class ProjectFolders(QPushButton):
    """A button with a menu; hidden while there is nothing to choose. Beside the name of a folder it is an arrow alone.

    Signals
    -------
    chosen
        A folder to open, which is there.
    moved
        Where a folder was, and where it is now.
    forgotten
        Folders that are to be listed no more.
    """

    chosen = Signal(object)
    moved = Signal(object, object)
    forgotten = Signal(object)

    def __init__(self, notices: Notices) -> None:
        super().__init__(tr("Folders"))
        with_role(self, "quiet")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(tr("Folders of sounds that were opened in this project"))
        self.setAccessibleName(tr("Folders of this project"))
        self._notices = notices
        self.folders: tuple[Path, ...] = ()
        self.open: Path | None = None
        self.list = QMenu(self)
        self.list.setToolTipsVisible(True)
        self.list.aboutToShow.connect(self._fill)
        self.setMenu(self.list)
        self.hide()

    def show_folders(self, folders: Sequence[Path]) -> None:
        """List these."""
        self.folders = tuple(folders)
        self._present()

    def show_open(self, folder: Path | None) -> None:
        """Which folder is open; None: none."""
        self.open = folder
        self.setText("" if folder is not None else tr("Folders"))
        self.setMaximumWidth(ARROW if folder is not None else QWIDGETSIZE_MAX)
        self._present()

    def report_missing(self, folder: Path) -> None:
        """Say that a folder is not there, and offer to find it."""
        sentence = tr("The folder of sounds “{folder}” is not there.", folder=folder)
        remedy = tr("Connect the disk that it is on, or choose where it is now. Its labels are beside the sounds.")
        find = Action(tr("Choose where it is…"), partial(self._find, folder))
        self._notices.post(Notice(sentence, remedy, Level.WARNING, find))

    def _present(self) -> None:
        self.setVisible(any(folder != self.open for folder in self.folders))

    def _fill(self) -> None:
        self.list.clear()
        names = [folder_name(folder) for folder in self.folders]
        lost = []
        for folder, name in zip(self.folders, names, strict=True):
            shown = name if names.count(name) == 1 else tr("{name}, in {folder}", name=name, folder=folder.parent)
            if not folder.is_dir():
                lost.append(folder)
                shown = tr("{name} (not there)", name=shown)
            action = self.list.addAction(menu_text(shown), partial(self._choose, folder))
            action.setToolTip(plain_tip(str(folder)))
            action.setCheckable(True)
            action.setChecked(folder == self.open)
        if lost:
            self.list.addSeparator()
            self.list.addAction(tr("Remove those that are not there"), partial(self.forgotten.emit, tuple(lost)))

    def _choose(self, folder: Path) -> None:
        if not folder.is_dir():
            self.report_missing(folder)
        elif folder != self.open:
            self.chosen.emit(folder)

    def _find(self, folder: Path) -> None:
        title = tr("Where is “{folder}” now?", folder=folder_name(folder))
        chosen = QFileDialog.getExistingDirectory(self.window(), title, str(nearest_folder(folder.parent)))
        if chosen:
            self.moved.emit(folder, Path(chosen))

"""What is dropped on the Sounds page: a folder is opened, single files and several folders as a collection of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vschaos_studio.language import tr
from vschaos_studio.services.sound_collection import Collection, collect, collections_folder
from vschaos_studio.services.tasks import TaskRunner
from vschaos_studio.state.notices import Notice, Notices
from vschaos_studio.ui.controls.sounds_drop import SoundsDrop


class Dropping(QObject):
    """Watches the page.

    Signals
    -------
    folder_ready
        The folder to open.

    Attributes
    ----------
    hovering
        Signal: whether something that can be dropped is over the page.
    collections
        Where collections are made.
    """

    folder_ready = Signal(object)

    def __init__(self, page: QWidget, notices: Notices, tasks: TaskRunner) -> None:
        super().__init__(page)
        self._notices = notices
        self._tasks = tasks
        self.collections = collections_folder()
        drop = SoundsDrop(page)
        drop.dropped.connect(self.open)
        self.hovering = drop.hovering

    def open(self, paths: Sequence[Path]) -> None:
        """Open what was dropped."""
        if len(paths) == 1 and paths[0].is_dir():
            self.folder_ready.emit(paths[0])
        else:
            self._tasks.run_task(partial(collect, paths, self.collections), self._open_made, self._notices.error)

    def _open_made(self, made: Collection) -> None:
        name = made.folder.name
        sentence = (
            tr("“{name}” holds links to what you dropped; the files stay where they are.", name=name)
            if made.is_new
            else tr("The collection “{name}” of these sounds is open again.", name=name)
        )
        self._notices.post(Notice(sentence, tr("It is in “{folder}”.", folder=made.folder.parent)))
        self.folder_ready.emit(made.folder)

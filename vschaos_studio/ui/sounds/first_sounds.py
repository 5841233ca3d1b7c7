"""Opens the sounds that come with the program, for who has none at hand."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from vschaos.errors import VschaosError
from vschaos_studio.language import tr
from vschaos_studio.services.first_sounds import FirstSounds, copy_first_sounds, first_sounds_folder
from vschaos_studio.services.tasks import TaskRunner
from vschaos_studio.state.notices import Notice, Notices


class FirstSoundsOpener(QObject):
    """Copies them where they are not there yet.

    Signals
    -------
    folder_ready
        The folder to open.

    Attributes
    ----------
    folder
        Where the copies are.
    """

    folder_ready = Signal(object)

    def __init__(self, notices: Notices, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._tasks = tasks
        self._is_copying = False
        self.folder = first_sounds_folder()

    def open(self) -> None:
        """Copy them, and then open the copies; once, where it is asked for repeatedly."""
        if self._is_copying:
            return
        self._is_copying = True
        self._tasks.run_task(lambda _context: copy_first_sounds(self.folder), self._open_copies, self._fail)

    def _open_copies(self, made: FirstSounds) -> None:
        self._is_copying = False
        if made.is_new:
            sentence = tr("These sounds are copies, in “{folder}”.", folder=made.folder)
            remedy = tr("On the Train page, “Sketch” makes an instrument of them in a few minutes.")
            self._notices.post(Notice(sentence, remedy))
        self.folder_ready.emit(made.folder)

    def _fail(self, error: VschaosError) -> None:
        self._is_copying = False
        self._notices.error(error)

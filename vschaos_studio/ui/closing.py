"""Whether the window may close: the user is asked first if something would be lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from vschaos_studio.state.closing import UnfinishedWork
from vschaos_studio.ui.dialogs.closing_dialog import ClosingDialog


class Closing(QObject):
    """Asks before the window closes.

    Parameters
    ----------
    window
        Is closed once the user agrees.
    unfinished
        What closing would interrupt now.
    """

    def __init__(self, window: QWidget, unfinished: Callable[[], Sequence[UnfinishedWork]]) -> None:
        super().__init__(window)
        self._window = window
        self._unfinished = unfinished
        self._agreed = False
        self.dialog: ClosingDialog | None = None

    def allowed(self) -> bool:
        """Whether the window may close now; if not, the user has been asked, and the window closes when they agree."""
        if self._agreed:
            return True
        if self.dialog is not None:
            self.dialog.raise_()
            self.dialog.activateWindow()
            return False
        unfinished = sorted(self._unfinished(), key=lambda one: not one.lost)
        if not any(one.lost for one in unfinished):
            return True
        self.dialog = ClosingDialog(unfinished, self._window)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.accepted.connect(self.close_unasked)
        self.dialog.finished.connect(self._forget_dialog)
        self.dialog.open()
        return False

    def close_unasked(self) -> None:
        """Close without asking: the user has agreed, or the system ends the program."""
        self._agreed = True
        self._window.close()

    def _forget_dialog(self) -> None:
        self.dialog = None

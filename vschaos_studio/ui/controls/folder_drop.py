"""Lets a widget accept a folder that is dragged onto it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from vschaos.instrument.bundle import SUFFIX
from vschaos_studio.ui.local_urls import path_of


class FolderDrop(QObject):
    """Watches a widget for drags of local files or folders.

    Signals
    -------
    hovering
        True while something that could be dropped is over the widget.
    dropped
        The folder: the one dropped, or the one that holds the dropped file.
    """

    hovering = Signal(bool)
    dropped = Signal(object)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See QObject."""
        if isinstance(event, QDragEnterEvent):
            if dropped_folder(event.mimeData()) is None:
                return False
            event.acceptProposedAction()
            self.hovering.emit(True)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.hovering.emit(False)
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self.hovering.emit(False)
            folder = dropped_folder(event.mimeData())
            if folder is not None:
                event.acceptProposedAction()
                self.dropped.emit(folder)
            return True
        return super().eventFilter(watched, event)


def dropped_folder(mime: QMimeData) -> Path | None:
    """The folder that is dragged, or that of the dragged file; None if it is not on this computer."""
    paths = [path for path in map(path_of, mime.urls()) if path is not None]
    folders = [path for path in paths if path.is_dir()]
    if folders:
        return folders[0]
    # The window handles instruments: it plays them.
    return next((path.parent for path in paths if path.is_file() and path.suffix.lower() != SUFFIX), None)

"""Lets a widget accept sounds and folders that are dragged onto it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from vschaos.data.layout import AUDIO_SUFFIXES
from vschaos_studio.ui.local_urls import path_of

SOUND_SUFFIXES = AUDIO_SUFFIXES | {""}
"""Old Macintosh files have none."""


class SoundsDrop(QObject):
    """Watches a widget for drags of local files or folders.

    Signals
    -------
    hovering
        True while something that could be dropped is over the widget.
    dropped
        The paths of the files and folders.
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
            if not dropped_sounds(event.mimeData()):
                return False
            event.acceptProposedAction()
            self.hovering.emit(True)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.hovering.emit(False)
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self.hovering.emit(False)
            if paths := dropped_sounds(event.mimeData()):
                event.acceptProposedAction()
                self.dropped.emit(paths)
            return True
        return super().eventFilter(watched, event)


def dropped_sounds(mime: QMimeData) -> tuple[Path, ...]:
    """The folders that are dragged and are on this computer, and the files whose names allow for sound."""
    paths = [path for path in map(path_of, mime.urls()) if path is not None]
    return tuple(path for path in paths if path.is_dir() or (path.is_file() and path.suffix.lower() in SOUND_SUFFIXES))

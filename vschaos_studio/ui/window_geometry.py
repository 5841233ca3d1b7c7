"""Position and size of the window, kept from one start to the next."""

from __future__ import annotations

import base64

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

from vschaos_studio.settings.store import Settings
from vschaos_studio.settings.table import WINDOW_GEOMETRY


def remember_geometry(window: QWidget, settings: Settings) -> None:
    """Note where the window is."""
    settings.set(WINDOW_GEOMETRY, base64.b64encode(window.saveGeometry().data()).decode())


def restore_geometry(window: QWidget, settings: Settings) -> None:
    """Put the window where it was; at the first start, give it a size that the screen has room for."""
    try:
        geometry = QByteArray(base64.b64decode(settings.get(WINDOW_GEOMETRY), validate=True))
    except ValueError:
        geometry = QByteArray()
    if geometry.isEmpty() or not window.restoreGeometry(geometry):
        room = window.screen().availableGeometry()
        window.resize(min(1280, room.width()), min(800, room.height()))

"""What this program is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from vschaos_studio.ui.icons import picture
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.roles import button, label

WHAT = (
    "Builds instruments from sounds: a small neural model learns a folder of recordings, and you play what it "
    "has learned on a pad, over OSC, or with nn~ in Max and Pure Data."
)
RIGHTS = (
    "MIT licence. Made with PySide6 (Qt, LGPL), PyTorch, PortAudio and libsndfile, each under its own licence. "
    "Every factory instrument names the source of its sounds on its card."
)


class AboutDialog(QDialog):
    """Name, version, purpose, rights."""

    def __init__(self, theme: Theme, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About vschaos studio")
        self.setFixedWidth(480)
        sign = QLabel()
        scale = self.devicePixelRatioF()
        sign.setPixmap(picture("studio", theme.accent, round(64 * scale), scale))
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(label("vschaos studio", "title"))
        names.addWidget(label(f"version {version}", "muted"))
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(sign)
        head.addLayout(names, 1)
        close = button("Close", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(label(WHAT, wrap=True))
        column.addWidget(label(RIGHTS, "muted", wrap=True))
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

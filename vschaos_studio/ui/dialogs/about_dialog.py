"""What this program is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from vschaos.edition import PROGRAM, learns
from vschaos_studio.language import tr
from vschaos_studio.ui.controls.layouts import hbox, vbox
from vschaos_studio.ui.controls.styled_widgets import button, label
from vschaos_studio.ui.icons import picture
from vschaos_studio.ui.theme import Theme

WHAT = (
    tr(
        "Builds instruments from sounds: a small neural network is trained on a folder of recordings, and you play it "
        "on a pad, over OSC, or with nn~ in Max and Pure Data."
    )
    if learns()
    else tr("Plays the instruments that vschaos studio builds from sounds, on a pad, by MIDI, gamepads and OSC.")
)
RIGHTS = tr(
    "MIT licence. Made with {libraries}, each under its own "
    "licence. Every factory instrument names the source of its sounds on its card.",
    libraries=", ".join(
        ["PySide6 (Qt, LGPL)", *(["PyTorch", "FFmpeg (LGPL)"] if learns() else []), "PortAudio", "libsndfile (LGPL)"]
    ),
)


class AboutDialog(QDialog):
    """Name, version, purpose, rights."""

    def __init__(self, theme: Theme, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About {program}", program=PROGRAM))
        self.setFixedWidth(480)
        sign = QLabel()
        scale = self.devicePixelRatioF()
        sign.setPixmap(picture("studio", theme.accent, round(64 * scale), scale))
        close = button(tr("Close"), "primary", press=self.accept)
        close.setDefault(True)
        vbox(
            hbox(
                sign,
                (
                    vbox(
                        label(PROGRAM, "title"),
                        label(tr("version {version}", version=version), "muted"),
                        spacing=2,
                    ),
                    1,
                ),
                spacing=16,
            ),
            label(WHAT, wrap=True),
            label(RIGHTS, "muted", wrap=True),
            (close, Qt.AlignmentFlag.AlignRight),
            margins=(24, 24, 24, 24),
            spacing=16,
            on=self,
        )

"""Listening to a training: a sound, its reconstruction by the instrument, and a walk through the latent space."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QWidget

from vschaos.training.events import Previewed
from vschaos_studio.ui.controls.elided_label import ElidedLabel
from vschaos_studio.ui.controls.layouts import fill, hbox
from vschaos_studio.ui.controls.styled_widgets import Card, button, label
from vschaos_studio.ui.icons import icon, picture
from vschaos_studio.ui.theme import Theme

SOUNDS = {
    "original": ("Original", "A held-out sound, as it is"),
    "reconstruction": ("Reconstruction", "The same sound, reconstructed by the instrument"),
    "walk": ("Walk", "A walk through the instrument's latent space, as on the pad"),
}


class ListenBar(Card):
    """Three buttons that play and stop; only one plays at a time.

    Signals
    -------
    play_pressed
        Path of the sound to play.
    stop_pressed
        Stop what plays.
    """

    play_pressed = Signal(str)
    stop_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._start, self._stop = icon("start", theme.text, size=16), icon("stop", theme.accent, size=16)
        self._start.addPixmap(picture("start", theme.outline, 16), QIcon.Mode.Disabled)
        self._previewed: Previewed | None = None
        self._pressed: tuple[str, str] = ("", "")
        self._sounding = ""
        self.text = ElidedLabel(role="muted")
        self.buttons: dict[str, QPushButton] = {}
        row = hbox(label("Listen", "heading"), 8)
        for kind, (title, tip) in SOUNDS.items():
            made = button(title, tip=tip, press=partial(self._press, kind))
            made.setAccessibleDescription(tip)
            made.setIcon(self._start)
            made.setMinimumWidth(112)
            self.buttons[kind] = made
            row.addWidget(made)
        fill(row, 8, (self.text, 1))
        self.body.setContentsMargins(16, 10, 16, 10)
        self.body.addLayout(row)
        self.show_sounds(None, "")

    def show_sounds(self, previewed: Previewed | None, text: str) -> None:
        """Offer these sounds, or none; ``text`` says which they are, or why there are none."""
        self._previewed = previewed
        self.text.setText(text)
        for made in self.buttons.values():
            made.setEnabled(previewed is not None)

    def show_auditioning(self, path: str) -> None:
        """Show which sound the engine plays; empty for none."""
        self._sounding = path
        for kind in self.buttons:
            self._present(kind)

    @property
    def sounding(self) -> bool:
        """Whether one of these sounds plays."""
        return bool(self._sounding) and self._sounding == self._pressed[1]

    def _press(self, kind: str) -> None:
        if self.sounding and self._pressed[0] == kind:
            self.stop_pressed.emit()
        elif self._previewed is not None:
            path: str = getattr(self._previewed, kind)
            self._pressed = (kind, path)
            self.play_pressed.emit(path)

    def _present(self, kind: str) -> None:
        made = self.buttons[kind]
        on = self.sounding and self._pressed[0] == kind
        title = SOUNDS[kind][0]
        name = f"Stop: {title}" if on else f"Play: {title}"
        if made.accessibleName() != name:
            made.setIcon(self._stop if on else self._start)
            made.setAccessibleName(name)


def listening_text(previewed: Previewed | None, *, active: bool) -> str:
    """The text beside the buttons."""
    if previewed is not None:
        return f"at step {previewed.step:,}"
    return "The first sounds come during the training." if active else "This training has no sounds to listen to."

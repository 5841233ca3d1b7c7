"""How far a training is, for the ears: a sound, what the instrument makes of it, and a walk through its space."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from vschaos.training.events import Previewed
from vschaos_studio.ui.icons import icon, picture
from vschaos_studio.ui.theme import Theme
from vschaos_studio.ui.widgets.elided_label import ElidedLabel
from vschaos_studio.ui.widgets.roles import Card, button, label

SOUNDS = {
    "original": ("A sound", "A sound that the training is judged by, as it is"),
    "reconstruction": ("Redrawn", "The same, as the instrument redraws it now"),
    "walk": ("A walk", "A walk through the instrument's latent space, as on the pad"),
}


class ListenBar(Card):
    """Three buttons that play and stop; one sounds at a time.

    Signals
    -------
    play_pressed
        Path of the sound to play.
    stop_pressed
        What sounds shall stop.
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
        self.words = ElidedLabel(role="muted")
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label("Listen", "heading"))
        row.addSpacing(8)
        for kind, (title, tip) in SOUNDS.items():
            made = button(title, tip=tip)
            made.setAccessibleDescription(tip)
            made.setIcon(self._start)
            made.setMinimumWidth(112)
            made.clicked.connect(lambda _checked=False, kind=kind: self._press(kind))
            self.buttons[kind] = made
            row.addWidget(made)
        row.addSpacing(8)
        row.addWidget(self.words, 1)
        self.body.setContentsMargins(16, 10, 16, 10)
        self.body.addLayout(row)
        self.show_sounds(None, "")

    def show_sounds(self, previewed: Previewed | None, words: str) -> None:
        """Offer these sounds, or none; ``words`` says which they are, or why there are none."""
        self._previewed = previewed
        self.words.setText(words)
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


def listening_words(previewed: Previewed | None, *, active: bool) -> str:
    """What the bar says beside its buttons."""
    if previewed is not None:
        return f"as it was at step {previewed.step:,}"
    return "The first sounds come while it learns." if active else "There are none of this training."

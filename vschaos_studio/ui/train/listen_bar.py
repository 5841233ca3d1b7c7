"""Listening to a training: a sound, what the instrument makes of it, and a walk through the latent space."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QSizePolicy

from vschaos_studio.language import number, tr
from vschaos_studio.ui.controls.elided_label import ElidedLabel
from vschaos_studio.ui.controls.layouts import fill, hbox
from vschaos_studio.ui.controls.styled_widgets import Card, button, label, with_role
from vschaos_studio.ui.icons import icon
from vschaos_studio.ui.theme import Theme

if TYPE_CHECKING:
    from vschaos.training.events import Previewed

COMPARE_KEY = "B"
"""Switches between the two; as on the Play page, where it does between the snapshots A and B."""

COMPARED = ("original", "reconstruction")
SOUNDS = {
    "original": (
        tr("The original"),
        tr("A sound that was not learned, as it is ({key} switches)", key=COMPARE_KEY),
    ),
    "reconstruction": (
        tr("The instrument"),
        tr("What the instrument makes of the same sound ({key} switches)", key=COMPARE_KEY),
    ),
    "walk": (tr("A walk"), tr("A walk through the instrument's latent space, as on the pad")),
}


class ListenBar(Card):
    """Before and after as two large buttons, and a walk; only one of them plays at a time.

    From one of the two to the other, the sound goes on at the same place; a key does that, too.

    Signals
    -------
    play_pressed
        Path of the sound to play, and whether it goes on where the one that plays has come to.
    stop_pressed
        Stop what plays.
    """

    play_pressed = Signal(str, bool)
    stop_pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._start, self._stop = icon("start", theme), icon("stop", theme, "accent")
        self._previewed: Previewed | None = None
        self._pressed: tuple[str, str] = ("", "")
        self._sounding = ""
        self.text = ElidedLabel(role="muted")
        self.buttons: dict[str, QPushButton] = {}
        for kind, (title, tip) in SOUNDS.items():
            made = button(title, tip=tip, press=partial(self._press, kind))
            made.setAccessibleDescription(tip)
            made.setIcon(self._start)
            self.buttons[kind] = made
        for kind in COMPARED:
            with_role(self.buttons[kind], "large")
            self.buttons[kind].setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        before, after = (self.buttons[kind] for kind in COMPARED)
        self.body.setContentsMargins(16, 10, 16, 12)
        fill(self.body, hbox(label(tr("Before and after"), "heading"), 8, (self.text, 1), self.buttons["walk"]))
        fill(self.body, hbox((before, 1), (after, 1), spacing=12))
        self.switch_key = QShortcut(QKeySequence(COMPARE_KEY), self, self.switch)
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

    def switch(self) -> None:
        """Play the other one of the two: the instrument after the original, the original after all else."""
        self._play(COMPARED[self._pressed[0] == COMPARED[0]])

    @property
    def sounding(self) -> bool:
        """Whether one of these sounds plays."""
        return bool(self._sounding) and self._sounding == self._pressed[1]

    def _press(self, kind: str) -> None:
        if self.sounding and self._pressed[0] == kind:
            self.stop_pressed.emit()
        else:
            self._play(kind)

    def _play(self, kind: str) -> None:
        if self._previewed is None:
            return
        path: str = getattr(self._previewed, kind)
        onward = self.sounding and {kind, self._pressed[0]} <= set(COMPARED)
        self._pressed = (kind, path)
        self.play_pressed.emit(path, onward)

    def _present(self, kind: str) -> None:
        made = self.buttons[kind]
        on = self.sounding and self._pressed[0] == kind
        title = SOUNDS[kind][0]
        name = tr("Stop: {sound}", sound=title) if on else tr("Play: {sound}", sound=title)
        if made.accessibleName() != name:
            made.setIcon(self._stop if on else self._start)
            made.setAccessibleName(name)


def listening_text(previewed: Previewed | None, *, active: bool) -> str:
    """The text beside the buttons."""
    if previewed is not None:
        return tr("at step {step} · the key {key} switches", step=number(previewed.step), key=COMPARE_KEY)
    if active:
        return tr("The first sounds come during the training.")
    return tr("This training has no sounds to listen to.")

"""Plays the sounds of a training, and follows which of them is heard."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from vschaos_studio.services.engine_bridge import SoundPlayer
from vschaos_studio.ui.train.listen_bar import ListenBar

CHECK_MS = 100
"""How often it asks whether a sound still plays."""


class Listening(QObject):
    """Between the buttons and the player; ``timer`` runs while a sound may play."""

    def __init__(self, player: SoundPlayer, bar: ListenBar, parent: QObject) -> None:
        super().__init__(parent)
        self._player = player
        self._bar = bar
        self.timer = QTimer(self)
        self.timer.setInterval(CHECK_MS)
        self.timer.timeout.connect(self.check)
        bar.play_pressed.connect(self._play)
        bar.stop_pressed.connect(player.stop_sound)

    def check(self) -> None:
        """Show which sound plays; stop following when none does."""
        status = self._player.status
        path = status.auditioning if status is not None else ""
        was = self._bar.sounding
        self._bar.show_auditioning(path)
        if not self._bar.isVisible() or (was and not path):
            self.timer.stop()

    def stop(self) -> None:
        """Stop what plays, if it is one of these sounds."""
        if self._bar.sounding:
            self._player.stop_sound()

    def _play(self, path: str, onward: bool) -> None:
        self._player.play_sound(path, onward=onward)
        self.timer.start()

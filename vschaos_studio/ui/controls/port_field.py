"""A field for a UDP port: an invalid text is replaced by the last port."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from vschaos_studio.language import tr, translated
from vschaos_studio.settings.declaration import Setting

WIDTH = 64


class PortField(QLineEdit):
    """Holds the value of a setting that is a port.

    Signals
    -------
    changed
        The user typed another port, and left the field.
    """

    changed = Signal(int)

    def __init__(self, port: int, setting: Setting[int]) -> None:
        super().__init__(str(port))
        self._setting = setting
        self.port = port
        self.setFixedWidth(WIDTH)
        self.setMaxLength(5)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        bounds = tr("{low} to {high}.", low=f"{setting.low:.0f}", high=f"{setting.high:.0f}")
        self.setToolTip(f"{translated(setting.help)} {bounds}")
        self.setAccessibleName(translated(setting.title))
        self.editingFinished.connect(self._on_edited)

    def _on_edited(self) -> None:
        try:
            port = self._setting.accept(int(self.text()))
        except ValueError:
            self.setText(str(self.port))
            return
        self.setText(str(port))
        if port != self.port:
            self.port = port
            self.changed.emit(port)

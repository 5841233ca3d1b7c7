"""A menu for the channels that an instrument is trained on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from vschaos.configs.schema import Mix
from vschaos_studio.language import tr

_TEXTS = {
    Mix.AUTO: tr("Channels: automatic"),
    Mix.MEAN: tr("Channels: mean"),
    Mix.LEFT: tr("Channels: left"),
    Mix.RIGHT: tr("Channels: right"),
    Mix.LOUDEST: tr("Channels: loudest"),
    Mix.EACH: tr("Channels: each by itself"),
}


class ChannelChoice(QComboBox):
    """Which of several channels are trained on, and examined.

    Signals
    -------
    changed
        The user chose another mix.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        for mix, text in _TEXTS.items():
            self.addItem(text, mix)
        self.setAccessibleName(tr("Channels to train on"))
        self.setToolTip(
            tr(
                "The channels to train on. Automatic: their mean, or the loudest channel where they cancel each other "
                "or at least half are silent"
            )
        )
        self.activated.connect(lambda _index: self.changed.emit())

    @property
    def mix(self) -> Mix:
        """The choice."""
        return self.currentData()

    def choose(self, mix: Mix) -> None:
        """Show another choice; the signal is not emitted."""
        self.setCurrentIndex(self.findData(mix))

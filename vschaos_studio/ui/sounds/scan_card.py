"""Shown while a folder is scanned."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vschaos_studio.language import number, tr
from vschaos_studio.ui.controls.elided_label import ElidedLabel
from vschaos_studio.ui.controls.layouts import STRETCH, StretchFactor, fill, hbox, vbox
from vschaos_studio.ui.controls.styled_widgets import Card, button, label, progress_bar, show_share


class ScanCard(QWidget):
    """A card in the middle of the page: the folder, the progress, and a button to cancel, which its owner connects."""

    def __init__(self) -> None:
        super().__init__()
        card = Card()
        card.setMaximumWidth(560)
        card.setMinimumWidth(420)
        self._stage = ElidedLabel(role="heading")
        self.count = label(role="muted")
        self.bar = progress_bar(tr("Progress of the scan"))
        self.cancel = button(tr("Cancel"))
        card.body.setSpacing(12)
        fill(card.body, self._stage, self.bar, hbox((self.count, 1), self.cancel))
        hbox(STRETCH, vbox(StretchFactor(2), card, StretchFactor(3)), STRETCH, on=self)

    def begin(self, name: str) -> None:
        """A scan of the folder of this name starts."""
        self._stage.setText(tr("Scanning “{folder}”", folder=name))
        self.count.setText(tr("Looking for files…"))
        show_share(self.bar, None)

    def show_progress(self, done: int, total: int) -> None:
        """So many files have been examined."""
        show_share(self.bar, done / max(total, 1))
        self.count.setText(tr("{done} of {total} files", done=number(done), total=number(total)))

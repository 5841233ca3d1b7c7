"""The button that extracts pitch; during the extraction, its progress in the same place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QStackedWidget

from vschaos_studio.language import tr
from vschaos_studio.state.pitch import PitchView
from vschaos_studio.ui.controls.elided_label import ElidedLabel
from vschaos_studio.ui.controls.layouts import boxed, hbox, vbox
from vschaos_studio.ui.controls.styled_widgets import button, plain_tip, progress_bar, show_share

WIDTH = 300


class PitchStrip(QStackedWidget):
    """One line high, running or not, so that nothing below it moves; its owner connects ``start`` and ``cancel``."""

    def __init__(self) -> None:
        super().__init__()
        tip = tr("A neural network finds the notes of the sounds")
        self.start = button(tr("Extract pitch…"), tip=tip)
        self.text = ElidedLabel(role="small")
        self.bar = progress_bar(tr("Progress of the extraction of pitch"))
        self.cancel = button(tr("Cancel"), tip=tr("Finished sounds are not analysed again"))
        self._idle = boxed(hbox((self.start, Qt.AlignmentFlag.AlignLeft)))
        self._running = boxed(hbox((vbox(self.text, self.bar, spacing=4), 1), self.cancel))
        for side in (self._idle, self._running):
            self.addWidget(side)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def running(self) -> bool:
        """Whether a running extraction is shown."""
        return self.currentWidget() is self._running

    def show_view(self, view: PitchView | None) -> None:
        """Show a running extraction; None: the button."""
        self.setCurrentWidget(self._idle if view is None else self._running)
        self.setFixedWidth(self.start.sizeHint().width() if view is None else WIDTH)
        if view is None:
            return
        self.text.setText(view.sentence)
        self.text.setToolTip(plain_tip(f"{view.sentence}\n{view.detail}" if view.detail else view.sentence))
        show_share(self.bar, view.share)

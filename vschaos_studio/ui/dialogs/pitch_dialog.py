"""Asks before pitch is extracted: what it does, how long it takes, and whether existing labels are replaced."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from vschaos_studio.language import tr
from vschaos_studio.state.pitch import ABOUT
from vschaos_studio.ui.controls.styled_widgets import button, label
from vschaos_studio.ui.dialogs.dialog import Dialog


class PitchDialog(Dialog):
    """Asks whether to start. Unreadable lines must be corrected first, unless existing labels are replaced.

    Signals
    -------
    decided
        Start; whether existing labels are replaced.
    """

    decided = Signal(bool)

    def __init__(self, duration: str, *, labelled: bool, problems: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(tr("Extract pitch"), tr("Extract pitch"), parent=parent)
        obstacle = tr(
            "%n\u00a0lines of the label files cannot be read, see the Labels tab: correct them first, or:",
            "%n\u00a0line of the label files cannot be read, see the Labels tab: correct them first, or:",
            problems,
        )
        self.setMinimumWidth(520)
        self.anew = QCheckBox(tr("Replace existing labels, also those that I set myself"))
        self.anew.setVisible(labelled or problems > 0)
        self.begin = button(tr("Extract pitch"), "primary", press=self.accept)
        self.begin.setDefault(True)
        if problems:
            # Labels that are kept must be readable.
            self.begin.setEnabled(False)
            self.anew.toggled.connect(self.begin.setEnabled)
        cancel = button(tr("Cancel"), press=self.reject)
        parts = [label(text, "muted", wrap=True) for text in (*ABOUT, duration)]
        if problems:
            parts.append(label(obstacle, wrap=True))
        self.lay_out(*parts, self.anew, 8, buttons=(cancel, self.begin))
        QWidget.setTabOrder(self.begin, cancel)
        (self.anew if problems else self.begin).setFocus()

    def accept(self) -> None:
        """See QDialog."""
        super().accept()
        self.decided.emit(self.anew.isChecked())
